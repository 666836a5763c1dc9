import type { OutputOf } from '../../kit/contract.ts'
import { condense } from '../../kit/strip.ts'
import { nameOfMonth } from '../../kit/web/dates.ts'
import { COMMA, type Language, type Say } from '../../kit/web/say.ts'
import { markWords } from '../../kit/web/ui/Mark.tsx'
import type { StripMark } from '../../kit/web/ui/YearStrip.tsx'
import { nameOfDuty } from '../../meetings/ui/duties.ts'

export type Branch = OutputOf<'home.findOverview'>['branches'][number]
export type Order = 'code' | 'missed' | 'due' | 'late'
export const ORDERS: readonly Order[] = ['code', 'missed', 'due', 'late']

export type Filter = {
  readonly q: string
  /** Ids of the units a branch may lie directly under; undefined: any. */
  readonly only?: ReadonlySet<string>
  readonly open: boolean
}

const openIn = ({ missed, due, late }: Branch): number => missed + due + late

/** The branches that fit, in order: by code, or by how much of a state is open and then by code. */
export function arrange(branches: readonly Branch[], filter: Filter, order: Order): Branch[] {
  const q = filter.q.trim().toLowerCase()
  const fits = (branch: Branch): boolean =>
    (!q || [branch.name, branch.code, branch.secretary].some((text) => text.toLowerCase().includes(q))) &&
    (!filter.only || filter.only.has(branch.id)) &&
    (!filter.open || openIn(branch) > 0)
  const shown = branches.filter(fits)
  return order === 'code' ? shown : shown.toSorted((a, b) => b[order] - a[order])
}

/** The sums of what is open. */
export const openSums = (branches: readonly Branch[]): { missed: number; due: number; late: number } => ({
  missed: branches.reduce((sum, { missed }) => sum + missed, 0),
  due: branches.reduce((sum, { due }) => sum + due, 0),
  late: branches.reduce((sum, { late }) => sum + late, 0),
})

/** A branch's year as one row: a mark a month, saying which duties it stands for. */
export function rowMarks(branch: Branch, year: number, say: Say, language: Language): StripMark[] {
  const windows = branch.duties.flatMap((row) => row.windows.map((window) => ({ ...window, row })))
  return condense(windows, year).map(({ month, state, count }) => {
    const named = windows.filter(
      (window) => window.state === state && Number(window.last.slice(5, 7)) === month,
    )
    const names = named.map(({ row }) => nameOfDuty(row, branch.name, language)).join(COMMA[language])
    const says = `${nameOfMonth(month, language)} ${say(markWords[state])}: ${names}`
    return { first: month, last: month, state, says, ...(state === 'missed' && { count }) }
  })
}
