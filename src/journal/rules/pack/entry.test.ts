import { expect, test } from 'vitest'
import { microsOf } from './entry.ts'

test.each([
  ['the first', '1970-01-01T00:00:00Z', 0n],
  ['before it', '0001-01-01T00:00:00Z', -62_135_596_800_000_000n],
  ['one decimal is a tenth', '1970-01-01T00:00:00.1Z', 100_000n],
  ['the last one, which no number holds', '9999-12-31T23:59:59.999999Z', 253_402_300_799_999_999n],
  ['the year 0, which the calendar of days has not', '0000-12-31T23:59:59Z', undefined],
  ['a day that is none', '1900-02-29T00:00:00Z', undefined],
  ['a leap second', '2016-12-31T23:59:60Z', undefined],
  ['seven decimals', '1970-01-01T00:00:00.0000001Z', undefined],
  ['an offset', '1970-01-01T00:00:00+00:00', undefined],
])('an instant: %s', (_, instant, micros) => expect(microsOf(instant)).toBe(micros))
