import { verify as verifySignature } from 'node:crypto'
import { isRefused } from '../../../kit/refuse.ts'
import { parseCheckpoint } from '../../rules/checkpoint.ts'
import { sameBytes } from '../../rules/hash.ts'
import { showInstant } from '../../rules/leaf.ts'
import {
  type IsSigned,
  parseNote,
  SIGNATURE_TYPES,
  type Signer,
  showNote,
  verdictOn,
} from '../../rules/note.ts'
import { rootOf, type Tree } from '../../rules/tree.ts'
import { listCheckpoints, type SavedCheckpoint } from '../checkpoint.ts'
import { sha256 } from '../commit.ts'
import { realDisk } from '../disk.ts'
import { findSignerState, signerFolder } from '../signer.ts'
import { checkTiles } from '../tiles.ts'
import type { Finding } from './finding.ts'
import type { AtSize, Walked } from './leaves.ts'
import { attempt, type Checking, report } from './mine.ts'

const MOST_AT_ONCE = 1000
const tableOf = ({ no }: Checking): string =>
  no === null ? 'journal_checkpoint' : 'journal_former_checkpoint'

export const isSigned: IsSigned = (signature, message, publicKey) => {
  const x = Buffer.from(publicKey).toString('base64url')
  const key = { key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' } as const
  return verifySignature(null, message, key, signature)
}

/** The log's own key. */
const signerOf = ({ keys, mineId, origin }: Checking): Signer => ({
  name: origin,
  type: SIGNATURE_TYPES.ed25519,
  publicKey: keys.publicKey(mineId),
})

/** The tree a note speaks of, when it is whole: signed by the log's key alone, about this log, and spelled as we spell it. */
function treeOf(checking: Checking, note: string): Tree | undefined {
  const parsed = parseNote(note)
  if (isRefused(parsed) || parsed.signatures.length !== 1 || showNote(parsed) !== note) return undefined
  if (verdictOn(parsed, signerOf(checking), isSigned)?.good !== true) return undefined
  const checkpoint = parseCheckpoint(parsed.text)
  return isRefused(checkpoint) || checkpoint.origin !== checking.origin ? undefined : checkpoint
}

const makes = ({ range, whole }: Walked, { size, root }: Tree): boolean =>
  !whole || range.size !== size || sameBytes(rootOf(range, sha256), root)

/** The columns of a saved checkpoint that are not what they should be. */
function changedColumns(saved: SavedCheckpoint, tree: Tree | undefined, walked: Walked): string[] {
  if (!tree) return ['note']
  if (tree.size !== saved.size) return ['size']
  return saved.at === walked.received ? [] : ['at']
}

/** By what a finding names a saved checkpoint: by its size, and by its row where that is no size that can be told. */
const naming = (
  checking: Checking,
  { row, size }: SavedCheckpoint,
): Pick<Finding, 'table' | 'id' | 'idx'> => ({
  table: tableOf(checking),
  idx: size,
  ...(row !== String(size) && { id: row }),
})

/** Holds one saved checkpoint against the tree at its size. */
function checkSaved(checking: Checking, saved: SavedCheckpoint, walked: Walked): void {
  const tree = treeOf(checking, saved.note)
  const found = naming(checking, saved)
  for (const column of changedColumns(saved, tree, walked))
    report(checking, { code: 'checkpoint-changed', ...found, column })
  if (tree?.size === saved.size && !makes(walked, tree))
    report(checking, { code: 'checkpoint-inconsistent', ...found })
}

/** Reads the checkpoints of a mine one after the other, smallest first. */
async function* readCheckpoints({ tx, mineId, no }: Checking): AsyncGenerator<SavedCheckpoint> {
  let over: string | null = null
  for (;;) {
    const page = await listCheckpoints(tx, mineId, { over, most: MOST_AT_ONCE, no })
    yield* page
    const last = page.at(-1)
    if (!last) return
    over = last.row
  }
}

/** Compares every saved checkpoint with the tree as it grows past its size. */
export type CheckpointCheck = AtSize & {
  /** Reports what was signed over more leaves than there are. Call it after the last leaf. */
  readonly finish: () => Promise<void>
}

export async function checkCheckpoints(checking: Checking): Promise<CheckpointCheck> {
  const saved = readCheckpoints(checking)
  let current = (await saved.next()).value ?? undefined
  let before: number | null = null
  const step = async (check: (checkpoint: SavedCheckpoint) => void): Promise<void> => {
    if (!current) return
    checking.counts.checkpoints += 1
    if (current.prev !== before)
      report(checking, { code: 'checkpoint-missing', ...naming(checking, current), column: 'prev' })
    check(current)
    before = current.size
    current = (await saved.next()).value ?? undefined
  }
  return {
    next: () => current?.size ?? Number.POSITIVE_INFINITY,
    compare: (walked) => step((checkpoint) => checkSaved(checking, checkpoint, walked)),
    finish: async () => {
      while (current) {
        await step((checkpoint) => {
          const isOwn = treeOf(checking, checkpoint.note)?.size === checkpoint.size
          const code = isOwn ? 'log-shorter' : 'checkpoint-changed'
          report(checking, { code, ...naming(checking, checkpoint), column: isOwn ? 'note' : 'size' })
        })
      }
    },
  }
}

/**
 * Holds the signer's memory against the tree at its size, and what it is now against the last saved checkpoint: it signs on while its log
 * is being verified.
 */
export function checkSigner(checking: Checking): CheckpointCheck {
  const { tx, mineId, dataDir, signed } = checking
  if (isRefused(signed)) report(checking, { code: 'signer-damaged' })
  const state = isRefused(signed) ? undefined : signed
  const tree = state && treeOf(checking, state.note)
  const isWhole = tree !== undefined && tree.size === state?.size
  if (state && !isWhole) report(checking, { code: 'signer-inconsistent' })
  let next = isWhole ? tree.size : Number.POSITIVE_INFINITY
  return {
    next: () => next,
    compare: async (walked) => {
      next = Number.POSITIVE_INFINITY
      const received = attempt(() => showInstant(walked.received ?? 0))
      if (tree && (!makes(walked, tree) || received !== state?.received))
        report(checking, { code: 'signer-inconsistent', idx: tree.size })
    },
    finish: async () => {
      if (next !== Number.POSITIVE_INFINITY) report(checking, { code: 'log-shorter', idx: next })
      if (isWhole) await checkBefore(checking, state.prev)
      const now = await findSignerState(dataDir, mineId)
      if (!now || isRefused(now)) return
      const [after] = await listCheckpoints(tx, mineId, { over: now.size, most: 1 })
      if (after) report(checking, { code: 'signer-inconsistent', idx: after.size })
    },
  }
}

/** The checkpoint that the signer remembers as the one before its last, or a later one, is kept: where all are gone no other one misses them. */
async function checkBefore(checking: Checking, prev: number | null): Promise<void> {
  if (prev === null) return
  const [found] = await listCheckpoints(checking.tx, checking.mineId, { over: prev - 1, most: 1 })
  if (!found) report(checking, { code: 'checkpoint-missing', table: tableOf(checking), idx: prev })
}

/** Holds the signer's own copy of the log, tile by tile, against the tree it remembers. */
export async function checkOwnCopy(checking: Checking): Promise<void> {
  const { dataDir, mineId, signed } = checking
  const tree = signed && !isRefused(signed) && signed.tiled ? treeOf(checking, signed.note) : undefined
  if (!tree) return
  for (const { path, index, wrong } of await checkTiles(realDisk, signerFolder(dataDir, mineId), tree))
    report(checking, { code: wrong === 'missing' ? 'tile-missing' : 'tile-changed', id: path, idx: index })
}

/** Several comparisons along one walk. */
export const both = (a: CheckpointCheck, b: CheckpointCheck): CheckpointCheck => ({
  next: () => Math.min(a.next(), b.next()),
  compare: (walked) => (a.next() <= b.next() ? a.compare(walked) : b.compare(walked)),
  finish: async () => {
    await a.finish()
    await b.finish()
  },
})
