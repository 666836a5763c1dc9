import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { gather, isNear, type Open, stateOf } from './open.ts'

const today = day('2026-10-08')

test.each([
  ['yesterday is over', '2026-10-07', 'missed'],
  ['today is still in time', '2026-10-08', 'risk'],
  ['a week is at risk', '2026-10-15', 'risk'],
  ['a day more is not', '2026-10-16', 'due'],
] as const)('%s', (_, until, state) => expect(stateOf(day(until), today)).toBe(state))

test('what has no last day is at risk until somebody mends it', () =>
  expect(stateOf(null, today)).toBe('risk'))

test.each([
  ['45 days ago', '2026-08-24', true],
  ['46 days ago', '2026-08-23', false],
  ['in 30 days', '2026-11-07', true],
  ['in 31 days', '2026-11-08', false],
] as const)('%s is near: %s → %s', (_, until, near) => expect(isNear(day(until), today)).toBe(near))

const open = (branchId: string, of: Partial<Open>): Open => ({
  kind: 'duty',
  what: 'themeDay',
  until: day('2026-10-31'),
  count: 1,
  branchId,
  branchName: branchId,
  groupId: null,
  groupName: null,
  name: '',
  planned: null,
  ...of,
})

test('the same thing of two branches is one line; first what can still be done, then what was missed', () => {
  const lines = gather(
    [
      open('b1', {}),
      open('b1', { kind: 'vacancy', what: 'secretary', until: null }),
      open('b2', {}),
      open('b2', { kind: 'dues', what: '2026-09', until: day('2026-09-30'), count: 4 }),
      open('b1', { kind: 'dues', what: '2026-09', until: day('2026-09-30'), count: 3 }),
    ],
    today,
  )
  expect(lines.map(({ kind, state, count, branches }) => [kind, state, count, branches.length])).toEqual([
    ['vacancy', 'risk', 1, 1],
    ['duty', 'due', 2, 2],
    ['dues', 'missed', 7, 2],
  ])
})

test('terms stand in one line whatever their days; one that is over makes it missed', () => {
  const term = (branchId: string, until: string): Open =>
    open(branchId, { kind: 'term', what: '', until: day(until) })
  expect(gather([term('b1', '2026-12-01'), term('b2', '2026-09-01')], today)).toMatchObject([
    { kind: 'term', until: null, state: 'missed', count: 2 },
  ])
  expect(gather([term('b1', '2026-12-01')], today)).toMatchObject([{ until: '2026-12-01', state: 'due' }])
})

test('a duty with a meeting planned in time runs no risk and stands apart from those without', () => {
  const until = day('2026-10-12')
  const planned = { id: 'p1', day: day('2026-10-10') }
  const lines = gather([open('b1', { until }), open('b2', { until, planned })], today)
  expect(lines.map(({ state, isPlanned, branches }) => [state, isPlanned, branches[0]?.planned])).toEqual([
    ['risk', false, null],
    ['due', true, planned],
  ])
})
