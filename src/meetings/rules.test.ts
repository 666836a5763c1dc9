import { expect, test } from 'vitest'
import { addDays, day } from '../kit/day.ts'
import { parsePeriod } from '../kit/period.ts'
import { isRefused } from '../kit/refuse.ts'
import fc from '../kit/test/check.ts'
import { decide, isQuorate, voteRule } from './rules/votes.ts'
import {
  type Convened,
  type Duty,
  type DutyBranch,
  type DutyMeeting,
  dutiesOf,
  failedClauses,
  MEETING_KIND_NAMES,
  MEETING_KINDS,
  type Minutes,
  meetingKindOf,
  missingToHalf,
  type RollLine,
  rollCall,
} from './rules.ts'

test('kinds read back from their official names and from their identifiers', () => {
  expect(MEETING_KINDS.map((kind) => meetingKindOf(MEETING_KIND_NAMES[kind]))).toEqual(MEETING_KINDS)
  expect(MEETING_KINDS.map((kind) => meetingKindOf(kind))).toEqual(MEETING_KINDS)
  expect(meetingKindOf('党员大会')).toBeUndefined()
})

const HELD = day('2026-07-10')
const ordinary = voteRule('ordinary', HELD)
const admission = voteRule('admission', HELD)

test.each([
  ['half of a committee is enough', 'committeeMeeting', { expected: 4, present: 2 }, 0],
  ['one of four lacks another', 'committeeMeeting', { expected: 4, present: 1 }, 1],
  ['half of an odd number is rounded up', 'generalMeeting', { expected: 13, present: 6 }, 1],
  ['nobody lacks where all are here', 'generalMeeting', { expected: 13, present: 13 }, 0],
  ['a themed day asks for no half', 'themeDay', { expected: 15, present: 0 }, undefined],
  ['nor is there one of nobody', 'generalMeeting', { expected: 0, present: 0 }, undefined],
] as const)('%s', (_, kind, numbers, n) => expect(missingToHalf(kind, numbers, HELD)).toBe(n))

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
  ['everybody excluded', {}, 'oa ob oc od oe', '2026-07-10T10:00:00Z', [0, 0, '', true, false]],
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

const quarter = parsePeriod('2026Q3')
const year = parsePeriod('2026')
if (!quarter || !year) throw new Error('no such period')
const LATER = day('2027-01-01')
const branch: DutyBranch = { fullMembers: 7, groups: [] }

/** `themeDay 2026-08-01 recorded 2026-08-09`, `groupMeeting@g1 2026-07-05`, `invalid themeDay 2026-08-31`. */
const meeting = (text: string): DutyMeeting => {
  const [, invalid, kind = '', group, held = '', recorded] =
    /^(invalid )?(\w+)(?:@(\w+))? (\S+)(?: recorded (\S+))?$/.exec(text) ?? []
  const recordedOn = recorded === undefined ? undefined : day(recorded)
  const known = meetingKindOf(kind) ?? 'studyExchange'
  return { id: held, kind: known, heldOn: day(held), valid: !invalid, group, recordedOn }
}
const meetings = (text: string): DutyMeeting[] => (text === '' ? [] : text.split(', ').map(meeting))
const rowOf = (duties: readonly Duty[], kind: string, group?: string): string =>
  duties
    .filter((duty) => duty.kind === kind && duty.group === group)
    .flatMap(({ windows }) => windows)
    .map((window) => (window.state === 'notApplicable' ? window.why : window.state))
    .join(' ')

test.each([
  ['nothing held, all over', '', LATER, 'missed missed missed'],
  ['on the last day of a window it is still due', '', day('2026-07-31'), 'due due due'],
  ['the day after it is missed', '', day('2026-08-01'), 'missed due due'],
  ['held on the first day', 'themeDay 2026-08-01', LATER, 'missed done missed'],
  ['held on the last day', 'themeDay 2026-08-31', LATER, 'missed done missed'],
  ['held the day before the span', 'themeDay 2026-06-30', LATER, 'missed missed missed'],
  ['an invalid meeting fills nothing', 'invalid themeDay 2026-08-31', LATER, 'missed missed missed'],
  ['a meeting of another kind fills nothing', 'partyLecture 2026-08-31', LATER, 'missed missed missed'],
  ['recorded seven days after: done', 'themeDay 2026-08-01 recorded 2026-08-08', LATER, 'missed done missed'],
  ['recorded eight days after: late', 'themeDay 2026-08-01 recorded 2026-08-09', LATER, 'missed late missed'],
  [
    'one late, one in time: done',
    'themeDay 2026-08-01 recorded 2026-08-09, themeDay 2026-08-02',
    LATER,
    'missed done missed',
  ],
])('theme days: %s', (_, held, today, expected) =>
  expect(rowOf(dutiesOf(branch, quarter, meetings(held), today), 'themeDay')).toBe(expected),
)

test.each<[string, Partial<DutyBranch>, string, string]>([
  ['seven full members have a committee', {}, 'committeeMeeting', 'missed missed missed'],
  ['six have none', { fullMembers: 6 }, 'committeeMeeting', 'no-committee no-committee no-committee'],
  ['no groups, no group meetings', {}, 'groupMeeting', 'no-groups no-groups no-groups'],
  [
    'founded on the first day of a window',
    { founded: day('2026-08-01') },
    'themeDay',
    'founded-later missed missed',
  ],
  ['founded a day later', { founded: day('2026-08-02') }, 'themeDay', 'founded-later founded-later missed'],
  ['founded after the quarter began', { founded: day('2026-07-02') }, 'generalMeeting', 'founded-later'],
  ['a year does not lie inside a quarter', {}, 'orgLifeMeeting', ''],
  ['an exchange of study is no duty', {}, 'studyExchange', ''],
])('%s', (_, more, kind, expected) =>
  expect(rowOf(dutiesOf({ ...branch, ...more }, quarter, [], LATER), kind)).toBe(expected),
)

test('each group owes its own meetings, from its own founding on, and only a record of its own fills them', () => {
  const groups = [{ id: 'g1' }, { id: 'g2', founded: day('2026-08-15') }]
  const held = 'groupMeeting@g1 2026-07-05, groupMeeting@g2 2026-08-05, groupMeeting 2026-09-05'
  const duties = dutiesOf({ ...branch, groups }, quarter, meetings(held), LATER)
  expect(rowOf(duties, 'groupMeeting', 'g1')).toBe('done missed missed')
  expect(rowOf(duties, 'groupMeeting', 'g2')).toBe('founded-later founded-later missed')
})

test('a group older than its branch owes nothing before the branch', () => {
  const young = { ...branch, founded: day('2026-08-01'), groups: [{ id: 'g' }] }
  expect(rowOf(dutiesOf(young, quarter, [], LATER), 'groupMeeting', 'g')).toBe('founded-later missed missed')
})

test('a lecture in a group counts for the branch', () =>
  expect(
    rowOf(dutiesOf(branch, quarter, meetings('partyLecture@g1 2026-07-05'), LATER), 'partyLecture'),
  ).toBe('done'))

test('a year has four quarters, twelve months and itself, each with the law it rests on', () => {
  const duties = dutiesOf(branch, year, [], LATER)
  expect(duties.map(({ kind, windows, source }) => [kind, windows.length, source])).toEqual([
    ['generalMeeting', 4, '支部条例 第11条、第14条'],
    ['committeeMeeting', 12, '支部条例 第12条'],
    ['groupMeeting', 12, '支部条例 第13条、第14条'],
    ['partyLecture', 4, '支部条例 第16条（次数按惯例）'],
    ['themeDay', 12, '支部条例 第16条'],
    ['orgLifeMeeting', 1, '支部条例 第17条'],
    ['memberAppraisal', 1, '支部条例 第18条'],
  ])
})

test('a window names its meetings in the order of their days', () => {
  const held = meetings('themeDay 2026-08-20, themeDay 2026-08-02')
  const windows = dutiesOf(branch, quarter, held, LATER).find(({ kind }) => kind === 'themeDay')?.windows
  expect(windows?.map((one) => one.meetings)).toEqual([[], ['2026-08-02', '2026-08-20'], []])
})

test('one more valid meeting never makes a duty worse', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(91), { maxLength: 6 }), fc.nat(91), (days, more) => {
      const held = (offset: number): DutyMeeting => meeting(`themeDay ${addDays(quarter.first, offset)}`)
      const missed = (offsets: number[]): number =>
        rowOf(dutiesOf(branch, quarter, offsets.map(held), LATER), 'themeDay').split('missed').length
      expect(missed([...days, more])).toBeLessThanOrEqual(missed(days))
    }),
  ))
