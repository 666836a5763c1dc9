import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { showDay, showWindow } from '../../kit/web/dates.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Mark } from '../../kit/web/ui/Mark.tsx'
import { Part } from '../../kit/web/ui/Page.tsx'
import { nameOfDuty } from '../../meetings/ui/duties.ts'
import { plannedFor } from '../rules/open.ts'
import { words as open } from '../words/open.ts'
import { words } from '../words/pages.ts'
import { DutyButtons } from './today/DutyButtons.tsx'

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
  const name = nameOfDuty(row, branch.name, language)
  const { kind, groupId } = row
  const planned = plannedFor(branch.planned, { ...window, branchId: branch.id, kind, groupId })
  const duty = { branchId: branch.id, groupId, kind, planned }
  const until = say(words.dueUntil, { day: showDay(window.last, language) })
  return (
    <li>
      <Mark state="due" />
      <span>{name}</span>
      <span className="soft small">{`${showWindow(window.window, language)} · ${until}`}</span>
      {planned && <span className="small">{say(open.planned, { day: showDay(planned.day, language) })}</span>}
      <DutyButtons duty={duty} state="open" name={name} />
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
