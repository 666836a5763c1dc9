import { expect, test } from 'vitest'
import { isConcerned } from './live.ts'

const meeting = '01900000-0000-7000-8000-000000000001'
const branch = '01900000-0000-7000-8000-000000000002'
const other = '01900000-0000-7000-8000-000000000003'
const told = { slices: ['meetings', 'home'], ids: [meeting, branch] }

test.each([
  ['the record itself', 'meetings.findMeeting', { id: meeting }, true],
  ['another record of the kind', 'meetings.findMeeting', { id: other }, false],
  ['a list of its branch', 'meetings.listMeetings', { branchId: branch, from: '2026-01-01' }, true],
  ['a list of another branch', 'meetings.listMeetings', { branchId: other }, false],
  ['an overview that names no unit', 'home.findOverview', { year: 2026 }, true],
  ['a question of another slice', 'people.listPeople', { orgId: branch }, false],
  ['a slice whose name begins alike', 'homework.list', {}, false],
  ['no input at all', 'home.findOverview', null, true],
])('%s', (_, name, input, concerned) => expect(isConcerned(name, input, told)).toBe(concerned))

test('after many changes at once whatever is of the slice is asked anew', () =>
  expect(isConcerned('meetings.findMeeting', { id: other }, { slices: ['meetings'], ids: null })).toBe(true))
