import { expect, test } from 'vitest'
import { day } from '../../../kit/day.ts'
import { firstWish, isLateFor, type ProposedSet, sessionsOf, wishAfter, wishInput } from './proposing.ts'

const hall = { day: '', starts: '', ends: '', place: '会议室', shift: '' }
const NOW = day('2026-10-08')
const WISH = firstWish({ sessions: [hall] }, NOW)
const set = (shifts: readonly string[]): ProposedSet => ({
  ...{ reached: 0, of: 0, percent: 0, missed: [], reasons: [] },
  sessions: shifts.map((shift) => ({ day: NOW, starts: '14:30', ends: '16:00', shift, reached: 1 })),
})

test('four weeks from tomorrow are looked through, or from the day that is typed already', () => {
  expect(WISH).toMatchObject({ from: '2026-10-09', to: '2026-11-05' })
  expect(firstWish({ sessions: [{ ...hall, day: '2026-10-20' }] }, NOW).from).toBe('2026-10-20')
  expect(firstWish({ sessions: [{ ...hall, day: '2026-09-20' }] }, NOW).from).toBe('2026-10-09')
})

test.each([
  ['from tomorrow to its last day', '2026-10-01', '2026-10-31', '2026-10-09', '2026-10-31'],
  ['from its first day when that is to come', '2026-11-01', '2026-11-30', '2026-11-01', '2026-11-30'],
  ['today alone on its last day', '2026-10-01', '2026-10-08', '2026-10-08', '2026-10-08'],
  ['for as many days as are looked through', '2026-01-01', '2026-12-31', '2026-10-09', '2026-12-09'],
])('a duty is looked through %s', (_, first, last, from, to) => {
  const duty = { first: day(first), last: day(last) }
  const typed = { sessions: [{ ...hall, day: last }] }
  expect(firstWish(typed, NOW, duty)).toMatchObject({ from, to })
  expect(wishAfter(WISH, duty).from > last).toBe(true)
})

test('a proposal is late for a duty when none of its sittings is within it', () => {
  const duty = (last: string) => ({ first: day('2026-10-01'), last: day(last) })
  const found = [undefined, duty('2026-10-08'), duty('2026-10-07')].map((of) => isLateFor(set(['']), of))
  expect(found).toEqual([false, false, true])
})

test.each([
  ['without a kind of meeting', WISH, { orgId: 'a', kind: '' }],
  ['with a day that is none', { ...WISH, from: '10.' }, { orgId: 'a', kind: 'partyLecture' }],
  ['shorter than a quarter of an hour', { ...WISH, minutes: '14' }, { orgId: 'a', kind: 'partyLecture' }],
] as const)('nothing is asked %s', (_, wish, entry) => expect(wishInput(wish, entry)).toBeUndefined())
test('a vote is asked for when it is chosen', () =>
  expect(wishInput({ ...WISH, vote: 'admission' }, { orgId: 'a', kind: 'generalMeeting' })).toMatchObject({
    vote: 'admission',
    minutes: 90,
  }))

test('the place stays, and no two sittings are everybody’s', () => {
  expect(
    sessionsOf(set(['甲班、乙班', '', '']), [hall], '其余的人').map(({ shift, place }) => [shift, place]),
  ).toEqual([
    ['甲班、乙班', '会议室'],
    ['', '会议室'],
    ['其余的人', '会议室'],
  ])
})
