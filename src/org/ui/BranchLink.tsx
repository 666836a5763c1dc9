import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { branchPath } from './paths.ts'
import { branchOf, useUnits } from './units.ts'

/** A unit's name, leading to the branch it is or belongs to; plain text when the person may not see that. */
export function BranchLink({ orgId, name, tab }: { orgId: string; name: string; tab?: string }): ReactNode {
  const branch = branchOf(useUnits(), orgId)
  return branch ? <Link href={branchPath(branch.id, tab)}>{name}</Link> : name
}
