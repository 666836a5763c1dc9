import type { KeyboardEvent, ReactNode } from 'react'
import { Link } from 'wouter'
import { LATE_AFTER_DAYS } from '../../journal/rules/when.ts'
import { words as whenWords } from '../../journal/words/when.ts'
import { showYuan } from '../../kit/money.ts'
import { nameOfMonth } from '../../kit/web/dates.ts'
import { fill, useLanguage, useSay } from '../../kit/web/say.ts'
import { ExportButton } from '../../kit/web/ui/ExportButton.tsx'
import { Mark } from '../../kit/web/ui/Mark.tsx'
import { useMay } from '../../kit/web/who.ts'
import type { Unit } from '../../org/ui/units.ts'
import { personPath } from '../../people/ui/paths.ts'
import { type DuesMonth, recordedAfter } from '../ui/how.ts'
import { duesPath } from '../ui/paths.ts'
import { howWords, words } from '../words/pages.ts'
import type { Choosing } from './choosing.ts'
import { type Dues, FEET, MONTHS, monthAt, sheetOfDues, total } from './grid.ts'

type Payer = Dues['people'][number]
type Shown = {
  readonly dues: Dues
  readonly branch: Unit
  readonly year: string
  readonly choosing: Choosing
}

/** What stands in a cell: what was paid, else what is missing. */
function Amount({ of }: { of: DuesMonth }): ReactNode {
  const say = useSay()
  const { duty, paidFen, differenceFen } = of
  if (duty === 'no-base') return <span className="amber">{say(words.noBase)}</span>
  if (differenceFen === null) return paidFen > 0 ? showYuan(paidFen) : '–'
  if (differenceFen < 0)
    return (
      <span className={of.state === 'missed' ? 'amber' : undefined}>
        {say(words.missing, { yuan: showYuan(-differenceFen) })}
      </span>
    )
  return (
    <>
      {showYuan(paidFen)}
      {differenceFen > 0 && (
        <span className="more">{say(words.more, { yuan: showYuan(differenceFen) })}</span>
      )}
    </>
  )
}

function Cell({ of, name, to }: { of: DuesMonth; name: string; to: string }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const month = nameOfMonth(Number(of.month.slice(5)), language)
  const judged = of.duty === 'owed' ? howWords[of.state] : howWords[of.duty]
  const after = recordedAfter(of)
  const late = after > LATE_AFTER_DAYS ? ` · ${say(whenWords.late, { n: after })}` : ''
  const says = say(words.whyOf, { name, month, state: say(judged) }) + late
  return (
    <Link href={to} className="cell" title={says} replace>
      {of.duty === 'owed' && <Mark state={of.state} />}
      <Amount of={of} />
      {late && <span className="amber recorded">{say(words.recordedLate)}</span>}
      <span className="unseen"> {says}</span>
    </Link>
  )
}

function YearCell({ months }: Pick<Payer, 'months'>): ReactNode {
  const say = useSay()
  const paid = showYuan(months.reduce((sum, { paidFen }) => sum + paidFen, 0))
  const due = showYuan(months.reduce((sum, { dueFen }) => sum + (dueFen ?? 0), 0))
  return (
    <span title={say(words.ofYear, { paid, due })}>
      {paid}
      <span className="soft">/{due}</span>
    </span>
  )
}

function Check({ payer, choosing }: { payer: Payer; choosing: Choosing }): ReactNode {
  const say = useSay()
  const { owing, chosen, choose } = choosing
  if (!owing.some(({ personId }) => personId === payer.personId)) return null
  const ids = chosen.map(({ personId }) => personId)
  const isChosen = ids.includes(payer.personId)
  return (
    <input
      type="checkbox"
      aria-label={say(words.choose, { name: payer.name })}
      checked={isChosen}
      onChange={() => choose(isChosen ? ids.filter((id) => id !== payer.personId) : [...ids, payer.personId])}
    />
  )
}

function Row({ payer, branch, year, choosing }: Omit<Shown, 'dues'> & { payer: Payer }): ReactNode {
  const language = useLanguage()
  const say = useSay()
  const { personId, name, months } = payer
  const may = useMay()
  return (
    <tr>
      <th scope="row">
        <span className="who">
          {may('dues.recordPayments') && <Check payer={payer} choosing={choosing} />}
          <Link href={personPath(personId)}>{name}</Link>
        </span>
      </th>
      {MONTHS.map((at) => {
        const month = months.find((one) => one.month === monthAt(year, at))
        const to = duesPath({ branchId: branch.id, year, personId, month: monthAt(year, at) })
        return (
          <td
            key={at}
            data-head={nameOfMonth(at, language)}
            data-now={choosing.month === monthAt(year, at) || undefined}
          >
            {month && <Cell of={month} name={name} to={to} />}
          </td>
        )
      })}
      <td data-head={say(words.wholeYear)} className="year">
        <YearCell months={months} />
      </td>
    </tr>
  )
}

function Foot({ sums, year }: { sums: Dues['sums']; year: string }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (sums.length === 0) return null
  return (
    <tfoot>
      {FEET.map(({ head, show }) => (
        <tr key={head.en}>
          <th scope="row">{say(head)}</th>
          {MONTHS.map((at) => {
            const sum = sums.find(({ month }) => month === monthAt(year, at))
            return (
              <td key={at} data-head={nameOfMonth(at, language)}>
                {sum && show(sum)}
              </td>
            )
          })}
          <td className="year" data-head={say(words.wholeYear)}>
            {show(total(sums))}
          </td>
        </tr>
      ))}
    </tfoot>
  )
}

const STEPS: Readonly<Record<string, readonly [rows: number, months: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Arrows lead from one month to the next and from one person to the next: a year of a branch is too long for Tab. */
function pressArrow(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const cell = event.target instanceof Element ? event.target.closest('td') : null
  const row = cell?.parentElement
  const step = STEPS[event.key]
  if (!cell || !(row instanceof HTMLTableRowElement) || !step) return
  event.preventDefault()
  const [rows, months] = step
  const next = event.currentTarget.rows[row.sectionRowIndex + rows]?.cells[cell.cellIndex + months]
  next?.querySelector<HTMLElement>('a.cell')?.focus()
}

/** People by twelve months: what each paid, what is missing; each cell leads to why. Amounts in yuan. */
export function DuesGrid({ dues, branch, year, choosing }: Shown): ReactNode {
  const language = useLanguage()
  const say = useSay()
  return (
    <div className="dues-box">
      <table className="dues">
        <caption className="unseen">{fill(words.caption[language], { branch: branch.name, year })}</caption>
        <thead>
          <tr>
            <th scope="col">{say(words.person)}</th>
            {MONTHS.map((at) => (
              <th key={at} scope="col" data-now={choosing.month === monthAt(year, at) || undefined}>
                {nameOfMonth(at, language)}
              </th>
            ))}
            <th scope="col" className="year">
              {say(words.wholeYear)}
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={pressArrow}>
          {dues.people.map((payer) => (
            <Row key={payer.personId} payer={payer} branch={branch} year={year} choosing={choosing} />
          ))}
        </tbody>
        <Foot sums={dues.sums} year={year} />
      </table>
      <div className="row table-tools unprinted">
        <ExportButton sheet={() => sheetOfDues({ dues, branch: branch.name, year }, say, language)} />
      </div>
    </div>
  )
}
