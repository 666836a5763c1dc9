import type { Db, Tx } from '../../kit/db/db.ts'
import { checkpointsOf, type LogNo } from './restore/former.ts'
import { ask, micros, told } from './statement.ts'

/**
 * A signed checkpoint as it is kept. `row`: its size exactly as it stands, whatever became of it; `prev`: size of the one before; `at`: when
 * its last leaf was received, microseconds.
 */
export type SavedCheckpoint = {
  readonly row: string
  readonly size: number
  readonly prev: number | null
  readonly note: string
  readonly at: number
}

const COLUMNS = `size::text as row, ${told('size')} as size, ${told('prev')} as prev, note, ${micros('at')} as at`

/** The checkpoint over the most leaves. */
export async function findLatestCheckpoint(db: Db, mineId: string): Promise<SavedCheckpoint | undefined> {
  const latest = `select ${COLUMNS} from journal_checkpoint where mine_id = $1 order by journal_checkpoint.size desc limit 1`
  const [found] = await ask<SavedCheckpoint>(db, latest, [mineId])
  return found
}

/** Checkpoints of a log over more leaves than `over`, smallest first; all of them when it is null. */
export const listCheckpoints = (
  db: Db,
  mineId: string,
  { over, most, no = null }: { over: number | string | null; most: number; no?: LogNo },
): Promise<SavedCheckpoint[]> =>
  ask(
    db,
    `select ${COLUMNS} from ${checkpointsOf(no)} journal_checkpoint where mine_id = $1 and ($2::bigint is null or size > $2::bigint)
     order by journal_checkpoint.size limit $3`,
    [mineId, over, most],
  )

/** Keeps a checkpoint; keeping it again changes nothing. `received`: when its last leaf was received. */
export async function addCheckpoint(
  tx: Tx,
  mineId: string,
  { size, prev, note, received }: Omit<SavedCheckpoint, 'row' | 'at'> & { readonly received: string },
): Promise<void> {
  await ask(
    tx,
    `insert into journal_checkpoint (mine_id, size, prev, note, at)
     values ($1, $2, $3, $4, $5::timestamptz) on conflict do nothing`,
    [mineId, size, prev, note, received],
  )
}

export type HeadNow = { readonly origin: string; readonly size: number; readonly root: Buffer | null }

/** Holds a mine for its signer until the transaction ends, and reads the head of its log. Throws when there is no such mine. */
export async function holdForSigning(tx: Tx, mineId: string): Promise<HeadNow> {
  const hold = 'select log_origin as origin from mine where id = $1 for no key update'
  const [mine] = await ask<{ origin: string }>(tx, hold, [mineId])
  if (!mine) throw new Error(`no mine ${mineId}`)
  const read = 'select size, root from journal_head where mine_id = $1'
  const [head] = await ask<{ size: number; root: Buffer }>(tx, read, [mineId])
  return { origin: mine.origin, size: head?.size ?? 0, root: head?.root ?? null }
}

export type SavedLeaf = { readonly idx: number; readonly bytes: Buffer; readonly hash: Buffer }

/** Leaves from a place on, in their order. */
export const listLeaves = (
  db: Db,
  mineId: string,
  { from, most }: { from: number; most: number },
): Promise<SavedLeaf[]> =>
  ask(
    db,
    'select idx, bytes, hash from journal_leaf where mine_id = $1 and idx >= $2 order by idx limit $3',
    [mineId, from, most],
  )

/** All mines there are. */
export async function listMines(db: Db): Promise<string[]> {
  const rows = await ask<{ id: string }>(db, 'select id from mine order by id', [])
  return rows.map(({ id }) => id)
}

/** The mines whose log has leaves. */
export async function listMinesWithLeaves(db: Db): Promise<string[]> {
  const rows = await ask<{ id: string }>(db, 'select mine_id as id from journal_head where size > 0', [])
  return rows.map(({ id }) => id)
}

/** The mines whose log has leaves that no checkpoint covers. */
export async function listMinesToSign(db: Db): Promise<string[]> {
  const rows = await ask<{ id: string }>(
    db,
    `select h.mine_id as id from journal_head h where h.size > coalesce(
       (select c.size from journal_checkpoint c where c.mine_id = h.mine_id order by c.size desc limit 1), 0)`,
    [],
  )
  return rows.map(({ id }) => id)
}
