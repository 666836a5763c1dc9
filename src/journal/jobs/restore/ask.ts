import type { Db } from '../../../kit/db/db.ts'
import type { Keys } from '../../../kit/keys/keys.ts'
import { originName } from '../../rules/witness.ts'
import { findOrigin } from '../../store/evidence.ts'
import { type KnownWitness, listWitnesses } from '../../store/witnesses.ts'
import { askWitness, type Fetch } from '../witness/ask.ts'
import { type Known, readKnown } from './known.ts'

/**
 * What a witness answered. `shows`: a checkpoint this log signed; `knows-none`: it shows none, and the backup does not know of one either;
 * `foreign`: what it shows is not signed by the log's key; `silent`: it cannot be reached, could not answer, or does not show what it
 * signed.
 */
export type Answered = { readonly name: string } & (
  | { readonly outcome: 'shows'; readonly known: Known }
  | { readonly outcome: 'knows-none' | 'foreign' | 'silent' }
)

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
    const answer = await askWitness(fetch, `${url?.replace(/\/+$/, '')}/${path}`)
    const hasSigned = signed !== null || sent > 0
    if (answer?.status === 404 && !hasSigned) return { name, outcome: 'knows-none' }
    if (answer?.status !== 200) return { name, outcome: 'silent' }
    const known = readKnown({ keys, mineId }, origin, answer.body)
    return known ? { name, outcome: 'shows', known } : { name, outcome: 'foreign' }
  }
  const witnesses = await listWitnesses(db, mineId)
  return Promise.all(witnesses.filter(({ until, url }) => until === null && url !== null).map(askOne))
}
