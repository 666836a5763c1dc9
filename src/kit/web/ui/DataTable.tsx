import type { ReactNode } from 'react'

/** A column: its head, what stands in a row, and how. `main` names the row and stands first when a narrow screen folds the table. */
export type Column<Row> = {
  readonly id: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  readonly kind?: 'main' | 'number' | 'text'
  /** What stands below the column, as a sum. */
  readonly foot?: ReactNode
}

/** A dense table. On a narrow screen each row becomes a short list of name and value. */
export function DataTable<Row>(of: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** The row an address points at. */
  here?: string | undefined
}): ReactNode {
  return (
    <div className="table-box">
      <table className="table folds">
        <caption className="unseen">{of.caption}</caption>
        <thead>
          <tr>
            {of.columns.map(({ id, head, kind }) => (
              <th key={id} scope="col" className={kind}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.rows.map((row) => (
            <tr
              key={of.keyOf(row)}
              id={`row-${of.keyOf(row)}`}
              data-here={of.keyOf(row) === of.here || undefined}
            >
              {of.columns.map(({ id, head, kind, cell }) => (
                <td key={id} className={kind} data-head={head}>
                  <div>{cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {of.columns.some(({ foot }) => foot !== undefined) && (
          <tfoot>
            <tr>
              {of.columns.map(({ id, kind, head, foot }) => (
                <td key={id} className={kind} data-head={head}>
                  {foot}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
