import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Scope } from '../../org/facts.ts'
import type { MeetingKind } from '../rules.ts'
import { countFullMembers, listUnitsOf, type Unit } from '../store/units.ts'
import { isValid } from './validity.ts'

/** What the meetings of one kind held by one unit come to. */
export type Tally = {
  readonly orgId: Id<'org'>
  readonly kind: MeetingKind
  /** Valid and invalid records. */
  readonly held: number
  readonly invalid: number
  /** Of the valid ones: how many came, and how many should have. */
  readonly present: number
  readonly expected: number
  /** Of the valid ones: those recorded later than each of the days asked for, in their order. */
  readonly late: readonly number[]
  /** Bit n is set when a valid one was held in the n-th month after that of the span's first day. */
  readonly months: number
}

/** What is known of the meetings of a branch and its groups in a span. */
export type BranchTally = {
  readonly branch: Unit
  readonly groups: readonly Unit[]
  readonly fullMembers: number
  readonly tallies: readonly Tally[]
}

type Reading = {
  readonly scope: Scope
  readonly units: readonly Unit[]
  readonly lateDays: readonly number[]
}

const monthsAfter = (first: Day): RawBuilder<number> =>
  sql`(12 * (extract(year from m.held_on) - extract(year from ${first}::date))
    + extract(month from m.held_on) - extract(month from ${first}::date))::int`

async function readTallies(db: Db, { scope, units, lateDays }: Reading): Promise<Tally[]> {
  const { mineId, span } = scope
  const late = lateDays.map(
    (days) => sql`count(*) filter (where v.ok and m.registered_on - m.held_on > ${days}::int)`,
  )
  const { rows } = await sql<Tally>`
    select m.org_id as "orgId", m.kind,
      (count(*) filter (where v.ok))::int as held,
      (count(*) filter (where not v.ok))::int as invalid,
      coalesce(sum(m.present) filter (where v.ok), 0)::int as present,
      coalesce(sum(m.expected) filter (where v.ok), 0)::int as expected,
      array[${sql.join(late)}]::int[] as late,
      coalesce(bit_or(1 << ${monthsAfter(span.first)}) filter (where v.ok), 0) as months
    from meeting m cross join lateral (select ${isValid} as ok) v
    where m.mine_id = ${mineId} and m.org_id = any(${units.map(({ id }) => id)}::uuid[])
      and m.held_on between ${span.first} and ${span.last}
    group by m.org_id, m.kind`.execute(db)
  return rows
}

/**
 * Reads the meetings of branches in a span once: units, full members and tallies, three statements for any number of branches.
 * `lateDays` are those that `late` counts by. The span is at most 31 months long.
 */
export async function tallyMeetings(
  db: Db,
  scope: Scope,
  lateDays: readonly number[],
): Promise<BranchTally[]> {
  const units = await listUnitsOf(db, scope)
  const fullMembers = await countFullMembers(db, scope, scope.span.last)
  const tallies = Map.groupBy(await readTallies(db, { scope, units, lateDays }), ({ orgId }) => orgId)
  return [...Map.groupBy(units, ({ branchId }) => branchId)].flatMap(([id, own]): BranchTally[] => {
    const branch = own.find((unit) => unit.id === id)
    if (!branch) return []
    return [
      {
        branch,
        groups: own.filter((unit) => unit !== branch),
        fullMembers: fullMembers.get(id) ?? 0,
        tallies: own.flatMap((unit) => tallies.get(unit.id) ?? []),
      },
    ]
  })
}
