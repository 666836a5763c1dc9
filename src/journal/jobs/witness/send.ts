import type { Db } from '../../../kit/db/db.ts'
import { isRefused } from '../../../kit/refuse.ts'
import { parseVkey, type Signer } from '../../rules/note.ts'
import { cosignedBy, showSubmission } from '../../rules/witness.ts'
import { findLatestCheckpoint, type SavedCheckpoint } from '../../store/checkpoint.ts'
import { findConsistency } from '../../store/evidence.ts'
import {
  addCosignature,
  type Delivery,
  type KnownWitness,
  keepDelivery,
  listMinesWitnessed,
  listWitnesses,
} from '../../store/witnesses.ts'
import { type Answer, askWitness, type Fetch } from './ask.ts'
import { isSigned } from './witness.ts'

/** To a witness that signs, something new is sent at most so often. */
const EVERY_MS = 60 * 60_000
/** To one that did not, again after this. */
const RETRY_MS = 5 * 60_000

/** Whether a checkpoint is to be sent to a witness now. */
export function isDue(
  { known, triedAt, failure }: Pick<KnownWitness, 'known' | 'triedAt' | 'failure'>,
  newest: number,
  now: Date,
): boolean {
  if (failure === null && newest <= known) return false
  const pause = failure === null ? EVERY_MS : RETRY_MS
  return triedAt === null || now.getTime() - triedAt.getTime() >= pause
}

/**
 * To whom a checkpoint is sent now: those it is due for, and with them all who sign, so that all sign the same sizes and can be held
 * against each other.
 */
export function listDue(witnesses: readonly KnownWitness[], newest: number, now: Date): KnownWitness[] {
  const current = witnesses.filter(({ until, url }) => until === null && url !== null)
  const due = current.filter((one) => isDue(one, newest, now))
  const isNew = due.some(({ known }) => known < newest)
  return isNew
    ? current.filter((one) => due.includes(one) || (one.failure === null && one.known < newest))
    : due
}

/** Why a witness did not sign, by the status of its answer. */
const FAILURES: Readonly<Record<number, string>> = {
  400: 'misunderstood',
  403: 'key-unknown-to-it',
  404: 'log-unknown-to-it',
  409: 'inconsistent',
  422: 'inconsistent',
}

type Sending = {
  readonly db: Db
  readonly mineId: string
  readonly url: string
  readonly signer: Signer
  readonly checkpoint: SavedCheckpoint
  readonly fetch: Fetch
}

/** Posts a checkpoint with the proof from a size; undefined when the witness cannot be reached. */
async function post(
  { db, mineId, url, checkpoint, fetch }: Sending,
  old: number,
): Promise<Answer | undefined> {
  const proof = await findConsistency(db, mineId, { from: old, to: checkpoint.size })
  const body = showSubmission({ old, proof, note: checkpoint.note })
  const address = `${url.replace(/\/+$/, '')}/add-checkpoint`
  const headers = { 'content-type': 'text/plain; charset=utf-8' }
  return askWitness(fetch, address, { method: 'POST', body, headers })
}

/** The size a witness says it signed last. */
const sizeIn = ({ status, type, body }: Answer): number | undefined =>
  status === 409 && type.startsWith('text/x.tlog.size') && /^\d{1,15}\n$/.test(body)
    ? Number(body)
    : undefined

type Sent = Delivery & { readonly cosigned?: ReturnType<typeof cosignedBy> }

/** Sends from the size thought to be known, and once more from the one the witness names. */
async function send(sending: Sending, old: number, tries: 'first' | 'last' = 'first'): Promise<Sent> {
  const { checkpoint, signer } = sending
  const answer = await post(sending, old)
  if (!answer) return { known: old, failure: 'unreachable' }
  if (answer.status === 200) {
    const cosigned = cosignedBy(signer, checkpoint.note, answer.body, isSigned)
    return cosigned
      ? { known: checkpoint.size, failure: null, cosigned }
      : { known: old, failure: 'bad-answer' }
  }
  const told = sizeIn(answer)
  if (told !== undefined && told > checkpoint.size) return { known: old, failure: 'remembers-more' }
  if (told !== undefined && told !== old && tries === 'first') return send(sending, told, 'last')
  return { known: old, failure: FAILURES[answer.status] ?? 'bad-answer' }
}

export type SendingHouse = { readonly db: Db; readonly fetch?: Fetch }

async function sendTo(
  { db, fetch = globalThis.fetch }: SendingHouse,
  mineId: string,
  { id, url, vkey, known, name }: KnownWitness,
  of: { readonly checkpoint: SavedCheckpoint; readonly now: Date },
): Promise<void> {
  const signer = parseVkey(vkey)
  if (isRefused(signer) || url === null) return
  const { checkpoint, now } = of
  const old = known <= checkpoint.size ? known : 0
  const { cosigned, ...sent } = await send({ db, mineId, url, signer, checkpoint, fetch }, old)
  if (cosigned)
    await addCosignature(db, { mineId, size: checkpoint.size, now }, { ...cosigned, witness: name })
  const kept = { known: Math.max(sent.known, known), failure: sent.failure }
  await keepDelivery(db, { mineId, witnessId: id, now }, kept)
}

/**
 * Sends the newest checkpoint to each witness with an address, at most hourly, within the hour where there is something new, again after
 * five minutes where it failed (journal §4); keeps only lines that hold. Without a witness nothing is asked of anybody.
 */
export async function sendCheckpoints(house: SendingHouse, now: Date): Promise<void> {
  for (const mineId of await listMinesWitnessed(house.db)) {
    const checkpoint = await findLatestCheckpoint(house.db, mineId)
    if (!checkpoint) continue
    const witnesses = await listWitnesses(house.db, mineId)
    const due = listDue(witnesses, checkpoint.size, now)
    await Promise.all(due.map((one) => sendTo(house, mineId, one, { checkpoint, now })))
  }
}
