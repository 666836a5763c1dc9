import { listAccountNames } from '../../access/store/accounts.ts'
import { contract } from '../../journal/contract.ts'
import { toBase64 } from '../../journal/rules/base64.ts'
import { commitActor } from '../../journal/rules/leaf.ts'
import { SIGNATURE_TYPES, showVkey } from '../../journal/rules/note.ts'
import { reachedBy } from '../../journal/rules/proof.ts'
import { findLatestCheckpoint } from '../../journal/store/checkpoint.ts'
import { findProgress, listEntries as listTold } from '../../journal/store/entries.ts'
import {
  findInclusion,
  findOrigin,
  findPlaced,
  findConsistency as findSteps,
} from '../../journal/store/evidence.ts'
import { findSignedSize, listRevisions } from '../../journal/store/history.ts'
import { findCosignatures } from '../../journal/store/witnesses.ts'
import type { Reach } from '../../kit/contract.ts'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { type Refused, refuse } from '../../kit/refuse.ts'
import { type Action, on, type Place } from '../../kit/server/action.ts'
import { listUnits } from '../../org/store.ts'
import { listErasedOf } from '../../people/store/erase.ts'
import { findOrgOfPerson } from '../../people/store/find.ts'

/** What tells where a record belongs. */
type Owned = { readonly scope: string | null; readonly owner: string }

/** The unit of a record: the one it names; of what belongs to a person, where they stand last; else it is the mine's. */
export async function placeOf(db: Db, mineId: Id<'mine'>, { scope, owner }: Owned): Promise<Place> {
  if (scope) return { orgId: scope as Id<'org'> }
  const person = { personId: owner as Id<'person'>, on: '9999-12-31' as Day }
  const orgId = await findOrgOfPerson(db, mineId, person)
  return orgId ? { orgId } : 'mine'
}

type Asking = { readonly db: Db; readonly mineId: Id<'mine'>; readonly keys: Keys }

/** The key of the mine's log, as text. */
export async function findVkey({ db, mineId, keys }: Asking): Promise<string> {
  const publicKey = keys.publicKey(mineId)
  return showVkey({ name: await findOrigin(db, mineId), type: SIGNATURE_TYPES.ed25519, publicKey })
}

/**
 * The names behind commitments. The journal says only whether it was the same account; whose it is tells the key of each account, as long
 * as that is kept.
 */
async function namesOf(
  { db, mineId, keys }: Asking,
  told: readonly { readonly actor: string }[],
): Promise<Map<string, string>> {
  const wanted = new Set(told.map(({ actor }) => actor))
  const accounts = await listAccountNames(db, mineId)
  const named = accounts.flatMap(({ id, name }): [string, string][] => {
    const key = keys.owners.find(mineId, id)
    return key && key !== 'erased' ? [[commitActor(key.salt, id), name]] : []
  })
  return new Map(named.filter(([actor]) => wanted.has(actor)))
}

/** The journal's own actions, fulfilled here: whose record it is hangs on organisation and roster. */
const findHistory = on(
  contract.findHistory,
  async ({ input, actor, db }): Promise<Place | Refused<'no-such-record'>> => {
    const [first] = await listRevisions(db, actor.mineId, input.subject)
    return first ? placeOf(db, actor.mineId, first) : refuse('no-such-record')
  },
  async ({ input, actor, tx, keys }) => {
    const revisions = await listRevisions(tx, actor.mineId, input.subject)
    const names = await namesOf({ db: tx, mineId: actor.mineId, keys }, revisions)
    return {
      entries: revisions.map(({ id, kind, rev, actor: who, occurred, received, ...placed }) => ({
        ...{ id, kind, rev, index: placed.index, log: placed.log, leafHash: placed.leafHash },
        by: names.get(who) ?? null,
        occurred: occurred?.toISOString() ?? null,
        received: received?.toISOString() ?? null,
      })),
      checkpointSize: (await findSignedSize(tx, actor.mineId)) ?? null,
    }
  },
)

type Units = Awaited<ReturnType<typeof listUnits>>

/** The units asked for that lie within reach; undefined: all of the mine, what belongs to no unit included. */
function scopesOf(units: Units, reach: Reach, orgId: Id<'org'> | undefined): Id<'org'>[] | undefined {
  if (reach === 'mine' && !orgId) return undefined
  const above = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const isUnder = (id: Id<'org'>, tops: readonly string[]): boolean => {
    for (let at: Id<'org'> | null | undefined = id; at; at = above.get(at)) if (tops.includes(at)) return true
    return false
  }
  return units
    .map(({ id }) => id)
    .filter((id) => reach === 'mine' || isUnder(id, reach))
    .filter((id) => !orgId || isUnder(id, [orgId]))
}

const listEntries = on(contract.listEntries, 'wherever-allowed', async ({ input, actor, reach, tx }) => {
  const { orgId, kind, from, to, before, limit } = input
  const units = await listUnits(tx, actor.mineId, reach)
  const scopes = scopesOf(units, reach, orgId)
  if (orgId && scopes?.length === 0) return refuse('no-such-unit')
  const asked = { scopes, kind, from, to, before }
  const told = await listTold(tx, actor.mineId, { ...asked, limit: limit + 1 })
  const shown = told.slice(0, limit)
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const subjects = shown.map(({ subject }) => subject)
  const erased = await listErasedOf(tx, actor.mineId, subjects)
  const { size, sealed } = await findProgress(tx, actor.mineId)
  return {
    entries: shown.map(({ id, kind, record, subject, rev, scope, occurred, at, index, log }) => ({
      ...{ id, kind, record, subject, rev, index, log, orgId: scope },
      orgName: (scope && names.get(scope)) || null,
      isErased: erased.has(subject),
      occurred: occurred?.toISOString() ?? null,
      recordedAt: at.toISOString(),
    })),
    next: told.length > limit ? (shown.at(-1)?.id ?? null) : null,
    ...{ size, sealed: sealed && { size: sealed.size, at: sealed.at.toISOString() } },
  }
})

const findProof = on(
  contract.findProof,
  async ({ input, actor, db }): Promise<Place | Refused<'no-such-record'>> => {
    const placed = await findPlaced(db, actor.mineId, input.entryId)
    return placed ? placeOf(db, actor.mineId, placed) : refuse('no-such-record')
  },
  async ({ input, actor, tx, keys }) => {
    const { mineId } = actor
    const placed = await findPlaced(tx, mineId, input.entryId)
    if (!placed) return refuse('no-such-record')
    if (placed.ended) return refuse('ended-log')
    const checkpoint = await findLatestCheckpoint(tx, mineId)
    const early = reachedBy(placed.index, checkpoint?.size)
    if (early) return early
    const { index, leaf } = placed
    if (!checkpoint || index === null || leaf === null) throw new Error('a sealed entry without leaf')

    const nodes = await findInclusion(tx, mineId, { index, size: checkpoint.size })
    const vkey = await findVkey({ db: tx, mineId, keys })
    const note = checkpoint.note + (await findCosignatures(tx, mineId, checkpoint.size))
    return { leaf, index, proof: nodes.map(toBase64), note, vkey }
  },
)

/** Asked by whoever remembers a checkpoint; who asked when is kept nowhere. */
const findConsistency = on(
  contract.findConsistency,
  'wherever-allowed',
  async ({ input: { from }, actor: { mineId }, tx, keys }) => {
    const checkpoint = await findLatestCheckpoint(tx, mineId)
    if (!checkpoint) return refuse('not-sealed-yet')
    const { note, size } = checkpoint
    const nodes = from <= size ? await findSteps(tx, mineId, { from, to: size }) : []
    const vkey = await findVkey({ db: tx, mineId, keys })
    return { note, vkey, proof: nodes.map(toBase64) }
  },
)

/** What was recorded when, one record's history, and what it takes to check it. */
export const journalActions: readonly Action[] = [findHistory, listEntries, findProof, findConsistency]
