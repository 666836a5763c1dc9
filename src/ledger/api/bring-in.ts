import { append, type By } from '../../journal/store/append.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import { keyOf } from '../../kit/excel/form.ts'
import { effectOf, LEDGERS, type Ledger, mergeRow, type Recorded } from '../rules.ts'
import { FORMS } from '../sheets/forms.ts'
import type { Desk, Hand, LedgerRowOf, Names } from '../sheets/hand.ts'
import { HANDS } from '../sheets/hands.ts'
import type { Ledgers, Placed } from '../sheets/read.ts'
import { bringScheme, planScheme } from './scheme.ts'

type Values = Readonly<Record<string, unknown>>

/** A row that changes a record: where it stands, and the record's values before and after, by field. */
export type ChangedRow = {
  readonly sheet: string
  readonly row: number
  readonly before: Values
  readonly after: Values
}

/** What a ledger's rows do: how many are added, change a record, change nothing; and those that clash with a change made here. */
export type LedgerPlan = {
  readonly ledger: Ledger
  readonly sheet: string | null
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly conflicts: readonly { readonly sheet: string; readonly row: number; readonly key: string }[]
  /** The rows behind the counts `added` and `changed`; none of a scheme, which comes in whole. */
  readonly newRows: readonly Values[]
  readonly changes: readonly ChangedRow[]
}

/** Told before each ledger; answers whether to go on. */
export type Watch = (phase: Ledger, done: number, total: number) => 'on' | 'stop'

type RecordLedger = Exclude<Ledger, 'scheme' | 'grades'>
type Work<L extends Ledger> = {
  added: LedgerRowOf<L>[]
  changed: { id: string; values: LedgerRowOf<L> }[]
}

/** The ledgers whose rows are records, in the order in which they refer to one another. */
export const RECORD_LEDGERS: readonly RecordLedger[] = LEDGERS.filter(
  (one) => one !== 'scheme' && one !== 'grades',
)

/** A mine whose names are not known yet. */
export const noNames = (): Names => ({ org: new Map(), roster: new Map(), meetings: new Map() })

const keyOfRow = <L extends Ledger>(ledger: L, row: LedgerRowOf<L>): string =>
  keyOf(FORMS[ledger], { draft: row as Readonly<Record<string, unknown>> }) ?? ''

/** Sorts rows into new ones, changes, repeats and clashes. */
function sortRows<L extends RecordLedger>(
  ledger: L,
  rows: readonly Placed<LedgerRowOf<L>>[],
  recorded: readonly Recorded<LedgerRowOf<L>>[],
): { plan: LedgerPlan; work: Work<L> } {
  const known = new Map(recorded.map((record) => [keyOfRow(ledger, record.values), record]))
  const work: Work<L> = { added: [], changed: [] }
  const conflicts: { sheet: string; row: number; key: string }[] = []
  const changes: ChangedRow[] = []
  let same = 0
  for (const { sheet, row, values } of rows) {
    const key = keyOfRow(ledger, values)
    const record = known.get(key)
    const effect = effectOf(record, values)
    if (effect === 'added') work.added.push(values)
    if (effect === 'same') same += 1
    if (effect === 'conflict') conflicts.push({ sheet, row, key: key.replaceAll('\u0000', ' ') })
    if (effect !== 'changed' || !record) continue
    const after = mergeRow(record.values, values)
    work.changed.push({ id: record.id, values: after })
    changes.push({ sheet, row, before: record.values, after })
  }
  const { added, changed } = work
  const plan = {
    ledger,
    sheet: rows[0]?.sheet ?? null,
    added: added.length,
    changed: changed.length,
    same,
    conflicts,
    newRows: added,
    changes,
  }
  return { plan, work }
}

async function planLedger<L extends RecordLedger>(
  db: Db,
  desk: Desk,
  ledger: L,
  rows: readonly Placed<LedgerRowOf<L>>[],
): Promise<{ plan: LedgerPlan; work: Work<L>; hand: Hand<L> }> {
  const hand: Hand<L> = HANDS[ledger]
  const recorded = await hand.list(db, desk)
  return { ...sortRows(ledger, rows, recorded), hand }
}

/** Says what bringing rows in would do; changes nothing. */
export async function planLedgers(db: Db, desk: Desk, ledgers: Ledgers): Promise<LedgerPlan[]> {
  const plans: LedgerPlan[] = []
  for (const ledger of RECORD_LEDGERS)
    plans.push((await planLedger(db, desk, ledger, ledgers[ledger] as never)).plan)
  return [...plans, ...(await planScheme(db, desk, ledgers))]
}

/**
 * Brings the rows of a workbook in, all or nothing, each record with its leaf in the journal.
 * Answers 'stopped' when the watch said so: the caller undoes the transaction.
 */
export async function bringIn(
  tx: Tx,
  desk: Desk & { by: By },
  ledgers: Ledgers,
  watch: Watch,
): Promise<LedgerPlan[] | 'stopped'> {
  const total = LEDGERS.reduce((sum, ledger) => sum + ledgers[ledger].length, 0)
  const plans: LedgerPlan[] = []
  let done = 0
  for (const ledger of RECORD_LEDGERS) {
    if (watch(ledger, done, total) === 'stop') return 'stopped'
    const { plan, work, hand } = await planLedger(tx, desk, ledger, ledgers[ledger] as never)
    const ids = await hand.write(tx, desk, work)
    await append(tx, desk.by, 'ledger.commit', hand.record, ids)
    plans.push(plan)
    done += ledgers[ledger].length
  }
  if (watch('scheme', done, total) === 'stop') return 'stopped'
  return [...plans, ...(await bringScheme(tx, desk, ledgers))]
}
