import { expect, test } from 'vitest'
import { numeral } from './minutes.ts'

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [23, '二十三'],
])('%i is written %s', (n, written) => expect(numeral(n)).toBe(written))
