import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import type { Category } from '../../people/rules.ts'
import { MEETING_KINDS, type MeetingKind } from '../rules.ts'
import { checkHeld, isExpected } from './expected.ts'

test.each<[string, MeetingKind, Category, string, boolean]>([
  ['a full member votes in the general meeting', 'generalMeeting', 'fullMember', '', true],
  ['a probationary member does not', 'generalMeeting', 'probationaryMember', '书记', false],
  ['but comes to a theme day', 'themeDay', 'probationaryMember', '', true],
  ['and to a lecture', 'partyLecture', 'probationaryMember', '', true],
  ['an activist is welcome, and not counted', 'partyLecture', 'activist', '', false],
  ['the secretary sits in the committee', 'committeeMeeting', 'fullMember', '支部书记', true],
  [
    'so does who holds one of its posts among others',
    'committeeMeeting',
    'fullMember',
    '组长兼宣传委员',
    true,
  ],
  ['a group leader does not', 'committeeMeeting', 'fullMember', '党小组长', false],
  ['nor who holds no post', 'committeeMeeting', 'fullMember', '', false],
  ['nor who is no member', 'committeeMeeting', 'masses', '书记', false],
])('expected: %s', (_, kind, category, posts, expected) => {
  expect(isExpected(kind, { category, posts })).toBe(expected)
})

test('who is no member is expected nowhere', () => {
  const anybody = MEETING_KINDS.filter((kind) => isExpected(kind, { category: 'candidate', posts: '书记' }))
  expect(anybody).toEqual([])
})

test.each([
  ['today', '2026-10-08', '', '', undefined],
  ['tomorrow', '2026-10-09', '', '', 'in-the-future'],
  ['ending when it starts', '2026-10-08', '14:00', '14:00', 'ends-before-start'],
  ['ending a minute before', '2026-10-08', '14:00', '13:59', 'ends-before-start'],
  ['past midnight, which has come', '2026-10-07', '23:30', '00:20', undefined],
  ['past midnight, which has not', '2026-10-08', '23:30', '00:20', 'in-the-future'],
  ['ending, nobody knows when it started', '2026-10-08', '', '09:00', undefined],
])('held: %s', (_, heldOn, starts, ends, code) => {
  const held = checkHeld({ heldOn: day(heldOn), starts, ends }, day('2026-10-08'))
  expect(held).toEqual(code ? expect.objectContaining({ refused: code }) : 'fine')
})
