import type { Day } from '../../../kit/day.ts'
import type { Db } from '../../../kit/db/db.ts'
import type { Id } from '../../../kit/id.ts'
import { countRoom, type Standing, standingsOf } from '../../rules/expected-people.ts'
import { isHalfPresent, type MeetingKind } from '../../rules.ts'
import { listExclusionsOn } from '../../store/exclusions.ts'
import { listPeopleOf, type Present } from '../../store/roll.ts'
import type { CalledLine } from '../../store/room.ts'
import { unitsOf } from '../meet.ts'

/** What decides who is expected. */
export type Convened = { readonly orgId: Id<'org'>; readonly kind: MeetingKind; readonly heldOn: Day }

/** How everybody of the roster of that day stands to a meeting (R1.3). */
export async function findStandings(
  db: Db,
  mineId: Id<'mine'>,
  meeting: Convened,
  people?: readonly Present[],
): Promise<Standing<Id<'person'>>[]> {
  const orgIds = await unitsOf(db, mineId, meeting.orgId)
  const seated = people ?? (await listPeopleOf(db, mineId, orgIds, meeting.heldOn))
  const exclusions = await listExclusionsOn(db, mineId, { orgIds, on: meeting.heldOn })
  return standingsOf(meeting, seated, exclusions)
}

/** Those expected, those of them who came, and whether that is half where half is asked for (A2.3). */
export type Numbers = { readonly expected: number; readonly present: number; readonly quorate: boolean }

/** The numbers of a room by its roll. */
export function numbersOf(
  { kind, heldOn }: Pick<Convened, 'kind' | 'heldOn'>,
  standings: readonly Standing<Id<'person'>>[],
  called: readonly CalledLine[],
): Numbers {
  const here = called.filter(({ state }) => state === 'present').map(({ personId }) => personId)
  const numbers = countRoom(standings, new Set(here))
  return { ...numbers, quorate: isHalfPresent(kind, numbers, heldOn) }
}
