import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { showDay, showWindow } from '../../kit/web/dates.ts'
import { useMay } from '../../kit/web/may.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Mark } from '../../kit/web/ui/Mark.tsx'
import { Part } from '../../kit/web/ui/Page.tsx'
import { nameOfDuty } from '../../meetings/ui/duties.ts'
import { enterMeetingPath } from '../../meetings/ui/paths.ts'
import { words as meetingWords } from '../../meetings/words/pages.ts'
import { words } from '../words/pages.ts'

type Branch = OutputOf<'home.findBranch'>
type Due = {
  readonly row: Branch['duties'][number]
  readonly window: Branch['duties'][number]['windows'][number]
}

/** The duties whose window runs today and is not filled, soonest end first. */
export function dueNow(branch: Branch): Due[] {
  return branch.duties
    .flatMap((row) => row.windows.map((window) => ({ row, window })))
    .filter(({ window }) => window.state === 'due' && window.first <= branch.today)
    .toSorted((a, b) => (a.window.last < b.window.last ? -1 : 1))
}

/** What the branch has to do now, and until when. */
export function DueNow({ branch }: { branch: Branch }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const due = dueNow(branch)
  return (
    <Part title={say(words.dueNow)}>
      {due.length === 0 && <p className="soft">{say(words.nothingDue)}</p>}
      <ul className="due-now">
        {due.map(({ row, window }) => (
          <li key={`${row.kind}${row.groupId}${window.window}`}>
            <Mark state="due" />
            <span>{nameOfDuty(row, language)}</span>
            <span className="soft small">
              {showWindow(window.window, language)} ·{' '}
              {say(words.dueUntil, { day: showDay(window.last, language) })}
            </span>
            {may('meetings.enterMeeting') && (
              <Link
                className="small"
                href={enterMeetingPath({
                  branchId: branch.id,
                  kind: row.kind,
                  ...(row.groupId && { orgId: row.groupId }),
                })}
              >
                {say(meetingWords.save)}
                <span className="unseen"> {nameOfDuty(row, language)}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}
