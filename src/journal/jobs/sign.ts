import type { Db, Tx } from '../../kit/db/db.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { fromBase64, toBase64 } from '../rules/base64.ts'
import { parseCheckpoint, showCheckpoint } from '../rules/checkpoint.ts'
import { portableSha256, sameBytes } from '../rules/hash.ts'
import { keyIdOf, parseNote, SIGNATURE_TYPES, type Signer, showNote } from '../rules/note.ts'
import { type Recount, recountFrom } from '../rules/recount.ts'
import type { Tree } from '../rules/tree.ts'
import {
  addCheckpoint,
  findLatestCheckpoint,
  type HeadNow,
  holdForSigning,
  listLeaves,
  type SavedLeaf,
} from '../store/checkpoint.ts'
import { findSignerState, type SignerState, saveSignerState } from '../store/signer.ts'

export type Signing = { readonly db: Db; readonly keys: Keys; readonly dataDir: string }

/** Why a tree is not signed; each one needs a person to look. `index` names a leaf, sizes count leaves. */
export type SigningRefusal = Refused<
  'signer-damaged' | 'other-origin' | 'tree-smaller' | 'tree-inconsistent' | 'tree-earlier' | 'leaf-changed'
>

const MOST_AT_ONCE = 500

/** A tree being counted again from the bytes in the database. `known`: what was signed last. */
type Count = { readonly recount: Recount; received: string; readonly known: Tree | undefined }

function toldBy(leaf: SavedLeaf): { log?: unknown; received?: unknown } {
  try {
    const told: unknown = JSON.parse(leaf.bytes.toString())
    return typeof told === 'object' && told !== null ? told : {}
  } catch {
    return {}
  }
}

/** Counts one leaf in; says what is wrong with it. */
function countLeaf(count: Count, leaf: SavedLeaf, origin: string): SigningRefusal | undefined {
  const index = count.recount.size()
  const { log, received } = toldBy(leaf)
  const hash = count.recount.add(leaf.bytes)
  const whole = leaf.idx === index && sameBytes(hash, leaf.hash) && log === origin
  if (!whole || typeof received !== 'string') return refuse('leaf-changed', undefined, { index })
  if (received <= count.received) return refuse('tree-earlier', undefined, { index })
  count.received = received
  const { known } = count
  if (known?.size === index + 1 && !sameBytes(known.root, count.recount.root()))
    return refuse('tree-inconsistent', undefined, { size: known.size })
  return undefined
}

async function countAll(
  tx: Tx,
  mineId: string,
  head: HeadNow,
  count: Count,
): Promise<SigningRefusal | undefined> {
  while (count.recount.size() < head.size) {
    const from = count.recount.size()
    const most = Math.min(MOST_AT_ONCE, head.size - from)
    const leaves = await listLeaves(tx, mineId, { from, most })
    if (leaves.length === 0) return refuse('leaf-changed', undefined, { index: from })
    for (const leaf of leaves) {
      const wrong = countLeaf(count, leaf, head.origin)
      if (wrong) return wrong
    }
  }
  const same = head.size === 0 || (head.root !== null && sameBytes(count.recount.root(), head.root))
  return same ? undefined : refuse('tree-inconsistent', undefined, { size: head.size })
}

/** The tree a note speaks of. */
function treeOf(note: string | undefined): Tree | undefined {
  const parsed = note === undefined ? undefined : parseNote(note)
  const tree = parsed && !isRefused(parsed) ? parseCheckpoint(parsed.text) : undefined
  return tree && !isRefused(tree) ? tree : undefined
}

/** Counts on from the signer's memory. One that lost its memory counts from the first leaf and believes the last checkpoint. */
async function startCount(tx: Tx, mineId: string, state: SignerState | undefined): Promise<Count> {
  const waiting = (state?.waiting ?? []).map((subtree) => fromBase64(subtree ?? '*') ?? null)
  const recount = recountFrom(waiting, portableSha256)
  const known = treeOf(state ? state.note : (await findLatestCheckpoint(tx, mineId))?.note)
  return { recount, received: state?.received ?? '', known }
}

/** Whether the log can be what follows on what was signed. */
function cannotFollow(
  { origin, size }: HeadNow,
  state: SignerState | undefined,
  { recount, known }: Count,
): SigningRefusal | undefined {
  if (state && (!known || known.size !== state.size || !sameBytes(known.root, recount.root())))
    return refuse('signer-damaged')
  if (state && state.origin !== origin) return refuse('other-origin')
  const least = known?.size ?? 0
  return size < least ? refuse('tree-smaller', undefined, { signed: least, found: size }) : undefined
}

function signNote(keys: Keys, mineId: string, { origin, size, root }: Tree & { origin: string }): string {
  const { publicKey, sign } = keys.signing(mineId)
  const signer: Signer = { name: origin, type: SIGNATURE_TYPES.ed25519, publicKey }
  const text = showCheckpoint({ origin, size, root })
  const signature = sign(new TextEncoder().encode(text))
  return showNote({ text, signatures: [{ name: origin, keyId: keyIdOf(signer), signature }] })
}

function stateAfter(
  keys: Keys,
  mineId: string,
  origin: string,
  { recount, received, known }: Count,
): SignerState {
  const [size, root] = [recount.size(), recount.root()]
  return {
    origin,
    size,
    waiting: recount.waiting().map((subtree) => subtree && toBase64(subtree)),
    received,
    prev: known && known.size < size ? known.size : null,
    note: signNote(keys, mineId, { origin, size, root }),
  }
}

async function signTree(
  tx: Tx,
  { keys, dataDir }: Signing,
  mineId: string,
): Promise<number | SigningRefusal> {
  const head = await holdForSigning(tx, mineId)
  const state = await findSignerState(dataDir, mineId)
  if (isRefused(state)) return state
  const count = await startCount(tx, mineId, state)
  const wrong = cannotFollow(head, state, count) ?? (await countAll(tx, mineId, head, count))
  if (wrong) return wrong
  if (head.size === 0) return 0

  // A crash may have come between the signer's memory and the database: what was signed is never left out.
  if (state) await addCheckpoint(tx, mineId, state)
  if (state?.size === head.size) return head.size
  const next = stateAfter(keys, mineId, head.origin, count)
  await saveSignerState(dataDir, mineId, next)
  await addCheckpoint(tx, mineId, next)
  return next.size
}

/**
 * Signs the log as it stands: reads the new leaves back from the database, counts tree and time again by a second way on top of the
 * signer's own memory, and only then signs (journal §2). The memory is on the disk before the checkpoint is in the database.
 * Answers the size signed, 0 for an empty log; signing the same tree again changes nothing. Refuses a tree that is smaller,
 * inconsistent or earlier than what was signed.
 */
export const sign = (signing: Signing, mineId: string): Promise<number | SigningRefusal> =>
  signing.db.transaction().execute((tx) => signTree(tx, signing, mineId))
