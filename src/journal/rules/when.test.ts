import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import fc from '../../kit/test/check.ts'
import {
  CLOCK_SLACK_S,
  daysLate,
  intervalOf,
  isImport,
  isLate,
  isWithin,
  recordedBy,
  type Witnessed,
} from './when.ts'

const seen = (size: number, timeS: number): Witnessed => ({ size, timeS, by: ['witness.example/office'] })
const atNine = seen(812, 9_000)
const atTen = seen(815, 10_000)

test.each([
  ['no witness signed: not bounded', 5, [], undefined, undefined],
  ['witnessed only before it', 812, [atNine], 9_000, undefined],
  ['witnessed only since', 3, [atNine], undefined, 9_000],
  ['a checkpoint of 812 lacks the leaf at 812', 812, [atNine, atTen], 9_000, 10_000],
  ['and has the one at 811', 811, [atNine, atTen], undefined, 9_000],
  ['the leaf at 814 is the last of 815', 814, [atTen, atNine], 9_000, 10_000],
  ['the leaf at 815 is not in it', 815, [atNine, atTen], 10_000, undefined],
  [
    'the closest of many count, in whatever order',
    813,
    [atTen, seen(1, 1), seen(900, 11_000), atNine],
    9_000,
    10_000,
  ],
  [
    'the largest that lacks it, though a smaller one was signed later',
    812,
    [seen(700, 9_500), atNine],
    9_000,
    undefined,
  ],
])('%s', (_, index, witnessed, notBefore, notAfter) => {
  const found = intervalOf(index, witnessed)
  expect([found.notBefore?.seenS, found.notAfter?.seenS]).toEqual([notBefore, notAfter])
})

test('the ends are wider by what clocks are granted, and name who saw how much when', () => {
  const { notBefore, notAfter } = intervalOf(813, [atNine, atTen])
  const by = ['witness.example/office']
  expect(notBefore).toEqual({ atS: 9_000 - CLOCK_SLACK_S, size: 812, seenS: 9_000, by })
  expect(notAfter).toEqual({ atS: 10_000 + CLOCK_SLACK_S, size: 815, seenS: 10_000, by })
})

test('the time itself may lie at either end, and no second further', () => {
  const interval = intervalOf(813, [atNine, atTen])
  const [from, to] = [9_000 - CLOCK_SLACK_S, 10_000 + CLOCK_SLACK_S]
  expect([from - 1, from, to, to + 1].map((at) => isWithin(interval, at))).toEqual([false, true, true, false])
  expect(isWithin({}, 0)).toBe(true)
})

const DAY_S = 86_400

/** A log as it grows: seconds from leaf to leaf, how often somebody looks, their delays, their clocks. */
const growth = fc.record({
  gaps: fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 60 }),
  looks: fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: 200_000 }),
      off: fc.integer({ min: 0, max: CLOCK_SLACK_S }),
    }),
    {
      maxLength: 30,
    },
  ),
})

/** What witnesses who look at the log now and then can say, each a little late and a little off; `cut`: to the length of a day. */
function looking(
  { gaps, looks }: { gaps: number[]; looks: { after: number; off: number }[] },
  cut: 'day' | 'no',
) {
  let at = 1_700_000_000
  const sealed = gaps.map((gap) => (at += gap))
  let look = 1_700_000_000
  const witnessed = looks.map(({ after, off }): Witnessed => {
    look += after
    const size = sealed.filter((one) => one <= look).length
    const told = look + off
    const timeS = cut === 'day' ? told - (told % DAY_S) : told
    return { size, timeS, by: ['witness.example/a'], ...(cut === 'day' && { withinS: DAY_S }) }
  })
  return { sealed, witnessed: witnessed.filter(({ size }) => size > 0) }
}

test.each(['no', 'day'] as const)('the interval always holds the truth; time cut: %s', (cut) => {
  fc.assert(
    fc.property(growth, (grown) => {
      const { sealed, witnessed } = looking(grown, cut)
      for (const [index, truth] of sealed.entries())
        expect(isWithin(intervalOf(index, witnessed), truth)).toBe(true)
    }),
    { numRuns: 400, seed: 5 },
  )
})

test.each([
  ['on the day', '2026-06-12', 0, false],
  ['seven days after is in time', '2026-06-19', 7, false],
  ['eight are late', '2026-06-20', 8, true],
  ['recorded ahead counts as on the day', '2026-06-01', 0, false],
])('%s', (_, recorded, days, late) => {
  const held = day('2026-06-12')
  expect([daysLate(held, day(recorded)), isLate(held, day(recorded))]).toEqual([days, late])
})

test('without a day of record nothing is late', () =>
  expect(isLate(day('2026-06-12'), undefined)).toBe(false))

test('imports are imports, by page or command line', () =>
  expect(['import', 'command', 'web', 'offline', 'job'].filter(isImport)).toEqual(['import', 'command']))

test('what only began a record did not record it', () => {
  const [open, close, change] = [{ kind: 'a.open' }, { kind: 'a.close' }, { kind: 'a.change' }]
  expect(recordedBy([open, close, change], ['a.open'])).toBe(close)
  expect(recordedBy([open, close])).toBe(open)
  expect(recordedBy([open], ['a.open'])).toBeUndefined()
})
