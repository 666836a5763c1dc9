import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import type { Id } from '../../kit/id.ts'
import { fill, type Say } from '../../kit/web/say.ts'
import { arrange, type Branch, openSums, rowMarks } from './overview.ts'

const branch = (code: string, missed: number, due = 0, late = 0): Branch => ({
  id: code as Id<'org'>,
  code,
  name: `${code}党支部`,
  kind: 'branch',
  members: { full: 9, probationary: 1 },
  secretary: code === 'B' ? '王建国' : '',
  missed,
  due,
  late,
  duties: [],
})
const branches = [branch('A', 1), branch('B', 3, 1), branch('C', 0), branch('D', 3, 0, 2)]
const codes = (of: readonly Branch[]): string => of.map(({ code }) => code).join('')
const any = { q: '', open: false }

test.each([
  ['by code as they come', any, 'code', 'ABCD'],
  ['most missed first, equal ones by code', any, 'missed', 'BDAC'],
  ['most late first', any, 'late', 'DABC'],
  ['only those with something open', { ...any, open: true }, 'code', 'ABD'],
  ['found by the secretary', { ...any, q: '建国' }, 'code', 'B'],
  ['found by code, in any case', { ...any, q: 'c' }, 'code', 'C'],
  ['only those under a unit', { ...any, only: new Set(['A', 'C']) }, 'code', 'AC'],
] as const)('%s', (_, filter, order, expected) =>
  expect(codes(arrange(branches, filter, order))).toBe(expected),
)

test('what is open is summed', () => expect(openSums(branches)).toEqual({ missed: 7, due: 1, late: 2 }))

test('a month’s mark names the duties it stands for', () => {
  const say: Say = (words, ...filling) => fill(words.zh, filling[0])
  const window = {
    window: '2026-07',
    first: day('2026-07-01'),
    last: day('2026-07-31'),
    why: null,
    meetingIds: [],
  }
  const duty = { groupId: null, groupName: null, clause: 'A3.1' }
  const duties: Branch['duties'] = [
    { ...duty, kind: 'themeDay', windows: [{ ...window, state: 'missed' }] },
    { ...duty, kind: 'committeeMeeting', windows: [{ ...window, state: 'missed' }] },
    { ...duty, kind: 'partyLecture', windows: [{ ...window, state: 'done' }] },
  ]
  expect(rowMarks({ ...branch('A', 2), duties }, 2026, say, 'zh')).toEqual([
    { first: 7, last: 7, state: 'missed', says: '7月 未开展: 主题党日、支部委员会', count: 2 },
  ])
})
