import { Columns3 } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { useKept } from '../../kept.ts'
import { useSay } from '../../say.ts'
import { Pick } from '../Choose.tsx'
import { ExportButton } from '../ExportButton.tsx'
import { Menu } from '../Menu.tsx'
import { nameOrder } from './chosen.ts'
import type { Column, Sheet } from './column.ts'
import { NAME_ORDERS } from './order.ts'
import { nameOrderWords, words } from './words.ts'

/** Which columns are shown, and how names are sorted. */
function Columns<Row>(of: {
  all: readonly Column<Row>[]
  isShown: (column: Column<Row>) => boolean
  toggle: (column: Column<Row>) => void
}): ReactNode {
  const say = useSay()
  const names = useKept(nameOrder)
  return (
    <Menu label={say(words.columns)} face={<Columns3 size={18} aria-hidden />}>
      <fieldset className="choices">
        <legend className="small soft">{say(words.columns)}</legend>
        {of.all.map((column) => (
          <label key={column.head.en} className="choice">
            <input
              type="checkbox"
              checked={of.isShown(column)}
              disabled={column.kind === 'main'}
              onChange={() => of.toggle(column)}
            />
            {say(column.head)}
          </label>
        ))}
      </fieldset>
      {of.all.some(({ sort }) => sort === 'name') && (
        <Pick
          aria-label={say(words.names)}
          value={names}
          options={NAME_ORDERS.map((value) => ({ value, name: say(nameOrderWords[value]) }))}
          onChange={(order) => order && nameOrder.set(order)}
        />
      )}
    </Menu>
  )
}

/** Sorts where the heads are folded away. */
function SortPick<Row>(of: {
  columns: readonly Column<Row>[]
  sort: string
  onSort: (sort: string) => void
}): ReactNode {
  const say = useSay()
  const options = of.columns
    .filter(({ value, sort }) => value && sort !== 'never')
    .flatMap(({ head }) => [
      { value: head.en, name: say(words.up, { name: say(head) }) },
      { value: `-${head.en}`, name: say(words.down, { name: say(head) }) },
    ])
  return (
    <span className="when-folded">
      <Pick
        look="auto"
        aria-label={say(words.sort)}
        value={of.sort}
        blank={say(words.asGiven)}
        options={options}
        onChange={of.onSort}
      />
    </span>
  )
}

type Line<Row> = {
  readonly field: RefObject<HTMLInputElement | null>
  readonly finding?: string | undefined
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly onEnter: () => void
  readonly onDown: () => void
  readonly all: readonly Column<Row>[]
  readonly isShown: (column: Column<Row>) => boolean
  readonly toggle: (column: Column<Row>) => void
  readonly sort: string
  readonly onSort: (sort: string) => void
  readonly counted: string
  /** The table as it stands now. */
  readonly sheet: () => Sheet
  readonly children?: ReactNode
}

/** The line above a long table: find, the page's own filters, how many, which columns. */
export function Tools<Row>(of: Line<Row>): ReactNode {
  const say = useSay()
  const name = of.finding ?? say(words.find)
  return (
    <div className="row tools unprinted">
      <input
        ref={of.field}
        type="search"
        className="input finder"
        aria-label={name}
        placeholder={name}
        title={say(words.keys)}
        value={of.typed}
        onChange={({ target }) => of.onType(target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') of.onEnter()
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            of.onDown()
          }
        }}
      />
      {of.children}
      <SortPick columns={of.all} sort={of.sort} onSort={of.onSort} />
      <span className="soft small whole" role="status">
        {of.counted}
      </span>
      <Columns all={of.all} isShown={of.isShown} toggle={of.toggle} />
      <ExportButton sheet={of.sheet} />
    </div>
  )
}
