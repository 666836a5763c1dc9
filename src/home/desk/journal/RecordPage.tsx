import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { History } from '../../../journal/ui/History.tsx'
import { useSay } from '../../../kit/web/say.ts'
import { Page } from '../../../kit/web/ui/Page.tsx'
import { Code } from '../../../kit/web/ui/Said.tsx'
import { words } from '../../words/journal.ts'
import './journal.css'

/** One record's history with its seals, each of which can be checked in this browser. */
export default function RecordPage({ subject }: { subject: string }): ReactNode {
  const say = useSay()
  return (
    <Page
      title={say(words.historyOf)}
      above={<Link href="/journal">{say(words.journal)}</Link>}
      under={
        <>
          {say(words.number)} <Code>{subject}</Code>
        </>
      }
    >
      <div className="journal-record">
        <History subject={subject} />
      </div>
    </Page>
  )
}
