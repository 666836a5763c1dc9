import type { ReactNode } from 'react'
import { Choose } from '../../kit/web/ui/Choose.tsx'
import type { Unit } from './units.ts'

/** For which unit something is; not asked where there is only one. */
export function UnitField({
  units,
  ...of
}: {
  readonly units: readonly Unit[]
  readonly label: string
  readonly value: string
  readonly onChange: (orgId: string) => void
}): ReactNode {
  if (units.length < 2) return null
  return <Choose path="orgId" {...of} options={units.map(({ id, name }) => ({ value: String(id), name }))} />
}
