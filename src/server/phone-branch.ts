import { addDays, dayAt } from '../kit/day.ts'
import type { Id } from '../kit/id.ts'
import type { Caller, World } from './world.ts'
import { recordsIn } from './world-records.ts'

/** What a member's phone finds: a lecture to come with something to read, and how its owner signs in first. */
export type Furnished = {
  readonly secretary: Caller
  readonly signIn: { readonly login: string; readonly code: string }
  readonly materialId: Id<'material'>
  readonly meetingId: Id<'planned_meeting'>
}

/** A branch with one member on the early shift who owes this month's dues, and a lecture in two sittings. */
export async function furnish(world: World): Promise<Furnished> {
  const records = recordsIn(world)
  const branch = await records.branch({ name: '综采一队党支部' })
  const person = await records.person(branch, { name: '潘海燕' }, { base: '4900', shift: '早班' })
  await records.joining(person)
  await world.as('systemAdmin')
  const secretary = await world.as('secretary', branch)
  const { body: made } = await secretary.post('access.makeAccounts', { orgId: branch })
  const [first] = made.codes
  if (!first) throw new Error('nobody got an account')
  const text = { title: '《安全生产法》要点', body: '管行业必须管安全。', file: null }
  const materialId = (await secretary.post('library.addMaterial', { orgId: branch, ...text })).body.id
  const later = { place: '队部会议室', starts: '14:30', ends: '16:00' }
  const today = dayAt(world.now())
  const { body } = await secretary.post('meetings.planMeeting', {
    orgId: branch,
    kind: 'partyLecture',
    subject: '学习安全生产法',
    note: '带上本子。',
    materialIds: [materialId],
    sessions: [
      { ...later, day: addDays(today, 2), shift: '早班' },
      { ...later, day: addDays(today, 3), shift: '夜班' },
    ],
  })
  return { secretary, signIn: first, materialId, meetingId: body.id }
}
