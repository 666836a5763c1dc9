import type { Db, Tx } from '../../kit/db/db.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { type Action, type Asked, on } from '../../kit/server/action.ts'
import { contract } from '../contract.ts'
import { parseVkey, SIGNATURE_TYPES, type Signer, showVkey } from '../rules/note.ts'
import { policyOf } from '../rules/policy.ts'
import { append, type By } from '../store/append.ts'
import { findOrigin } from '../store/evidence.ts'
import {
  addQuorum,
  addWitness,
  endWitness,
  findQuorum,
  holdWitnesses,
  type KnownWitness,
  listWitnesses,
  quorumRecord,
  witnessRecord,
} from '../store/witnesses.ts'

type Asker = Pick<Asked<typeof contract.addWitness>, 'actor' | 'now' | 'keys'>
const by = ({ actor, now, keys }: Asker): By => ({
  mineId: actor.mineId,
  actorId: actor.accountId,
  now,
  src: 'web',
  keys,
})

type Asking = { readonly db: Db | Tx; readonly mineId: string; readonly keys: Keys }

async function findLog({ db, mineId, keys }: Asking): Promise<Signer> {
  const publicKey = keys.publicKey(mineId)
  return { name: await findOrigin(db, mineId), type: SIGNATURE_TYPES.ed25519, publicKey }
}

/**
 * The mine's policy (C2SP tlog-policy): every witness there ever was, and how many are needed. Refuses when there are fewer: somebody
 * took them away behind our back.
 */
export async function findPolicy(asking: Asking): Promise<string | Refused<'too-few-witnesses'>> {
  const { db, mineId } = asking
  const witnesses = await listWitnesses(db, mineId)
  return policyOf(showVkey(await findLog(asking)), witnesses, await findQuorum(db, mineId))
}

const shown = ({ since, until, triedAt, failingSince, known: _, ...rest }: KnownWitness) => ({
  ...rest,
  since: since.toISOString(),
  until: until?.toISOString() ?? null,
  triedAt: triedAt?.toISOString() ?? null,
  failingSince: failingSince?.toISOString() ?? null,
})

const list = on(contract.listWitnesses, 'mine', async ({ actor: { mineId }, tx, keys }) => {
  const asking = { db: tx, mineId, keys }
  const policy = await findPolicy(asking)
  return {
    vkey: showVkey(await findLog(asking)),
    witnesses: (await listWitnesses(tx, mineId)).map(shown),
    quorum: await findQuorum(tx, mineId),
    policy: isRefused(policy) ? null : policy,
  }
})

/** The address without what a key or a password would be; undefined when it is none of the web. */
function plainAddress(text: string): string | undefined {
  const url = URL.parse(text)
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:'
  const isBare = url && !url.username && !url.password && !url.search && !url.hash
  return isWeb && isBare ? url.href.replace(/\/+$/, '') : undefined
}

const add = on(contract.addWitness, 'mine', async ({ input, actor, now, tx, keys }) => {
  const { mineId } = actor
  const signer = parseVkey(input.vkey)
  const isWitness = !isRefused(signer) && signer.type === SIGNATURE_TYPES.cosignature
  if (!isWitness || !/[./]/.test(signer.name)) return refuse('bad-verifier-key')
  const url = plainAddress(input.url)
  if (!url) return refuse('bad-address')
  await holdWitnesses(tx, mineId)
  const known = await listWitnesses(tx, mineId)
  const isKnown = known.some(
    ({ vkey, name, until }) => vkey === input.vkey || (name === signer.name && until === null),
  )
  if (isKnown) return refuse('witness-known')
  const row = { name: signer.name, vkey: input.vkey, url, kind: 'committee', since: now } as const
  const id = await addWitness(tx, mineId, row)
  await append(tx, by({ actor, now, keys }), contract.addWitness.name, witnessRecord, [id])
  return { id }
})

const end = on(contract.endWitness, 'mine', async ({ input: { id, reason }, actor, now, tx, keys }) => {
  const { mineId } = actor
  await holdWitnesses(tx, mineId)
  const current = (await listWitnesses(tx, mineId)).filter(({ until }) => until === null)
  const witness = current.find((one) => one.id === id)
  if (!witness) return refuse('no-such-witness')
  const { committees, phones } = await findQuorum(tx, mineId)
  const least = witness.kind === 'committee' ? committees : phones
  const left = current.filter(({ kind }) => kind === witness.kind).length - 1
  if (left < least) return refuse('quorum-needs-it')
  await endWitness(tx, mineId, { id, reason, now })
  await append(tx, by({ actor, now, keys }), contract.endWitness.name, witnessRecord, [id])
  return {}
})

const setQuorum = on(contract.setQuorum, 'mine', async ({ input, actor, now, tx, keys }) => {
  const { mineId } = actor
  const { committees, phones } = input
  await holdWitnesses(tx, mineId)
  const current = (await listWitnesses(tx, mineId)).filter(({ until }) => until === null)
  const count = (kind: KnownWitness['kind']): number => current.filter((one) => one.kind === kind).length
  if (count('committee') < committees || count('phone') < phones) return refuse('too-few-witnesses')
  const id = await addQuorum(tx, mineId, { committees, phones, now })
  await append(tx, by({ actor, now, keys }), contract.setQuorum.name, quorumRecord, [id])
  return {}
})

/** Whose signatures the mine goes by, and how many of them. */
export const witnessActions: readonly Action[] = [list, add, end, setQuorum]
