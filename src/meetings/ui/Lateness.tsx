import type { ReactNode } from 'react'
import { LateBadge } from '../../journal/ui/LateBadge.tsx'

/** How long after a meeting its record came: amber and factual when late, quiet otherwise; nothing when nobody noted it. */
export function Lateness({ days }: { days: number | null }): ReactNode {
  return days !== null && <LateBadge days={days} />
}
