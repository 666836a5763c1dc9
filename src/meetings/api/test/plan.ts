import type { InputOf } from '../../../kit/contract.ts'
import type { Id } from '../../../kit/id.ts'
import type { World } from '../../../server/world.ts'
import { asPerson } from '../../../server/world-people.ts'
import type { Records } from '../../../server/world-records.ts'

export type Plan = InputOf<'meetings.planMeeting'>

/** A sitting for everybody, in the afternoon. */
export const session = (more: Partial<Plan['sessions'][number]> = {}): Plan['sessions'][number] => ({
  ...{ day: '2026-10-20', starts: '14:00', ends: '15:30', place: '会议室', shift: '' },
  ...more,
})

/** A lecture with a sitting for the early shift and one for the night's. */
export const plan = (orgId: Id<'org'>, more: Partial<Plan> = {}): Plan => ({
  ...{ orgId, kind: 'partyLecture', subject: '安全生产与党员责任', note: '', materialIds: [] },
  sessions: [
    session({ shift: '早班' }),
    session({ day: '2026-10-21', starts: '17:00', ends: '18:00', shift: '夜班' }),
  ],
  ...more,
})

/** What the journal has of a record, entry by entry. */
export const kindsOf = (world: World, id: string) =>
  world.db
    .selectFrom('journal_entry')
    .select(['kind', 'record'])
    .where('subject', '=', id)
    .orderBy('rev')
    .execute()

/** A branch with its secretary and somebody of the early and of the night shift. */
export async function branchWith(world: World, records: Records) {
  const branch = await records.branch()
  const early = await records.person(branch, {}, { shift: '早班' })
  const night = await records.person(branch, {}, { shift: '夜班' })
  const secretary = await world.as('secretary', branch)
  return {
    ...{ branch, early, night, secretary },
    asEarly: await asPerson(world, early),
    asNight: await asPerson(world, night),
  }
}
