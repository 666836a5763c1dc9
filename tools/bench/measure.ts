import type { Ground } from './ground.ts'

/** One figure: what was measured, what is asked of it, and the bare database's of the same run. */
export type Line = {
  readonly what: string
  readonly asked?: string
  readonly measured: string
  readonly bare?: string
  /** Whether it is what is asked; left out where nothing is. */
  readonly met?: boolean
}

/** What belongs together: one block of the answer. */
export type Measure = { readonly title: string; readonly run: (ground: Ground) => Promise<Line[]> }

const COLUMNS = ['what', 'asked', 'measured', 'bare'] as const

const signOf = ({ met }: Line): string => (met === undefined ? ' ' : met ? '✓' : '✗')

/** A block as text: a title, and a line for each figure. */
export function showBlock(title: string, lines: readonly Line[]): string {
  const widths = COLUMNS.map((column) =>
    Math.max(column.length, ...lines.map((line) => (line[column] ?? '').length)),
  )
  const row = (sign: string, of: (column: (typeof COLUMNS)[number]) => string): string =>
    `${sign} ${COLUMNS.map((column, at) => of(column).padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd()
  const head = row(' ', (column) => (column === 'what' ? '' : column))
  return [`\n── ${title}`, head, ...lines.map((line) => row(signOf(line), (of) => line[of] ?? ''))].join('\n')
}
