import type { OutputOf } from '../../kit/contract.ts'
import { useRead } from '../../kit/web/read.ts'
import { type Unit, useUnits } from '../../org/ui/units.ts'

type Offices = OutputOf<'access.findMe'>['offices']
const ADDING: readonly Offices[number]['role'][] = [
  'groupLeader',
  'commissioner',
  'secretary',
  'committeeStaff',
]

/** The units within these offices: theirs and all below; every unit for an office over the mine. */
export function unitsWithin(units: readonly Unit[], offices: Offices): readonly Unit[] {
  const held = offices.filter(({ role }) => ADDING.includes(role))
  if (held.some(({ orgId }) => orgId === null)) return units
  const above = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const own = new Set(held.flatMap(({ orgId }) => orgId ?? []))
  const isWithin = (id: Unit['id'] | null | undefined): boolean =>
    id !== null && id !== undefined && (own.has(id) || isWithin(above.get(id)))
  return units.filter(({ id }) => isWithin(id))
}

/** The units for which the person may add something, their own first. */
export function useOwnUnits(): readonly Unit[] {
  const me = useRead('access.findMe', {})
  const units = useUnits()
  return unitsWithin(units, me.data?.offices ?? [])
}
