import type { Role } from '../../access/rules/roles.ts'
import { accountRecord, addAccounts } from '../../access/store/accounts.ts'
import { addOffices, officeRecord } from '../../access/store/offices.ts'
import { drawCode, hashPassword } from '../../access/store/secrets.ts'
import { findMine, markDemo, mineRecord, nameMine } from '../../access/store/set-up.ts'
import { append } from '../../journal/store/append.ts'
import type { OutputOf } from '../../kit/contract.ts'
import { dayAt } from '../../kit/day.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { type Refused, refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { listUnits } from '../../org/store.ts'
import { contract } from '../contract.ts'
import { type DemoRows, demoRows } from '../sheets/demo/mine.ts'
import { named } from '../sheets/hand.ts'
import type { Ledgers } from '../sheets/read.ts'
import { bringIn } from './bring-in.ts'
import { bringLife } from './demo-life.ts'
import { bringShifts } from './demo-shifts.ts'
import { type Asked, deskOf } from './desk.ts'

type SignIn = OutputOf<'ledger.loadDemo'>['signIns'][number]

/** Somebody of the demo: with what office and where, and as the first in the roster with a post, or as the first on the way into the Party. */
type Cast = {
  readonly login: string
  readonly role: Role | 'applicant'
  readonly unit: string | null
  readonly post: string | null
}

/** Who can sign in to the demo. */
const CAST: readonly Cast[] = [
  { login: 'clerk', role: 'committeeStaff', unit: 'MINE', post: null },
  { login: 'inspector', role: 'inspector', unit: 'MINE', post: null },
  { login: 'secretary1', role: 'secretary', unit: 'ZB01', post: '党支部书记' },
  { login: 'secretary4', role: 'secretary', unit: 'ZB04', post: '党支部书记' },
  { login: 'member1', role: 'member', unit: 'ZB01', post: '宣传委员' },
  { login: 'applicant1', role: 'applicant', unit: 'ZB01', post: null },
]
const NAME = '演示煤矿'
/** Who sets things up and who says who vouches for them, where nobody does yet: the demo was loaded from the command line. */
const ADMINISTRATORS: readonly Cast[] = [
  { login: 'admin', role: 'systemAdmin', unit: null, post: null },
  { login: 'audit', role: 'auditAdmin', unit: null, post: null },
]
const TITLES: Partial<Record<Cast['role'], string>> = {
  systemAdmin: '系统管理员（演示）',
  auditAdmin: '审计管理员（演示）',
  committeeStaff: '党委干事（演示）',
  inspector: '检查人员（演示）',
}

/** The rows of the demo as if they had been read from a workbook. */
const placed = (rows: DemoRows): Ledgers =>
  Object.fromEntries(
    Object.entries(rows).map(([ledger, list]) => [
      ledger,
      list.map((values: unknown, at: number) => ({ sheet: ledger, row: at + 2, values })),
    ]),
  ) as unknown as Ledgers

function personOf(
  { roster, joining }: DemoRows,
  { role, unit, post }: Pick<Cast, 'role' | 'unit' | 'post'>,
): DemoRows['roster'][number] | undefined {
  const isOnTheWay = (no: string): boolean => joining.some(({ personNo }) => personNo === no)
  const inUnit = roster.filter(({ orgCode }) => orgCode === unit)
  if (role === 'applicant') return inUnit.find(({ no }) => isOnTheWay(no))
  return post === null ? undefined : inUnit.find(({ posts }) => posts === post)
}

/** Nobody has recorded anything in the mine yet. */
export const isEmpty = async (db: Db, mineId: Id<'mine'>): Promise<boolean> =>
  (await listUnits(db, mineId, 'mine')).length === 0

/** Fills an empty mine with the demo; answers the sign-ins, whose passwords are drawn now and kept nowhere else. */
export async function loadDemo(tx: Tx, asked: Asked): Promise<SignIn[] | Refused<'mine-has-records'>> {
  const { mineId } = asked.actor
  if (!(await isEmpty(tx, mineId))) return refuse('mine-has-records')
  const desk = deskOf(asked)
  const rows = demoRows(dayAt(asked.now))
  await bringIn(tx, desk, placed(rows), () => 'on')
  await bringShifts(tx, desk, rows, dayAt(asked.now))

  const mine = await findMine(tx, mineId)
  const isSetUp = mine?.isSetUp === true
  const cast = [...CAST, ...(isSetUp ? [] : ADMINISTRATORS)].map(({ login, role, unit, post }) => {
    const person = personOf(rows, { role, unit, post })
    const name = person?.name ?? TITLES[role] ?? login
    return {
      login,
      role,
      unit,
      name,
      personId: person ? named(desk.names.roster, person.no) : null,
      password: drawCode(),
    }
  })
  const hashes = await Promise.all(cast.map(({ password }) => hashPassword(password)))
  const accounts = await addAccounts(
    tx,
    desk,
    cast.map(({ login, name, personId }, at) => ({
      login,
      name,
      personId,
      passwordHash: hashes[at] ?? null,
      mustChange: false,
    })),
  )
  const offices = await addOffices(
    tx,
    desk,
    cast.flatMap(({ role, unit }, at) => {
      const accountId = accounts[at]
      if (!accountId || role === 'applicant') return []
      return [{ accountId, role, orgId: unit === null ? null : named(desk.names.org, unit) }]
    }),
  )
  await markDemo(tx, mineId)
  if (!mine?.name) await nameMine(tx, mineId, NAME)
  if (!mine?.name) await append(tx, desk.by, 'ledger.loadDemo', mineRecord, [mineId])
  await append(tx, desk.by, 'ledger.loadDemo', accountRecord, accounts)
  await append(tx, desk.by, 'ledger.loadDemo', officeRecord, offices)
  await bringLife({
    ...{ tx, desk, rows },
    cast: cast.flatMap(({ login, personId }, at) => {
      const accountId = accounts[at]
      return accountId ? [{ login, personId, accountId }] : []
    }),
  })
  return cast.map(({ login, role, unit, name, password }) => ({
    ...{ role, name, login, password },
    unit: rows.org.find(({ code }) => code === unit)?.name ?? '',
  }))
}

const load = on(contract.loadDemo, 'mine', async ({ actor, keys, now, tx }) => {
  const signIns = await loadDemo(tx, { actor, keys, now })
  return 'refused' in signIns ? signIns : { signIns }
})

export const demoActions: readonly Action[] = [load]
