import type { ReactNode } from 'react'
import { useAddress } from '../../kit/web/address.ts'
import { Roster } from './roster/Roster.tsx'
import './roster/roster.css'

/** The people of one unit and all below it, on the page of something else. */
export function PeopleList({ orgId }: { orgId: string }): ReactNode {
  const [scope, set] = useAddress({ category: '', on: '' })
  return <Roster scope={{ ...scope, unit: orgId }} set={set} />
}
