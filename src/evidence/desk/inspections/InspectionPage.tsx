import { type ReactNode, useEffect } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../../kit/contract.ts'
import { useAction } from '../../../kit/web/act.ts'
import { showFullDay, showInstant } from '../../../kit/web/dates.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Page, Part } from '../../../kit/web/ui/Page.tsx'
import { Badge, Notice } from '../../../kit/web/ui/Parts.tsx'
import { Outcome, Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { INSPECTIONS_PATH } from '../../ui/paths.ts'
import { refusals } from '../../words/inspection.ts'
import { inspectionStateWords, words } from '../../words/pages.ts'
import { Drawing } from './Drawing.tsx'
import { Findings } from './Findings.tsx'
import { Sample } from './Sample.tsx'
import './inspections.css'

export type Inspection = OutputOf<'evidence.findInspection'>

const EVERY_MS = 1500
const isSettled = ({ isSealed }: Inspection): boolean => isSealed

function Under({ of }: { of: Inspection }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { orgName, from, to, announcedOn, by, closedAt } = of
  const days = `${showFullDay(from, language)} – ${showFullDay(to, language)}`
  const told = announcedOn
    ? say(words.announced, { day: showFullDay(announcedOn, language) })
    : say(words.unannounced)
  return (
    <>
      <p>{[orgName, days, told, `${say(words.by)} ${by}`].join(' · ')}</p>
      {closedAt && <p>{say(words.closedAt, { at: showInstant(closedAt, language) })}</p>}
    </>
  )
}

function Close({ of: { id, counts } }: { of: Inspection }): ReactNode {
  const say = useSay()
  const act = useAction('evidence.closeInspection')
  if (counts.seen < counts.drawn || counts.open > 0) return null
  return (
    <>
      <Button kind="primary" busy={act.state === 'sending'} onPress={() => void act.send({ id })}>
        {say(words.close)}
      </Button>
      <Outcome of={act} words={refusals.closeInspection} />
    </>
  )
}

/** An address with a number leads to what was found under it, once that is there. */
function useAim(isReady: boolean): void {
  useEffect(() => {
    const [, id] = location.hash.split('#')
    if (isReady && id) document.getElementById(id)?.scrollIntoView()
  }, [isReady])
}

function Whole({ of, papers }: { of: Inspection; papers: ReactNode }): ReactNode {
  const say = useSay()
  const may = useMay()
  const inspects = may('evidence.drawSample')
  useAim(true)
  return (
    <Page
      title={of.title}
      above={<Link href={INSPECTIONS_PATH}>{say(words.title)}</Link>}
      beside={<Badge>{say(inspectionStateWords[of.state])}</Badge>}
      under={<Under of={of} />}
      actions={
        of.draw && (
          <>
            {papers}
            {inspects && of.state === 'drawn' && <Close of={of} />}
          </>
        )
      }
    >
      <div className="inspection stack wide">
        {!inspects && of.state === 'drawn' && of.counts.findings === 0 && (
          <Notice>{say(words.nothingToDo)}</Notice>
        )}
        <Drawing of={of} />
        {of.draw && (
          <Part title={say(words.findings)}>
            <Findings of={of} />
          </Part>
        )}
        {of.draw && (
          <Part
            title={say(words.sample)}
            beside={
              <span className="soft small">
                {say(words.seen)} {say(words.ofAll, { n: of.counts.seen, all: of.counts.drawn })}
              </span>
            }
          >
            <Sample of={of} />
          </Part>
        )}
      </div>
    </Page>
  )
}

/** One inspection on one page: how it was drawn, what was found and put right, and the sample, record by record. `papers`: what is printed of it. */
export default function InspectionPage({ id, papers }: { id: string; papers: ReactNode }): ReactNode {
  const say = useSay()
  const read = useRead('evidence.findInspection', { id }, { everyMs: EVERY_MS, enough: isSettled })
  if (read.state === 'ready') return <Whole of={read.data} papers={papers} />
  return (
    <Page title={say(words.title)}>
      <Waiting of={read} words={refusals.findInspection} lines={12} />
    </Page>
  )
}
