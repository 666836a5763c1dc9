import { type RawBuilder, sql } from 'kysely'
import { type Day, partsOf } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { readOnce, type Scope } from '../../org/facts.ts'
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

/** Months counted through the years, to tell how far apart two are. */
export const monthNumber = (of: Day): number => 12 * partsOf(of).year + partsOf(of).month

/** What is known of the meetings of a branch and its groups in a span. */
export type BranchTally = {
  readonly branch: Unit
  readonly groups: readonly Unit[]
  readonly fullMembers: number
  readonly tallies: readonly Tally[]
}

/** The units of the branches of a scope. */
export const listUnits = readOnce(listUnitsOf)
const listFullMembers = readOnce((db, scope) => countFullMembers(db, scope, scope.span.last))

type Reading = {
  readonly scope: Scope
  readonly units: readonly Unit[]
  readonly lateDays: readonly number[]
}

type Counted = Omit<Tally, 'late'> & Readonly<Record<`late${number}`, number>>

/** More units than this are not looked up one by one: all meetings of the mine in the span are read, and others' passed over. */
const MOST_LOOKED_UP = 1000

/** Keeps a statement to the meetings `m` of these units, where that is faster than to read on: who asks drops what is others'. */
export const heldBy = (units: readonly Unit[]): RawBuilder<unknown> =>
  units.length > MOST_LOOKED_UP ? sql`` : sql`and m.org_id = any(${units.map(({ id }) => id)}::uuid[])`

async function readTallies(db: Db, { scope, units, lateDays }: Reading): Promise<Tally[]> {
  const { mineId, span } = scope
  const late = lateDays.map(
    (days, at) => sql`, (count(*) filter (where ok and days > ${days}::int))::int as ${sql.ref(`late${at}`)}`,
  )
  // Without the `offset 0`, whether a meeting counts would be worked out anew for every count.
  const { rows } = await sql<Counted>`
    select org_id as "orgId", kind,
      (count(*) filter (where ok))::int as held,
      (count(*) filter (where not ok))::int as invalid,
      coalesce(sum(present) filter (where ok), 0)::int as present,
      coalesce(sum(expected) filter (where ok), 0)::int as expected,
      coalesce(bit_or(1 << (month - ${monthNumber(span.first)}::int)) filter (where ok), 0) as months
      ${sql.join(late, sql``)}
    from (
      select m.org_id, m.kind, m.present, m.expected, m.registered_on - m.held_on as days, ${isValid} as ok,
        (12 * date_part('year', m.held_on) + date_part('month', m.held_on))::int as month
      from meeting m
      where m.mine_id = ${mineId} and m.held_on between ${span.first} and ${span.last}
        and m.room_state is distinct from 'open' ${heldBy(units)}
      offset 0) m
    group by org_id, kind`.execute(db)
  return rows.map((row) => ({ ...row, late: lateDays.map((_, at) => row[`late${at}`] ?? 0) }))
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
  const units = await listUnits(db, scope)
  const fullMembers = await listFullMembers(db, scope)
  const tallies = Map.groupBy(await readTallies(db, { scope, units, lateDays }), ({ orgId }) => orgId)
  const tallied = [...Map.groupBy(units, ({ branchId }) => branchId)].flatMap(([id, own]): BranchTally[] => {
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
  latest.set(scope, tallied)
  return tallied
}

const latest = new WeakMap<Scope, BranchTally[]>()

/** The tallies of a scope, whatever lateness they count; read only when they were not yet. */
export const listTallies = async (db: Db, scope: Scope): Promise<BranchTally[]> =>
  latest.get(scope) ?? tallyMeetings(db, scope, [])
