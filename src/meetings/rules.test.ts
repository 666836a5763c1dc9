import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { isRefused } from '../kit/refuse.ts'
import {
  type Convened,
  daysLate,
  decide,
  failedClauses,
  isLate,
  isQuorate,
  MEETING_KIND_NAMES,
  MEETING_KINDS,
  type Minutes,
  meetingKindOf,
  type RollLine,
  rollCall,
  voteRule,
} from './rules.ts'

test('kinds read back from their official names and from their identifiers', () => {
  expect(MEETING_KINDS.map((kind) => meetingKindOf(MEETING_KIND_NAMES[kind]))).toEqual(MEETING_KINDS)
  expect(MEETING_KINDS.map((kind) => meetingKindOf(kind))).toEqual(MEETING_KINDS)
  expect(meetingKindOf('党员大会')).toBeUndefined()
})

const HELD = day('2026-07-10')
const ordinary = voteRule('ordinary', HELD)
const admission = voteRule('admission', HELD)

const minutes: Minutes = {
  kind: 'generalMeeting',
  heldOn: HELD,
  chair: '赵',
  recorder: '钱',
  subject: '学习',
  expected: 12,
  present: 6,
}
test.each<[string, Partial<Minutes>, string]>([
  ['exactly half present is valid', {}, ''],
  ['one less than half is not', { present: 5 }, 'A2.3'],
  ['half of an odd number is rounded up', { expected: 13, present: 6 }, 'A2.3'],
  ['a lecture needs no half', { kind: 'partyLecture', present: 1 }, ''],
  ['nor a group meeting', { kind: 'groupMeeting', present: 0 }, ''],
  ['a committee meeting does', { kind: 'committeeMeeting', present: 5 }, 'A2.3'],
  ['everybody present', { present: 12 }, ''],
  ['more present than expected', { present: 13 }, 'A2.2'],
  ['nobody expected', { expected: 0, present: 0 }, 'A2.2'],
  ['one expected, one present', { expected: 1, present: 1 }, ''],
  ['no chair', { chair: '' }, 'A2.1'],
  ['a recorder of blanks', { recorder: ' \u3000' }, 'A2.1'],
  ['no subject', { subject: undefined }, 'A2.1'],
  ['no date', { heldOn: undefined }, 'A2.1'],
  ['several faults, in order', { chair: '', present: 0 }, 'A2.1 A2.3'],
])('%s', (_, more, failed) => expect(failedClauses({ ...minutes, ...more }).join(' ')).toBe(failed))

test.each([
  ['exactly half present is a quorum for an ordinary decision', { expected: 12, present: 6 }, ordinary, true],
  ['one less is not', { expected: 12, present: 5 }, ordinary, false],
  ['exactly half is not enough to admit a member', { expected: 12, present: 6 }, admission, false],
  ['seven of twelve are', { expected: 12, present: 7 }, admission, true],
])('%s', (_, vote, rule, quorate) => expect(isQuorate(vote, rule)).toBe(quorate))

const votes = { expected: 12, present: 12, yes: 0, writtenYes: 0 }
test.each([
  ['half of those expected is not carried', { yes: 6 }, ordinary, false],
  ['more than half is', { yes: 7 }, ordinary, true],
  ['everybody present for, but only half expected there', { present: 6, yes: 6 }, ordinary, false],
  ['a written opinion does not count for an ordinary decision', { yes: 6, writtenYes: 1 }, ordinary, false],
  ['for admission it does', { yes: 6, writtenYes: 1 }, admission, true],
  ['too few present', { present: 5, yes: 5 }, ordinary, ['no-quorum', 'R1.3']],
  ['too few present to admit', { present: 6, yes: 6, writtenYes: 6 }, admission, ['no-quorum', 'R2']],
])('%s', (_, vote, rule, expected) => {
  const decision = decide({ ...votes, ...vote }, rule)
  expect(isRefused(decision) ? [decision.refused, decision.clause] : decision.carried).toEqual(expected)
})

test.each([
  ['the same day', '2026-07-10', 0, false],
  ['seven days after', '2026-07-17', 7, false],
  ['eight days after', '2026-07-18', 8, true],
  ['before, by the clock', '2026-07-09', 0, false],
])('recorded %s', (_, recorded, days, late) => {
  expect([daysLate(HELD, day(recorded)), isLate(HELD, day(recorded))]).toEqual([days, late])
})
test('without a day of record nothing is late', () => expect(isLate(HELD, undefined)).toBe(false))

const convened: Convened = { kind: 'generalMeeting', heldOn: HELD, roster: ['a', 'b', 'c', 'd', 'e'] }
const roll = (text: string): RollLine[] => {
  const states = { '+': 'present', '-': 'absent', o: 'excluded' } as const
  return [...text.matchAll(/([+\-o])(\w)/g)].map(([, sign, personId = '']) => ({
    personId,
    state: sign === '+' ? states['+'] : sign === 'o' ? states.o : states['-'],
  }))
}
test.each<[string, Partial<Convened>, string, string, unknown]>([
  ['everybody', {}, '+a +b +c +d +e', '2026-07-10T10:00:00Z', [5, 5, '', true, false]],
  ['half of five is three', {}, '+a +b +c -d -e', '2026-07-10T10:00:00Z', [5, 3, 'd e', true, false]],
  [
    'two of five are recorded, and not quorate',
    {},
    '+a +b -c -d -e',
    '2026-07-10T10:00:00Z',
    [5, 2, 'c d e', false, false],
  ],
  ['whoever is not named is absent', {}, '+a +b +c', '2026-07-10T10:00:00Z', [5, 3, 'd e', true, false]],
  ['whoever is excluded is not expected', {}, '+a +b oe', '2026-07-10T10:00:00Z', [4, 2, 'c d', true, false]],
  [
    'a theme day needs no half',
    { kind: 'themeDay' },
    '+a',
    '2026-07-10T10:00:00Z',
    [5, 1, 'b c d e', true, false],
  ],
  [
    'seven days later, in the last minute of the day here',
    {},
    '+a +b +c',
    '2026-07-17T15:59:59Z',
    [5, 3, 'd e', true, false],
  ],
  [
    'a second later it is the eighth day here',
    {},
    '+a +b +c',
    '2026-07-17T16:00:00Z',
    [5, 3, 'd e', true, true],
  ],
  [
    'which in London is still the seventh',
    { zone: 'Europe/London' },
    '+a +b +c',
    '2026-07-17T16:00:00Z',
    [5, 3, 'd e', true, false],
  ],
  ['a stranger', {}, '+a +x', '2026-07-10T10:00:00Z', ['not-on-the-roster', 'A1.5']],
  ['somebody twice', {}, '+a -a', '2026-07-10T10:00:00Z', ['called-twice', 'A2.2']],
  ['everybody excluded', {}, 'oa ob oc od oe', '2026-07-10T10:00:00Z', ['nobody-expected', 'A2.2']],
  [
    'a meeting of today, just after midnight here',
    {},
    '+a',
    '2026-07-09T16:00:00Z',
    [5, 1, 'b c d e', false, false],
  ],
  ['a meeting of tomorrow', {}, '+a', '2026-07-09T15:59:59Z', ['in-the-future', 'A2.1']],
])('roll call: %s', (_, more, text, now, expected) => {
  const called = rollCall({ ...convened, ...more }, roll(text), new Date(now))
  expect(
    isRefused(called)
      ? [called.refused, called.clause]
      : [called.expected, called.present, called.absent.join(' '), called.quorate, called.late],
  ).toEqual(expected)
})

test('nobody is both present and absent, and nobody is lost', () =>
  fc.assert(
    fc.property(fc.subarray([...convened.roster], { minLength: 1 }), (present) => {
      const called = rollCall(
        convened,
        present.map((personId) => ({ personId, state: 'present' })),
        new Date('2026-07-11'),
      )
      expect(isRefused(called) ? -1 : called.present + called.absent.length).toBe(5)
    }),
  ))
