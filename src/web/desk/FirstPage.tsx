import { lazy, type ReactNode } from 'react'
import { Redirect } from 'wouter'
import { useWork } from './work.ts'

const Overview = lazy(() => import('../../home/desk/Overview.tsx'))

/** Where somebody begins: today, with what is open in their branches; whoever may not see that, at their first work. */
export function FirstPage(): ReactNode {
  const [first] = useWork()
  return first?.to === '/' ? <Overview /> : <Redirect to={first?.to ?? '/me'} replace />
}
