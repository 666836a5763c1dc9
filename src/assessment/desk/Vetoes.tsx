import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { type Say, useSay } from '../../kit/web/say.ts'
import { Badge } from '../../kit/web/ui/Parts.tsx'
import { words } from '../words/pages.ts'

type Struck = Pick<OutputOf<'assessment.listScores'>['scores'][number], 'veto' | 'grade'>

/** What the vetoes that struck cost: from the grade the score earns to the one that stands; '' when none struck. */
export function sayVeto({ veto, grade }: Struck, say: Say): string {
  if (!veto) return ''
  const named = veto.by.map(({ no, title }) => title || no).join(say(words.and))
  if (veto.earned === null || grade === null || veto.earned === grade) return say(words.vetoKept, { named })
  return say(words.vetoCost, { named, earned: veto.earned, grade })
}

/** Vetoes that struck, by name, and what they cost. */
export function Vetoes({ of }: { of: Struck }): ReactNode {
  const say = useSay()
  if (!of.veto) return null
  return (
    <span className="row base">
      <Badge kind="stop">{say(words.vetoed)}</Badge>
      <span className="small">{sayVeto(of, say)}</span>
    </span>
  )
}
