import type { CSSProperties, ReactNode } from 'react'
import { Link } from 'wouter'
import type { MarkState } from '../../strip.ts'
import { nameOfMonth } from '../dates.ts'
import { useLanguage } from '../say.ts'
import { Mark } from './Mark.tsx'
import './strip.css'

/** A mark over the months `first` to `last` (1 to 12); `says` is the whole sentence for those who do not see it. */
export type StripMark = {
  readonly first: number
  readonly last: number
  readonly state: MarkState
  readonly says: string
  readonly href?: string | undefined
  /** How many it stands for; shown from 2 on. */
  readonly count?: number
}
export type StripRow = {
  readonly id: string
  readonly label: ReactNode
  /** In order, not overlapping. */
  readonly marks: readonly StripMark[]
  /** Behind the year, such as a sum. */
  readonly tail?: ReactNode
}

type Cell = StripMark | { readonly gap: number; readonly first: number }

function cellsOf(marks: readonly StripMark[]): Cell[] {
  const cells: Cell[] = []
  let next = 1
  for (const mark of marks) {
    if (mark.first > next) cells.push({ gap: mark.first - next, first: next })
    cells.push(mark)
    next = mark.last + 1
  }
  return next <= 12 ? [...cells, { gap: 13 - next, first: next }] : cells
}

const spanning = (months: number): CSSProperties => ({ ['--span' as string]: months })
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

function MarkCell({ mark, now }: { mark: StripMark; now: number | undefined }): ReactNode {
  const months = mark.last - mark.first + 1
  const inside = (
    <>
      <Mark state={mark.state} />
      {mark.count && mark.count > 1 ? (
        <span className="times" aria-hidden="true">
          {mark.count}
        </span>
      ) : null}
      <span className="unseen">{mark.says}</span>
    </>
  )
  return (
    <td
      colSpan={months}
      style={spanning(months)}
      data-long={months > 1 || undefined}
      data-now={months === 1 && mark.first === now ? true : undefined}
      title={mark.says}
    >
      {mark.href ? <Link href={mark.href}>{inside}</Link> : <span>{inside}</span>}
    </td>
  )
}

function Row({ row, now }: { row: StripRow; now: number | undefined }): ReactNode {
  return (
    <tr>
      <th scope="row">{row.label}</th>
      {cellsOf(row.marks).map((cell) =>
        'gap' in cell ? (
          <td key={cell.first} colSpan={cell.gap} style={spanning(cell.gap)} />
        ) : (
          <MarkCell key={cell.first} mark={cell} now={now} />
        ),
      )}
      {row.tail !== undefined && <td className="tail">{row.tail}</td>}
    </tr>
  )
}

type Strip = {
  readonly caption: string
  readonly corner?: ReactNode
  /** The head of what stands behind the year. */
  readonly tail?: string
  readonly rows: readonly StripRow[]
  /** The month (1 to 12) it is, when it is in this year. */
  readonly now?: number | undefined
}

function Months({ caption, corner, tail, now }: Strip): ReactNode {
  const language = useLanguage()
  return (
    <tr>
      <th scope="col">{corner ?? <span className="unseen">{caption}</span>}</th>
      {MONTHS.map((month) => (
        <th key={month} scope="col" data-now={month === now || undefined}>
          <span className="in-full">{nameOfMonth(month, language)}</span>
          <span className="in-short">{month}</span>
        </th>
      ))}
      {tail !== undefined && (
        <th scope="col" className="tail">
          {tail}
        </th>
      )}
    </tr>
  )
}

/** A year as rows of twelve months, one mark per window. */
export function YearStrip(strip: Strip): ReactNode {
  return (
    <div className="strip-box">
      <table className="strip">
        <caption className="unseen">{strip.caption}</caption>
        <thead>
          <Months {...strip} />
        </thead>
        <tbody>
          {strip.rows.map((row) => (
            <Row key={row.id} row={row} now={strip.now} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
