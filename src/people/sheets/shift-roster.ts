import { type Day, dayOf, type Month, partsOf, spanOfMonth } from '../../kit/day.ts'
import { textOf } from '../../kit/excel/cells.ts'
import type { Cell, Sheet, Workbook } from '../../kit/excel/workbook.ts'
import { type Refused, refuse } from '../../kit/refuse.ts'
import { daysOf, REST } from '../rules/shifts.ts'

/** What a month roster is read against. */
export type RosterOf<Person extends string = string> = {
  readonly month: Month
  readonly shifts: readonly string[]
  readonly people: readonly { readonly personId: Person; readonly no: string; readonly name: string }[]
}

/** A cell that was read: who has which shift on which day. */
export type CellRead<Person extends string = string> = {
  readonly personId: Person
  readonly day: Day
  readonly shift: string
}

/** A cell that cannot be used, by its place such as `F7`, with what stands there. */
export type CellRefused = {
  readonly cell: string
  readonly text: string
  readonly code: 'no-such-shift' | 'no-such-person' | 'name-twice' | 'person-twice' | 'not-a-day'
}

export type RosterRead<Person extends string = string> = {
  readonly people: number
  readonly cells: readonly CellRead<Person>[]
  readonly refused: readonly CellRefused[]
}

const NAME_HEADS = ['姓名', '党员姓名', '人员姓名', 'Name']
const NO_HEADS = ['人员编号', '编号', '党员编号', 'No.', 'No']
/** How people write a day off. */
const REST_WORDS = ['休', '休息', '轮休', '公休', '休班', 'R', 'r', '-', '—', '/', 'rest', 'Rest']

const said = (cell: Cell | undefined): string => textOf(cell ?? null).trim()

const letterOf = (column: number): string =>
  (column < 26 ? '' : letterOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

/** The day a head names: `5`, `5日`, `05`, or a whole date of the month; undefined: no day, null: one the month does not have. */
function dayInHead(cell: Cell | undefined, month: Month): Day | null | undefined {
  const { first } = spanOfMonth(month)
  const { year, month: of } = partsOf(first)
  if (typeof cell === 'object' && cell) return cell.day.startsWith(month) ? cell.day : null
  const number = /^(\d{1,2})(日|号)?$/.exec(said(cell))
  return number ? (dayOf(year, of, Number(number[1])) ?? null) : undefined
}

type Heads = {
  readonly row: number
  readonly name: number
  readonly no: number
  readonly days: ReadonlyMap<number, Day>
  readonly refused: readonly CellRefused[]
}

function headsIn({ rows }: Sheet, month: Month): Heads | undefined {
  for (const { row, cells } of rows.slice(0, 20)) {
    const texts = cells.map(said)
    const find = (heads: readonly string[]): number =>
      texts.findIndex((text) => heads.includes(text.replace('*', '')))
    const [name, no] = [find(NAME_HEADS), find(NO_HEADS)]
    if (name < 0 && no < 0) continue
    const days = new Map<number, Day>()
    const refused: CellRefused[] = []
    for (const [at, cell] of cells.entries()) {
      const found = at === name || at === no ? undefined : dayInHead(cell, month)
      if (found) days.set(at, found)
      if (found === null) refused.push({ cell: `${letterOf(at)}${row}`, text: said(cell), code: 'not-a-day' })
    }
    if (days.size > 0) return { row, name, no, days, refused }
  }
  return undefined
}

/** The shift a cell names: by its whole name, or by as much of it as no other begins with; undefined: none. */
function shiftIn(text: string, shifts: readonly string[]): string | undefined {
  if (REST_WORDS.includes(text)) return REST
  const whole = shifts.find((shift) => shift === text)
  const begun = shifts.filter((shift) => shift.startsWith(text))
  return whole ?? (begun.length === 1 ? begun[0] : undefined)
}

type Found<Person> = Person | CellRefused['code'] | undefined

function personIn<Person extends string>(
  no: string,
  name: string,
  people: RosterOf<Person>['people'],
): { readonly found: Person } | { readonly code: Exclude<Found<never>, undefined> } {
  const byNo = no === '' ? undefined : people.find((one) => one.no === no)
  if (byNo) return { found: byNo.personId }
  if (no !== '') return { code: 'no-such-person' }
  const [first, second] = people.filter((one) => one.name === name)
  if (!first) return { code: 'no-such-person' }
  return second ? { code: 'name-twice' } : { found: first.personId }
}

/** Reads the first sheet that looks like a month roster: a head with name or number and days, a row for each person. Empty cells say nothing. */
export function readShiftRoster<Person extends string>(
  { sheets }: Workbook,
  { month, shifts, people }: RosterOf<Person>,
): RosterRead<Person> | Refused<'no-roster-sheet'> {
  const sheet = sheets.find((one) => headsIn(one, month))
  const heads = sheet && headsIn(sheet, month)
  if (!sheet || !heads) return refuse('no-roster-sheet', 'R8.1')
  const cells: CellRead<Person>[] = []
  const refused: CellRefused[] = [...heads.refused]
  const seen = new Set<Person>()
  for (const { row, cells: line } of sheet.rows) {
    if (row <= heads.row) continue
    const [no, name] = [said(line[heads.no]), said(line[heads.name])]
    const filled = [...heads.days].filter(([at]) => said(line[at]) !== '')
    if ((no === '' && name === '') || filled.length === 0) continue
    const who = personIn(no, name, people)
    const at = `${letterOf(Math.max(0, heads.no >= 0 && no !== '' ? heads.no : heads.name))}${row}`
    if ('code' in who) refused.push({ cell: at, text: no || name, code: who.code })
    else if (seen.has(who.found)) refused.push({ cell: at, text: no || name, code: 'person-twice' })
    else {
      seen.add(who.found)
      for (const [column, day] of filled) {
        const text = said(line[column])
        const shift = shiftIn(text, shifts)
        if (shift !== undefined) cells.push({ personId: who.found, day, shift })
        else
          refused.push({ cell: `${letterOf(column)}${row}`, text: text.slice(0, 40), code: 'no-such-shift' })
      }
    }
  }
  return { people: seen.size, cells, refused }
}

/** A month roster as it is written: number, name, crew, a column a day. */
export const rosterHead = (month: Month): string[] => [
  ...['人员编号', '姓名', '班组'],
  ...daysOf(spanOfMonth(month)).map((day) => String(partsOf(day).date)),
]
