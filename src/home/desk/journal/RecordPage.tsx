import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'wouter'
import { inspectionPath } from '../../../evidence/ui/paths.ts'
import { History } from '../../../journal/ui/History.tsx'
import type { OutputOf } from '../../../kit/contract.ts'
import { showFullDay } from '../../../kit/web/dates.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Page } from '../../../kit/web/ui/Page.tsx'
import { Code } from '../../../kit/web/ui/Said.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { recordWords, words } from '../../words/journal.ts'
import { OWN_PAGES } from './pages.ts'
import './journal.css'

/** The way back: to the inspection one came from, else to the journal. */
function Above(): ReactNode {
  const say = useSay()
  const [query] = useSearchParams()
  const inspection = query.get('inspection')
  if (inspection) return <Link href={inspectionPath(inspection)}>{say(words.backToInspection)}</Link>
  return <Link href="/journal">{say(words.journal)}</Link>
}

type About = Pick<OutputOf<'journal.findWhen'>, 'record' | 'isErased'>

/** The record's own page, where there is one and the person may see it; of somebody who was erased there is none. */
function OwnPage({ of: { record, isErased }, subject }: { of: About; subject: string }): ReactNode {
  const say = useSay()
  const may = useMay()
  const page = OWN_PAGES[record]
  if (isErased) return <p>{say(words.erased)}</p>
  if (!page || !may(page.action)) return null
  return (
    <p>
      <Link href={page.path(subject)}>{say(words.open)}</Link>
    </p>
  )
}

/** One record: what it is, its history with its seals, each of which can be checked in this browser. */
export default function RecordPage({ subject }: { subject: string }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { data: about } = useRead('journal.findWhen', { subject })
  const kind = about && say(recordWords[about.record] ?? words.aRecord)
  const facts = [about?.orgName, about?.happenedOn && showFullDay(about.happenedOn, language)]
  return (
    <Page
      title={kind ? [kind, about.title].filter(Boolean).join(' · ') : say(words.historyOf)}
      above={<Above />}
      under={
        <>
          <p>{facts.filter(Boolean).join(' · ')}</p>
          {about && <OwnPage of={about} subject={subject} />}
          <p className="small soft">
            {say(words.number)} <Code>{subject}</Code>
          </p>
        </>
      }
    >
      <div className="journal-record">
        <History subject={subject} />
      </div>
    </Page>
  )
}
