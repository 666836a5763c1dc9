import { sql } from 'kysely'
import type { Db } from '../../kit/db/db.ts'
import type { Session } from '../rules/plans.ts'
import type { HeldOf } from './duties.ts'
import type { Plan } from './plans.ts'

/** A planned meeting on a calendar; its sittings in order, the first of them in the span asked for or not. */
export type OnCalendar = Pick<Plan, 'id' | 'orgId' | 'orgName' | 'kind' | 'subject'> & {
  readonly state: Plan['state']
  readonly sessions: Session[]
}

/** The planned meetings of units that have a sitting in a span, by day, those held and called off too. One statement. */
export async function listPlansIn(db: Db, { mineId, orgIds, span }: HeldOf): Promise<OnCalendar[]> {
  const { rows } = await sql<OnCalendar>`
    select p.id, p.org_id as "orgId", u.name as "orgName", p.kind, p.subject, p.state, s.sessions
    from planned_meeting p
      join org_unit u on u.mine_id = p.mine_id and u.id = p.org_id
      join lateral (
        select min(x.day) as first, max(x.day) as last,
          json_agg(json_build_object('day', x.day, 'starts', x.starts, 'ends', x.ends, 'place', x.place, 'shift', x.shift)
            order by x.day, x.starts, x.id) as sessions
        from meeting_session x where x.mine_id = p.mine_id and x.planned_id = p.id) s on true
    where p.mine_id = ${mineId} and p.org_id = any(${orgIds}::uuid[])
      and s.last >= ${span.first} and s.first <= ${span.last}
    order by s.first, p.id`.execute(db)
  return rows
}
