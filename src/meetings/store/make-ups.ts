import { type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Day } from '../../kit/day.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { MeetingKind } from '../rules.ts'
import type { Entered } from './meetings.ts'
import type { ToRead } from './plans.ts'

type Row = Selectable<Tables['make_up']>

/** How the journal seals what was made up: with the key of whoever was absent. */
export const makeUpRecord: Journaled = {
  ...{ table: 'make_up', scope: 'org_id', person: 'person_id' },
  happened: { column: 'made_on', counted: { at: ['recorded_at'] } },
}

/** What somebody was given afterwards. */
export type Made = {
  readonly id: Id<'make_up'>
  readonly on: Day
  readonly shift: string
  readonly given: string
  readonly materialId: Id<'material'> | null
  readonly by: string
}

/** Somebody who missed a meeting; `made` null: it is still owed. */
export type Missed = {
  readonly meetingId: Id<'meeting'>
  readonly kind: MeetingKind
  readonly heldOn: Day
  readonly subject: string
  readonly personId: Id<'person'>
  readonly name: string
  readonly orgName: string
  readonly shift: string
  readonly materials: Omit<ToRead, 'isWithdrawn'>[]
  readonly made: Made | null
  /** When that was written down; null with `made`. */
  readonly recordedAt: Date | null
}

type Asked = {
  readonly orgIds: readonly Id<'org'>[]
  readonly kinds: readonly MeetingKind[]
  readonly since: Day
  readonly today: Day
}

/** Who of units was absent from closed meetings of some kinds since a day and is on the roster today: what is owed first, the oldest first. */
export async function listMissed(
  db: Db,
  mineId: Id<'mine'>,
  { orgIds, kinds, since, today }: Asked,
): Promise<Missed[]> {
  const { rows } = await sql<Missed>`
    select m.id as "meetingId", m.kind, m.held_on as "heldOn", m.subject, p.id as "personId", p.name, u.name as "orgName", s.shift,
      coalesce((select json_agg(json_build_object('id', t.id, 'title', t.title, 'hasFile', t.file_hash is not null) order by t.id)
        from planned_meeting q
          join planned_material x on x.mine_id = q.mine_id and x.planned_id = q.id
          join material t on t.mine_id = x.mine_id and t.id = x.material_id and t.withdrawn_at is null
        where q.mine_id = m.mine_id and q.meeting_id = m.id), '[]') as materials,
      case when k.id is not null then json_build_object('id', k.id, 'on', k.made_on, 'shift', k.shift, 'given', k.given,
        'materialId', k.material_id, 'by', b.name) end as made, k.recorded_at as "recordedAt"
    from meeting m
      join attendance a on a.mine_id = m.mine_id and a.meeting_id = m.id and a.state = 'absent'
      join person p on p.mine_id = a.mine_id and p.id = a.person_id
      join standing s on s.mine_id = a.mine_id and s.person_id = a.person_id
        and s.from_day <= ${today} and (s.to_day is null or s.to_day >= ${today})
      join org_unit u on u.mine_id = s.mine_id and u.id = s.org_id
      left join make_up k on k.mine_id = a.mine_id and k.meeting_id = a.meeting_id and k.person_id = a.person_id
      left join account b on b.mine_id = k.mine_id and b.id = k.account_id
    where m.mine_id = ${mineId} and m.org_id = any(${orgIds}::uuid[]) and m.kind = any(${kinds}::text[])
      and m.held_on between ${since} and ${today} and m.room_state is distinct from 'open'
    order by k.id is not null, m.held_on, m.no, p.no collate "C"`.execute(db)
  return rows
}

/** A meeting somebody missed and was not given since. */
export type OwedTo = Pick<Missed, 'meetingId' | 'kind' | 'heldOn' | 'subject'>

/** Closed meetings of some kinds since a day from which a person was absent and which they were not given yet, the oldest first. */
export async function listMissedBy(
  db: Db,
  mineId: Id<'mine'>,
  { personId, kinds, since, today }: Omit<Asked, 'orgIds'> & { readonly personId: Id<'person'> },
): Promise<OwedTo[]> {
  const { rows } = await sql<OwedTo>`
    select m.id as "meetingId", m.kind, m.held_on as "heldOn", m.subject
    from attendance a join meeting m on m.mine_id = a.mine_id and m.id = a.meeting_id
    where a.mine_id = ${mineId} and a.person_id = ${personId} and a.state = 'absent' and m.kind = any(${kinds}::text[])
      and m.held_on between ${since} and ${today} and m.room_state is distinct from 'open'
      and not exists (select from make_up k
        where k.mine_id = a.mine_id and k.meeting_id = a.meeting_id and k.person_id = a.person_id)
    order by m.held_on, m.id`.execute(db)
  return rows
}

/** What somebody who was absent is given. */
export type NewMakeUp = {
  readonly meetingId: Id<'meeting'>
  readonly orgId: Id<'org'>
  readonly personId: Id<'person'>
  readonly on: Day
  readonly shift: string
  readonly given: string
  readonly materialId: Id<'material'> | null
  readonly accountId: Id<'account'>
}

/** Writes down what was made up; undefined when it was already. */
export async function addMakeUp(
  tx: Tx,
  { mineId, now }: Entered,
  made: NewMakeUp,
): Promise<Id<'make_up'> | undefined> {
  const row: Row = {
    ...{ mine_id: mineId, id: newId<'make_up'>(), meeting_id: made.meetingId, org_id: made.orgId },
    ...{ person_id: made.personId, made_on: made.on, shift: made.shift, given: made.given.toWellFormed() },
    ...{ material_id: made.materialId, account_id: made.accountId, recorded_at: now },
  }
  const added = await tx
    .insertInto('make_up')
    .values(row)
    .onConflict((on) => on.columns(['mine_id', 'meeting_id', 'person_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id
}
