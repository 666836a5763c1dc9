import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { showFullDay, today } from '../../kit/web/dates.ts'
import { Card } from '../../kit/web/phone/Card.tsx'
import { Page, Part } from '../../kit/web/phone/Page.tsx'
import { Empty, Waiting } from '../../kit/web/phone/Waiting.tsx'
import { useRead } from '../../kit/web/read.ts'
import { COLON, COMMA, useLanguage, useSay } from '../../kit/web/say.ts'
import { Mark } from '../../kit/web/ui/Mark.tsx'
import { NAMED_AT } from '../rules/named.ts'
import { namedWords, stageWords, words } from '../words/phone.ts'
import { stepWords } from '../words/steps.ts'

type Case = NonNullable<OutputOf<'joining.findMine'>['case']>
type Station = Case['stations'][number]

function Clock({ of: { clock } }: { of: Station }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (!clock) return null
  const isOver = clock.kind === 'latest' && clock.on < today()
  const day = showFullDay(clock.on, language)
  return (
    <span className={isOver ? 'amber' : undefined}>
      {say(isOver ? words.overdue : words[clock.kind], { day })}
      <span className="soft small"> {say(words.rests, { source: clock.source })}</span>
    </span>
  )
}

/** Who was named at a step, by name. */
function Named({ of, step }: { of: Case; step: Station['step'] }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const role = NAMED_AT[step]
  const names = role ? of[role].map(({ name }) => name) : []
  if (!role || names.length === 0) return null
  return (
    <p className="small">
      <span className="soft">{say(namedWords[role])}</span> {names.join(COMMA[language])}
    </p>
  )
}

function Step({ of, whole }: { of: Station; whole: Case }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const late = of.on && of.recordedOn && of.recordedOn > of.on ? of.recordedOn : null
  return (
    <li className="step" {...(of.isNext && { 'aria-current': 'step' })}>
      <Mark state={of.on ? 'done' : 'due'} />
      <div>
        <p className={of.isNext ? 'strong' : of.on ? undefined : 'soft'}>
          {of.no}. {say(stepWords[of.step])}
          {of.isNext && ` · ${say(words.next)}`}
        </p>
        {of.on && <p className="small">{showFullDay(of.on, language)}</p>}
        {late && <p className="small amber">{say(words.recorded, { day: showFullDay(late, language) })}</p>}
        <Named of={whole} step={of.step} />
        {!of.on && <Clock of={of} />}
      </div>
    </li>
  )
}

function Steps({ of }: { of: Case }): ReactNode {
  const say = useSay()
  const stages = [...new Set(of.stations.map(({ stage }) => stage))]
  const next = of.stations.find(({ isNext }) => isNext)
  return (
    <>
      {next && (
        <Card title={`${say(words.next)}${say(COLON)}${say(stepWords[next.step])}`}>
          <Clock of={next} />
          <Link href="/voice/new?page=/me/steps">{say(words.ask)}</Link>
        </Card>
      )}
      {stages.map((stage) => (
        <Part key={stage} title={say(stageWords[stage])}>
          <ol className="steps">
            {of.stations
              .filter((station) => station.stage === stage)
              .map((station) => (
                <Step key={station.step} of={station} whole={of} />
              ))}
          </ol>
        </Part>
      ))}
    </>
  )
}

/** My own admission: the 25 steps, what comes next and by when. */
export function StepsPage(): ReactNode {
  const say = useSay()
  const mine = useRead('joining.findMine', {})
  const found = mine.data?.case
  const done = found?.stations.filter(({ on }) => on).length ?? 0
  return (
    <Page
      title={say(words.steps)}
      back="/me"
      under={found && say(words.lead, { stage: say(stageWords[found.stage]), done })}
    >
      {mine.state !== 'ready' && <Waiting of={mine} words={{}} />}
      {mine.state === 'ready' && !found && (
        <Empty>
          <p>{say(words.none)}</p>
        </Empty>
      )}
      {found && <Steps of={found} />}
    </Page>
  )
}
