import { expect, test } from 'vitest'
import fc from '../../kit/test/check.ts'
import { BANDS, type Count, isLateBand, spreadOf, spreadsOf } from './lateness.ts'

const count = (days: number, n: number, more: Partial<Count> = {}): Count => ({
  ...{ record: 'meeting', imported: false, days, n, reasoned: 0 },
  ...more,
})

test.each([
  ['the same day', 0, 0],
  ['three days after', 3, 1],
  ['seven are the last in time', 7, 2],
  ['eight are late', 8, 3],
  ['thirty', 30, 3],
  ['thirty-one', 31, 4],
  ['ninety', 90, 4],
  ['and all beyond', 400, 5],
])('%s', (_, days, band) => {
  const { bands, late } = spreadOf('meeting', [count(days, 2)])
  expect(bands.map((n, at) => (n > 0 ? at : -1)).filter((at) => at >= 0)).toEqual([band])
  expect(late).toBe(isLateBand(band) ? 2 : 0)
})

test.each([
  ['none', [], null],
  ['one', [count(5, 1)], 5],
  ['three', [count(0, 1), count(9, 1), count(2, 1)], 2],
  ['of four the later of the middle two', [count(0, 2), count(4, 2)], 4],
  ['most on the day', [count(0, 38), count(20, 3)], 0],
])('half were made after: %s', (_, counts, days) => expect(spreadOf('meeting', counts).medianDays).toBe(days))

test('reasons count only where it is late; imports and kinds stay apart', () => {
  const counts = [
    count(2, 4, { reasoned: 1 }),
    count(12, 3, { reasoned: 2 }),
    count(60, 9, { imported: true }),
    count(9, 1, { record: 'dues_payment' }),
  ]
  const { entered, imported } = spreadsOf(['dues_payment', 'decision', 'meeting'], counts)
  expect(entered.map(({ record, of, late, reasoned }) => [record, of, late, reasoned])).toEqual([
    ['dues_payment', 1, 1, 0],
    ['meeting', 7, 3, 2],
  ])
  expect(imported.map(({ record, of, late }) => [record, of, late])).toEqual([['meeting', 9, 9]])
})

test('every record lies in exactly one band', () => {
  const counts = fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 50 })))
  fc.assert(
    fc.property(counts, (made) => {
      const { of, bands, late } = spreadOf(
        'meeting',
        made.map(([days, n]) => count(days, n)),
      )
      expect(bands.length).toBe(BANDS.length)
      expect(bands.reduce((all, n) => all + n, 0)).toBe(of)
      expect(bands.filter((_, at) => isLateBand(at)).reduce((all, n) => all + n, 0)).toBe(late)
    }),
    { seed: 5 },
  )
})
