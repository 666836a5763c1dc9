import { type RawBuilder, sql } from 'kysely'
import type { Day, Span } from '../kit/day.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import { type Ratio, ratio } from '../kit/ratio.ts'
import { daysOverdue } from './rules.ts'

/** What a fact is counted for: branches of one mine over a span of days, both ends inside. */
export type Scope = {
  readonly mineId: Id<'mine'>
  readonly branches: readonly Id<'org'>[]
  readonly span: Span
}

/** An exact number, or `n/a` where the table of A3 says so. */
export type FactValue = Ratio | 'n/a'

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

/** A fact that counts rows, and shows them as its evidence. */
export const countingRows = (
  list: (db: Db, scope: Scope) => Promise<readonly EvidenceRow[]>,
): FactSource => ({
  count: async (db, scope) => {
    const rows = Map.groupBy(await list(db, scope), ({ branchId }) => branchId)
    return new Map([...rows].map(([branchId, own]) => [branchId, ratio(own.length)]))
  },
  listEvidence: async (db, scope) => evidenceFrom(await list(db, scope)),
})
type Term = { readonly id: Id<'org'>; readonly code: string; readonly term_to: Day | null }

async function listTerms(db: Db, { mineId, branches }: Scope): Promise<Term[]> {
  const terms: RawBuilder<Term> = sql`
    select id, code, term_to from org_unit where mine_id = ${mineId} and id = any(${branches}::uuid[])`
  return (await terms.execute(db)).rows
}

const overdue = ({ term_to }: Term, { span }: Scope): number | 'n/a' =>
  daysOverdue(term_to ?? undefined, span.last)

/** Whole days from the end of term to the last day; the evidence is the branch's code (A3 org.termOverdue). */
export const termOverdue: FactSource = {
  count: async (db, scope) => {
    const shown = (term: Term): FactValue => {
      const days = overdue(term, scope)
      return days === 'n/a' ? days : ratio(days)
    }
    return new Map((await listTerms(db, scope)).map((term) => [term.id, shown(term)]))
  },
  listEvidence: async (db, scope) => {
    const terms = await listTerms(db, scope)
    const late = terms.filter((term) => Number(overdue(term, scope)) > 0)
    return new Map(late.map(({ id, code }) => [id, [code]]))
  },
}
