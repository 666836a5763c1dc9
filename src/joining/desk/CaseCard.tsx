import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { useMay } from '../../kit/web/who.ts'
import { NAMED_ROLES } from '../rules/named.ts'
import { clockOf, nextStep, stationsOf } from '../rules/stations.ts'
import { stepNo } from '../rules.ts'
import { ClockSaid } from '../ui/ClockSaid.tsx'
import { DefectSaid } from '../ui/DefectSaid.tsx'
import { NamedSaid } from '../ui/NamedSaid.tsx'
import { casePath } from '../ui/paths.ts'
import { words } from '../words/pages.ts'
import { stepWords } from '../words/steps.ts'
import { RecordStep } from './RecordStep.tsx'

type Case = OutputOf<'joining.listCases'>['cases'][number]

/** The 25 steps as a line of dots; said in words beside it. */
function Line({ of }: { of: Case }): ReactNode {
  return (
    <span className="line" aria-hidden="true">
      {stationsOf(of).map(({ step, on, isNext }) => (
        <span key={step} data-state={on ? 'done' : isNext ? 'next' : undefined} />
      ))}
    </span>
  )
}

function Next({ of }: { of: Case }): ReactNode {
  const say = useSay()
  const next = nextStep(of)
  if (!next) return <p className="soft">{say(words.finished)}</p>
  const clock = clockOf(of, next)
  return (
    <>
      <p title={say(words.steps, { n: stepNo(next) })}>{say(words.next, { step: say(stepWords[next]) })}</p>
      {clock && (
        <p className="small">
          <ClockSaid of={clock} />
        </p>
      )}
    </>
  )
}

/** One admission on the board: who, how far, what comes next until when, what is wrong; and the form for the next step. */
export function CaseCard({ of, orgId }: { of: Case; orgId: string }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useHeld(`step.open.${of.id}`, false)
  const next = nextStep(of)
  return (
    <article className="case">
      <div className="row spread base">
        <Link href={casePath(of.id)} className="strong">
          {of.name}
        </Link>
        {next && may('joining.recordStep') && (
          <Button label={say(words.recordOf, { name: of.name })} onPress={() => setOpen(true)}>
            {say(words.recordNext)}
          </Button>
        )}
      </div>
      <Line of={of} />
      <Next of={of} />
      {NAMED_ROLES.filter((role) => of[role].length > 0).map((role) => (
        <p key={role} className="small">
          <NamedSaid role={role} people={of[role]} />
        </p>
      ))}
      {of.defects.map(({ clause, on }) => (
        <p key={`${clause}${on}`} className="small amber">
          <DefectSaid clause={clause} />
        </p>
      ))}
      {open && next && (
        <RecordStep id={of.id} name={of.name} orgId={orgId} step={next} onClose={() => setOpen(false)} />
      )}
    </article>
  )
}
