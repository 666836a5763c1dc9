import type { Db } from '../../kit/db/db.ts'
import { type Span, spansOfConsistency, spansOfProof } from '../rules/proof.ts'
import { appendLeaves, EMPTY_RANGE, nodeHash, rootOf } from '../rules/tree.ts'
import { sha256 } from './commit.ts'
import { ENTRY_COLUMNS, type StoredEntry } from './entry.ts'
import { type LogNo, leavesOf } from './restore/former.ts'
import { ask } from './statement.ts'

/** An entry with its leaf; place and leaf are null until the sequencer has given them. */
export type Placed = {
  readonly record: string
  readonly scope: string | null
  /** Whose key seals it: a person, a unit or the mine. */
  readonly owner: string
  readonly index: number | null
  /** It stands in a log that ended. */
  readonly ended: boolean
  /** Base64. */
  readonly leaf: string | null
}

/** One entry of the journal; undefined when there is none of that id. */
export async function findPlaced(db: Db, mineId: string, entryId: string): Promise<Placed | undefined> {
  const find = `
    select e.record, e.scope, e.key_owner as owner, l.idx as index, replace(encode(l.bytes, 'base64'), E'\\n', '') as leaf,
      exists (select from journal_former_leaf f where f.mine_id = e.mine_id and f.entry_id = e.id) as ended
    from journal_entry e left join journal_leaf l on l.mine_id = e.mine_id and l.entry_id = e.id
    where e.mine_id = $1 and e.id = $2`
  const [found] = await ask<Placed>(db, find, [mineId, entryId])
  return found
}

/** A record's latest entry with its salts, still sealed; undefined when the journal does not know the record. */
export async function findLatestEntry(
  db: Db,
  mineId: string,
  subject: string,
): Promise<(StoredEntry & { readonly salts: Uint8Array }) | undefined> {
  const find = `
    select ${ENTRY_COLUMNS}, e.salts from journal_entry e
    where e.mine_id = $1 and e.subject = $2 order by e.rev desc limit 1`
  const [found] = await ask<StoredEntry & { salts: Uint8Array }>(db, find, [mineId, subject])
  return found
}

/** Where the notice of somebody's erasure stands in the log, null before it has its place; undefined: there is no notice (journal §6). */
export async function findErasure(
  db: Db,
  mineId: string,
  person: string,
): Promise<{ readonly index: number | null } | undefined> {
  const find = `
    select l.idx as index from journal_entry e
      left join journal_leaf l on l.mine_id = e.mine_id and l.entry_id = e.id
    where e.mine_id = $1 and e.subject = $2 and e.kind = 'people.erase' order by e.rev desc limit 1`
  const [found] = await ask<{ index: number | null }>(db, find, [mineId, person])
  return found && { index: found.index === null ? null : Number(found.index) }
}

/** One log of a mine: the one that grows, or one that ended. */
type Log = { readonly mineId: string; readonly no: LogNo }
const growing = (mineId: string): Log => ({ mineId, no: null })

/** Roots of spans that can grow no more, by mine, log and span; a log only grows, so they hold for ever. */
const known = new Map<string, Uint8Array>()
const MOST_KNOWN = 20_000
/** Spans below this are read quickly enough. */
const LEAST_KEPT = 256

const isWhole = ({ from, to }: Span): boolean => {
  const size = to - from
  return size >= LEAST_KEPT && Number.isInteger(Math.log2(size)) && from % size === 0
}

/** A span that still grows is what stands to the left of its last split, whole, and what is left. */
async function rootOfSpan(db: Db, log: Log, span: Span): Promise<Uint8Array> {
  const { from, to } = span
  if (isWhole(span) || to - from < LEAST_KEPT) return rootOfWhole(db, log, span)
  const split = from + 2 ** Math.floor(Math.log2(to - from))
  const left = await rootOfWhole(db, log, { from, to: split })
  return nodeHash(left, await rootOfSpan(db, log, { from: split, to }), sha256)
}

async function rootOfWhole(db: Db, { mineId, no }: Log, span: Span): Promise<Uint8Array> {
  const key = `${mineId} ${no} ${span.from} ${span.to}`
  const kept = known.get(key)
  if (kept) return kept
  const read = `select hash from ${leavesOf(no)} leaf where mine_id = $1 and idx >= $2 and idx < $3 order by idx`
  const rows = await ask<{ hash: Buffer }>(db, read, [mineId, span.from, span.to])
  if (rows.length !== span.to - span.from)
    throw new Error(`leaves ${span.from} to ${span.to} are not all there`)
  const hashes = rows.map(({ hash }) => hash)
  const root = rootOf(appendLeaves(EMPTY_RANGE, hashes, sha256), sha256)
  if (isWhole(span) && known.size < MOST_KNOWN) known.set(key, root)
  return root
}

/** The root over the first `size` leaves of a log; undefined where they are not all there. */
export async function findRoot(db: Db, log: Log, size: number): Promise<Uint8Array | undefined> {
  const count = `select count(*)::int as n from ${leavesOf(log.no)} leaf where mine_id = $1 and idx < $2`
  const [there] = await ask<{ n: number }>(db, count, [log.mineId, size])
  if (there?.n !== size) return undefined
  return size === 0 ? rootOf(EMPTY_RANGE, sha256) : rootOfSpan(db, log, { from: 0, to: size })
}

/** The way from a leaf to the root of the first `size` leaves, lowest node first (RFC 6962 §2.1.1). Each leaf's hash is read once. */
export async function findInclusion(
  db: Db,
  mineId: string,
  of: { readonly index: number; readonly size: number },
): Promise<Uint8Array[]> {
  const nodes: Uint8Array[] = []
  for (const span of spansOfProof(of.index, of.size)) nodes.push(await rootOfSpan(db, growing(mineId), span))
  return nodes
}

/** What shows the first `from` leaves to be a beginning of the first `to`, lowest node first (RFC 6962 §2.1.2); nothing for 0 and for all. */
export async function findConsistency(db: Db, mineId: string, of: Span): Promise<Uint8Array[]> {
  const nodes: Uint8Array[] = []
  for (const span of spansOfConsistency(of)) nodes.push(await rootOfSpan(db, growing(mineId), span))
  return nodes
}

/** The name of a mine's log. Throws when there is no such mine. */
export async function findOrigin(db: Db, mineId: string): Promise<string> {
  const [mine] = await ask<{ origin: string }>(db, 'select log_origin as origin from mine where id = $1', [
    mineId,
  ])
  if (!mine) throw new Error(`no mine ${mineId}`)
  return mine.origin
}

/** The logs of a mine by name: the one that grows, and those that ended. */
export const listLogs = (
  db: Db,
  mineId: string,
): Promise<{ readonly origin: string; readonly no: LogNo }[]> =>
  ask(
    db,
    `select log_origin as origin, null::int as no from mine where id = $1
     union all select origin, no::int from journal_break where mine_id = $1 and kind = 'new-log'`,
    [mineId],
  )
