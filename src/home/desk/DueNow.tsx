import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { showDay, showWindow } from '../../kit/web/dates.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Mark } from '../../kit/web/ui/Mark.tsx'
import { Part } from '../../kit/web/ui/Page.tsx'
import { useMay } from '../../kit/web/who.ts'
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

function DueLine({ due: { row, window }, branch }: { due: Due; branch: Branch }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const name = nameOfDuty(row, branch.name, language)
  const until = say(words.dueUntil, { day: showDay(window.last, language) })
  return (
    <li>
      <Mark state="due" />
      <span>{name}</span>
      <span className="soft small">{`${showWindow(window.window, language)} · ${until}`}</span>
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
          <span className="unseen"> {name}</span>
        </Link>
      )}
    </li>
  )
}

/** What the branch has to do now, and until when. */
export function DueNow({ branch }: { branch: Branch }): ReactNode {
  const say = useSay()
  const due = dueNow(branch)
  return (
    <Part title={say(words.dueNow)}>
      {due.length === 0 && <p className="soft">{say(words.nothingDue)}</p>}
      <ul className="due-now">
        {due.map((one) => (
          <DueLine key={`${one.row.kind}${one.row.groupId}${one.window.window}`} due={one} branch={branch} />
        ))}
      </ul>
    </Part>
  )
}
