import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { isRefused } from '../../kit/refuse.ts'
import fc from '../../kit/test/check.ts'
import { MEETING_KINDS } from '../rules.ts'
import {
  type Count,
  checkCount,
  DECISION_KINDS,
  decide,
  decisionsOf,
  isQuorate,
  leastPresent,
  voteRule,
} from './votes.ts'

const HELD = day('2026-10-08')
const rules = DECISION_KINDS.map((decision) => [decision, voteRule(decision, HELD)] as const)

/** Everything somebody might have counted, sound or not. */
const counts: fc.Arbitrary<Count> = fc.record({
  ...{ expected: fc.nat(60), called: fc.nat(60), present: fc.nat(60) },
  ...{ yes: fc.nat(60), no: fc.nat(60), abstain: fc.nat(60) },
  ...{ written: fc.nat(20), writtenYes: fc.nat(20) },
})
/** Counts that can be true: the voters in the room at most those expected, no more votes than voters. */
const sound: fc.Arbitrary<Count> = fc
  .record({
    expected: fc.integer({ min: 1, max: 60 }),
    cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ expected, cuts: [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] }) => {
    const part = (of: number, share: number): number => Math.round(of * share)
    const called = part(expected, a)
    const present = part(called, b)
    const yes = part(present, c)
    const no = part(present - yes, d)
    const written = part(expected - present, e)
    const abstain = present - yes - no
    return { expected, called, present, yes, no, abstain, written, writtenYes: part(written, f) }
  })

test.each(rules)(
  '%s: never carried without a quorum, nor without more than half of those expected',
  (_, rule) =>
    fc.assert(
      fc.property(counts, (count) => {
        const decided = decide(count, rule)
        if (isRefused(decided)) return !isQuorate(count, rule)
        const yes = count.yes + (rule.countsWritten ? count.writtenYes : 0)
        return decided.yes === yes && decided.carried === yes * 2 > count.expected
      }),
    ),
)

test.each(rules)('%s: one more yes never loses a vote, one more expected never wins it', (_, rule) =>
  fc.assert(
    fc.property(sound, (count) => {
      const now = decide(count, rule)
      if (isRefused(now) || !now.carried) {
        const larger = decide({ ...count, expected: count.expected + 1 }, rule)
        return isRefused(larger) || !larger.carried
      }
      const more = decide({ ...count, yes: count.yes + 1 }, rule)
      return !isRefused(more) && more.carried
    }),
  ),
)

test.each(rules)('%s: the fewest who must be there are a quorum, one less is none', (_, rule) =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), (expected) => {
      const least = leastPresent(expected, rule)
      const quorate = (present: number): boolean => isQuorate({ expected, present }, rule)
      return quorate(least) && !quorate(least - 1)
    }),
  ),
)

test.each(rules)('%s: a count is taken exactly when it can be true', (_, rule) =>
  fc.assert(
    fc.property(fc.oneof(counts, sound), (count) => {
      const { expected, called, present, yes, no, abstain, written, writtenYes } = count
      const possible =
        expected > 0 &&
        present <= called &&
        yes + no + abstain <= present &&
        (written === 0 || rule.countsWritten) &&
        written <= expected - present &&
        writtenYes <= written
      return (checkCount(count, rule) === 'fine') === possible
    }),
  ),
)

test('what is decided never has more yes than there are people', () =>
  fc.assert(
    fc.property(sound, fc.constantFrom(...rules), (count, [, rule]) => {
      if (isRefused(checkCount(count, rule))) return true
      const decided = decide(count, rule)
      return isRefused(decided) || (decided.yes <= count.expected && decided.of === count.expected)
    }),
  ))

const none: Count = {
  expected: 12,
  called: 12,
  present: 12,
  yes: 0,
  no: 0,
  abstain: 0,
  written: 0,
  writtenYes: 0,
}
test.each<[string, Parameters<typeof voteRule>[0], Partial<Count>, boolean | 'no-quorum']>([
  ['half is a quorum for an ordinary matter', 'ordinary', { present: 6, yes: 6 }, false],
  ['one less is not', 'ordinary', { present: 5, yes: 5 }, 'no-quorum'],
  ['exactly half of those expected does not carry', 'discipline', { yes: 6 }, false],
  ['one more does', 'discipline', { yes: 7 }, true],
  ['half present admits nobody', 'admission', { present: 6, yes: 6 }, 'no-quorum'],
  ['seven of twelve may', 'admission', { present: 7, yes: 7 }, true],
  ['six and one in writing convert', 'conversion', { present: 8, yes: 6, written: 1, writtenYes: 1 }, true],
  ['an opinion in writing commends nobody', 'commendation', { present: 8, yes: 6, writtenYes: 1 }, false],
  ['ten of twelve may elect', 'election', { present: 10, yes: 7 }, true],
  ['nine may not', 'delegates', { present: 9, yes: 9 }, 'no-quorum'],
])('%s', (_, decision, counted, ended) => {
  const decided = decide({ ...none, ...counted }, voteRule(decision, HELD))
  expect(isRefused(decided) ? decided.refused : decided.carried).toBe(ended)
})

test('every decision of the regulation has its rule with a source, and a general meeting votes on each', () => {
  for (const [, { source, clause, num, den }] of rules) {
    expect(source).toContain('支部条例 第11条')
    expect([clause.startsWith('R'), num < den]).toEqual([true, true])
  }
  expect(decisionsOf('generalMeeting')).toEqual(DECISION_KINDS)
  expect(decisionsOf('committeeMeeting')).toEqual(['ordinary'])
  const others = MEETING_KINDS.filter((kind) => kind !== 'generalMeeting' && kind !== 'committeeMeeting')
  expect(others.flatMap(decisionsOf)).toEqual([])
})
