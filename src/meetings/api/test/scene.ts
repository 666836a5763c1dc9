import { expect } from 'vitest'
import type { InputOf } from '../../../kit/contract.ts'
import { type Id, newId } from '../../../kit/id.ts'
import { type Caller, makeWorld, type World } from '../../../server/world.ts'
import { type Records, recordsIn } from '../../../server/world-records.ts'

type Plan = InputOf<'meetings.planMeeting'>

/** A world in which branches meet. */
export type Scene = {
  readonly world: World
  readonly records: Records
  /** What the journal says was done to a record, in order. */
  readonly kindsOf: (id: string) => Promise<string[]>
  readonly close: () => Promise<void>
}

/** Sets the scene; at its end nothing may have failed on the server. */
export async function setScene(): Promise<Scene> {
  const world = await makeWorld()
  const kindsOf = async (id: string): Promise<string[]> => {
    const rows = await world.db
      .selectFrom('journal_entry')
      .select('kind')
      .where('subject', '=', id)
      .orderBy('rev')
      .execute()
    return rows.map(({ kind }) => kind)
  }
  const close = async (): Promise<void> => {
    expect(world.faults).toEqual([])
    await world.close()
  }
  return { world, records: recordsIn(world), kindsOf, close }
}

/** A branch of four full members with a meeting planned for today, and two who may run it. */
export type Convened = {
  readonly branch: Id<'org'>
  readonly people: readonly [Id<'person'>, Id<'person'>, Id<'person'>, Id<'person'>]
  readonly secretary: Caller
  readonly other: Caller
  readonly plan: Plan
  readonly plannedId: Id<'planned_meeting'>
  /** The record, once its room is open. */
  readonly id: Id<'meeting'>
  readonly call: (
    people: readonly Id<'person'>[],
  ) => { personId: Id<'person'>; state: 'present' | 'absent'; reason: string }[]
}

type Given = Partial<Pick<Plan, 'kind' | 'sessions' | 'agenda'>> & { readonly open?: true }

/** Convenes a meeting, and opens its room when asked. */
export async function convene({ world, records }: Scene, { open, ...given }: Given = {}): Promise<Convened> {
  const branch = await records.branch()
  const person = (): Promise<Id<'person'>> => records.person(branch)
  const people = [await person(), await person(), await person(), await person()] as const
  const secretary = await world.as('secretary', branch)
  const plan: Plan = {
    ...{ orgId: branch, kind: 'generalMeeting', subject: '讨论发展党员', note: '', materialIds: [] },
    sessions: [{ day: '2026-10-08', starts: '09:00', ends: '10:30', place: '会议室', shift: '' }],
    ...given,
  }
  const before = world.now()
  world.setNow(new Date('2026-10-01T02:00:00Z'))
  const { body, status, problem } = await secretary.post('meetings.planMeeting', plan)
  world.setNow(before)
  if (status !== 200) throw new Error(`not planned: ${problem.code}`)
  const opened = open
    ? (await secretary.post('meetings.openMeeting', { plannedId: body.id })).body.id
    : newId<'meeting'>()
  return {
    ...{ branch, people, secretary, plan, plannedId: body.id, id: opened },
    other: await world.as('commissioner', branch),
    call: (called) => called.map((personId) => ({ personId, state: 'present', reason: '' })),
  }
}

/** Who is named as having led and written. */
export const RUN_BY = { chair: '张三', recorder: '李四' }

/** A meeting of four with an item to discuss, three of them called, closed. */
export async function closeOne(scene: Scene): Promise<Convened> {
  const convened = await convene(scene, { open: true, agenda: [{ kind: 'discussion', title: '安全生产' }] })
  const { secretary, id, call, people } = convened
  await secretary.post('meetings.takeRoll', { id, times: 0, roll: call(people.slice(0, 3)) })
  const { status } = await secretary.post('meetings.closeMeeting', { id, ends: '10:30', ...RUN_BY })
  if (status !== 200) throw new Error('not closed')
  return convened
}

/** Does something on another day. */
export async function onDayIn<T>({ world }: Scene, day: string, what: () => Promise<T>): Promise<T> {
  const before = world.now()
  world.setNow(new Date(`${day}T02:00:00Z`))
  const done = await what()
  world.setNow(before)
  return done
}

/** A meeting of four with a promise one of them made, due on a day. */
export async function promiseIn(
  scene: Scene,
  dueOn: string,
): Promise<Convened & { readonly decisionId: Id<'decision'> }> {
  const one = await convene(scene, { open: true })
  const given = { id: one.id, itemId: null, text: '更换活动室灯具', ownerId: one.people[1], dueOn }
  const { body } = await one.secretary.post('meetings.decideItem', given)
  return { ...one, decisionId: body.id }
}
