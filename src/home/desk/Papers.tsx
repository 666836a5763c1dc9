import type { ReactNode } from 'react'
import { refusals, words } from '../../documents/words/pages.ts'
import { useAsk } from '../../kit/web/ask.ts'
import { PaperMenu } from '../../kit/web/ui/PaperMenu.tsx'
import { PrintButton } from '../../kit/web/ui/PrintButton.tsx'
import { useMay } from '../../kit/web/who.ts'

/** The papers of a branch: its year, its roster; and the page itself on paper. */
export function BranchPapers({ branchId, year }: { branchId: string; year: string }): ReactNode {
  const may = useMay()
  const duties = useAsk('documents.branchDuties')
  const roster = useAsk('documents.roster')
  const ledger = useAsk('documents.meetingLedger')
  const offers = [
    {
      ...duties,
      name: words.duties,
      refusals: refusals.branchDuties,
      ask: (format: 'docx' | 'pdf') => duties.ask({ branchId, year, format }),
    },
    {
      ...roster,
      name: words.roster,
      refusals: refusals.roster,
      ask: (format: 'docx' | 'pdf') => roster.ask({ branchId, format }),
    },
    {
      ...ledger,
      name: words.ledger,
      refusals: refusals.meetingLedger,
      ask: (format: 'docx' | 'pdf') => ledger.ask({ branchId, year, format }),
      askSheet: () => ledger.ask({ branchId, year, format: 'xlsx' }),
    },
  ]
  return (
    <>
      <PaperMenu offers={may('documents.roster') ? offers : offers.slice(0, 1)} />
      <PrintButton />
    </>
  )
}

/** The paper of all branches, and the page itself on paper. */
export function OverviewPapers({ year }: { year: string }): ReactNode {
  const all = useAsk('documents.overview')
  const ask = (format: 'docx' | 'pdf') => all.ask({ year, format })
  return (
    <>
      <PaperMenu offers={[{ ...all, name: words.overview, refusals: refusals.overview, ask }]} />
      <PrintButton />
    </>
  )
}

/** The papers of a planned meeting: its notice, and the sheet to be signed. */
export function PlanPapers({ id }: { id: string }): ReactNode {
  const may = useMay()
  const notice = useAsk('documents.meetingNotice')
  const signIn = useAsk('documents.signInSheet')
  const offers = [
    {
      ...notice,
      name: words.notice,
      refusals: refusals.meetingNotice,
      ask: (format: 'docx' | 'pdf') => notice.ask({ id, format }),
    },
    {
      ...signIn,
      name: words.signIn,
      refusals: refusals.signInSheet,
      ask: (format: 'docx' | 'pdf') => signIn.ask({ id, format }),
    },
  ]
  return <PaperMenu offers={may('documents.signInSheet') ? offers : offers.slice(0, 1)} />
}

/** The report of an inspection. */
export function InspectionPapers({ id }: { id: string }): ReactNode {
  const report = useAsk('documents.inspectionReport')
  const ask = (format: 'docx' | 'pdf') => report.ask({ id, format })
  return (
    <PaperMenu offers={[{ ...report, name: words.inspection, refusals: refusals.inspectionReport, ask }]} />
  )
}

/** The papers of a record, with a code that leads back to it. */
export function RecordPapers({ id }: { id: string }): ReactNode {
  const may = useMay()
  const minutes = useAsk('documents.meetingMinutes')
  const resolution = useAsk('documents.meetingResolution')
  const address = location.origin
  if (!may('documents.meetingMinutes')) return null
  const offers = [
    {
      ...minutes,
      name: words.minutes,
      refusals: refusals.meetingMinutes,
      ask: (format: 'docx' | 'pdf') => minutes.ask({ id, format, address }),
    },
    {
      ...resolution,
      name: words.resolution,
      refusals: refusals.meetingResolution,
      ask: (format: 'docx' | 'pdf') => resolution.ask({ id, format, address }),
    },
  ]
  return <PaperMenu offers={offers} />
}
