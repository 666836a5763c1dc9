import { append } from '../../journal/store/append.ts'
import type { Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { contract } from '../contract.ts'
import { checkPassword } from '../rules/password.ts'
import type { Role } from '../rules/roles.ts'
import { accountRecord, addAccounts, holdLogins, listTakenLogins } from '../store/accounts.ts'
import { addOffices, officeRecord } from '../store/offices.ts'
import { hashPassword } from '../store/secrets.ts'
import { addSession } from '../store/sessions.ts'
import { findMine, mineRecord, nameMine } from '../store/set-up.ts'
import { addLink, endTicket, findTicket, holdTicket } from '../store/tickets.ts'
import { byItself, loginOf } from './by.ts'

const find = on(contract.findMine, 'mine', async ({ tx }) => {
  const { name = '', demo = false, isSetUp = false } = (await findMine(tx)) ?? {}
  return { name, demo, isSetUp }
})

const ticket = on(contract.findTicket, 'mine', async ({ input, now, tx }) => {
  const found = await findTicket(tx, input.token, now)
  return found ? { purpose: found.purpose } : refuse('bad-link')
})

type Newcomer = {
  readonly mineId: Id<'mine'>
  readonly mineName: string
  readonly role: Role
  readonly input: { readonly name: string; readonly login: string; readonly password: string }
}
type At = { readonly now: Date; readonly keys: Keys; readonly kind: string }

/** Makes an account that holds one office over the mine. */
async function addOfficer(
  tx: Tx,
  { mineId, mineName, role, input }: Newcomer,
  at: At,
): Promise<Id<'account'> | Refused<'weak-password' | 'login-taken'>> {
  const login = loginOf(input.login)
  const checked = checkPassword(input.password, [login, input.name, mineName])
  if (isRefused(checked)) return checked
  await holdLogins(tx, mineId)
  if ((await listTakenLogins(tx, mineId, [login])).has(login)) return refuse('login-taken')

  const passwordHash = await hashPassword(input.password)
  const account = { personId: null, login, name: input.name, passwordHash, mustChange: false }
  const entered = { mineId, now: at.now }
  const [accountId] = await addAccounts(tx, entered, [account])
  if (!accountId) throw new Error('an account was not added')
  const offices = await addOffices(tx, entered, [{ accountId, role, orgId: null }])
  const by = byItself({ mineId, accountId }, at)
  await append(tx, by, at.kind, accountRecord, [accountId])
  await append(tx, by, at.kind, officeRecord, offices)
  return accountId
}

const linkOf = (token: string): string => `/desk/setup?token=${encodeURIComponent(token)}`

const setUp = on(contract.setUp, 'mine', async ({ input, now, tx, keys, setSession }) => {
  const held = await holdTicket(tx, input.token, now)
  const mine = held?.purpose === 'setup' ? await findMine(tx, held.mineId) : undefined
  if (!held || !mine || mine.isSetUp) return refuse('bad-link')

  const { mineId } = held
  const at = { now, keys, kind: contract.setUp.name }
  const newcomer = { mineId, mineName: input.mineName, role: 'systemAdmin', input } as const
  const accountId = await addOfficer(tx, newcomer, at)
  if (isRefused(accountId)) return accountId
  await nameMine(tx, mineId, input.mineName)
  await endTicket(tx, held, now)
  const securityAdmin = linkOf(await addLink(tx, mineId, 'securityAdmin', now))
  const auditAdmin = linkOf(await addLink(tx, mineId, 'auditAdmin', now))
  setSession(await addSession(tx, { mineId, accountId }, now))
  await append(tx, byItself({ mineId, accountId }, at), at.kind, mineRecord, [mineId])
  return { links: { securityAdmin, auditAdmin } }
})

const takeOffice = on(contract.takeOffice, 'mine', async ({ input, now, tx, keys }) => {
  const held = await holdTicket(tx, input.token, now)
  if (held?.purpose !== 'securityAdmin' && held?.purpose !== 'auditAdmin') return refuse('bad-link')

  const { mineId, purpose: role } = held
  const mine = await findMine(tx, mineId)
  const newcomer = { mineId, mineName: mine?.name ?? '', role, input }
  const taken = await addOfficer(tx, newcomer, { now, keys, kind: contract.takeOffice.name })
  if (isRefused(taken)) return taken
  await endTicket(tx, held, now)
  return { role }
})

/** From nothing to a mine with its three administrators. */
export const setUpActions: readonly Action[] = [find, ticket, setUp, takeOffice]
