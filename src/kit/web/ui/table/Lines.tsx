import { memo, type ReactNode } from 'react'
import { useSay } from '../../say.ts'
import { type Column, cellOf } from './column.ts'
import { words } from './words.ts'

type Line<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly row: Row
  readonly id: string
  readonly at: number
  readonly isHere: boolean
  readonly isFirstStop: boolean
  /** Undefined: rows are not chosen from this table. */
  readonly isChosen: boolean | undefined
  readonly onChoose: (id: string) => void
}

function PlainLine<Row>({
  columns,
  row,
  id,
  at,
  isHere,
  isFirstStop,
  isChosen,
  onChoose,
}: Line<Row>): ReactNode {
  const say = useSay()
  const main = columns.find(({ kind }) => kind === 'main')
  const name = String(main?.value?.(row, say) ?? id)
  return (
    <tr
      id={`row-${id}`}
      data-at={at}
      data-here={isHere || undefined}
      aria-rowindex={at + 2}
      aria-selected={isChosen}
      tabIndex={isFirstStop ? 0 : -1}
    >
      {isChosen !== undefined && (
        <td className="choose">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={say(words.choose, { name })}
            checked={isChosen}
            onChange={() => onChoose(id)}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.head.en} className={column.kind} data-head={say(column.head)}>
          <div>{cellOf(column, row, say)}</div>
        </td>
      ))}
    </tr>
  )
}

/** A row of a long table, drawn anew only when something of it changed. */
export const LongLine = memo(PlainLine) as typeof PlainLine
