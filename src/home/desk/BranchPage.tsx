import type { ReactNode } from 'react'
import { PeriodPack } from '../../evidence/ui/PackButton.tsx'
import type { OutputOf } from '../../kit/contract.ts'
import { partsOf } from '../../kit/day.ts'
import { useAddress } from '../../kit/web/address.ts'
import { today } from '../../kit/web/dates.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { ButtonLink } from '../../kit/web/ui/Button.tsx'
import { Legend } from '../../kit/web/ui/Mark.tsx'
import { Page, Part } from '../../kit/web/ui/Page.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { YearStrip } from '../../kit/web/ui/YearStrip.tsx'
import { useMay } from '../../kit/web/who.ts'
import { marksOf, nameOfDuty } from '../../meetings/ui/duties.ts'
import { enterMeetingPath, newPlanPath } from '../../meetings/ui/paths.ts'
import { words as meetingWords } from '../../meetings/words/pages.ts'
import { words as planWords } from '../../meetings/words/planning.ts'
import { orgKindWords } from '../../org/words/kinds.ts'
import { refusals, words } from '../words/pages.ts'
import { BranchFacts } from './BranchFacts.tsx'
import { BranchRecords } from './BranchRecords.tsx'
import { DueNow } from './DueNow.tsx'
import { BranchPapers } from './Papers.tsx'
import './home.css'

type Branch = OutputOf<'home.findBranch'>

/** The branch's year: its duties by twelve months, each mark leading to the record or to the form that would fill it. */
function Year({ branch, year }: { branch: Branch; year: number }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const place = { branchId: branch.id, branchName: branch.name, year, mayEnter: may('meetings.enterMeeting') }
  const { year: thisYear, month } = partsOf(branch.today)
  return (
    <Part title={say(words.yearStrip, { year })} beside={<Legend />}>
      <YearStrip
        caption={say(words.yearStrip, { year })}
        corner={say(words.duty)}
        now={thisYear === year ? month : undefined}
        rows={branch.duties.map((row) => ({
          id: `${row.kind}${row.groupId}`,
          label: (
            <span title={say(words.why, { source: row.source })}>
              {nameOfDuty(row, branch.name, language)}
            </span>
          ),
          marks: marksOf(row, place, language),
        }))}
      />
    </Part>
  )
}

function BranchBody({ branch, year }: { branch: Branch; year: string }): ReactNode {
  return (
    <div className="record flipped">
      <BranchFacts branch={branch} />
      <div className="stack wide">
        <DueNow branch={branch} />
        <Year branch={branch} year={Number(year)} />
        <BranchRecords branch={branch} year={year} />
      </div>
    </div>
  )
}

/** One branch: facts left; its year, what is due, and its records right. */
export default function BranchPage({ id }: { id: string }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [asked] = useAddress({ year: today().slice(0, 4) })
  const year = /^\d{4}$/.test(asked.year) ? asked.year : today().slice(0, 4)
  const read = useRead('home.findBranch', { branchId: id, year })
  if (read.state !== 'ready')
    return (
      <Page title={say(words.branch)}>
        <Waiting of={read} words={refusals.findBranch} lines={16} />
      </Page>
    )
  const branch = read.data
  const plan = may('meetings.planMeeting') && (
    <ButtonLink to={newPlanPath({ branchId: id })}>{say(planWords.plan)}</ButtonLink>
  )
  const enter = may('meetings.enterMeeting') && (
    <ButtonLink kind="primary" to={enterMeetingPath({ branchId: id })}>
      {say(meetingWords.enter)}
    </ButtonLink>
  )
  return (
    <Page
      title={branch.name}
      beside={<span className="soft">{say(orgKindWords[branch.kind])}</span>}
      actions={
        <>
          {plan}
          {enter}
          <BranchPapers branchId={id} year={year} />
          <PeriodPack orgId={id} period={year} />
        </>
      }
    >
      <BranchBody branch={branch} year={year} />
    </Page>
  )
}
