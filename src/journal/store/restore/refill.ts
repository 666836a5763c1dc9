import type { Tx } from '../../../kit/db/db.ts'
import { newId } from '../../../kit/id.ts'
import { type Refused, refuse } from '../../../kit/refuse.ts'
import { toBase64 } from '../../rules/base64.ts'
import { sameBytes } from '../../rules/hash.ts'
import { type Entry, leafBytes, leafHash, readInstant, showInstant } from '../../rules/leaf.ts'
import { appendLeaves, EMPTY_RANGE, rootOf, type Tree } from '../../rules/tree.ts'
import { sha256 } from '../commit.ts'
import { ENTRY_COLUMNS, type StoredEntry } from '../entry.ts'
import type { Journaled } from '../journaled.ts'
import { type Head, holdHead, leafEntry, type Placed, placeLeaves } from '../sequence.ts'
import { ask } from '../statement.ts'
import { findTable, listShapes, type Shapes } from './shapes.ts'

/** Bytes of leaves from a place on, in their order, at most so many: what a signer or a mirror kept beside the database. */
export type Mirror = (from: number, most: number) => Promise<readonly Uint8Array[]>

/** A record some of whose revisions came back as leaves alone. */
export type LostRecord = {
  readonly table: string
  readonly subject: string
  /** The kind of the last of them. */
  readonly kind: string
  /** Whether that one seals that the record is gone. */
  readonly isGone: boolean
}

/** What came back: leaves from a place up to, not including, another, and the records whose content of then is lost. */
export type Refilled = {
  readonly from: number
  readonly to: number
  /** When the last leaf was received. */
  readonly received: string
  readonly lost: readonly LostRecord[]
}

const MOST_AT_ONCE = 256

/** A leaf as its bytes tell it. */
type Told = {
  readonly text: string
  readonly hash: Uint8Array
  readonly entry: Entry
  readonly received: number
}

function readLeaf(bytes: Uint8Array): Told | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const entry: Entry = JSON.parse(text)
    return { text, hash: leafHash(bytes, sha256), entry, received: readInstant(entry.received) }
  } catch {
    return undefined
  }
}

const nameOf = ({ subject, rev }: { subject: string; rev: number }): string => `${subject} ${rev}`

const WAITING = `
select ${ENTRY_COLUMNS} from journal_pending p join journal_entry e on e.mine_id = p.mine_id and e.id = p.entry_id
join unnest($2::uuid[], $3::int[]) as n (subject, rev) on n.subject = e.subject and n.rev = e.rev
where p.mine_id = $1`

/** Entries of the backup that waited for their place then, by record and revision: they are no longer lost. */
async function takeKnown(
  tx: Tx,
  mineId: string,
  told: readonly Told[],
  log: string,
): Promise<Map<string, string>> {
  const [subjects, revs] = [told.map(({ entry }) => entry.subject), told.map(({ entry }) => entry.rev)]
  const waiting = await ask<StoredEntry>(tx, WAITING, [mineId, subjects, revs])
  const own = new Map(waiting.map((entry) => [nameOf(entry), entry]))
  const known = told.flatMap(({ hash, entry: { prev, ...entry }, received }): [string, string][] => {
    const kept = own.get(nameOf(entry))
    const made = kept && leafHash(leafBytes(leafEntry(kept, { log, prev, received })), sha256)
    return kept && made && sameBytes(made, hash) ? [[nameOf(entry), kept.id]] : []
  })
  const take = 'delete from journal_pending where mine_id = $1 and entry_id = any($2::uuid[])'
  await ask(tx, take, [mineId, known.map(([, id]) => id)])
  return new Map(known)
}

/** An entry of which the leaf is left: its salts are gone, so nothing of it can be opened ever again. */
type Stub = Entry & { readonly id: string; readonly record: string }

const ADD_STUBS = `
insert into journal_entry (mine_id, id, kind, record, scope, subject, rev, actor, occurred, src, dev, fields, files, key_owner, salts, at)
select $1, n.id, n.kind, n.record, n.scope, n.subject, n.rev, decode(n.actor, 'base64'), n.occurred, n.src, n.dev, n.fields, n.files, $1,
  ''::bytea, n.received
from json_to_recordset($2::json) as n (id uuid, kind text, record text, scope uuid, subject uuid, rev int, actor text,
  occurred timestamptz, src text, dev text, fields jsonb, files jsonb, received timestamptz)`

type Filling = {
  readonly tx: Tx
  readonly mineId: string
  readonly shapes: Shapes
  readonly lost: Map<string, LostRecord>
}

async function addStub({ tx, mineId, shapes, lost }: Filling, entry: Entry): Promise<string> {
  const stub: Stub = { ...entry, id: newId(), record: await findTable(tx, mineId, shapes, entry) }
  await ask(tx, ADD_STUBS, [mineId, JSON.stringify([stub])])
  const isGone = Object.keys(entry.fields).length === 0
  lost.set(entry.subject, { table: stub.record, subject: entry.subject, kind: entry.kind, isGone })
  return stub.id
}

/** Puts leaves behind the head, and answers the head after them. */
async function fill(filling: Filling, head: Head, told: readonly Told[]): Promise<Head> {
  const { tx, mineId } = filling
  const known = await takeKnown(tx, mineId, told, head.origin)
  const leaves: Placed[] = []
  for (const { text, hash, entry, received } of told) {
    const entryId = known.get(nameOf(entry)) ?? (await addStub(filling, entry))
    const idx = head.range.size + leaves.length
    leaves.push({ idx, entryId, received, prev: entry.prev, text, hash: toBase64(hash) })
  }
  const range = appendLeaves(
    head.range,
    told.map(({ hash }) => hash),
    sha256,
  )
  const lastReceived = leaves.at(-1)?.received ?? head.lastReceived
  await placeLeaves(tx, mineId, leaves, { range, root: rootOf(range, sha256), lastReceived })
  return { ...head, range, lastReceived }
}

/** What leaves from elsewhere must be to go on where the head stands. */
function cannotFollow(head: Head, told: readonly Told[]): boolean {
  let last = head.lastReceived
  return told.some(({ entry, received }) => {
    const isNext = entry.log === head.origin && received > last
    last = received
    return !isNext
  })
}

/**
 * Brings a log back to the tree that was signed, from leaves kept elsewhere (journal §2 Restore). Refuses, and nothing must be kept of the
 * transaction, when the leaves end early or do not make that tree.
 */
export async function refill(
  { tx, mineId, records }: { tx: Tx; mineId: string; records: readonly Journaled[] },
  signed: Tree,
  mirror: Mirror,
): Promise<Refilled | Refused<'leaves-missing' | 'leaves-foreign'>> {
  const filling: Filling = { tx, mineId, shapes: await listShapes(tx, records), lost: new Map() }
  let head = await holdHead(tx, mineId, rootOf(EMPTY_RANGE))
  const from = head.range.size
  while (head.range.size < signed.size) {
    const { size } = head.range
    const bytes = await mirror(size, Math.min(MOST_AT_ONCE, signed.size - size))
    if (bytes.length === 0) return refuse('leaves-missing', undefined, { index: size })
    const told = bytes.map(readLeaf).filter((leaf) => leaf !== undefined)
    if (told.length < bytes.length || cannotFollow(head, told))
      return refuse('leaves-foreign', undefined, { index: size })
    head = await fill(filling, head, told)
  }
  if (!sameBytes(rootOf(head.range, sha256), signed.root))
    return refuse('leaves-foreign', undefined, { index: from })
  return {
    from,
    to: head.range.size,
    received: showInstant(head.lastReceived),
    lost: [...filling.lost.values()],
  }
}
