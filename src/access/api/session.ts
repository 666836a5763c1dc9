import { append } from '../../journal/store/append.ts'
import { dayAt } from '../../kit/day.ts'
import type { Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { FieldKeys } from '../../kit/keys/field.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { contract } from '../contract.ts'
import { listActions } from '../rules/may.ts'
import { checkPassword } from '../rules/password.ts'
import { countWrong, isLocked, LOCK_MINUTES, NO_TRIES } from '../rules/tries.ts'
import {
  type Account,
  accountRecord,
  findAccount,
  findAccountByLogin,
  holdAccount,
  setAccount,
} from '../store/accounts.ts'
import { listOfficesWithNames } from '../store/offices.ts'
import { findAcceptance } from '../store/privacy.ts'
import { hashPassword, isCode, isPassword } from '../store/secrets.ts'
import { addSession, endSession, endSessions, forgetSessions } from '../store/sessions.ts'
import { findMine } from '../store/set-up.ts'
import { endCodes } from '../store/tickets.ts'
import { findStep } from '../store/totp.ts'
import { forgetTries, holdTries, setTries, type Tried } from '../store/tries.ts'
import { PRIVACY_NOTICE } from '../words/privacy.ts'
import { type Asker, by, loginOf } from './by.ts'

type Given = { readonly mineId: Id<'mine'>; readonly keys: FieldKeys; readonly secret: string }

/** Whether it is the account's password or its printed code; takes as long when there is no such account. */
async function isSecretOf(account: Account | undefined, { mineId, keys, secret }: Given): Promise<boolean> {
  const byPassword = await isPassword(account?.passwordHash ?? null, secret)
  if (!account || account.disabledAt) return false
  return byPassword || isCode(keys, { mineId, accountId: account.id, kept: account.code }, secret)
}

type Second = {
  readonly mineId: Id<'mine'>
  readonly keys: FieldKeys
  readonly code: string | undefined
  readonly now: Date
}

/** The second factor: the step of the code that was given, `none` where the account has no authenticator. */
function secondStep(
  { id, totpSecret, totpSince }: Account,
  { lastStep }: Tried,
  { mineId, keys, code, now }: Second,
): number | 'none' | 'code-needed' | 'wrong-code' {
  if (!totpSince || !totpSecret) return 'none'
  if (!code) return 'code-needed'
  const of = { mineId, accountId: id, sealed: totpSecret }
  return findStep(keys, of, { code, now, lastStep }) ?? 'wrong-code'
}

const signIn = on(contract.signIn, 'mine', async ({ input, now, tx, keys, setSession, keepWritten }) => {
  const mine = await findMine(tx)
  if (!mine) return refuse('wrong-login')
  const [mineId, login] = [mine.id, loginOf(input.login)]
  const tried = await holdTries(tx, { mineId, login, keys: keys.field }, now)
  const account = await findAccountByLogin(tx, mineId, login, now)
  const right = await isSecretOf(account, { mineId, keys: keys.field, secret: input.password })
  if (isLocked(tried, now)) return refuse('locked', 'R10.2', { minutes: LOCK_MINUTES })

  const step =
    account && right && secondStep(account, tried, { mineId, keys: keys.field, code: input.code, now })
  if (step === 'code-needed') return refuse('code-needed')
  if (!account || !step || step === 'wrong-code') {
    await setTries(tx, mineId, { ...tried, ...countWrong(tried, now) })
    keepWritten()
    return refuse(right ? 'wrong-code' : 'wrong-login')
  }
  await setTries(tx, mineId, { ...tried, ...NO_TRIES, lastStep: step === 'none' ? tried.lastStep : step })
  await forgetTries(tx, mineId, now)
  await forgetSessions(tx, mineId, now)
  setSession(await addSession(tx, { mineId, accountId: account.id }, now))
  return { mustChange: account.mustChange }
})

const signOut = on(contract.signOut, 'wherever-allowed', async ({ tx, sessionToken, setSession }) => {
  if (sessionToken) await endSession(tx, sessionToken)
  setSession(null)
  return {}
})

const findMe = on(contract.findMe, 'wherever-allowed', async ({ actor, now, tx }) => {
  const { mineId, accountId, personId, mustChange } = actor
  const account = await findAccount(tx, mineId, accountId, now)
  const mine = await findMine(tx, mineId)
  if (!account || !mine) throw new Error('a session without its account')
  return {
    accountId,
    personId,
    login: account.login,
    name: account.name,
    mustChange,
    hasTotp: account.totpSince !== null,
    offices: await listOfficesWithNames(tx, mineId, { accountId, on: dayAt(now) }),
    may: listActions(actor),
    privacyDue: !(await findAcceptance(tx, { mineId, accountId, version: PRIVACY_NOTICE.version })),
    mine: { name: mine.name, demo: mine.demo },
  }
})

type Own = { readonly tx: Tx; readonly account: Account; readonly old: string }

/** Whether somebody signed in knows the present password. A wrong one counts as a wrong sign-in; answers the tries when right. */
async function tryOld(
  { tx, account, old }: Own,
  { actor, now, keys }: Asker,
): Promise<Tried | Refused<'wrong-password'>> {
  const { mineId } = actor
  const tried = await holdTries(tx, { mineId, login: account.login, keys: keys.field }, now)
  const right = await isSecretOf(account, { mineId, keys: keys.field, secret: old })
  if (isLocked(tried, now)) return refuse('wrong-password')
  if (right) return tried
  await setTries(tx, mineId, { ...tried, ...countWrong(tried, now) })
  return refuse('wrong-password')
}

const changePassword = on(contract.changePassword, 'wherever-allowed', async ({ input, tx, ...asked }) => {
  const { mineId, accountId } = asked.actor
  const account = await holdAccount(tx, mineId, accountId, asked.now)
  const mine = await findMine(tx, mineId)
  if (!account || !mine) throw new Error('a session without its account')
  const tried = await tryOld({ tx, account, old: input.old }, asked)
  if (isRefused(tried)) {
    asked.keepWritten()
    return tried
  }
  if (input.old === input.password) return refuse('same-password')
  const checked = checkPassword(input.password, [account.login, account.name, mine.name])
  if (isRefused(checked)) return checked

  const password_hash = await hashPassword(input.password)
  await setAccount(tx, mineId, accountId, { password_hash, must_change: false })
  await setTries(tx, mineId, { ...tried, ...NO_TRIES })
  await endCodes(tx, mineId, [accountId])
  await endSessions(tx, { mineId, accountId }, asked.sessionToken)
  await append(tx, by(asked), contract.changePassword.name, accountRecord, [accountId])
  return {}
})

/** Coming, going, and one's own password. */
export const sessionActions: readonly Action[] = [signIn, signOut, findMe, changePassword]
