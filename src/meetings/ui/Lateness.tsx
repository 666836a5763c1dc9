import type { ReactNode } from 'react'
import { LATE_AFTER_DAYS } from '../../journal/rules/when.ts'
import { useSay } from '../../kit/web/say.ts'
import { Badge } from '../../kit/web/ui/Parts.tsx'
import { words } from '../words/pages.ts'

/** How long after a meeting its record came: amber and factual when late, quiet otherwise; nothing when nobody noted it. */
export function Lateness({ days }: { days: number | null }): ReactNode {
  const say = useSay()
  if (days === null) return null
  if (days > LATE_AFTER_DAYS) return <Badge kind="late">{say(words.late, { n: days })}</Badge>
  return <span className="soft small">{days > 0 ? say(words.inTime, { n: days }) : say(words.sameDay)}</span>
}
