import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { WhenLate } from '../../journal/ui/LateBadge.tsx'
import { day, type Month, monthsWithin, spanOfMonth, spanOfYear } from '../../kit/day.ts'
import { useAddress } from '../../kit/web/address.ts'
import { nameOfMonth, showDay, showMonth, today } from '../../kit/web/dates.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { State } from '../../kit/web/ui/Mark.tsx'
import { PrintButton } from '../../kit/web/ui/PrintButton.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { YearPick, yearIn } from '../../kit/web/ui/YearPick.tsx'
import { useMay } from '../../kit/web/who.ts'
import { meetingPath } from '../../meetings/ui/paths.ts'
import { BranchWork } from '../../org/ui/BranchChoice.tsx'
import { type Unit, useUnits } from '../../org/ui/units.ts'
import { refusals, words } from '../words/pages.ts'
import { AddRow } from './AddRow.tsx'
import { ChangeRow } from './ChangeRow.tsx'
import type { Plan, PlanRow } from './planned.ts'
import './study.css'

function Became({ row }: { row: PlanRow }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { meeting, month, cancelledOn, cancelReason } = row
  if (cancelledOn)
    return (
      <span className="soft">
        {say(words.cancelled, { day: showDay(cancelledOn, language), reason: cancelReason ?? '' })}
      </span>
    )
  if (meeting)
    return (
      <span className="row">
        <Link href={meetingPath(meeting.id)}>
          <State state="done">{say(words.heldAt, { day: showDay(meeting.heldOn, language) })}</State>
        </Link>
        <WhenLate days={meeting.recordedAfterDays} />
      </span>
    )
  const isOver = spanOfMonth(month).last < today()
  return <State state={isOver ? 'missed' : 'due'}>{say(isOver ? words.notHeld : words.toHold)}</State>
}

function Details({ row, branch }: { row: PlanRow; branch: Unit }): ReactNode {
  const say = useSay()
  const unit = useUnits().find(({ id }) => id === row.orgId)
  const { hoursHundredths: hours, prepared } = row
  const said = [
    row.orgId === branch.id ? '' : (unit?.name ?? ''),
    row.form,
    row.lecturer,
    hours === null ? '' : say(words.hoursOf, { n: hours / 100 }),
    prepared === null ? '' : say(prepared ? words.isPrepared : words.notPrepared),
  ].filter(Boolean)
  return (
    <>
      {said.length > 0 && <p className="small soft">{said.join(' · ')}</p>}
      {row.content && <p className="small content">{row.content}</p>}
    </>
  )
}

function RowLine({ row, branch }: { row: PlanRow; branch: Unit }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useHeld(`row.open.${row.id}`, false)
  return (
    <li data-cancelled={row.cancelledOn ? true : undefined}>
      <div>
        <p className="strong">{row.subject}</p>
        <Details row={row} branch={branch} />
      </div>
      <Became row={row} />
      <span className="unprinted">
        {may('study.changePlanRow') && !row.cancelledOn && (
          <Button
            kind="quiet"
            label={say(row.meeting ? words.changeOf : words.linkOf, { subject: row.subject })}
            onPress={() => setOpen(true)}
          >
            <u>{say(row.meeting ? words.change : words.link)}</u>
          </Button>
        )}
      </span>
      {open && <ChangeRow row={row} branchId={branch.id} onClose={() => setOpen(false)} />}
    </li>
  )
}

function MonthRows({
  month,
  rows,
  branch,
}: {
  month: Month
  rows: readonly PlanRow[]
  branch: Unit
}): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const [open, setOpen] = useHeld(`row.adding.${month}`, false)
  const isOver = spanOfMonth(month).last < today()
  return (
    <section className="plan-month">
      <div className="row spread base">
        <h2>{nameOfMonth(Number(month.slice(5)), language)}</h2>
        {may('study.addPlanRow') && (
          <Button
            kind="quiet"
            label={say(words.addTo, { month: showMonth(month, language) })}
            onPress={() => setOpen(true)}
          >
            <u>{say(words.add)}</u>
          </Button>
        )}
      </div>
      {rows.length === 0 && (
        <p className={isOver ? 'amber' : 'soft'}>{say(isOver ? words.unplanned : words.none)}</p>
      )}
      <ul>
        {rows.map((row) => (
          <RowLine key={row.id} row={row} branch={branch} />
        ))}
      </ul>
      {open && <AddRow branchId={branch.id} month={month} onClose={() => setOpen(false)} />}
    </section>
  )
}

function Sums({ plan }: { plan: Plan }): ReactNode {
  const say = useSay()
  const { heldHundredths, askedHundredths, clause, source } = plan.hours
  const standing = plan.rows.filter(({ cancelledOn }) => !cancelledOn)
  const done = standing.filter(({ meeting }) => meeting).length
  return (
    <div className="stack tight">
      <p>
        {say(words.hours, { held: heldHundredths / 100, asked: askedHundredths / 100, clause, source })}{' '}
        {say(words.done, { all: standing.length, done })}
      </p>
      <p className="small soft">{say(words.hoursHow)}</p>
    </div>
  )
}

function PlanOf({ branch, year }: { branch: Unit; year: string }): ReactNode {
  const read = useRead('study.listPlan', { branchId: branch.id, year })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.listPlan} lines={14} />
  return (
    <>
      <Sums plan={read.data} />
      <div className="plan">
        {monthsWithin(spanOfYear(day(`${year}-01-01`))).map((month) => (
          <MonthRows
            key={month}
            month={month}
            rows={read.data.rows.filter((row) => row.month === month)}
            branch={branch}
          />
        ))}
      </div>
    </>
  )
}

/** The study plan of a branch for a year, month by month, with what became of each row and the hours held beside those asked. */
export default function StudyPage(): ReactNode {
  const say = useSay()
  const [asked, set] = useAddress({ year: '' })
  const year = yearIn(asked.year)
  return (
    <BranchWork
      title={say(words.title)}
      choices={<YearPick value={year} onChange={(next) => set({ year: next })} />}
      actions={() => <PrintButton />}
    >
      {(branch) => <PlanOf key={branch.id} branch={branch} year={year} />}
    </BranchWork>
  )
}
