import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { showInstant } from '../dates.ts'
import { useLanguage, useSay } from '../say.ts'
import { useFreshness } from './useFreshness.ts'
import { useUnsent } from './useOutbox.ts'
import { words } from './words.ts'

/** How many things are unsent, on every page, and the way to them. Nothing when all is sent. */
export function UnsentCount({ to }: { to: string }): ReactNode {
  const say = useSay()
  const n = useUnsent()?.length
  if (!n) return null
  return (
    <div role="status">
      <Link href={to} className="strip-line late">
        <span>{say(words.unsent, { n })}</span> <span>{say(words.unsentGo)}</span>
      </Link>
    </div>
  )
}

/** Says that there is no line, and how old what is shown is. Nothing when it is new. */
export function Freshness(): ReactNode {
  const since = useFreshness()
  return since === null ? null : <Cut since={since} />
}

/** There is no line. `since`: when what is shown was read (ms); 0: nothing is shown. */
export function Cut({ since }: { since: number }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const age = since > 0 ? showInstant(new Date(since).toISOString(), language) : ''
  return (
    <p className="strip-line" role="status">
      {age ? say(words.old, { age }) : say(words.cut)}
    </p>
  )
}
