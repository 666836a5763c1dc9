import type { OutputOf } from '../../kit/contract.ts'
import { showYuan } from '../../kit/money.ts'
import { nameOfMonth } from '../../kit/web/dates.ts'
import type { Language, Say } from '../../kit/web/say.ts'
import type { Sheet } from '../../kit/web/ui/table/column.ts'
import type { DuesMonth } from '../ui/how.ts'
import { words } from '../words/pages.ts'

export type Dues = OutputOf<'dues.listMonths'>
export type Sum = Dues['sums'][number]

/** The months of a year by number. */
export const MONTHS: readonly number[] = Array.from({ length: 12 }, (_, at) => at + 1)

/** A month of a year as records name it: `2026-07`. */
export const monthAt = (year: string, month: number): string => `${year}-${String(month).padStart(2, '0')}`

/** The rows below the grid: what they are called, what a month says, and that as a plain value. */
export const FEET = [
  {
    head: words.sumDue,
    show: ({ dueFen }: Sum) => showYuan(dueFen),
    plain: ({ dueFen }: Sum) => dueFen / 100,
  },
  {
    head: words.sumPaid,
    show: ({ paidFen }: Sum) => showYuan(paidFen),
    plain: ({ paidFen }: Sum) => paidFen / 100,
  },
  {
    head: words.sumSettled,
    show: ({ settled, owing }: Sum) => `${settled}/${owing}`,
    plain: ({ settled, owing }: Sum) => `${settled}/${owing}`,
  },
] as const

/** The sums of all months. */
export const total = (sums: readonly Sum[]): Sum =>
  sums.reduce((all, one) => ({
    ...one,
    dueFen: all.dueFen + one.dueFen,
    paidFen: all.paidFen + one.paidFen,
    owing: all.owing + one.owing,
    settled: all.settled + one.settled,
  }))

/** What a cell says in words and numbers: the amount paid, or what is missing, as the grid shows it. */
function sayMonth(of: DuesMonth | undefined, say: Say): string | number | null {
  if (!of) return null
  const { duty, paidFen, differenceFen } = of
  if (duty === 'no-base') return say(words.noBase)
  if (differenceFen === null) return paidFen > 0 ? paidFen / 100 : null
  return differenceFen < 0 ? say(words.missing, { yuan: showYuan(-differenceFen) }) : paidFen / 100
}

const sumOf = (months: readonly DuesMonth[], of: (month: DuesMonth) => number): number =>
  months.reduce((sum, month) => sum + of(month), 0) / 100

type Shown = { readonly dues: Dues; readonly branch: string; readonly year: string }

/** The grid as it is shown, for a workbook: people by months, what was paid and due in the year, and the sums below. */
export function sheetOfDues({ dues, branch, year }: Shown, say: Say, language: Language): Sheet {
  const people = dues.people.map(({ name, months }) => [
    name,
    ...MONTHS.map((at) =>
      sayMonth(
        months.find(({ month }) => month === monthAt(year, at)),
        say,
      ),
    ),
    sumOf(months, ({ paidFen }) => paidFen),
    sumOf(months, ({ dueFen }) => dueFen ?? 0),
  ])
  const feet = dues.sums.length === 0 ? [] : FEET
  return {
    title: say(words.caption, { branch, year }),
    heads: [
      say(words.person),
      ...MONTHS.map((at) => nameOfMonth(at, language)),
      say(words.yearPaid),
      say(words.yearDue),
    ],
    rows: [
      ...people,
      ...feet.map(({ head, plain }) => {
        const all = plain(total(dues.sums))
        const months = MONTHS.map((at) => dues.sums.find(({ month }) => month === monthAt(year, at)))
        const ofYear = head === words.sumDue ? [null, all] : [all, null]
        return [say(head), ...months.map((sum) => (sum ? plain(sum) : null)), ...ofYear]
      }),
    ],
  }
}
