import { lazy, type ReactNode } from 'react'
import { Redirect } from 'wouter'
import { useRead } from '../../kit/web/read.ts'
import { PageBones } from '../../kit/web/ui/Waiting.tsx'
import { branchPath } from '../../org/ui/paths.ts'
import { isBranch } from '../../org/ui/units.ts'
import { useWork } from './work.ts'

const Overview = lazy(() => import('../../home/desk/Overview.tsx'))

/** Where somebody begins: the overview; whoever has one branch, at that branch; whoever may see neither, at their first work. */
export function FirstPage(): ReactNode {
  const [first] = useWork()
  const units = useRead('org.listUnits', {})
  if (first?.to !== '/') return <Redirect to={first?.to ?? '/me'} replace />
  if (units.state === 'loading') return <PageBones />
  const [branch, ...others] = (units.data?.units ?? []).filter(isBranch)
  return branch && others.length === 0 ? <Redirect to={branchPath(branch.id)} replace /> : <Overview />
}
