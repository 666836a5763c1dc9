import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { type DutyRow, marksOf, shortGroup } from './duties.ts'

test.each([
  ['综采一队第一党小组', '综采一队党支部', '第一党小组'],
  ['地面单位一组', '地面单位联合党支部', '一组'],
  ['早班党小组', '综采一队党支部', '早班党小组'],
  ['综采一队', '综采一队党支部', '综采一队'],
])('%s of %s is called %s', (group, branch, short) => expect(shortGroup(group, branch)).toBe(short))

const place = { branchId: 'b', branchName: '综采一队党支部', year: 2026, mayEnter: true }
const row = (window: Partial<DutyRow['windows'][number]>): DutyRow => ({
  kind: 'themeDay',
  groupId: null,
  groupName: null,
  clause: 'A3.1',
  windows: [
    {
      window: '2026-07',
      first: day('2026-07-01'),
      last: day('2026-07-31'),
      state: 'missed',
      why: null,
      meetingIds: [],
      ...window,
    },
  ],
})

test('a missed window leads to the form that would fill it, for those who may', () => {
  expect(marksOf(row({}), place, 'zh')[0]).toMatchObject({
    says: '7月 主题党日: 未开展',
    href: '/meetings/new?branch=b&kind=themeDay',
  })
  expect(marksOf(row({}), { ...place, mayEnter: false }, 'zh')[0]?.href).toBeUndefined()
})

test('what does not apply says why and leads nowhere', () =>
  expect(marksOf(row({ state: 'notApplicable', why: 'founded-later' }), place, 'en')[0]).toMatchObject({
    says: 'Jul Themed Party day: Not applicable, not founded yet',
    href: undefined,
  }))

test('what is due says until when', () =>
  expect(marksOf(row({ state: 'due' }), place, 'zh')[0]?.says).toContain('待完成，到'))
