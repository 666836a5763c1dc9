import { type RawBuilder, sql } from 'kysely'
import { LATE_AFTER_DAYS } from '../../journal/rules/when.ts'
import type { Reach } from '../../kit/contract.ts'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { listIdsWithin } from '../../org/store.ts'
import type { ListedState } from '../rules/listed.ts'
import type { MeetingKind } from '../rules.ts'
import { isValid } from './validity.ts'

/** Which meetings: within reach and, when given, of a unit with all below it, in a stretch of days, of a kind, in a state. */
export type Which = {
  readonly mineId: Id<'mine'>
  readonly reach: Reach
  readonly orgId?: Id<'org'> | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly kind?: MeetingKind | undefined
  readonly state?: ListedState | undefined
}

/** What the sums below a list say. `present` and `expected` over all of them. */
export type Sums = {
  readonly meetings: number
  readonly present: number
  readonly expected: number
  readonly late: number
  readonly countsNot: number
}

const isLate: RawBuilder<boolean> = sql<boolean>`
  coalesce(m.registered_on - m.held_on > ${sql.lit(LATE_AFTER_DAYS)}, false)`

const STATES: Readonly<Record<ListedState, RawBuilder<boolean>>> = {
  late: isLate,
  countsNot: sql<boolean>`not ${isValid}`,
}

const within = (mineId: Id<'mine'>, reach: Reach): RawBuilder<boolean> =>
  sql`m.org_id in (${listIdsWithin(mineId, reach)})`

function kept({ mineId, reach, orgId, from, to, kind, state }: Which): RawBuilder<unknown> {
  const conditions = [
    sql`m.mine_id = ${mineId} and m.room_state is distinct from 'open'`,
    ...(reach === 'mine' ? [] : [within(mineId, reach)]),
    ...(orgId ? [within(mineId, [orgId])] : []),
    ...(from ? [sql`m.held_on >= ${from}`] : []),
    ...(to ? [sql`m.held_on <= ${to}`] : []),
    ...(kind ? [sql`m.kind = ${kind}`] : []),
    ...(state ? [STATES[state]] : []),
  ]
  return sql.join(conditions, sql` and `)
}

/** The ids of so many meetings, latest first. */
export async function listHeldIds(db: Db, which: Which, most: number): Promise<Id<'meeting'>[]> {
  const { rows } = await sql<{ id: Id<'meeting'> }>`
    select m.id from meeting m where ${kept(which)} order by m.held_on desc, m.no desc limit ${most}`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** The sums over all meetings asked for, shown or not. */
export async function countHeldIn(db: Db, which: Which): Promise<Sums> {
  const { rows } = await sql<Sums>`
    select count(*)::int as meetings, coalesce(sum(m.present), 0)::int as present,
      coalesce(sum(m.expected), 0)::int as expected, count(*) filter (where ${isLate})::int as late,
      count(*) filter (where not ${isValid})::int as "countsNot"
    from meeting m where ${kept(which)}`.execute(db)
  return rows[0] ?? { meetings: 0, present: 0, expected: 0, late: 0, countsNot: 0 }
}
