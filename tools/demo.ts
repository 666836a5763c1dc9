import { ensureMine } from '../src/access/store/set-up.ts'
import type { Db } from '../src/kit/db/db.ts'
import { type Id, newId } from '../src/kit/id.ts'
import type { Keys } from '../src/kit/keys/keys.ts'
import { isRefused } from '../src/kit/refuse.ts'
import { loadDemo } from '../src/ledger/api/demo.ts'
import { type Caller, openCaller, sendTo } from './caller.ts'

/** Somebody of the demo, and what they sign in with. */
export type SignIn = { readonly role: string; readonly login: string; readonly password: string }

/** Fills an empty, migrated database with the demo as it is at a moment. */
export async function fillDemo(
  db: Db,
  keys: Keys,
  now: Date,
): Promise<{ readonly mineId: Id<'mine'>; readonly signIns: readonly SignIn[] }> {
  const { id: mineId } = await ensureMine(db, keys, now)
  const actor = { mineId, accountId: newId<'account'>(), personId: null, offices: [], mustChange: false }
  const signIns = await db.transaction().execute((tx) => loadDemo(tx, { actor, keys, now }))
  if (isRefused(signIns)) throw new Error(signIns.refused)
  return { mineId, signIns }
}

/** Signs somebody in at a server. */
export async function signIn(address: string, { login, password }: SignIn): Promise<Caller> {
  const caller = openCaller(sendTo(address))
  await caller.post('access.signIn', { login, password })
  return caller
}

/** Signs somebody in who is there for the first time and has read what is kept of them. */
export async function comeIn(address: string, who: SignIn): Promise<Caller> {
  const caller = await signIn(address, who)
  const { version } = await caller.get('access.findPrivacyNotice', {})
  await caller.post('access.acceptPrivacyNotice', { version })
  return caller
}
