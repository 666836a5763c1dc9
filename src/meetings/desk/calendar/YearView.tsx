import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { partsOf } from '../../../kit/day.ts'
import type { MarkState } from '../../../kit/strip.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Legend } from '../../../kit/web/ui/Mark.tsx'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { type StripRow, YearStrip } from '../../../kit/web/ui/YearStrip.tsx'
import { type Calendar, marksOfBranch, marksOfDuty, type Place } from '../../ui/calendar.ts'
import { nameOfDuty } from '../../ui/duties.ts'
import { calendarPath } from '../../ui/paths.ts'
import { words } from '../../words/calendar.ts'

export const LEGEND: readonly MarkState[] = ['done', 'late', 'missed', 'due', 'planned', 'notApplicable']

type Shown = {
  readonly calendar: Calendar
  readonly year: number
  readonly may: Pick<Place, 'mayPlan' | 'mayEnter'>
}

/** Of one branch a row for each duty; of many a row for each branch, leading to its months. */
function useRows({ calendar: { branches, today }, year, may }: Shown): StripRow[] {
  const language = useLanguage()
  const [only, ...others] = branches
  if (only && others.length === 0)
    return only.duties.map((duty) => ({
      id: `${duty.kind}${duty.groupId}`,
      label: <span title={duty.source}>{nameOfDuty(duty, only.name, language)}</span>,
      marks: marksOfDuty(duty, { branch: only, today, ...may }, year, language),
    }))
  return branches.map((branch) => {
    const pathOf = (month: number): string =>
      calendarPath({ orgId: branch.id, month: `${year}-${String(month).padStart(2, '0')}` })
    return {
      id: branch.id,
      label: (
        <Link href={calendarPath({ orgId: branch.id, month: `${year}-01`, view: 'year' })}>
          {branch.name}
        </Link>
      ),
      marks: marksOfBranch(branch, { year, language, pathOf }),
    }
  })
}

/** A year of duties, a mark a window. */
export function YearView(shown: Shown): ReactNode {
  const say = useSay()
  const rows = useRows(shown)
  const { year, calendar } = shown
  const now = partsOf(calendar.today)
  const title = say(words.yearOf, { year })
  return (
    <Part title={title} beside={<Legend of={LEGEND} />}>
      <YearStrip
        caption={title}
        corner={say(calendar.branches.length === 1 ? words.duty : words.branch)}
        rows={rows}
        now={now.year === year ? now.month : undefined}
      />
    </Part>
  )
}
