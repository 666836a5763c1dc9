import { isBranch, type Unit, useUnits } from '../../org/ui/units.ts'

type Place = { readonly value: string; readonly name: string }

const isPlace = (unit: Unit): boolean => isBranch(unit) || unit.kind === 'partyGroup'

/** Where people may stand: branches, each followed by its groups, as `支部 · 小组`. */
export function usePlaces(): Place[] {
  const units = useUnits()
  const nameOf = new Map(units.map(({ id, name }) => [id, name]))
  return units.filter(isBranch).flatMap((branch) => {
    const groups = units.filter((unit) => isPlace(unit) && unit.parentId === branch.id)
    return [branch, ...groups].map(({ id, name, parentId, kind }) => ({
      value: String(id),
      name: kind === 'partyGroup' && parentId ? `${nameOf.get(parentId)} · ${name}` : name,
    }))
  })
}
