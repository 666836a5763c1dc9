import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { showDay, showPeriod } from '../../kit/web/dates.ts'
import type { Read } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Pick } from '../../kit/web/ui/Choose.tsx'
import { Badge } from '../../kit/web/ui/Parts.tsx'
import { periodChoices } from '../ui/choices.ts'
import { words } from '../words/pages.ts'

type Moving = Pick<OutputOf<'assessment.listScores'>, 'state' | 'schemeVersion' | 'run'>
export type PeriodState = Moving['state']

/** Which period the page is about; the choice stands in the address. */
export function PeriodChooser(of: {
  period: string
  known: Read<'assessment.listPeriods'>
  onChoose: (period: string) => void
}): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const known = of.known.data?.periods ?? []
  const opened = known.map(({ name }) => name)
  const choices = periodChoices(opened)
  const all = choices.includes(of.period) || !of.period ? choices : [of.period, ...choices]
  const nameOf = (period: string): string => {
    const state = known.find(({ name }) => name === period)?.state
    const name = showPeriod(period, language)
    return state ? `${name} · ${say(words[state])}` : name
  }
  return (
    <div className="row unprinted">
      <span className="soft" aria-hidden="true">
        {say(words.period)}
      </span>
      <Pick
        look="auto"
        aria-label={say(words.period)}
        value={of.period}
        options={all.map((name) => ({ value: name, name: nameOf(name) }))}
        onChange={of.onChoose}
      />
    </div>
  )
}

/** Whether the period's scores still move, to which day a running one is counted, and by which version of the scheme they are made. */
export function PeriodNote({ of }: { of: Moving }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { state, schemeVersion, run } = of
  return (
    <div className="row soft small">
      <Badge>{say(run ? words.trial : words[state])}</Badge>
      <span>
        {run && (
          <>
            {say(words.trialTo, { last: showDay(run.last, language), today: showDay(run.today, language) })}
            <br />
          </>
        )}
        {say(words[`about-${state}`], { n: schemeVersion })}
      </span>
    </div>
  )
}
