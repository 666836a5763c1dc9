import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, day } from '../kit/day.ts'
import { parsePeriod } from '../kit/period.ts'
import { type Duty, type DutyBranch, type DutyMeeting, dutiesOf, meetingKindOf } from './rules.ts'

const quarter = parsePeriod('2026Q3')
const year = parsePeriod('2026')
if (!quarter || !year) throw new Error('no such period')
const branch: DutyBranch = { fullMembers: 7, groups: [] }
const meeting = (text: string, more: Partial<DutyMeeting> = {}): DutyMeeting => {
  const [kind = '', on = '', group] = text.split(/[ @]/)
  return {
    id: text,
    kind: meetingKindOf(kind) ?? 'studyExchange',
    heldOn: day(on),
    valid: true,
    group,
    ...more,
  }
}
const LATER = day('2027-01-01')
const rowOf = (duties: readonly Duty[], kind: string, group?: string): string =>
  duties
    .filter((duty) => duty.kind === kind && duty.group === group)
    .flatMap(({ windows }) => windows)
    .map((window) => `${window.name} ${window.state === 'notApplicable' ? window.why : window.state}`)
    .join(', ')

test.each<[string, DutyMeeting[], Day, string]>([
  ['nothing held, all over', [], LATER, '2026-07 missed, 2026-08 missed, 2026-09 missed'],
  [
    'on the last day of a window it is still due',
    [],
    day('2026-07-31'),
    '2026-07 due, 2026-08 due, 2026-09 due',
  ],
  ['the day after it is missed', [], day('2026-08-01'), '2026-07 missed, 2026-08 due, 2026-09 due'],
  [
    'held on the first day',
    [meeting('主题党日 2026-08-01')],
    LATER,
    '2026-07 missed, 2026-08 done, 2026-09 missed',
  ],
  [
    'held on the last day',
    [meeting('themeDay 2026-08-31')],
    LATER,
    '2026-07 missed, 2026-08 done, 2026-09 missed',
  ],
  [
    'held the day before the span',
    [meeting('themeDay 2026-06-30')],
    LATER,
    '2026-07 missed, 2026-08 missed, 2026-09 missed',
  ],
  [
    'an invalid meeting fills nothing',
    [meeting('themeDay 2026-08-31', { valid: false })],
    LATER,
    '2026-07 missed, 2026-08 missed, 2026-09 missed',
  ],
  [
    'a meeting of another kind fills nothing',
    [meeting('党课 2026-08-31')],
    LATER,
    '2026-07 missed, 2026-08 missed, 2026-09 missed',
  ],
  [
    'recorded seven days after: done',
    [meeting('themeDay 2026-08-01', { recordedOn: day('2026-08-08') })],
    LATER,
    '2026-07 missed, 2026-08 done, 2026-09 missed',
  ],
  [
    'recorded eight days after: late',
    [meeting('themeDay 2026-08-01', { recordedOn: day('2026-08-09') })],
    LATER,
    '2026-07 missed, 2026-08 late, 2026-09 missed',
  ],
  [
    'one late and one in time: done',
    [
      meeting('themeDay 2026-08-01', { recordedOn: day('2026-08-09') }),
      meeting('themeDay 2026-08-02', { recordedOn: day('2026-08-02') }),
    ],
    LATER,
    '2026-07 missed, 2026-08 done, 2026-09 missed',
  ],
])('theme days: %s', (_, meetings, today, expected) =>
  expect(rowOf(dutiesOf(branch, quarter, meetings, today), 'themeDay')).toBe(expected),
)

const monthly = (state: string): string =>
  ['2026-07', '2026-08', '2026-09'].map((name) => `${name} ${state}`).join(', ')
test.each<[string, Partial<DutyBranch>, string, string]>([
  ['seven full members have a committee', {}, 'committeeMeeting', monthly('missed')],
  ['six have none', { fullMembers: 6 }, 'committeeMeeting', monthly('no-committee')],
  ['no groups, no group meetings', {}, 'groupMeeting', monthly('no-groups')],
  [
    'founded on the first day of a window, it owes it',
    { founded: day('2026-08-01') },
    'themeDay',
    '2026-07 founded-later, 2026-08 missed, 2026-09 missed',
  ],
  [
    'founded a day later it does not',
    { founded: day('2026-08-02') },
    'themeDay',
    '2026-07 founded-later, 2026-08 founded-later, 2026-09 missed',
  ],
  [
    'a quarter begun before the founding is no duty',
    { founded: day('2026-07-02') },
    'generalMeeting',
    '2026Q3 founded-later',
  ],
  ['a year does not lie inside a quarter', {}, 'orgLifeMeeting', ''],
  ['an exchange of study is no duty', {}, 'studyExchange', ''],
])('%s', (_, more, kind, expected) =>
  expect(rowOf(dutiesOf({ ...branch, ...more }, quarter, [], LATER), kind)).toBe(expected),
)

test('each group owes its own meetings, from its own founding on, and only a record of its own fills them', () => {
  const groups = [{ id: 'g1' }, { id: 'g2', founded: day('2026-08-15') }]
  const held = [
    meeting('groupMeeting 2026-07-05@g1'),
    meeting('groupMeeting 2026-08-05@g2'),
    meeting('groupMeeting 2026-09-05'),
  ]
  const duties = dutiesOf({ ...branch, groups }, quarter, held, LATER)
  expect(rowOf(duties, 'groupMeeting', 'g1')).toBe('2026-07 done, 2026-08 missed, 2026-09 missed')
  expect(rowOf(duties, 'groupMeeting', 'g2')).toBe(
    '2026-07 founded-later, 2026-08 founded-later, 2026-09 missed',
  )
})

test('a group older than its branch owes nothing before the branch', () => {
  const duties = dutiesOf(
    { ...branch, founded: day('2026-08-01'), groups: [{ id: 'g' }] },
    quarter,
    [],
    LATER,
  )
  expect(rowOf(duties, 'groupMeeting', 'g')).toBe('2026-07 founded-later, 2026-08 missed, 2026-09 missed')
})

test('a lecture in a group counts for the branch', () =>
  expect(rowOf(dutiesOf(branch, quarter, [meeting('党课 2026-07-05@g1')], LATER), 'partyLecture')).toBe(
    '2026Q3 done',
  ))

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
  const held = [meeting('themeDay 2026-08-20'), meeting('themeDay 2026-08-02')]
  const windows = dutiesOf(branch, quarter, held, LATER).find(({ kind }) => kind === 'themeDay')?.windows
  expect(windows?.map(({ meetings }) => meetings)).toEqual([
    [],
    ['themeDay 2026-08-02', 'themeDay 2026-08-20'],
    [],
  ])
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
