import { sql } from 'kysely'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Attendant } from '../rules/expected.ts'
import type { MeetingKind } from '../rules.ts'

type Of = { readonly mineId: Id<'mine'>; readonly personId: Id<'person'>; readonly on: Day }

/** What somebody is on a day, where, and in which shift. */
export type Standing = Attendant & {
  readonly orgId: Id<'org'>
  readonly branchId: Id<'org'>
  readonly shift: string
}

/** What a person is on a day; undefined when the roster does not have them then. */
export async function findStanding(db: Db, { mineId, personId, on }: Of): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`
    select s.category, s.posts, s.shift, s.org_id as "orgId", b.branch_id as "branchId"
    from standing s join branch_of b on b.mine_id = s.mine_id and b.org_id = s.org_id
    where s.mine_id = ${mineId} and s.person_id = ${personId}
      and s.from_day <= ${on} and (s.to_day is null or s.to_day >= ${on})`.execute(db)
  return rows[0]
}

/** A meeting on whose roll somebody was; study hours in hundredths of an hour. */
export type Attended = {
  readonly id: Id<'meeting'>
  readonly kind: MeetingKind
  readonly heldOn: Day
  readonly subject: string
  readonly state: 'present' | 'absent' | 'excluded'
  readonly hoursHundredths: number | null
}

const LATELY = 20

/** The meetings on whose roll a person was last, the latest first. */
export async function listAttended(
  db: Db,
  { mineId, personId }: Pick<Of, 'mineId' | 'personId'>,
): Promise<Attended[]> {
  const { rows } = await sql<Attended>`
    select m.id, m.kind, m.held_on as "heldOn", m.subject, a.state, m.hours_hundredths as "hoursHundredths"
    from attendance a join meeting m on m.mine_id = a.mine_id and m.id = a.meeting_id
    where a.mine_id = ${mineId} and a.person_id = ${personId} and m.room_state is distinct from 'open'
    order by m.held_on desc, m.id desc limit ${sql.lit(LATELY)}`.execute(db)
  return rows
}

/** Study hours of the meetings of a year at which a person was present, in hundredths of an hour. */
export async function countHours(db: Db, { mineId, personId, on }: Of): Promise<number> {
  const year = on.slice(0, 4)
  const { rows } = await sql<{ hundredths: number }>`
    select coalesce(sum(m.hours_hundredths), 0)::int as hundredths
    from attendance a join meeting m on m.mine_id = a.mine_id and m.id = a.meeting_id
    where a.mine_id = ${mineId} and a.person_id = ${personId} and a.state = 'present'
      and m.room_state is distinct from 'open'
      and m.held_on between ${`${year}-01-01`} and ${`${year}-12-31`}`.execute(db)
  return rows[0]?.hundredths ?? 0
}
