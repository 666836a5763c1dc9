import type { ReactNode } from 'react'
import { useSay, type Words } from '../say.ts'
import { type Column, cellOf } from './table/column.ts'
import { Foot } from './table/Foot.tsx'
import { LongTable, type Manner } from './table/LongTable.tsx'

export type { Column, Value } from './table/column.ts'

type Shown<Row> = {
  readonly caption: Words
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** The row an address points at. */
  readonly here?: string | undefined
  /** A list to work in: found, sorted, chosen from, moved through by keys. One on a page: it keeps itself in the address bar. */
  readonly long?: Manner<Row>
}

function Row<R>({
  columns,
  row,
  id,
  here,
}: {
  columns: Shown<R>['columns']
  row: R
  id: string
  here: boolean
}): ReactNode {
  const say = useSay()
  return (
    <tr id={`row-${id}`} data-here={here || undefined}>
      {columns.map((column) => (
        <td key={column.head.en} className={column.kind} data-head={say(column.head)}>
          <div>{cellOf(column, row, say)}</div>
        </td>
      ))}
    </tr>
  )
}

function ShortTable<R>({ caption, columns, rows, keyOf, here }: Omit<Shown<R>, 'long'>): ReactNode {
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

/** A dense table. On a narrow screen each row becomes a short list of name and value. */
export function DataTable<R>({ long, ...shown }: Shown<R>): ReactNode {
  return long ? <LongTable {...shown} manner={long} /> : <ShortTable {...shown} />
}
