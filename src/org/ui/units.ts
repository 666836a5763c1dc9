import type { OutputOf, Reach } from '../../kit/contract.ts'
import { useRead } from '../../kit/web/read.ts'
import { BRANCH_KINDS } from '../rules.ts'

export type Unit = OutputOf<'org.listUnits'>['units'][number]

const BRANCHES: readonly Unit['kind'][] = BRANCH_KINDS

/** Whether a unit is a branch of any kind: what has a page of its own. */
export const isBranch = ({ kind }: Unit): boolean => BRANCHES.includes(kind)

/** The units the person may see; empty until they are known. */
export function useUnits(): readonly Unit[] {
  const read = useRead('org.listUnits', {})
  return read.data?.units ?? []
}

/** The branch a unit is, or is a group of. */
export function branchOf(units: readonly Unit[], orgId: string): Unit | undefined {
  const unit = units.find(({ id }) => id === orgId)
  return unit?.kind === 'partyGroup' ? units.find(({ id }) => id === unit.parentId) : unit
}

/** A branch and the groups below it, in the order of their codes. */
export const branchAndGroups = (units: readonly Unit[], branchId: string): Unit[] =>
  units.filter(
    ({ id, parentId, kind }) => id === branchId || (kind === 'partyGroup' && parentId === branchId),
  )

/** A unit in its place in the tree; `depth` 0 is the top. */
export type Placed = Unit & { readonly depth: number }

/** The tree, every unit right before those below it, by code; one whose superior is not known stands at the top. */
export function treeOf(units: readonly Unit[]): Placed[] {
  const known = new Set<string>(units.map(({ id }) => id))
  const below = (parentId: string | null, depth: number): Placed[] =>
    units
      .filter((unit) => (unit.parentId && known.has(unit.parentId) ? unit.parentId : null) === parentId)
      .flatMap((unit) => [{ ...unit, depth }, ...below(unit.id, depth + 1)])
  return below(null, 0)
}

/** The tree of what lies within a reach, its top first: what is only on the way up to it is left out. */
export function treeWithin(units: readonly Unit[], reach: Reach): Placed[] {
  if (reach === 'mine') return treeOf(units)
  const above = new Map<string, string | null>(units.map(({ id, parentId }) => [id, parentId]))
  const isWithin = (id: string): boolean => {
    for (let at: string | null = id; at; at = above.get(at) ?? null)
      if (reach.some((top) => top === at)) return true
    return false
  }
  return treeOf(units.filter(({ id }) => isWithin(id)))
}
