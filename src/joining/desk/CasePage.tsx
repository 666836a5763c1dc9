import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { History } from '../../journal/ui/History.tsx'
import type { OutputOf } from '../../kit/contract.ts'
import { showFullDay, showInstant } from '../../kit/web/dates.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Page, Part, Record } from '../../kit/web/ui/Page.tsx'
import { Badge, Facts } from '../../kit/web/ui/Parts.tsx'
import { PrintButton } from '../../kit/web/ui/PrintButton.tsx'
import { Code } from '../../kit/web/ui/Said.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { ui } from '../../kit/web/words.ts'
import { BranchLink } from '../../org/ui/BranchLink.tsx'
import { useUnits } from '../../org/ui/units.ts'
import { personPath } from '../../people/ui/paths.ts'
import { words as personWords } from '../../people/words/labels.ts'
import type { Step } from '../rules.ts'
import { refusals, stageWords, words } from '../words/pages.ts'
import { stepWords } from '../words/steps.ts'
import { RecordStep } from './RecordStep.tsx'
import { Stations } from './Stations.tsx'
import './joining.css'

type Case = OutputOf<'joining.findCase'>
type Entry = Case['entries'][number]

function Corrected({ of }: { of: Entry }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { step, on, earlier, reason } = of
  const at = showInstant(of.at, language)
  const named = { at, step: say(stepWords[step]), reason }
  if (!earlier) return say(words.asOnPaper, named)
  return say(words.corrected, {
    ...named,
    from: showFullDay(earlier, language),
    to: on ? showFullDay(on, language) : say(words.struck),
  })
}

/** What was corrected, or recorded as on paper, each with its reason. */
function Corrections({ of }: { of: Case }): ReactNode {
  const say = useSay()
  const told = of.entries.filter(({ reason }) => reason !== '')
  if (told.length === 0) return null
  return (
    <Part title={say(words.corrections)}>
      <ul className="stack tight">
        {told.map((entry) => (
          <li key={`${entry.at}${entry.step}`}>
            <Corrected of={entry} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

function CaseFacts({ of }: { of: Case }): ReactNode {
  const say = useSay()
  const { name, personId, personNo, category } = of
  return (
    <Facts
      of={[
        { name: say(words.person), value: <Link href={personPath(personId)}>{name}</Link> },
        { name: say(words.no), value: <Code>{personNo}</Code> },
        { name: say(words.roster), value: category && say(personWords[category]) },
      ]}
    />
  )
}

function Actions({ of }: { of: Case }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [step, setStep] = useHeld<Step | null>('case.step', null)
  const next = of.stations.find(({ isNext }) => isNext)?.step
  return (
    <>
      {next && may('joining.recordStep') && (
        <Button kind="primary" onPress={() => setStep(next)}>
          {say(words.recordStep, { step: say(stepWords[next]) })}
        </Button>
      )}
      <PrintButton />
      {step && (
        <RecordStep id={of.id} name={of.name} orgId={of.orgId} step={step} onClose={() => setStep(null)} />
      )}
    </>
  )
}

/** One admission: the line of its 25 stations with days, clocks and defects left; history and seal right. */
export default function CasePage({ id }: { id: string }): ReactNode {
  const say = useSay()
  const units = useUnits()
  const read = useRead('joining.findCase', { id })
  if (read.state !== 'ready')
    return (
      <Page title={say(words.title)}>
        <Waiting of={read} words={refusals.findCase} lines={16} />
      </Page>
    )
  const of = read.data
  const unit = units.find((one) => one.id === of.orgId)
  return (
    <Page
      title={of.name}
      above={unit && <BranchLink orgId={of.orgId} name={unit.name} tab="cases" />}
      beside={
        <>
          <Badge>{say(stageWords[of.stage])}</Badge>
          {of.source === 'import' && <Badge>{say(ui.imported)}</Badge>}
        </>
      }
      actions={<Actions of={of} />}
    >
      <Record aside={<History subject={of.id} />}>
        <CaseFacts of={of} />
        <Part title={say(words.line)}>
          <Stations of={of} />
        </Part>
        <Corrections of={of} />
      </Record>
    </Page>
  )
}
