import type { ReactNode } from 'react'
import { useSay } from '../../kit/web/say.ts'
import { Badge } from '../../kit/web/ui/Parts.tsx'
import { LATE_AFTER_DAYS } from '../rules/when.ts'
import { words } from '../words/when.ts'

/** How long after the thing its record came: amber with its mark when late, nothing otherwise; null: nobody knows, or it was imported. */
export function WhenLate({ days }: { days: number | null }): ReactNode {
  const say = useSay()
  if (days === null || days <= LATE_AFTER_DAYS) return null
  return (
    <Badge kind="late">
      <span aria-hidden="true">◐</span> {say(words.late, { n: days })}
    </Badge>
  )
}

/** How long after the thing its record came: amber with its mark when late, quiet otherwise. */
export function LateBadge({ days }: { days: number }): ReactNode {
  const say = useSay()
  if (days > LATE_AFTER_DAYS) return <WhenLate days={days} />
  return <span className="soft small">{days > 0 ? say(words.inTime, { n: days }) : say(words.sameDay)}</span>
}
