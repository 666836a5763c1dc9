import { append, type By } from '../../journal/store/append.ts'
import type { Day } from '../../kit/day.ts'
import type { Tx } from '../../kit/db/db.ts'
import { USUAL_SYSTEMS } from '../../people/rules/shifts.ts'
import {
  rotaRecord,
  setDays,
  setRota,
  setSystem,
  shiftDayRecord,
  systemRecord,
} from '../../people/store/shifts.ts'
import type { DemoRows } from '../sheets/demo/mine.ts'
import { demoDays, demoRotas } from '../sheets/demo/shifts.ts'
import { type Desk, named } from '../sheets/hand.ts'

/** Gives the demo its shifts: the usual systems, a rota for each team that rotates, and a few who swapped a day. */
export async function bringShifts(
  tx: Tx,
  desk: Desk & { by: By },
  { roster }: DemoRows,
  today: Day,
): Promise<void> {
  const { names } = desk
  const systems: string[] = []
  for (const system of USUAL_SYSTEMS) systems.push(await setSystem(tx, desk, system))
  const rotas: string[] = []
  for (const { orgCode, ...rota } of demoRotas(today))
    rotas.push(await setRota(tx, desk, { ...rota, orgId: named(names.org, orgCode) }))
  const said = demoDays(roster, today).map(({ personNo, orgCode, ...said }) => {
    return { ...said, personId: named(names.roster, personNo), orgId: named(names.org, orgCode) }
  })
  const days = await setDays(tx, desk, said)
  await append(tx, desk.by, 'ledger.loadDemo', systemRecord, systems)
  await append(tx, desk.by, 'ledger.loadDemo', rotaRecord, rotas)
  await append(tx, desk.by, 'ledger.loadDemo', shiftDayRecord, days)
}
