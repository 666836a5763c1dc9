import { rename } from 'node:fs/promises'
import type { Db, Tx } from '../../kit/db/db.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { sameBytes } from '../rules/hash.ts'
import { leafHash } from '../rules/leaf.ts'
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
import { type Known, readKnown } from './restore/known.ts'
import { sequence } from './sequence.ts'

/** What was erased after the backup and is back with it. */
export type Erasing = {
  /** The kind of a leaf that seals an erasure. */
  readonly kind: string
  /**
   * Erases again what those leaves erased (records by their ids) and what has no key any more, in the restore's transaction; answers how
   * many records that were back are gone again.
   */
  readonly again: (tx: Tx, by: By, told: readonly string[]) => Promise<number | Refused<'erased-has-records'>>
}

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
  readonly erasing: Erasing
  /** Why a new log is begun where the old one cannot go on; undefined: then nothing is begun. */
  readonly newLog?: string | undefined
}

type Sizes = {
  /** Leaves there were in the backup. */
  readonly size: number
  /** Leaves under the largest checkpoint known from elsewhere, 0 when none is. */
  readonly known: number
  /** Records that were erased after the backup, came back with it and are erased again. */
  readonly erased: number
}

/** How the log goes on. */
export type Continued =
  | (Sizes & { readonly state: 'continuous' })
  | (Sizes & { readonly state: 'refilled'; readonly back: number; readonly gone: number })
  | (Sizes & { readonly state: 'new-log'; readonly origin: string; readonly sealed: number })

export type RestoreRefusal = Refused<'signer-damaged' | 'note-foreign' | 'log-forked' | 'erased-has-records'>

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

/** Nothing of the transaction is kept when the work refuses. */
async function unlessRefused<T extends object, R extends string>(
  db: Db,
  work: (tx: Tx) => Promise<T | Refused<R>>,
): Promise<T | Refused<R>> {
  const trx = await db.startTransaction().execute()
  try {
    const done = await work(trx)
    await (isRefused(done) ? trx.rollback() : trx.commit()).execute()
    return done
  } catch (error) {
    if (!trx.isCommitted && !trx.isRolledBack) await trx.rollback().execute()
    throw error
  }
}

/** Erases again what is back without its key; of the log after the backup nothing is known here. */
async function eraseUnkeyed(restoring: Restoring, sizes: Omit<Sizes, 'erased'>) {
  const done = await unlessRefused(restoring.db, async (tx) => {
    const erased = await restoring.erasing.again(tx, byOf(restoring), [])
    return isRefused(erased) ? erased : { erased }
  })
  return isRefused(done) ? done : { state: 'continuous' as const, ...sizes, ...done }
}

/** Refills up to what is known, erases again what was erased, seals what went back in time, and says so in a leaf. */
const refillTo = (restoring: Restoring, to: Known) =>
  unlessRefused(restoring.db, async (tx) => {
    const { mineId, records, mirror, erasing } = restoring
    const refilled = await refill({ tx, mineId, records }, to, mirror)
    if (isRefused(refilled)) return refilled
    const by = byOf(restoring)
    const { origin, note, size } = to
    const prev = (await findLatestCheckpoint(tx, mineId))?.size ?? null
    await addCheckpoint(tx, mineId, { size, prev, note, received: refilled.received })
    const [told = [], lost = []] = [true, false].map((isErased) =>
      refilled.lost.filter(({ kind, isGone }) => (isGone && kind === erasing.kind) === isErased),
    )
    const erased = await erasing.again(
      tx,
      by,
      told.map(({ subject }) => subject),
    )
    if (isRefused(erased)) return erased
    const sealed = await sealAsRestored(tx, by, records, lost)
    const { from, to: end } = refilled
    await addBreak(tx, by, { kind: 'refilled', no: null, origin, from, to: end, note, reason: '' })
    return { state: 'refilled' as const, size: refilled.from, known: to.size, erased, ...sealed }
  })

/** Ends the log that cannot go on and begins another, whose first leaf says why and what was known of the old one. */
async function beginAnew(
  restoring: Restoring,
  known: Known,
  reason: string,
): Promise<Continued | RestoreRefusal> {
  const { db, mineId, records, clock, dataDir, erasing } = restoring
  await sequence(db, mineId, clock)
  const begun = await unlessRefused(db, async (tx) => {
    const { no, former, origin, size } = await endLog(tx, mineId)
    const by = byOf(restoring)
    const ended = { no, origin: former, from: 0, to: size, note: known.note, reason }
    await addBreak(tx, by, { kind: 'new-log', ...ended })
    const erased = await erasing.again(tx, by, [])
    if (isRefused(erased)) return erased
    return { no, origin, size, erased, sealed: await sealAll(tx, by, records) }
  })
  if (isRefused(begun)) return begun
  const folder = signerFolder(dataDir, mineId)
  await rename(folder, `${folder}.${begun.no}`).catch(() => undefined)
  await sequence(db, mineId, clock)
  const { no: _, ...told } = begun
  return { state: 'new-log', known: known.size, ...told }
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
    return eraseUnkeyed(restoring, { size, known: largest?.size ?? 0 })
  const refilled = differs || !largest ? undefined : await refillTo(restoring, largest)
  if (refilled && !isRefused(refilled)) return refilled
  if (refilled?.refused === 'erased-has-records')
    return refuse('erased-has-records', undefined, refilled.facts)
  const apart = differs ?? largest
  if (!apart || newLog === undefined)
    return refuse('log-forked', undefined, { signed: apart?.size ?? 0, found: size })
  return beginAnew(restoring, apart, newLog)
}
