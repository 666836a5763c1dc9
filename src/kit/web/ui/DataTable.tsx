import type { ReactNode } from 'react'
import { useSay, type Words } from '../say.ts'

/** A column: its head, what stands in a row, and how. `main` names the row and stands first when a narrow screen folds the table. */
export type Column<Row> = {
  readonly head: Words
  readonly cell: (row: Row) => ReactNode
  readonly kind?: 'main' | 'number'
  /** What stands below the column, as a sum. */
  readonly foot?: (rows: readonly Row[]) => ReactNode
}

type Table<Row> = {
  readonly caption: Words
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** The row an address points at. */
  readonly here?: string | undefined
}

function Row<R>({
  columns,
  row,
  id,
  here,
}: {
  columns: Table<R>['columns']
  row: R
  id: string
  here: boolean
}): ReactNode {
  const say = useSay()
  return (
    <tr id={`row-${id}`} data-here={here || undefined}>
      {columns.map(({ head, kind, cell }) => (
        <td key={head.en} className={kind} data-head={say(head)}>
          <div>{cell(row)}</div>
        </td>
      ))}
    </tr>
  )
}

function Foot<R>({ columns, rows }: Pick<Table<R>, 'columns' | 'rows'>): ReactNode {
  const say = useSay()
  if (columns.every(({ foot }) => foot === undefined)) return null
  return (
    <tfoot>
      <tr>
        {columns.map(({ head, kind, foot }) => (
          <td key={head.en} className={kind} data-head={say(head)}>
            <div>{foot?.(rows)}</div>
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

/** A dense table. On a narrow screen each row becomes a short list of name and value. */
export function DataTable<R>({ caption, columns, rows, keyOf, here }: Table<R>): ReactNode {
  const say = useSay()
  return (
    <div className="table-box">
      <table className="table folds">
        <caption className="unseen">{say(caption)}</caption>
        <thead>
          <tr>
            {columns.map(({ head, kind }) => (
              <th key={head.en} scope="col" className={kind}>
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={keyOf(row)} id={keyOf(row)} columns={columns} row={row} here={keyOf(row) === here} />
          ))}
        </tbody>
        <Foot columns={columns} rows={rows} />
      </table>
    </div>
  )
}
