import { ChevronDown, ChevronUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSay } from '../../say.ts'
import type { Column } from './column.ts'
import { nextSorting, readSorting, writeSorting } from './order.ts'
import { words } from './words.ts'

type Shown<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly sort: string
  readonly onSort: (sort: string) => void
  /** Undefined: rows are not chosen from this table. */
  readonly allChosen: boolean | undefined
  readonly onChooseAll: () => void
}

const SORTS = { up: 'ascending', down: 'descending' } as const

function Head<Row>({
  column,
  sort,
  onSort,
}: { column: Column<Row> } & Pick<Shown<Row>, 'sort' | 'onSort'>): ReactNode {
  const say = useSay()
  const { head, kind, value, sort: sorts } = column
  const now = readSorting(sort)
  const isBy = now.by === head.en
  if (!value || sorts === 'never')
    return (
      <th scope="col" className={kind}>
        {say(head)}
      </th>
    )
  const Arrow = now.way === 'up' ? ChevronUp : ChevronDown
  return (
    <th scope="col" className={kind} aria-sort={isBy ? SORTS[now.way] : 'none'}>
      <button type="button" className="sort" onClick={() => onSort(writeSorting(nextSorting(now, head.en)))}>
        {say(head)}
        {isBy && <Arrow size={14} aria-hidden />}
      </button>
    </th>
  )
}

/** The heads of a long table: pressing one sorts by it. */
export function Heads<Row>({ columns, sort, onSort, allChosen, onChooseAll }: Shown<Row>): ReactNode {
  const say = useSay()
  return (
    <thead>
      <tr aria-rowindex={1}>
        {allChosen !== undefined && (
          <th scope="col" className="choose">
            <input
              type="checkbox"
              aria-label={say(words.chooseAll)}
              checked={allChosen}
              onChange={onChooseAll}
            />
          </th>
        )}
        {columns.map((column) => (
          <Head key={column.head.en} column={column} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  )
}
