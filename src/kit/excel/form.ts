import { isRefused } from '../refuse.ts'
import { type Habits, isBlank, type Kind } from './cells.ts'
import type { Cell } from './workbook.ts'

/** A column of a sheet form: its name, other names it goes by, and what its cells hold. */
export type Column<T, Required extends boolean = boolean> = {
  readonly name: string
  readonly synonyms: readonly string[]
  readonly required: Required
  readonly kind: Kind<T>
}

/** Columns by field, in the order in which they are written. */
export type Columns = Readonly<Record<string, Column<unknown>>>

/** What a whole row holds: a required column a value, any other a value or null. */
export type RowOf<F> =
  F extends Form<infer C>
    ? {
        readonly [K in keyof C]: C[K] extends Column<infer T, infer R>
          ? R extends true
            ? T
            : T | null
          : never
      }
    : never

/** What could be read of a row; a faulty cell's field is absent. */
export type Draft<C extends Columns> = {
  readonly [K in keyof C]?: C[K] extends Column<infer T> ? T | null : never
}

/** A sheet as a form: what people call it, its columns, and the columns that no two rows may share. */
export type Form<C extends Columns = Columns> = {
  readonly sheet: string
  readonly columns: C
  readonly key: readonly string[]
  /** What is wrong between cells that are each in order by themselves: codes by field. */
  readonly check: (draft: Readonly<Record<string, unknown>>) => Readonly<Record<string, string>>
}

/** A form as it is written down, its fields spelled as the compiler knows them. */
type Spelled<C extends Columns> = {
  readonly sheet: string
  readonly columns: C
  readonly key: readonly (keyof C & string)[]
  readonly check?: (draft: Draft<C>) => { readonly [K in keyof C]?: string }
}

/** A column that every row must fill. */
export const must = <T>(kind: Kind<T>, name: string, ...synonyms: string[]): Column<T, true> => ({
  name,
  synonyms,
  required: true,
  kind,
})

/** A column that may be empty or absent. */
export const may = <T>(kind: Kind<T>, name: string, ...synonyms: string[]): Column<T, false> => ({
  name,
  synonyms,
  required: false,
  kind,
})

/** A form from its parts; its row type follows from its columns. */
export const form = <C extends Columns>(of: Spelled<C>): Form<C> => ({ check: () => ({}), ...of }) as Form<C>

/** A row as read: what could be read, and the code of what is wrong by field. */
export type ReadRow = {
  readonly row: number
  readonly cells: readonly Cell[]
  readonly draft: Readonly<Record<string, unknown>>
  readonly faults: ReadonlyMap<string, string>
}

/** Where a form's columns stand in a sheet, by field, from 0. */
export type Places = ReadonlyMap<string, number>

/** Reads one row of a form; every faulty cell gets the first code that fits: required, then unreadable or out of range, then the form's own. */
export function readRow(
  of: Form,
  row: { row: number; cells: readonly Cell[] },
  places: Places,
  habits: Habits,
): ReadRow {
  const draft: Record<string, unknown> = {}
  const faults = new Map<string, string>()
  for (const [field, column] of Object.entries(of.columns)) {
    const place = places.get(field)
    const said = place === undefined ? null : column.kind.read(row.cells[place] ?? null, habits)
    if (isRefused(said)) faults.set(field, said.refused)
    else if (said === null && column.required) faults.set(field, 'required')
    else draft[field] = said
  }
  for (const [field, fault] of Object.entries(of.check(draft))) {
    if (!faults.has(field)) faults.set(field, fault)
  }
  return { ...row, draft, faults }
}

/** A row's key as one text; undefined when one of its cells is faulty or empty. */
export function keyOf(of: Form, { draft }: Pick<ReadRow, 'draft'>): string | undefined {
  const parts = of.key.map((field) => draft[field] ?? undefined)
  return parts.includes(undefined) ? undefined : parts.map(String).join('\u0000')
}

/** A row without faults, under its type. */
export const wholeRow = <C extends Columns>(_: Form<C>, { draft }: ReadRow): RowOf<Form<C>> =>
  draft as RowOf<Form<C>>

/** The columns of any form, with how a value of each is written. */
export const columnsOf = (of: Form): [field: string, column: Column<unknown>][] => Object.entries(of.columns)

/** A row's cells in the order of the form's columns; reading them gives the row back. */
export const writeRow = <C extends Columns>(of: Form<C>, row: RowOf<Form<C>>): Cell[] =>
  Object.entries(of.columns).map(([field, { kind }]) => {
    const value = (row as Readonly<Record<string, unknown>>)[field] ?? null
    return value === null ? null : kind.write(value)
  })

/** A form's header line; required columns carry a `*`. */
export const headerOf = (of: Form): string[] =>
  Object.values(of.columns).map(({ name, required }) => (required ? `${name}*` : name))

/** Whether any cell of a row is filled. */
export const isFilled = (cells: readonly Cell[]): boolean => cells.some((cell) => !isBlank(cell))
