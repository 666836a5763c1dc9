import { expect, test } from 'vitest'
import { addDays, day } from '../../kit/day.ts'
import { isRefused } from '../../kit/refuse.ts'
import fc from '../../kit/test/check.ts'
import { CATEGORIES } from '../../people/rules.ts'
import { MEETING_KINDS, type MeetingKind, rollCall } from '../rules.ts'
import {
  checkExclusion,
  countRoom,
  type Excluding,
  type Exclusion,
  GROUND_NAMES,
  type Ground,
  holdsOn,
  isExcluded,
  standingsOf,
} from './expected-people.ts'

const HELD = day('2026-10-08')
const member = { personId: 'a', category: 'fullMember', posts: '' } as const
const excluded = (ground: Ground): Exclusion => ({ personId: 'a', ground, from: HELD, to: null })
const whyNot = (kind: MeetingKind, ...exclusions: Exclusion[]) =>
  standingsOf({ kind, heldOn: HELD }, [member], exclusions)[0]?.whyNot

test.each<[string, MeetingKind, Ground, Ground | null]>([
  ['who lies ill for long is not expected', 'generalMeeting', 'longIll', 'longIll'],
  ['at a lecture neither', 'partyLecture', 'longIll', 'longIll'],
  [
    'who is on probation within the Party has no vote',
    'generalMeeting',
    'probationWithinParty',
    'probationWithinParty',
  ],
  ['but is expected at a lecture', 'partyLecture', 'probationWithinParty', null],
  ['whose rights rest has none either', 'generalMeeting', 'rightsSuspended', 'rightsSuspended'],
])('%s', (_, kind, ground, why) => expect(whyNot(kind, excluded(ground))).toBe(why))

test.each([
  ['the day before it begins', '2026-09-30', false],
  ['its first day', '2026-10-01', true],
  ['its last day', '2026-10-31', true],
  ['the day after', '2026-11-01', false],
])('an exclusion on %s', (_, on, holds) =>
  expect(holdsOn({ from: day('2026-10-01'), to: day('2026-10-31') }, day(on))).toBe(holds),
)

test('one without an end goes on', () =>
  expect(holdsOn({ from: HELD, to: null }, addDays(HELD, 3650))).toBe(true))

const consent = { kind: 'generalMeeting', heldOn: HELD, counts: true } as const
const asked: Excluding = { ground: 'abroad', from: HELD, to: null, consent }
test.each<[string, Partial<Excluding>, string]>([
  ['with both approvals, from the day of the meeting', {}, 'fine'],
  ['without a meeting', { consent: undefined }, 'consent-needed'],
  ['with a meeting that does not count', { consent: { ...consent, counts: false } }, 'consent-needed'],
  ['with a committee’s', { consent: { ...consent, kind: 'committeeMeeting' } }, 'consent-needed'],
  ['from the day before the meeting', { from: addDays(HELD, -1) }, 'consent-later'],
  ['ending before it begins', { to: addDays(HELD, -1) }, 'ends-before-it-begins'],
  ['ending the day it begins', { to: HELD }, 'fine'],
  ['a discipline with a meeting', { ground: 'probationWithinParty' }, 'consent-not-needed'],
  ['a discipline by its decision', { ground: 'probationWithinParty', consent: undefined }, 'fine'],
])('excluded %s', (_, given, says) => {
  const checked = checkExclusion({ ...asked, ...given })
  expect(isRefused(checked) ? checked.refused : checked).toBe(says)
})

const people = fc.uniqueArray(
  fc.record({
    personId: fc.nat(40).map(String),
    category: fc.constantFrom(...CATEGORIES),
    posts: fc.constantFrom('', '支部书记', '宣传委员', '党小组长'),
    ground: fc.option(fc.constantFrom(...GROUND_NAMES)),
    isHere: fc.boolean(),
  }),
  { selector: ({ personId }) => personId, maxLength: 40 },
)

test('a room counts exactly as a roll that is entered: present among those expected, whatever is called', () =>
  fc.assert(
    fc.property(fc.constantFrom(...MEETING_KINDS), people, (kind, roster) => {
      const exclusions = roster.flatMap(({ personId, ground }) =>
        ground ? [{ personId, ground, from: HELD, to: null }] : [],
      )
      const standings = standingsOf({ kind, heldOn: HELD }, roster, exclusions)
      const here = new Set(roster.filter(({ isHere }) => isHere).map(({ personId }) => personId))
      const counted = countRoom(standings, here)
      const listed = standings.filter((one) => one.isExpected || isExcluded(one))
      const roll = listed.map((one) => {
        const absent = isExcluded(one) ? ('excluded' as const) : ('absent' as const)
        return { personId: one.personId, state: here.has(one.personId) ? ('present' as const) : absent }
      })
      const convened = { kind, heldOn: HELD, roster: listed.map(({ personId }) => personId) }
      const entered = rollCall(convened, roll, new Date(`${HELD}T02:00:00Z`))
      if (isRefused(entered)) return false
      return (
        counted.present <= counted.expected &&
        entered.expected === counted.expected &&
        entered.present === counted.present
      )
    }),
  ))
