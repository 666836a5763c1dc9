import { sql } from 'kysely'
import type { Span } from '../kit/day.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import { percentOf, ratio, type Share } from '../kit/ratio.ts'
import { daysOverdue } from './rules.ts'

/**
 * What a fact is counted for: branches of one mine over a span of days, both ends inside. A scope is one look at the records: what was
 * read for it is not read again, so who wants to look again makes a new one.
 */
export type Scope = {
  readonly mineId: Id<'mine'>
  readonly branches: readonly Id<'org'>[]
  readonly span: Span
}

/** An exact number, or `n/a` where the table of A3 says so. */
export type FactValue = Share | 'n/a'

/** 100 × part / whole, or `n/a` when there was nothing to count. */
export const shareOf = (part: number, whole: number): FactValue =>
  whole === 0 ? 'n/a' : percentOf(part, whole)

/** Values by branch; a branch that is not in it has 0. */
export type Counts = ReadonlyMap<Id<'org'>, FactValue>

/** Evidence ids by branch, as the table of evidence writes them; each id once, sorted by character code. */
export type Evidence = ReadonlyMap<Id<'org'>, readonly string[]>

/** A row something was counted from: whose, and its id as evidence. */
export type EvidenceRow = { readonly branchId: Id<'org'>; readonly id: string }

/** Rows as evidence: by branch, each id once, sorted by character code. */
export const evidenceFrom = (rows: readonly EvidenceRow[]): Evidence =>
  new Map(
    [...Map.groupBy(rows, ({ branchId }) => branchId)].map(([branchId, own]) => [
      branchId,
      [...new Set(own.map(({ id }) => id))].sort(),
    ]),
  )

/** One fact: its values, and separately the rows they were counted from; each for many branches in one statement. */
export type FactSource = {
  readonly count: (db: Db, scope: Scope) => Promise<Counts>
  readonly listEvidence: (db: Db, scope: Scope) => Promise<Evidence>
}

/** Reads once for each scope, however many facts and their evidence rest on it. */
export function readOnce<T>(
  read: (db: Db, scope: Scope) => Promise<T>,
): (db: Db, scope: Scope) => Promise<T> {
  const known = new WeakMap<Scope, Promise<T>>()
  return (db, scope) => {
    const reading = known.get(scope) ?? read(db, scope)
    known.set(scope, reading)
    return reading
  }
}

/** A fact that counts rows, and shows them as its evidence. */
export function countingRows(list: (db: Db, scope: Scope) => Promise<readonly EvidenceRow[]>): FactSource {
  const listOnce = readOnce(list)
  return {
    count: async (db, scope) => {
      const rows = Map.groupBy(await listOnce(db, scope), ({ branchId }) => branchId)
      return new Map([...rows].map(([branchId, own]) => [branchId, ratio(own.length)]))
    },
    listEvidence: async (db, scope) => evidenceFrom(await listOnce(db, scope)),
  }
}

const listTerms = readOnce(async (db, { mineId, branches, span }) => {
  const rows = await db
    .selectFrom('org_unit')
    .select(['id', 'code', 'term_to'])
    .where('mine_id', '=', mineId)
    .where(sql<boolean>`id = any(${branches}::uuid[])`)
    .execute()
  return rows.map(({ id, code, term_to }) => ({
    id,
    code,
    days: daysOverdue(term_to ?? undefined, span.last),
  }))
})

/** Whole days from the end of term to the last day; the evidence is the branch's code (A3 org.termOverdue). */
export const termOverdue: FactSource = {
  count: async (db, scope) =>
    new Map((await listTerms(db, scope)).map(({ id, days }) => [id, days === 'n/a' ? days : ratio(days)])),
  listEvidence: async (db, scope) =>
    evidenceFrom(
      (await listTerms(db, scope))
        .filter(({ days }) => days !== 'n/a' && days > 0)
        .map(({ id, code }) => ({ branchId: id, id: code })),
    ),
}
