import { append } from '../../journal/store/append.ts'
import { dayAt } from '../../kit/day.ts'
import type { Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { findUnit } from '../../org/store.ts'
import { listNumbers } from '../../people/store/find.ts'
import { contract } from '../contract.ts'
import { isAdministrator } from '../rules/roles.ts'
import {
  type Accountless,
  accountRecord,
  addAccounts,
  findAccount,
  holdAccount,
  holdLogins,
  listAccountless,
  listAccounts,
  listTakenLogins,
  type NewAccount,
  setAccount,
} from '../store/accounts.ts'
import { endFeed, feedRecord } from '../store/feeds.ts'
import { findBranchOfAccount, holdHolders, listAbleHolders, listOffices } from '../store/offices.ts'
import { endSessions } from '../store/sessions.ts'
import { addCodes, endCodes } from '../store/tickets.ts'
import { clearTries, listLocked } from '../store/tries.ts'
import { type Asker, by, loginOf } from './by.ts'

const list = on(
  contract.listAccounts,
  async ({ input }) => (input.orgId ? { orgId: input.orgId } : 'wherever-allowed'),
  async ({ input, actor, reach, now, tx, keys }) => {
    const { mineId } = actor
    const accounts = await listAccounts(tx, { mineId, reach, on: dayAt(now) }, input.orgId)
    const logins = accounts.map(({ login }) => login)
    const locked = await listLocked(tx, { mineId, keys: keys.field, logins }, now)
    return {
      accounts: accounts.map(({ totpSince, disabledAt, ...account }) => ({
        ...account,
        isLocked: locked.has(account.login),
        isDisabled: disabledAt !== null,
        hasTotp: totpSince !== null,
      })),
    }
  },
)

type Coded = { readonly login: string; readonly name: string; readonly code: string }

/** Adds accounts that wait for their codes; answers these in the same order. */
async function addWithCodes(
  tx: Tx,
  asked: Asker & { readonly kind: string },
  added: readonly Omit<NewAccount, 'passwordHash' | 'mustChange'>[],
): Promise<Coded[]> {
  const { now, keys } = asked
  const { mineId } = asked.actor
  const waiting = added.map((account) => ({ ...account, passwordHash: null, mustChange: true }))
  const ids = await addAccounts(tx, { mineId, now }, waiting)
  const codes = await addCodes(tx, { mineId, now, keys: keys.field }, ids)
  await append(tx, by(asked), asked.kind, accountRecord, ids)
  return added.map(({ login, name }, at) => ({ login, name, code: codes[at] ?? '' }))
}

/** People sign in by their number; where somebody of the staff took that as a login, with a dash behind it. */
const freeLogin = (no: string, taken: ReadonlySet<string>): string =>
  taken.has(no) ? freeLogin(`${no}-`, taken) : no

function accountsFor(people: readonly Accountless[], taken: ReadonlySet<string>) {
  return people.map(({ id, no, name }) => ({ personId: id, login: freeLogin(no, taken), name }))
}

const makeForBranch = on(
  contract.makeAccounts,
  async ({ input }) => ({ orgId: input.orgId }),
  async ({ input, tx, ...asked }) => {
    const { mineId } = asked.actor
    if (!(await findUnit(tx, mineId, input.orgId))) return refuse('no-such-unit')
    await holdLogins(tx, mineId)
    const people = await listAccountless(tx, mineId, { orgId: input.orgId, on: dayAt(asked.now) })
    const taken = await listTakenLogins(
      tx,
      mineId,
      people.map(({ no }) => no),
    )
    const kind = contract.makeAccounts.name
    return { codes: await addWithCodes(tx, { ...asked, kind }, accountsFor(people, taken)) }
  },
)

const makeForStaff = on(contract.makeStaffAccount, 'mine', async ({ input, tx, ...asked }) => {
  const { mineId } = asked.actor
  const login = loginOf(input.login)
  await holdLogins(tx, mineId)
  const taken = await listTakenLogins(tx, mineId, [login])
  const numbers = await listNumbers(tx, mineId, [login])
  if (taken.size > 0 || numbers.size > 0) return refuse('login-taken')

  const kind = contract.makeStaffAccount.name
  const [made] = await addWithCodes(tx, { ...asked, kind }, [{ personId: null, login, name: input.name }])
  if (!made) throw new Error('an account was not added')
  return made
})

const reset = on(
  contract.resetAccount,
  async ({ input, actor, now, db }) => {
    const account = await findAccount(db, actor.mineId, input.accountId, now)
    if (!account) return refuse('no-such-account')
    const of = { personId: account.personId, accountId: account.id, on: dayAt(now) }
    const branchId = await findBranchOfAccount(db, actor.mineId, of)
    return branchId ? { orgId: branchId } : 'mine'
  },
  async ({ input, reach, tx, ...asked }) => {
    const { now, keys } = asked
    const { mineId } = asked.actor
    const account = await holdAccount(tx, mineId, input.accountId, now)
    if (!account) return refuse('no-such-account')
    // Whoever lost the authenticator too goes to the security administrator.
    const alsoTotp = reach === 'mine' ? { totp_secret: null, totp_since: null } : {}
    await setAccount(tx, mineId, account.id, { password_hash: null, must_change: true, ...alsoTotp })
    await endCodes(tx, mineId, [account.id])
    await endSessions(tx, { mineId, accountId: account.id }, null)
    const feed = await endFeed(tx, { mineId, accountId: account.id }, now)
    if (feed) await append(tx, by(asked), contract.resetAccount.name, feedRecord, [feed])
    await clearTries(tx, { mineId, login: account.login, keys: keys.field }, now)
    const [code] = await addCodes(tx, { mineId, now, keys: keys.field }, [account.id])
    await append(tx, by(asked), contract.resetAccount.name, accountRecord, [account.id])
    return { login: account.login, name: account.name, code: code ?? '' }
  },
)

/** Whether somebody else could still act in every administrator's office the account holds. */
async function mayDisable(
  tx: Tx,
  mineId: Id<'mine'>,
  accountId: Id<'account'>,
): Promise<'allowed' | Refused<'last-administrator'>> {
  const held = await listOffices(tx, mineId, accountId)
  for (const { role } of held.filter((office) => isAdministrator(office.role))) {
    await holdHolders(tx, mineId, role)
    const able = await listAbleHolders(tx, mineId, role)
    if (able.every((one) => one.accountId === accountId)) return refuse('last-administrator', 'R10.2')
  }
  return 'allowed'
}

const disable = on(contract.disableAccount, 'mine', async ({ input, tx, ...asked }) => {
  const { mineId, accountId: own } = asked.actor
  const account = await holdAccount(tx, mineId, input.accountId, asked.now)
  if (!account) return refuse('no-such-account')
  if (account.id === own) return refuse('own-account', 'R10.2')
  if (account.disabledAt) return {}
  const allowed = await mayDisable(tx, mineId, account.id)
  if (isRefused(allowed)) return allowed

  await setAccount(tx, mineId, account.id, { disabled_at: asked.now })
  await endSessions(tx, { mineId, accountId: account.id }, null)
  await append(tx, by(asked), contract.disableAccount.name, accountRecord, [account.id])
  return {}
})

const enable = on(contract.enableAccount, 'mine', async ({ input, tx, ...asked }) => {
  const { mineId } = asked.actor
  const account = await holdAccount(tx, mineId, input.accountId, asked.now)
  if (!account) return refuse('no-such-account')
  if (!account.disabledAt) return {}

  await setAccount(tx, mineId, account.id, { disabled_at: null })
  await append(tx, by(asked), contract.enableAccount.name, accountRecord, [account.id])
  return {}
})

/** Accounts: for the people of a branch, for the committee's staff, and a new beginning or an end for one. */
export const accountActions: readonly Action[] = [list, makeForBranch, makeForStaff, reset, disable, enable]
