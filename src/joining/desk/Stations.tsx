import type { ReactNode } from 'react'
import { WhenLate } from '../../journal/ui/LateBadge.tsx'
import type { OutputOf } from '../../kit/contract.ts'
import { daysBetween } from '../../kit/day.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Mark } from '../../kit/web/ui/Mark.tsx'
import { FullDay } from '../../kit/web/ui/Said.tsx'
import { useMay } from '../../kit/web/who.ts'
import { NAMED_AT } from '../rules/named.ts'
import { NUMBERS_OF } from '../rules/stations.ts'
import { STAGES, type Step } from '../rules.ts'
import { ClockSaid } from '../ui/ClockSaid.tsx'
import { DefectSaid } from '../ui/DefectSaid.tsx'
import { NamedSaid } from '../ui/NamedSaid.tsx'
import { numberWords, stageWords, words } from '../words/pages.ts'
import { stepWords } from '../words/steps.ts'
import { CorrectStep } from './CorrectStep.tsx'
import { typeNumber } from './numbers.ts'
import { RecordStep } from './RecordStep.tsx'

type Case = OutputOf<'joining.findCase'>
type Station = Case['stations'][number]

/** How many days after it happened a step was recorded; nothing when nobody knows, or it was soon. */
function RecordedLate({ of: { on, recordedOn } }: { of: Station }): ReactNode {
  const days = on && recordedOn ? daysBetween(on, recordedOn) : 0
  return <WhenLate days={days} />
}

function Numbers({ of, step }: { of: Case; step: Step }): ReactNode {
  const say = useSay()
  const role = NAMED_AT[step]
  if (role && of[role].length > 0) return <NamedSaid role={role} people={of[role]} />
  const said = (NUMBERS_OF[step] ?? []).flatMap((name) => {
    const number = of.numbers[name]
    return number === undefined ? [] : [`${say(numberWords[name])} ${typeNumber(name, number)}`]
  })
  return said.length > 0 && <span className="soft">{said.join(' · ')}</span>
}

const markOf = ({ on, isNext }: Station, hasDefect: boolean) => {
  if (on) return hasDefect ? 'late' : 'done'
  if (hasDefect) return 'missed'
  return isNext ? 'due' : 'notApplicable'
}

type Shown = { readonly of: Case; readonly station: Station }

function Act({ of, station }: Shown): ReactNode {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useHeld(`step.open.${station.step}`, false)
  const { step, on } = station
  if (!may(on ? 'joining.correctStep' : 'joining.recordStep')) return null
  const close = (): void => setOpen(false)
  const name = say(stepWords[step])
  return (
    <span className="unprinted">
      <Button
        kind="quiet"
        label={on ? say(words.correctOf, { step: name }) : say(words.recordStep, { step: name })}
        onPress={() => setOpen(true)}
      >
        <u>{say(on ? words.correct : words.record)}</u>
      </Button>
      {open && on && <CorrectStep of={of} step={step} onClose={close} />}
      {open && !on && <RecordStep id={of.id} name={of.name} orgId={of.orgId} step={step} onClose={close} />}
    </span>
  )
}

function StationLine({ of, station }: Shown): ReactNode {
  const say = useSay()
  const { step, no, on, isNext, clock } = station
  const defects = of.defects.filter((one) => one.step === step)
  return (
    <li data-next={isNext || undefined}>
      <Mark state={markOf(station, defects.length > 0)} />
      <span className="soft number">{no}</span>
      <div className="what">
        <span className="row base">
          <span className={on || isNext ? undefined : 'soft'}>{say(stepWords[step])}</span>
          {on && <FullDay of={on} />}
          <RecordedLate of={station} />
          <Numbers of={of} step={step} />
        </span>
        {clock && (isNext || !on) && (
          <p className="small">
            <ClockSaid of={clock} />
          </p>
        )}
        {defects.map(({ clause }) => (
          <p key={clause} className="small amber">
            <DefectSaid clause={clause} />
          </p>
        ))}
      </div>
      <Act of={of} station={station} />
    </li>
  )
}

/** The 25 steps of an admission as a line of stations, stage by stage: day, clock, defects by clause, and what comes next. */
export function Stations({ of }: { of: Case }): ReactNode {
  const say = useSay()
  return (
    <div className="stack">
      {STAGES.map(({ stage }) => (
        <section key={stage} aria-label={say(stageWords[stage])}>
          <h3>{say(stageWords[stage])}</h3>
          <ol className="stations">
            {of.stations
              .filter((station) => station.stage === stage)
              .map((station) => (
                <StationLine key={station.step} of={of} station={station} />
              ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
