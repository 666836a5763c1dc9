import type { Db, Tx } from '../../../kit/db/db.ts'
import { newId } from '../../../kit/id.ts'
import { append, appendGone, type By } from '../append.ts'
import type { Journaled } from '../journaled.ts'
import { ask, told } from '../statement.ts'
import type { LostRecord } from './refill.ts'

/**
 * Where a log does not simply go on. `refilled`: the leaves from `from` up to `to` came back without their content. `new-log`: the log
 * `origin` ended with `to` leaves and another one began. `note`: the last checkpoint known of it. `no`: which of the ended ones.
 */
export type Break = {
  readonly kind: 'refilled' | 'new-log'
  readonly no: number | null
  readonly origin: string
  readonly from: number
  readonly to: number
  readonly note: string
  readonly reason: string
}

/** How the journal seals that it was broken. */
export const breakRecord: Journaled = { table: 'journal_break', scope: null, person: null }

const RESTORE = 'journal.restore'

/** Keeps and seals a break; the first leaf of a new log, and the last of a refilled one. */
export async function addBreak(
  tx: Tx,
  by: By,
  { kind, no, origin, from, to, note, reason }: Break,
): Promise<void> {
  const id = newId()
  const add = `insert into journal_break (mine_id, id, kind, no, origin, from_idx, to_idx, note, reason, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`
  await ask(tx, add, [by.mineId, id, kind, no, origin, from, to, note, reason, by.now])
  await append(tx, by, RESTORE, breakRecord, [id])
}

/** The breaks of a mine's logs, first ones first. */
export const listBreaks = (db: Db | Tx, mineId: string): Promise<Break[]> =>
  ask(
    db,
    `select kind, no, origin, ${told('from_idx')} as from, ${told('to_idx')} as to, note, reason from journal_break
     where mine_id = $1 order by at, id`,
    [mineId],
  )

/** Which of these records are there. */
async function listThere(tx: Tx, of: Journaled, mineId: string, ids: readonly string[]): Promise<string[]> {
  const find = `select id from ${of.table} where ${of.mine ?? 'mine_id'} = $1 and id = any($2::uuid[])`
  return (await ask<{ id: string }>(tx, find, [mineId, ids])).map(({ id }) => id)
}

/** Seals anew how records look that went back in time with a backup; answers how many are there, and how many are gone. */
export async function sealAsRestored(
  tx: Tx,
  by: By,
  records: readonly Journaled[],
  lost: readonly LostRecord[],
): Promise<{ readonly back: number; readonly gone: number }> {
  let [back, gone] = [0, 0]
  for (const [table, own] of Map.groupBy(lost, (record) => record.table)) {
    const of = records.find((record) => record.table === table)
    if (!of) throw new Error(`no record is kept in ${table}`)
    const ids = own.map(({ subject }) => subject)
    const there = await listThere(tx, of, by.mineId, ids)
    const missing = ids.filter((id) => !there.includes(id))
    await append(tx, by, RESTORE, of, there)
    await appendGone(tx, by, RESTORE, of, missing)
    back += there.length
    gone += missing.length
  }
  return { back, gone }
}

/** Seals every record of a mine anew, as the beginning of a log; answers how many. Those in `but` are left out. */
export async function sealAll(tx: Tx, by: By, records: readonly Journaled[]): Promise<number> {
  let count = 0
  for (const of of records) {
    if (of.table === breakRecord.table) continue
    const find = `select id from ${of.table} where ${of.mine ?? 'mine_id'} = $1 order by id`
    const ids = (await ask<{ id: string }>(tx, find, [by.mineId])).map(({ id }) => id)
    await append(tx, by, RESTORE, of, ids)
    count += ids.length
  }
  return count
}
