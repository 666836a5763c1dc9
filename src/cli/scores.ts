import type { Answer, BranchAnswer } from './answer.ts'
import { fill, inLanguage, type Language, words } from './words.ts'

/** Columns a text takes in a terminal: Chinese characters take two. */
const widthOf = (text: string): number =>
  [...text].reduce((width, letter) => width + (/[\u2e80-\uffe6]/u.test(letter) ? 2 : 1), 0)
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))))
  return rows.map((row) =>
    row
      .map((text, at) => padded(text, widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

const lost = ({ items }: BranchAnswer): string =>
  items
    .filter(({ points, of, fact }) => points !== of && fact !== '' && Number(points) < Number(of))
    .map(({ no }) => no)
    .join(' ')

/** Prints the scores as a table, and what was refused, for reading. */
export function printScores(answer: Answer, language: Language, print: (text: string) => void): void {
  const { branches, period } = answer
  const title = (key: keyof typeof words.scoreColumns): string =>
    inLanguage(words.scoreColumns[key], language)
  print(inLanguage(fill(words.scoresOf, { period, count: branches.length }), language))
  const rows = branches.map((branch) => [
    branch.code,
    branch.name,
    branch.score ?? '–',
    branch.grade ?? '–',
    branch.bonus,
    lost(branch),
  ])
  const head = [title('code'), title('name'), title('score'), title('grade'), title('bonus'), title('lost')]
  for (const line of table([head, ...rows])) print(line)
  const { errors, skipped, ignoredColumns, ignoredSheets } = answer.import
  const rowsIn = Object.values(answer.import.rows).reduce((sum, count) => sum + count, 0)
  const facts = {
    rows: rowsIn,
    errors: errors.length,
    skipped: skipped.length,
    columns: ignoredColumns.length,
    sheets: ignoredSheets.length,
  }
  print(inLanguage(fill(words.readingSummary, facts), language))
  for (const { sheet, row, column, code } of errors) print(`  ${sheet}  ${row}  ${column}  ${code}`)
}
