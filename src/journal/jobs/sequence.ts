import type { Db, Tx } from '../../kit/db/db.ts'
import { instantOf, leafBytes, leafHash } from '../rules/leaf.ts'
import { appendLeaves, EMPTY_RANGE, rootOf } from '../rules/tree.ts'
import { sha256 } from '../store/commit.ts'
import {
  type Head,
  holdHead,
  leafEntry,
  type Placed,
  placeLeaves,
  putBack,
  takeWaiting,
  type Waiting,
} from '../store/sequence.ts'

const MOST_AT_ONCE = 256

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')

/**
 * Gives entries their places. A record's revisions keep their order; one whose revision before has no place yet waits on.
 * `received` moves by a microsecond where the clock stands still or goes back.
 */
function place(head: Head, waiting: readonly Waiting[], now: number): Placed[] {
  const leaves: Placed[] = []
  const hashes = new Map<string, string>()
  let received = head.lastReceived
  const tryPlace = (entry: Waiting): boolean => {
    const prev = entry.prev ?? hashes.get(`${entry.subject} ${entry.rev - 1}`) ?? null
    if (entry.rev > 1 && prev === null) return false
    received = Math.max(now, received + 1)
    const bytes = leafBytes(leafEntry(entry, { log: head.origin, prev, received }))
    const hash = base64(leafHash(bytes, sha256))
    hashes.set(`${entry.subject} ${entry.rev}`, hash)
    const idx = head.range.size + leaves.length
    leaves.push({ idx, entryId: entry.id, received, prev, text: new TextDecoder().decode(bytes), hash })
    return true
  }
  let rest = waiting
  for (let before = -1; before !== rest.length; ) {
    before = rest.length
    rest = rest.filter((entry) => !tryPlace(entry))
  }
  return leaves
}

async function placeBatch(tx: Tx, mineId: string, now: number): Promise<number> {
  const head = await holdHead(tx, mineId, rootOf(EMPTY_RANGE))
  const { taken, waiting } = await takeWaiting(tx, mineId, MOST_AT_ONCE)
  const leaves = place(head, waiting, now)
  const placed = new Set(leaves.map(({ entryId }) => entryId))
  const left = taken.filter((id) => !placed.has(id))
  await putBack(tx, mineId, left)
  const last = leaves.at(-1)
  if (!last) return 0
  const hashes = leaves.map(({ hash }) => Buffer.from(hash, 'base64'))
  const range = appendLeaves(head.range, hashes, sha256)
  await placeLeaves(tx, mineId, leaves, { range, root: rootOf(range, sha256), lastReceived: last.received })
  return leaves.length
}

/**
 * Gives every waiting entry of a mine its place in the log, 256 at a time; answers how many. Several may run at once: they take turns.
 * An entry whose record's revision before is missing stays waiting, for `verify` to report.
 */
export async function sequence(db: Db, mineId: string, clock: () => Date): Promise<number> {
  let placed = 0
  for (let count = -1; count !== 0; placed += count) {
    count = await db.transaction().execute((tx) => placeBatch(tx, mineId, instantOf(clock())))
  }
  return placed
}
