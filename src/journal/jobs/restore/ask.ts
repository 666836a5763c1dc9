import type { Db } from '../../../kit/db/db.ts'
import type { Keys } from '../../../kit/keys/keys.ts'
import { originName } from '../../rules/witness.ts'
import { findOrigin } from '../../store/evidence.ts'
import { type KnownWitness, listWitnesses } from '../../store/witnesses.ts'
import type { Fetch } from '../witness/send.ts'
import { type Known, readKnown } from './known.ts'

const PATIENCE_MS = 15_000
const MOST_BYTES = 64 * 1024

/**
 * What a witness answered. `shows`: a checkpoint this log signed; `knows-none`: it shows none, and the backup does not know of one either;
 * `foreign`: what it shows is not signed by the log's key; `silent`: it cannot be reached, could not answer, or does not show what it
 * signed.
 */
export type Answered = { readonly name: string } & (
  | { readonly outcome: 'shows'; readonly known: Known }
  | { readonly outcome: 'knows-none' | 'foreign' | 'silent' }
)

/** The newest checkpoint at an address; null: there is none, undefined: no answer. */
async function ask(fetch: Fetch, address: string): Promise<string | null | undefined> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const response = await fetch(address, { signal, redirect: 'error' })
    if (response.status === 404) return null
    return response.ok ? (await response.text()).slice(0, MOST_BYTES) : undefined
  } catch {
    return undefined
  }
}

export type Asking = {
  readonly db: Db
  readonly keys: Keys
  readonly mineId: string
  readonly fetch?: Fetch
}

/** Asks every witness with an address that the database knows now for the newest checkpoint it signed of the mine's log, all at once. */
export async function askWitnesses({
  db,
  keys,
  mineId,
  fetch = globalThis.fetch,
}: Asking): Promise<Answered[]> {
  const origin = await findOrigin(db, mineId)
  const path = `checkpoint/${originName(origin)}`
  const askOne = async ({ name, url, signed, known: sent }: KnownWitness): Promise<Answered> => {
    const note = await ask(fetch, `${url?.replace(/\/+$/, '')}/${path}`)
    const hasSigned = signed !== null || sent > 0
    if (note === undefined || (note === null && hasSigned)) return { name, outcome: 'silent' }
    if (note === null) return { name, outcome: 'knows-none' }
    const known = readKnown({ keys, mineId }, origin, note)
    return known ? { name, outcome: 'shows', known } : { name, outcome: 'foreign' }
  }
  const witnesses = await listWitnesses(db, mineId)
  return Promise.all(witnesses.filter(({ until, url }) => until === null && url !== null).map(askOne))
}
