import type { Db, Tx } from '../../kit/db/db.ts'
import { type Entry, showInstant } from '../rules/leaf.ts'
import type { Range } from '../rules/tree.ts'
import { ENTRY_COLUMNS, type StoredEntry } from './entry.ts'
import { ask } from './statement.ts'

/** The right end of a log; the instant in microseconds, 0 before the first leaf. */
export type Head = { readonly origin: string; readonly range: Range; readonly lastReceived: number }

/** An entry waiting for its place. `prev`: base64 leaf hash of the revision before, null when that has no leaf. */
export type Waiting = StoredEntry & { readonly prev: string | null }

/** A leaf in its place; the instant in microseconds, hashes in base64, `text` the leaf's bytes as text. */
export type Placed = {
  readonly idx: number
  readonly entryId: string
  readonly received: number
  readonly prev: string | null
  readonly text: string
  readonly hash: string
}

const HOLD = `
select m.log_origin as origin, h.size, h.frontier, (extract(epoch from h.last_received) * 1000000)::bigint as received
from journal_head h join mine m on m.id = h.mine_id where h.mine_id = $1 for update of h`

type HeadRow = { origin: string; size: number; frontier: Buffer[]; received: number | null }

/** Holds the head of a log until the transaction ends: who holds it is the one sequencer. Made on first use. */
export async function holdHead(tx: Tx, mineId: string, emptyRoot: Uint8Array): Promise<Head> {
  const [row] = await ask<HeadRow>(tx, HOLD, [mineId])
  if (!row) {
    const values = [mineId, Buffer.from(emptyRoot)]
    await ask(tx, `insert into journal_head values ($1, 0, $2, '{}', null) on conflict do nothing`, values)
    return holdHead(tx, mineId, emptyRoot)
  }
  const range = { size: row.size, peaks: row.frontier }
  return { origin: row.origin, range, lastReceived: row.received ?? 0 }
}

const WAITING = `
select ${ENTRY_COLUMNS}, encode(l.hash, 'base64') as prev
from (select entry_id from journal_pending where mine_id = $1 order by entry_id limit $2) p
join journal_entry e on e.mine_id = $1 and e.id = p.entry_id
left join journal_entry b on b.mine_id = $1 and b.subject = e.subject and b.rev = e.rev - 1
left join journal_leaf l on l.mine_id = $1 and l.entry_id = b.id
order by e.id`

/** The entries that wait longest, by the order of their ids. */
export const listWaiting = (tx: Tx, mineId: string, most: number): Promise<Waiting[]> =>
  ask<Waiting>(tx, WAITING, [mineId, most])

/** The entry as its leaf tells it. */
export function leafEntry(
  entry: StoredEntry,
  { log, prev, received }: { log: string; prev: string | null; received: number },
): Entry {
  const { kind, scope, subject, rev, actor, occurred, fields, files, src, dev } = entry
  return {
    v: 1,
    log,
    kind,
    scope,
    subject,
    rev,
    prev,
    actor,
    occurred: occurred === null ? null : showInstant(occurred),
    received: showInstant(received),
    fields,
    files,
    src,
    ...(dev !== null && { dev }),
  }
}

const PLACE = `
with placed as (
  insert into journal_leaf (mine_id, idx, entry_id, received, prev, bytes, hash)
  select $1, n.idx::bigint, n.id::uuid, n.received::timestamptz, decode(nullif(n.prev, ''), 'base64'),
    convert_to(n.leaf, 'UTF8'), decode(n.hash, 'base64')
  from unnest(string_to_array($2, E'\\n'), string_to_array($3, E'\\n'), string_to_array($4, E'\\n'),
    string_to_array($5, E'\\n'), string_to_array($6, E'\\n'), string_to_array($7, E'\\n'))
    as n (idx, id, received, prev, leaf, hash)
  returning entry_id),
taken as (delete from journal_pending p using placed where p.mine_id = $1 and p.entry_id = placed.entry_id)
update journal_head set size = $8, root = $9, frontier = $10, last_received = $11::timestamptz where mine_id = $1`

/** Writes leaves in their places, takes their entries off the waiting ones and moves the head, in one statement. */
export async function placeLeaves(
  tx: Tx,
  mineId: string,
  leaves: readonly Placed[],
  head: { readonly range: Range; readonly root: Uint8Array; readonly lastReceived: number },
): Promise<void> {
  const lines = (of: (leaf: Placed) => string | number): string => leaves.map(of).join('\n')
  await ask(tx, PLACE, [
    mineId,
    lines(({ idx }) => idx),
    lines(({ entryId }) => entryId),
    lines(({ received }) => showInstant(received)),
    lines(({ prev }) => prev ?? ''),
    lines(({ text }) => text),
    lines(({ hash }) => hash),
    head.range.size,
    Buffer.from(head.root),
    head.range.peaks.map((peak) => Buffer.from(peak)),
    showInstant(head.lastReceived),
  ])
}

/** The mines with entries that wait for their place. */
export async function listMinesWaiting(db: Db): Promise<string[]> {
  const found = 'select m.id from mine m where exists (select from journal_pending p where p.mine_id = m.id)'
  const rows = await ask<{ id: string }>(db, found, [])
  return rows.map(({ id }) => id)
}
