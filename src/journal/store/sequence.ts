import type { Db, Tx } from '../../kit/db/db.ts'
import { type Entry, showInstant } from '../rules/leaf.ts'
import type { Range } from '../rules/tree.ts'
import { ENTRY_COLUMNS, type StoredEntry } from './entry.ts'
import { ask, exactly, micros } from './statement.ts'

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

/**
 * The waiting entries are few or thousands from one moment to the next. A plan made while they were few would read all of them for
 * each one, so the transaction keeps to the indexes.
 */
const HOLD = `
select set_config('enable_seqscan', 'off', true), m.log_origin as origin, h.size, h.frontier, ${micros('h.last_received')} as received
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

/** Taken and read in one statement: an entry that is committed meanwhile is neither taken nor lost. */
const TAKE = `
with taken as (
  delete from journal_pending where mine_id = $1 and entry_id <= (
    select entry_id from (
      select entry_id from journal_pending where mine_id = $1 order by entry_id limit $2) first
    order by entry_id desc limit 1)
  returning entry_id)
select p.entry_id as taken, e.*, coalesce(l.prev, f.prev) as prev
from taken p
left join lateral (
  select ${ENTRY_COLUMNS} from journal_entry e where e.mine_id = $1 and ${exactly('e.id', 'p.entry_id')}) e on true
left join lateral (
  select b.id from journal_entry b
  where e.rev > 1 and b.mine_id = $1 and b.subject = e.subject and ${exactly('b.rev', 'e.rev - 1')}) b on true
left join lateral (
  select encode(l.hash, 'base64') as prev from journal_leaf l
  where l.mine_id = $1 and ${exactly('l.entry_id', 'b.id')}) l on true
left join lateral (
  select encode(f.hash, 'base64') as prev from journal_former_leaf f
  where l.prev is null and f.mine_id = $1 and ${exactly('f.entry_id', 'b.id')}) f on true
order by p.entry_id`

/** Takes the entries that wait longest, by the order of their ids. What gets no place must be put back in the same transaction. */
export async function takeWaiting(
  tx: Tx,
  mineId: string,
  most: number,
): Promise<{ readonly taken: string[]; readonly waiting: Waiting[] }> {
  const rows = await ask<Waiting & { taken: string }>(tx, TAKE, [mineId, most])
  return { taken: rows.map(({ taken }) => taken), waiting: rows.filter(({ id }) => id) }
}

/** Lets entries wait on. */
export async function putBack(tx: Tx, mineId: string, ids: readonly string[]): Promise<void> {
  const put = 'insert into journal_pending (mine_id, entry_id) select $1, unnest($2::uuid[])'
  if (ids.length > 0) await ask(tx, put, [mineId, ids])
}

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
    as n (idx, id, received, prev, leaf, hash))
update journal_head set size = $8, root = $9, frontier = $10, last_received = $11::timestamptz where mine_id = $1`

/** Writes leaves in their places and moves the head, in one statement. */
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
