import type { ReactNode } from 'react'
import type { Day } from '../../kit/day.ts'
import { useSay } from '../../kit/web/say.ts'
import { type MeetingKind, missingToHalf } from '../rules.ts'
import { words } from '../words/sitting.ts'

type Counted = {
  readonly kind: MeetingKind
  readonly heldOn: Day
  readonly numbers: { readonly expected: number; readonly present: number }
}

/** Whether enough are here for the meeting to count, or how many more it takes; nothing where its kind asks for no half (A2.3). */
export function Quorum({ of: { kind, numbers, heldOn } }: { of: Counted }): ReactNode {
  const say = useSay()
  const n = missingToHalf(kind, numbers, heldOn)
  if (n === undefined) return null
  return (
    <span className={n === 0 ? 'green' : 'amber'}>
      {n === 0 ? `● ${say(words.quorate)}` : `○ ${say(words.notQuorate, { n })}`}
    </span>
  )
}
