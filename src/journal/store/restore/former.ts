import type { Tx } from '../../../kit/db/db.ts'
import { EMPTY_RANGE, rootOf } from '../../rules/tree.ts'
import { ask } from '../statement.ts'

/** One log of a mine: the one that grows (`no` null) or one that ended. */
export type LogNo = number | null

/** The leaves of a log as a statement reads them; the table's own name where it grows. */
export const leavesOf = (no: LogNo): string =>
  no === null ? 'journal_leaf' : `(select * from journal_former_leaf where no = ${Math.trunc(no)})`

/** The signed checkpoints of a log, in the same way. */
export const checkpointsOf = (no: LogNo): string =>
  no === null
    ? 'journal_checkpoint'
    : `(select * from journal_former_checkpoint where no = ${Math.trunc(no)})`

const MOVES = [
  `insert into journal_former_leaf (mine_id, no, idx, entry_id, received, prev, bytes, hash)
   select mine_id, $2, idx, entry_id, received, prev, bytes, hash from journal_leaf where mine_id = $1`,
  `insert into journal_former_checkpoint (mine_id, no, size, prev, note, at)
   select mine_id, $2, size, prev, note, at from journal_checkpoint where mine_id = $1`,
  `insert into journal_former_cosignature (mine_id, no, size, witness, line, at, time_s)
   select mine_id, $2, size, witness, line, at, time_s from journal_cosignature where mine_id = $1`,
]

const LOG_TABLES = ['journal_leaf', 'journal_checkpoint', 'journal_cosignature']

/** Takes the guards off the journal inside a transaction, and puts them back: only the owner of the tables can. */
async function unguarded(tx: Tx, work: () => Promise<void>): Promise<void> {
  await ask(tx, "set local pitlamp.unguarded = 'on'", [])
  await work()
  await ask(tx, "set local pitlamp.unguarded = 'off'", [])
}

/**
 * Puts the log of a mine away as ended and begins an empty one under another name; answers that name and which of the ended it is. Every
 * reader begins anew. Only the owner of the tables may.
 */
export async function endLog(
  tx: Tx,
  mineId: string,
): Promise<{ readonly no: number; readonly former: string; readonly origin: string; readonly size: number }> {
  const find = `select m.log_origin as origin, coalesce(h.size, 0) as size,
      (select count(*)::int from journal_break b where b.mine_id = m.id and b.kind = 'new-log') as ended
    from mine m left join journal_head h on h.mine_id = m.id where m.id = $1 for no key update of m`
  const [mine] = await ask<{ origin: string; size: number; ended: number }>(tx, find, [mineId])
  if (!mine) throw new Error(`no mine ${mineId}`)
  const no = mine.ended + 1
  const origin = `${mine.origin.replace(/\.\d+$/, '')}.${no + 1}`
  for (const move of MOVES) await ask(tx, move, [mineId, no])
  await unguarded(tx, async () => {
    for (const table of LOG_TABLES) await ask(tx, `delete from ${table} where mine_id = $1`, [mineId])
  })
  const empty = `update journal_head set size = 0, root = $2, frontier = '{}', last_received = null where mine_id = $1`
  await ask(tx, empty, [mineId, Buffer.from(rootOf(EMPTY_RANGE))])
  await ask(tx, 'update journal_reader set idx = 0 where mine_id = $1', [mineId])
  await ask(tx, 'update witness_delivery set known = 0 where mine_id = $1', [mineId])
  await ask(tx, 'update mine set log_origin = $2 where id = $1', [mineId, origin])
  return { no, former: mine.origin, origin, size: mine.size }
}
