import type { Journaled } from '../../journal/store/journaled.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import type { RowOf } from '../../kit/excel/form.ts'
import type { Id } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import type { Ledger, Recorded } from '../rules.ts'
import type { FORMS } from './forms.ts'

export type LedgerRowOf<L extends Ledger> = RowOf<(typeof FORMS)[L]>

/** What the codes and numbers of a workbook stand for; each ledger adds its own as it comes in. */
export type Names = {
  readonly org: Map<string, Id<'org'>>
  readonly roster: Map<string, Id<'person'>>
  readonly meetings: Map<string, Id<'meeting'>>
}

/** Where rows come in, when, and under whose keys. */
export type Desk = {
  readonly mineId: Id<'mine'>
  readonly keys: Keys
  readonly now: Date
  readonly names: Names
}

/** Rows that become records, and records that become rows of these values. */
export type Work<R> = {
  readonly added: readonly R[]
  readonly changed: readonly { readonly id: string; readonly values: R }[]
}

/** How one ledger reads and writes its records. */
export type Hand<L extends Ledger> = {
  readonly record: Journaled
  /** Every record of the mine as its ledger writes it, in the ledger's order. */
  readonly list: (db: Db, desk: Desk) => Promise<Recorded<LedgerRowOf<L>>[]>
  /** Writes rows, in bulk; answers the ids of the records written. */
  readonly write: (tx: Tx, desk: Desk, work: Work<LedgerRowOf<L>>) => Promise<string[]>
}

/** The id a code stands for. Every reference was checked when the workbook was read. */
export function named<T>(names: ReadonlyMap<string, T>, code: string): T {
  const found = names.get(code)
  if (found === undefined) throw new Error(`a reference was not checked: ${code}`)
  return found
}
