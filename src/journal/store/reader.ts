import type { Db, Tx } from '../../kit/db/db.ts'
import { ask, exactly } from './statement.ts'

/** A change that has its place in the log. `received` in UTC, cut to the millisecond. */
export type PlacedChange = {
  readonly idx: number
  readonly kind: string
  /** The table of the record. */
  readonly record: string
  readonly scope: string | null
  readonly subject: string
  readonly rev: number
  readonly received: Date
}

const PLACED = `
select l.idx, e.kind, e.record, e.scope, e.subject, e.rev, l.received
from (select idx, entry_id, received from journal_leaf where mine_id = $1 and idx >= $2 order by idx limit $3) l
cross join lateral (
  select * from journal_entry e where e.mine_id = $1 and ${exactly('e.id', 'l.entry_id')}) e
order by l.idx`

/** The changes from a place on, in the order of the log. Nothing is ever put before a place that was read. */
export const listPlacedChanges = (
  db: Db,
  mineId: string,
  { from, most }: { from: number; most: number },
): Promise<PlacedChange[]> => ask(db, PLACED, [mineId, from, most])

/** How far a reader has come: the first place it has not read; 0 before it read any. */
export async function findReaderPlace(db: Db, mineId: string, name: string): Promise<number> {
  const read = 'select idx from journal_reader where mine_id = $1 and name = $2'
  const [row] = await ask<{ idx: number }>(db, read, [mineId, name])
  return row?.idx ?? 0
}

/** The same, held until the transaction ends: two of one name do not do the same work twice. Made on first use. */
export async function holdReaderPlace(tx: Tx, mineId: string, name: string): Promise<number> {
  const make = 'insert into journal_reader (mine_id, name, idx) values ($1, $2, 0) on conflict do nothing'
  await ask(tx, make, [mineId, name])
  const hold = 'select idx from journal_reader where mine_id = $1 and name = $2 for update'
  const [row] = await ask<{ idx: number }>(tx, hold, [mineId, name])
  return row?.idx ?? 0
}

/** Remembers how far a reader has come, in the transaction that writes what it derived. It must hold its place. */
export async function setReaderPlace(
  tx: Tx,
  mineId: string,
  { name, idx }: { name: string; idx: number },
): Promise<void> {
  await ask(tx, 'update journal_reader set idx = $3 where mine_id = $1 and name = $2', [mineId, name, idx])
}
