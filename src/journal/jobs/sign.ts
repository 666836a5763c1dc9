import { join } from 'node:path'
import type { Db, Tx } from '../../kit/db/db.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { openSigningKey, type SigningKey } from '../../kit/keys/signing.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { fromBase64, toBase64 } from '../rules/base64.ts'
import { parseCheckpoint, showCheckpoint } from '../rules/checkpoint.ts'
import { portableSha256, sameBytes } from '../rules/hash.ts'
import { keyIdOf, parseNote, SIGNATURE_TYPES, type Signer, showNote } from '../rules/note.ts'
import { type Recount, recountFrom } from '../rules/recount.ts'
import { emptyTiles, partialTiles, type TileTree, tilePath, tilesFrom } from '../rules/tiles.ts'
import type { Tree } from '../rules/tree.ts'
import {
  addCheckpoint,
  findLatestCheckpoint,
  type HeadNow,
  holdForSigning,
  listLeaves,
  type SavedLeaf,
} from '../store/checkpoint.ts'
import { sha256 } from '../store/commit.ts'
import { type Disk, realDisk } from '../store/disk.ts'
import {
  makeLogFolder,
  noteRefusal,
  readSignerState,
  type SignerState,
  saveSignerState,
  showSigned,
  signersFolder,
} from '../store/signer.ts'
import { type Drafts, draftTiles, readTile } from '../store/tiles.ts'
import { lookBack } from './look-back.ts'

export type Signing = { readonly db: Db; readonly keys: Pick<Keys, 'dir'>; readonly dataDir: string }

/** What the signer works with: a database, its own folder on a disk, the key of each log, and what says that the time is no time to sign. */
export type Signers = {
  readonly db: Db
  readonly disk: Disk
  readonly folder: string
  readonly keyOf: (mineId: string) => SigningKey
  readonly untimely: (received: string) => SigningRefusal | undefined
  /** At which bundle the next look back begins, by log; kept as long as the process lives. */
  readonly lookedAt: Map<string, number>
}

/** Why a tree is not signed; each one needs a person to look. `index` names a leaf, sizes count leaves. */
export type SigningRefusal = Refused<
  | 'signer-damaged'
  | 'other-origin'
  | 'tree-smaller'
  | 'tree-inconsistent'
  | 'tree-earlier'
  | 'leaf-changed'
  | 'clock-stepped'
  | 'clock-behind'
>

const MOST_AT_ONCE = 500

/** A tree being counted again from the bytes in the database, and cut into tiles by the first way. `known`: what was signed last. */
type Count = {
  readonly recount: Recount
  readonly tiles: TileTree
  received: string
  readonly known: Tree | undefined
}

function toldBy(leaf: SavedLeaf): { log?: unknown; received?: unknown } {
  try {
    const told: unknown = JSON.parse(leaf.bytes.toString())
    return typeof told === 'object' && told !== null ? told : {}
  } catch {
    return {}
  }
}

/** Counts one leaf in; says what is wrong with it. */
async function countLeaf(
  count: Count,
  leaf: SavedLeaf,
  { origin }: HeadNow,
  drafts: Drafts,
): Promise<SigningRefusal | undefined> {
  const index = count.recount.size()
  const { log, received } = toldBy(leaf)
  const hash = count.recount.add(leaf.bytes)
  const isWhole = leaf.idx === index && sameBytes(hash, leaf.hash) && log === origin
  if (!isWhole || typeof received !== 'string') return refuse('leaf-changed', undefined, { index })
  if (received <= count.received) return refuse('tree-earlier', undefined, { index })
  count.received = received
  const { known } = count
  if (known?.size === index + 1 && !sameBytes(known.root, count.recount.root()))
    return refuse('tree-inconsistent', undefined, { size: known.size })
  for (const whole of count.tiles.add(leaf.bytes).whole) await drafts.add(whole)
  return undefined
}

type Counting = { readonly mineId: string; readonly head: HeadNow; readonly drafts: Drafts }

/** Counts the leaves that are new; both ways and the head must come to one root. */
async function countAll(
  tx: Tx,
  { mineId, head, drafts }: Counting,
  count: Count,
): Promise<SigningRefusal | undefined> {
  while (count.recount.size() < head.size) {
    const from = count.recount.size()
    const most = Math.min(MOST_AT_ONCE, head.size - from)
    const leaves = await listLeaves(tx, mineId, { from, most })
    if (leaves.length === 0) return refuse('leaf-changed', undefined, { index: from })
    for (const leaf of leaves) {
      const wrong = await countLeaf(count, leaf, head, drafts)
      if (wrong) return wrong
    }
  }
  const root = count.recount.root()
  const isSame = sameBytes(root, count.tiles.root()) && head.root !== null && sameBytes(root, head.root)
  return isSame || head.size === 0 ? undefined : refuse('tree-inconsistent', undefined, { size: head.size })
}

/** The tree a note speaks of. */
function treeOf(note: string | undefined): Tree | undefined {
  const parsed = note === undefined ? undefined : parseNote(note)
  const tree = parsed && !isRefused(parsed) ? parseCheckpoint(parsed.text) : undefined
  return tree && !isRefused(tree) ? tree : undefined
}

/** The tiles as they were left; undefined where they do not make the tree that was signed. */
async function findTiles(
  { disk }: Signers,
  folder: string,
  { tiled }: SignerState,
  known: Tree,
): Promise<TileTree | undefined> {
  if (!tiled) return undefined
  const kept = new Map<string, Uint8Array>()
  for (const tile of partialTiles(known.size)) {
    const bytes = await readTile(disk, folder, tile)
    if (bytes) kept.set(tilePath(tile), bytes)
  }
  return tilesFrom(known, (tile) => kept.get(tilePath(tile)))
}

/** From the first leaf, on the way holding what was signed last against it: what is left to one that lost memory or tiles. */
const countAnew = (known: Tree | undefined): Count => ({
  recount: recountFrom([], portableSha256),
  tiles: emptyTiles(sha256),
  received: '',
  known,
})

/** Counts on from the signer's memory. One that lost its memory counts from the first leaf and believes the last checkpoint. */
async function startCount(
  tx: Tx,
  signers: Signers,
  { mineId, folder, state }: { mineId: string; folder: string; state: SignerState | undefined },
): Promise<Count | SigningRefusal> {
  if (!state) return countAnew(treeOf((await findLatestCheckpoint(tx, mineId))?.note))
  const waiting = state.waiting.map((subtree) => fromBase64(subtree ?? '*') ?? null)
  const recount = recountFrom(waiting, portableSha256)
  const known = treeOf(state.note)
  if (!known || known.size !== state.size || !sameBytes(known.root, recount.root()))
    return refuse('signer-damaged')
  const tiles = await findTiles(signers, folder, state, known)
  return tiles ? { recount, tiles, received: state.received, known } : countAnew(known)
}

/** Whether the log can be what follows on what was signed. */
function cannotFollow(
  { origin, size }: HeadNow,
  state: SignerState | undefined,
  { known }: Count,
): SigningRefusal | undefined {
  if (state && state.origin !== origin) return refuse('other-origin')
  const least = known?.size ?? 0
  return size < least ? refuse('tree-smaller', undefined, { signed: least, found: size }) : undefined
}

function signNote(key: SigningKey, { origin, size, root }: Tree & { readonly origin: string }): string {
  const signer: Signer = { name: origin, type: SIGNATURE_TYPES.ed25519, publicKey: key.publicKey }
  const text = showCheckpoint({ origin, size, root })
  const signature = key.sign(new TextEncoder().encode(text))
  return showNote({ text, signatures: [{ name: origin, keyId: keyIdOf(signer), signature }] })
}

function stateAfter(key: SigningKey, origin: string, { recount, received, known }: Count): SignerState {
  const [size, root] = [recount.size(), recount.root()]
  return {
    origin,
    size,
    waiting: recount.waiting().map((subtree) => subtree && toBase64(subtree)),
    received,
    prev: known && known.size < size ? known.size : null,
    note: signNote(key, { origin, size, root }),
    tiled: true,
  }
}

/** Puts down what stands at the right end, but for tiles that are there already. */
async function draftEnds(drafts: Drafts, tiles: TileTree, before: number): Promise<void> {
  const kept = new Set(partialTiles(before).map(tilePath))
  for (const filled of tiles.partial()) if (!kept.has(tilePath(filled.tile))) await drafts.add(filled)
}

/** Publishes what the memory holds: beside the tiles and in the database. A crash may have come between, so also what is not new. */
async function publish(tx: Tx, { disk }: Signers, mineId: string, of: Signed): Promise<number> {
  await showSigned(disk, of.folder, of.state)
  await addCheckpoint(tx, mineId, of.state)
  return of.state.size
}
type Signed = { readonly folder: string; readonly state: SignerState }

/** Refuses where a leaf is no longer what was signed. */
async function findChanged(
  tx: Tx,
  { disk, lookedAt }: Signers,
  { mineId, folder, state: { size } }: { mineId: string; folder: string; state: SignerState },
): Promise<SigningRefusal | undefined> {
  const from = lookedAt.get(mineId) ?? 0
  const { changed, next } = await lookBack(tx, { disk, folder, mineId, size, from })
  lookedAt.set(mineId, next)
  return changed === undefined ? undefined : refuse('leaf-changed', undefined, { index: changed })
}

async function signTree(tx: Tx, signers: Signers, mineId: string): Promise<number | SigningRefusal> {
  const { disk } = signers
  const head = await holdForSigning(tx, mineId)
  const folder = await makeLogFolder(disk, signers.folder, mineId)
  const state = await readSignerState(disk, folder)
  if (isRefused(state)) return state
  const count = await startCount(tx, signers, { mineId, folder, state })
  if (isRefused(count)) return count
  const [before, drafts] = [count.recount.size(), draftTiles(disk, folder)]
  const wrong = cannotFollow(head, state, count) ?? (await countAll(tx, { mineId, head, drafts }, count))
  if (wrong) return wrong
  if (head.size === 0) return 0
  const changed =
    state && before === state.size ? await findChanged(tx, signers, { mineId, folder, state }) : undefined
  if (changed) return changed

  if (state) await publish(tx, signers, mineId, { folder, state })
  if (state && before === head.size) return head.size
  const untimely = signers.untimely(count.received)
  if (untimely) return untimely
  await draftEnds(drafts, count.tiles, before)
  await drafts.keep()
  const isSame = state?.size === head.size
  const next: SignerState = isSame
    ? { ...state, tiled: true }
    : stateAfter(signers.keyOf(mineId), head.origin, count)
  await saveSignerState(disk, folder, next)
  await publish(tx, signers, mineId, { folder, state: next })
  await drafts.tidy()
  return next.size
}

/**
 * Signs the log as it stands: reads the new leaves back from the database, counts tree and time again by a second way on top of the
 * signer's own memory, and only then signs (journal §2). Tiles with all leaves are on the signer's own disk before its memory is, and the
 * memory before any checkpoint is seen. Answers the size signed, 0 for an empty log; signing the same tree again changes nothing. Refuses
 * a tree that is smaller, inconsistent or earlier than what was signed, and one of whose signed leaves another stands in the database; why
 * is kept beside the memory until it signs again.
 */
export async function signAs(signers: Signers, mineId: string): Promise<number | SigningRefusal> {
  const answer = await signers.db.transaction().execute((tx) => signTree(tx, signers, mineId))
  await noteRefusal(signers.disk, join(signers.folder, mineId), isRefused(answer) ? answer : undefined)
  return answer
}

/** The same on the disk and with the keys of an installation, in this process, at whatever time it is. */
export const sign = ({ db, keys, dataDir }: Signing, mineId: string): Promise<number | SigningRefusal> => {
  const folder = signersFolder(dataDir)
  const keyOf = (log: string): SigningKey => openSigningKey(keys.dir, log)
  const signers = { db, disk: realDisk, folder, keyOf, untimely: () => undefined, lookedAt: new Map() }
  return signAs(signers, mineId)
}
