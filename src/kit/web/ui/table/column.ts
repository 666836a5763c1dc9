import type { ReactNode } from 'react'
import type { Day } from '../../../day.ts'
import type { Say, Words } from '../../say.ts'

/** What a cell says as a plain value: what is sorted, found and exported. Days are `YYYY-MM-DD`; null: nothing. */
export type Value = string | number | Day | null

/** A column: its head, what stands in a row, and how. `main` names the row and stands first when a narrow screen folds the table. */
export type Column<Row> = {
  readonly head: Words
  /** The cell as a plain value; without it the column is neither sorted nor exported, such as one of buttons. */
  readonly value?: (row: Row, say: Say) => Value
  /** The cell as it is shown; without it, the value. */
  readonly cell?: (row: Row) => ReactNode
  readonly kind?: 'main' | 'number'
  /** `name`: sorted as names are, by sound or by strokes. */
  readonly sort?: 'name' | 'never'
  /** More by which a row is found, from the beginning of each: the letters of a name. */
  readonly letters?: (row: Row) => readonly string[]
  /** `off`: not shown until somebody chooses it. */
  readonly first?: 'off'
  /** What stands below the column, as a sum of the rows shown. */
  readonly foot?: (rows: readonly Row[]) => ReactNode
}

/** A table as it stands on the page: the columns shown, the rows shown, both in their order. */
export type Sheet = {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly Value[])[]
}

/** What of a table is exported: columns that have a value, and every row given. */
export function sheetOf<Row>(
  of: { readonly caption: Words; readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[] },
  say: Say,
): Sheet {
  const valued = of.columns.flatMap(({ head, value }) => (value ? [{ head, value }] : []))
  return {
    title: say(of.caption),
    heads: valued.map(({ head }) => say(head)),
    rows: of.rows.map((row) => valued.map(({ value }) => value(row, say))),
  }
}

/** What a column shows in a row. */
export const cellOf = <Row>({ cell, value }: Column<Row>, row: Row, say: Say): ReactNode =>
  cell ? cell(row) : value?.(row, say)
