import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { isRefused } from '../../kit/refuse.ts'
import { MEETING_KINDS } from '../rules.ts'
import { type AgendaItem, checkAgenda } from './agenda.ts'
import { checkDone, checkPromise, clockOf, daysLeft, takesUp } from './decisions.ts'
import {
  checkCalled,
  checkClock,
  checkLength,
  checkRoom,
  checkSigner,
  DENIED,
  isSealed,
  MOST_MINUTE,
  ROOM_STATES,
  signsFor,
} from './room.ts'

const codeOf = (checked: unknown): string => (isRefused(checked) ? checked.refused : 'fine')

/** What may be done while it is open, once it is closed, once it is signed. */
test.each<[keyof typeof DENIED, string, string, string]>([
  ['takeRoll', 'fine', 'meeting-closed', 'meeting-signed'],
  ['addAgendaItem', 'fine', 'meeting-closed', 'meeting-signed'],
  ['recordVote', 'fine', 'meeting-closed', 'meeting-signed'],
  ['closeMeeting', 'fine', 'meeting-closed', 'meeting-signed'],
  ['discardMeeting', 'fine', 'meeting-closed', 'meeting-signed'],
  ['reopenMeeting', 'meeting-open', 'fine', 'meeting-signed'],
  ['decideItem', 'fine', 'fine', 'meeting-signed'],
  ['saveMinute', 'fine', 'fine', 'meeting-signed'],
  ['changePhotos', 'fine', 'fine', 'meeting-signed'],
  ['changeRecord', 'fine', 'fine', 'meeting-signed'],
  ['correctRoll', 'meeting-open', 'fine', 'meeting-signed'],
  ['signMeeting', 'meeting-open', 'fine', 'meeting-signed'],
  ['addAddendum', 'meeting-open', 'meeting-not-signed', 'fine'],
  ['recordMakeUp', 'meeting-open', 'fine', 'fine'],
])('%s', (deed, ...said) => {
  const found = ROOM_STATES.map((state) => codeOf(checkRoom<string>(state, DENIED[deed])))
  expect(found).toEqual(said)
  expect(codeOf(checkRoom<string>(null, DENIED[deed]))).toBe(said[1])
})

const opened = new Date('2026-10-08T02:00:00Z')
test.each<[string, unknown, string]>([
  ['a clock at the opening', checkClock(opened, opened), 'fine'],
  ['a clock a moment before it', checkClock(opened, new Date(opened.getTime() - 1)), 'clock-behind'],
  ['a record without a room', checkClock(null, opened), 'fine'],
  ['a roll as it was read', checkCalled(2, 2), 'fine'],
  ['a roll called since', checkCalled(1, 2), 'roll-taken'],
  ['a roll that claims more calls than there were', checkCalled(3, 2), 'roll-taken'],
  ['the longest block', checkLength('字'.repeat(MOST_MINUTE)), 'fine'],
  ['one character more', checkLength('字'.repeat(MOST_MINUTE + 1)), 'text-too-long'],
  ['the chair signs', checkSigner({ role: 'chair', accountId: 'a' }, []), 'fine'],
  [
    'and signs anew',
    checkSigner({ role: 'chair', accountId: 'a' }, [{ role: 'chair', accountId: 'a' }]),
    'fine',
  ],
  [
    'in both places',
    checkSigner({ role: 'recorder', accountId: 'a' }, [{ role: 'chair', accountId: 'a' }]),
    'other-must-sign',
  ],
])('%s', (_, checked, code) => expect(codeOf(checked)).toBe(code))

test.each([
  ['the one who is named', '黎春生', '黎春生', ''],
  ['the one who is named, with blanks about it', '黎春生', ' 黎春生 ', ''],
  ['another than the one who is named', '党委干事', ' 黎春生', '黎春生'],
  ['somebody where nobody is named', '党委干事', ' ', ''],
])('in their stead signs %s', (_, ownName, named, signed) => expect(signsFor(ownName, named)).toBe(signed))

test.each([
  ['one name', [{ role: 'chair', digest: '1' }], false],
  [
    'both under other words',
    [
      { role: 'chair', digest: '1' },
      { role: 'recorder', digest: '2' },
    ],
    false,
  ],
  [
    'both under the same',
    [
      { role: 'chair', digest: '1' },
      { role: 'recorder', digest: '1' },
    ],
    true,
  ],
] as const)('%s seals: %s', (_, signed, sealed) => expect(isSealed(signed)).toBe(sealed))

const vote: AgendaItem = { kind: 'vote', vote: 'admission' }
test.each<[string, AgendaItem[], Parameters<typeof checkAgenda>[1], string]>([
  ['an admission in one sitting', [vote], { kind: 'generalMeeting', sittings: 1 }, 'fine'],
  ['an admission in two', [vote], { kind: 'generalMeeting', sittings: 2 }, 'votes-need-one-sitting'],
  [
    'a discussion in two',
    [{ kind: 'discussion', vote: null }],
    { kind: 'partyLecture', sittings: 2 },
    'fine',
  ],
  ['an admission by the committee', [vote], { kind: 'committeeMeeting', sittings: 1 }, 'vote-not-here'],
  [
    'a vote in a lecture',
    [{ kind: 'vote', vote: 'ordinary' }],
    { kind: 'partyLecture', sittings: 1 },
    'vote-not-here',
  ],
  [
    'a vote on nothing',
    [{ kind: 'vote', vote: null }],
    { kind: 'generalMeeting', sittings: 1 },
    'vote-unnamed',
  ],
])('%s', (_, items, meeting, code) => expect(codeOf(checkAgenda(items, meeting))).toBe(code))

const TODAY = day('2026-10-08')
test.each([
  ['yesterday', '2026-10-07', 'overdue', -1],
  ['today', '2026-10-08', 'soon', 0],
  ['in a week', '2026-10-15', 'soon', 7],
  ['in eight days', '2026-10-16', 'ahead', 8],
])('a promise due %s', (_, due, clock, left) => {
  expect([clockOf(day(due), TODAY), daysLeft(day(due), TODAY)]).toEqual([clock, left])
})

test('promises are taken up where things are decided', () =>
  expect(MEETING_KINDS.filter(takesUp)).toEqual(['generalMeeting', 'committeeMeeting', 'groupMeeting']))

test.each<[string, unknown, string]>([
  ['nobody and no day', checkPromise({ ownerId: null, dueOn: null }, TODAY), 'fine'],
  ['an owner alone', checkPromise({ ownerId: 'a', dueOn: null }, TODAY), 'owner-and-day'],
  ['a day alone', checkPromise({ ownerId: null, dueOn: TODAY }, TODAY), 'owner-and-day'],
  ['due on the day of the meeting', checkPromise({ ownerId: 'a', dueOn: TODAY }, TODAY), 'fine'],
  ['due before it', checkPromise({ ownerId: 'a', dueOn: day('2026-10-07') }, TODAY), 'due-before-meeting'],
  ['done today', checkDone(TODAY, { heldOn: TODAY, today: TODAY }), 'fine'],
  ['done tomorrow', checkDone(day('2026-10-09'), { heldOn: TODAY, today: TODAY }), 'in-the-future'],
  [
    'done before it was decided',
    checkDone(day('2026-10-07'), { heldOn: TODAY, today: TODAY }),
    'before-the-meeting',
  ],
])('%s', (_, checked, code) => expect(codeOf(checked)).toBe(code))
