import { append } from '../../journal/store/append.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { contract } from '../contract.ts'
import { accountRecord, holdAccount, setAccount } from '../store/accounts.ts'
import { drawTotp, findStep } from '../store/totp.ts'
import { holdTries, setTries } from '../store/tries.ts'
import { by } from './by.ts'

const start = on(contract.startTotp, 'wherever-allowed', async ({ tx, ...asked }) => {
  const { actor, now, keys } = asked
  const { mineId, accountId } = actor
  const account = await holdAccount(tx, mineId, accountId, now)
  if (!account) throw new Error('a session without its account')
  if (account.totpSince) return refuse('has-totp')

  const { secret, uri, sealed } = drawTotp(keys.field, { mineId, accountId }, account.login)
  await setAccount(tx, mineId, accountId, { totp_secret: sealed })
  await append(tx, by(asked), contract.startTotp.name, accountRecord, [accountId])
  return { secret, uri }
})

const confirm = on(contract.confirmTotp, 'wherever-allowed', async ({ input, tx, ...asked }) => {
  const { actor, now, keys } = asked
  const { mineId, accountId } = actor
  const account = await holdAccount(tx, mineId, accountId, now)
  if (!account?.totpSecret || account.totpSince) return refuse('no-totp-started')
  const tried = await holdTries(tx, { mineId, login: account.login, keys: keys.field }, now)
  const of = { mineId, accountId, sealed: account.totpSecret }
  const step = findStep(keys.field, of, { code: input.code, now, lastStep: tried.lastStep })
  if (step === undefined) return refuse('wrong-code')

  await setTries(tx, mineId, { ...tried, lastStep: step })
  await setAccount(tx, mineId, accountId, { totp_since: now })
  await append(tx, by(asked), contract.confirmTotp.name, accountRecord, [accountId])
  return {}
})

/** The authenticator: a secret is drawn, and counts once a code has confirmed it. */
export const totpActions: readonly Action[] = [start, confirm]
