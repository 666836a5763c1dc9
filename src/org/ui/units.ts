import type { OutputOf } from '../../kit/contract.ts'
import { useRead } from '../../kit/web/read.ts'

export type Unit = OutputOf<'org.listUnits'>['units'][number]

const BRANCHES: readonly Unit['kind'][] = ['branch', 'jointBranch', 'temporaryBranch']

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
