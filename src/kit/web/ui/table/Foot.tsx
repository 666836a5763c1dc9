import type { ReactNode } from 'react'
import { useSay } from '../../say.ts'
import type { Column } from './column.ts'

type Shown<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Columns before the first: the boxes to choose by. */
  readonly before?: number
}

/** Sums below the columns; nothing when no column has one. */
export function Foot<R>({ columns, rows, before = 0 }: Shown<R>): ReactNode {
  const say = useSay()
  if (columns.every(({ foot }) => foot === undefined)) return null
  return (
    <tfoot>
      <tr>
        {before > 0 && <td />}
        {columns.map(({ head, kind, foot }) => (
          <td key={head.en} className={kind} data-head={say(head)}>
            <div>{foot?.(rows)}</div>
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
