import { type ReactNode, useRef } from 'react'
import { type Say, useSay, type Words } from '../say.ts'
import { ExportButton } from './ExportButton.tsx'
import { type Column, cellOf, type Sheet } from './table/column.ts'
import { Foot } from './table/Foot.tsx'
import { LongTable, type Manner } from './table/LongTable.tsx'

export type { Column, Value } from './table/column.ts'

type Shown<Row> = {
  readonly caption: Words
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** `never`: not to be saved as a sheet, such as a list of passwords. */
  readonly saved?: 'never'
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

/** The table as it stands: a column without plain values says what its cells say on the page. */
function readSheet<R>(
  { caption, columns, rows }: Omit<Shown<R>, 'long'>,
  say: Say,
  table: HTMLTableElement | null,
): Sheet {
  const named = columns.filter(({ head }) => say(head).trim() !== '')
  const textAt = (row: number, column: number): string =>
    table?.tBodies[0]?.rows[row]?.cells[column]?.textContent.trim() ?? ''
  return {
    title: say(caption),
    heads: named.map(({ head }) => say(head)),
    rows: rows.map((row, at) =>
      named.map((column) => column.value?.(row, say) ?? textAt(at, columns.indexOf(column))),
    ),
  }
}

function ShortTable<R>(of: Omit<Shown<R>, 'long'>): ReactNode {
  const say = useSay()
  const table = useRef<HTMLTableElement>(null)
  const { caption, columns, rows, keyOf, here } = of
  return (
    <div className="table-box">
      <table className="table folds" ref={table}>
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
      {of.saved !== 'never' && rows.length > 0 && (
        <div className="row table-tools unprinted">
          <ExportButton sheet={() => readSheet(of, say, table.current)} />
        </div>
      )}
    </div>
  )
}

/** A dense table. On a narrow screen each row becomes a short list of name and value. */
export function DataTable<R>({ long, ...shown }: Shown<R>): ReactNode {
  return long ? <LongTable {...shown} manner={long} /> : <ShortTable {...shown} />
}
