import { append } from '../../journal/store/append.ts'
import { isRefused, refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { findUnit } from '../../org/store.ts'
import { contract } from '../contract.ts'
import { isAdministrator, joinOffices, placeOffice } from '../rules/roles.ts'
import { holdAccount } from '../store/accounts.ts'
import {
  addOffices,
  endOffice,
  findOffice,
  holdHolders,
  listAbleHolders,
  listOffices,
  officeRecord,
} from '../store/offices.ts'
import { by } from './by.ts'

const give = on(contract.giveOffice, 'mine', async ({ input, tx, ...asked }) => {
  const { accountId, role, orgId } = input
  const { mineId } = asked.actor
  const account = await holdAccount(tx, mineId, accountId, asked.now)
  if (!account || account.disabledAt) return refuse('no-such-account')
  const unit = orgId ? await findUnit(tx, mineId, orgId) : undefined
  if (orgId && !unit) return refuse('no-such-unit')
  const placed = placeOffice(role, unit?.kind ?? 'mine')
  if (isRefused(placed)) return placed
  const held = await listOffices(tx, mineId, accountId)
  if (held.some((one) => one.role === role && one.orgId === orgId)) return refuse('office-held')
  const joined = joinOffices(
    held.map((one) => one.role),
    role,
  )
  if (isRefused(joined)) return joined

  const [id] = await addOffices(tx, { mineId, now: asked.now }, [{ accountId, role, orgId }])
  if (!id) throw new Error('an office was not given')
  await append(tx, by(asked), contract.giveOffice.name, officeRecord, [id])
  return { id }
})

const end = on(contract.endOffice, 'mine', async ({ input, tx, ...asked }) => {
  const { mineId } = asked.actor
  const office = await findOffice(tx, mineId, input.officeId)
  if (!office) return refuse('no-such-office')
  const holders = await holdHolders(tx, mineId, office.role)
  if (!holders.some(({ id }) => id === office.id)) return refuse('no-such-office')
  const able = await listAbleHolders(tx, mineId, office.role)
  if (isAdministrator(office.role) && able.every(({ id }) => id === office.id))
    return refuse('last-administrator', 'R10.2')

  await endOffice(tx, mineId, office.id, asked.now)
  await append(tx, by(asked), contract.endOffice.name, officeRecord, [office.id])
  return {}
})

/** Offices given and ended. */
export const officeActions: readonly Action[] = [give, end]
