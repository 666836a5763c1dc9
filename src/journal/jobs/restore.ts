import { rename } from 'node:fs/promises'
import type { Db } from '../../kit/db/db.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { type Checkpoint, parseCheckpoint } from '../rules/checkpoint.ts'
import { sameBytes } from '../rules/hash.ts'
import { leafHash } from '../rules/leaf.ts'
import { keyIdOf, parseNote, SIGNATURE_TYPES, showNote, verdictOn } from '../rules/note.ts'
import { appendLeaves, EMPTY_RANGE, type Range, rootOf } from '../rules/tree.ts'
import type { By } from '../store/append.ts'
import { addCheckpoint, findLatestCheckpoint, listLeaves } from '../store/checkpoint.ts'
import { sha256 } from '../store/commit.ts'
import { findOrigin } from '../store/evidence.ts'
import type { Journaled } from '../store/journaled.ts'
import { addBreak, sealAll, sealAsRestored } from '../store/restore/break.ts'
import { endLog } from '../store/restore/former.ts'
import { type Mirror, refill } from '../store/restore/refill.ts'
import { findSignerState, signerFolder } from '../store/signer.ts'
import { sequence } from './sequence.ts'

/** A mine whose database came out of a backup, and what is known of its log from elsewhere. */
export type Restoring = {
  readonly db: Db
  readonly keys: Keys
  readonly dataDir: string
  readonly records: readonly Journaled[]
  readonly mineId: string
  readonly clock: () => Date
  /** Signed checkpoints kept outside: from a witness, a printed page, a mail. */
  readonly notes: readonly string[]
  /** Where the leaves after the backup may be. */
  readonly mirror: Mirror
  /** Why a new log is begun where the old one cannot go on; undefined: then nothing is begun. */
  readonly newLog?: string | undefined
}

/** How the log goes on. `known`: leaves under the largest checkpoint known from elsewhere, 0 when none is; `size`: leaves there were in the backup. */
export type Continued =
  | { readonly state: 'continuous'; readonly size: number; readonly known: number }
  | {
      readonly state: 'refilled'
      readonly size: number
      readonly known: number
      readonly back: number
      readonly gone: number
    }
  | {
      readonly state: 'new-log'
      readonly size: number
      readonly known: number
      readonly origin: string
      readonly sealed: number
    }

export type RestoreRefusal = Refused<'signer-damaged' | 'note-foreign' | 'log-forked'>

/** A checkpoint with its note, signed by the log alone. */
type Known = Checkpoint & { readonly note: string }

/** A note's checkpoint when the log signed it. */
function readKnown({ keys, mineId }: Restoring, origin: string, note: string): Known | undefined {
  const parsed = parseNote(note)
  const checkpoint = isRefused(parsed) ? parsed : parseCheckpoint(parsed.text)
  if (isRefused(parsed) || isRefused(checkpoint) || checkpoint.origin !== origin) return undefined
  const signer = {
    name: origin,
    type: SIGNATURE_TYPES.ed25519,
    publicKey: keys.publicKey(mineId),
  }
  if (verdictOn(parsed, signer)?.good !== true) return undefined
  const id = keyIdOf(signer)
  const own = parsed.signatures.filter(({ name, keyId }) => name === origin && sameBytes(keyId, id))
  return { ...checkpoint, note: showNote({ text: parsed.text, signatures: own.slice(0, 1) }) }
}

/** Everything known of the log from outside its database, smallest first. */
async function listKnown(restoring: Restoring, origin: string): Promise<Known[] | RestoreRefusal> {
  const state = await findSignerState(restoring.dataDir, restoring.mineId)
  if (state && isRefused(state)) return state
  const all: Known[] = []
  for (const note of [...(state?.origin === origin ? [state.note] : []), ...restoring.notes]) {
    const known = readKnown(restoring, origin, note)
    if (!known) return refuse('note-foreign', undefined, { line: note.split('\n')[0] ?? '' })
    all.push(known)
  }
  return all.toSorted((a, b) => a.size - b.size)
}

const MOST_AT_ONCE = 1000

/** How many leaves the database has, and the first of what is known that they do not make. */
async function compare(
  { db, mineId }: Restoring,
  known: readonly Known[],
): Promise<{ readonly size: number; readonly differs: Known | undefined }> {
  let range: Range = EMPTY_RANGE
  let differs: Known | undefined
  for (;;) {
    const leaves = await listLeaves(db, mineId, { from: range.size, most: MOST_AT_ONCE })
    if (leaves.length === 0) return { size: range.size, differs }
    for (const { bytes } of leaves) {
      range = appendLeaves(range, [leafHash(bytes, sha256)], sha256)
      const here = known.filter(({ size }) => size === range.size)
      differs ??= here.find(({ root }) => !sameBytes(root, rootOf(range, sha256)))
    }
  }
}

const byOf = ({ mineId, keys, clock }: Restoring): By => ({
  mineId,
  actorId: mineId,
  now: clock(),
  src: 'command',
  keys,
})

type Refilled = Extract<Continued, { state: 'refilled' }>

/** Refills up to what is known, seals what went back in time, and says so in a leaf; undefined when the leaves are not to be had. */
async function tryRefill(restoring: Restoring, to: Known): Promise<Refilled | undefined> {
  const { db, mineId, records, mirror } = restoring
  const trx = await db.startTransaction().execute()
  try {
    const refilled = await refill({ tx: trx, mineId, records }, to, mirror)
    if (isRefused(refilled)) {
      await trx.rollback().execute()
      return undefined
    }
    const by = byOf(restoring)
    const { origin, note, size } = to
    const prev = (await findLatestCheckpoint(trx, mineId))?.size ?? null
    await addCheckpoint(trx, mineId, { size, prev, note, received: refilled.received })
    const sealed = await sealAsRestored(trx, by, records, refilled.lost)
    const { from, to: end } = refilled
    await addBreak(trx, by, { kind: 'refilled', no: null, origin, from, to: end, note, reason: '' })
    await trx.commit().execute()
    return { state: 'refilled', size: refilled.from, known: to.size, ...sealed }
  } catch (error) {
    if (!trx.isCommitted && !trx.isRolledBack) await trx.rollback().execute()
    throw error
  }
}

/** Ends the log that cannot go on and begins another, whose first leaf says why and what was known of the old one. */
async function beginAnew(restoring: Restoring, known: Known, reason: string): Promise<Continued> {
  const { db, mineId, records, clock, dataDir } = restoring
  await sequence(db, mineId, clock)
  const begun = await db.transaction().execute(async (tx) => {
    const { no, former, origin, size } = await endLog(tx, mineId)
    const by = byOf(restoring)
    await addBreak(tx, by, {
      kind: 'new-log',
      no,
      origin: former,
      from: 0,
      to: size,
      note: known.note,
      reason,
    })
    const sealed = await sealAll(tx, by, records)
    return { no, origin, size, sealed }
  })
  const folder = signerFolder(dataDir, mineId)
  await rename(folder, `${folder}.${begun.no}`).catch(() => undefined)
  await sequence(db, mineId, clock)
  const { origin, size, sealed } = begun
  return { state: 'new-log', size, known: known.size, origin, sealed }
}

/**
 * Lets the log of a restored database go on, or says that it cannot (journal §2 Restore). It goes on where the database has all that was
 * ever signed, as far as is known, or where the leaves after the backup are to be had; their content is lost, and a leaf says which.
 * Where neither is so, or what is there differs from what was signed, it is a fork: refused, or a new log that begins by saying so.
 */
export async function continueLog(restoring: Restoring): Promise<Continued | RestoreRefusal> {
  const { db, mineId, newLog } = restoring
  const known = await listKnown(restoring, await findOrigin(db, mineId))
  if (isRefused(known)) return known
  const { size, differs } = await compare(restoring, known)
  const largest = known.at(-1)
  if (!differs && (!largest || largest.size <= size))
    return { state: 'continuous', size, known: largest?.size ?? 0 }
  const refilled = differs || !largest ? undefined : await tryRefill(restoring, largest)
  if (refilled) return refilled
  const apart = differs ?? largest
  if (!apart || newLog === undefined)
    return refuse('log-forked', undefined, { signed: apart?.size ?? 0, found: size })
  return beginAnew(restoring, apart, newLog)
}
