import { type ReactNode, useMemo } from 'react'
import { useLocation } from 'wouter'
import { parseDay } from '../../../kit/day.ts'
import { useAddress } from '../../../kit/web/address.ts'
import { showFullDay, today } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { ButtonLink } from '../../../kit/web/ui/Button.tsx'
import { Pick } from '../../../kit/web/ui/Choose.tsx'
import { DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { DayInput } from '../../../kit/web/ui/DayInput.tsx'
import { Empty, Notice } from '../../../kit/web/ui/Parts.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useAccountId, useMay } from '../../../kit/web/who.ts'
import { CATEGORIES } from '../../rules.ts'
import { personPath } from '../../ui/paths.ts'
import { categoryWords, words } from '../../words/pages.ts'
import { Batch } from './Batch.tsx'
import { COLUMNS } from './columns.tsx'
import { type Row, type Scope, WritingContext } from './row.ts'

/** The server answers a thousand at a time; two of them are held here. */
const PAGE = 1000
const MOST = 2 * PAGE

/** The rows asked for: all of them, or, of a longer roster, the first two thousand, or those the server finds by what was typed. */
function useRows({ unit, category, on }: Scope, q: string) {
  const day = parseDay(on)
  const chosen = CATEGORIES.find((one) => one === category)
  const scope = {
    limit: PAGE,
    ...(unit && { orgId: unit }),
    ...(chosen && { category: chosen }),
    ...(day && { on: day }),
  }
  const read = useRead('people.listPeople', scope, { meanwhile: 'last' })
  const after = read.data?.next
  const more = useRead('people.listPeople', after ? { ...scope, after } : null)
  const isLong = Boolean(more.data?.next)
  const found = useRead('people.listPeople', isLong && q ? { ...scope, q } : null, { meanwhile: 'last' })
  const [first, second] = [read.data?.people, more.data?.people]
  const all = useMemo(() => [...(first ?? []), ...(second ?? [])], [first, second])
  const rows = (isLong && q && found.data?.people) || all
  return { read, rows, isLong }
}

function Filters({ scope, set }: { scope: Scope; set: (change: Partial<Scope>) => void }): ReactNode {
  const say = useSay()
  return (
    <>
      <Pick
        look="auto"
        aria-label={say(words.category)}
        value={scope.category}
        blank={say(words.allCategories)}
        options={CATEGORIES.map((value) => ({ value, name: say(categoryWords[value]) }))}
        onChange={(category) => set({ category })}
      />
      <div className="as-of">
        <DayInput path="on" label={say(words.asOf)} value={scope.on} onChange={(on) => set({ on })} />
      </div>
    </>
  )
}

function NobodyHere({ isScoped }: { isScoped: boolean }): ReactNode {
  const say = useSay()
  const may = useMay()
  if (isScoped) return <p className="soft">{say(words.nobodyInScope)}</p>
  return (
    <Empty
      title={say(words.emptyTitle)}
      action={may('ledger.preview') && <ButtonLink to="/import">{say(words.toImport)}</ButtonLink>}
    >
      {say(words.empty)}
    </Empty>
  )
}

/** The words of a column in use, the most used first. */
function knownIn(rows: readonly Row[], field: 'shift' | 'crew' | 'education'): string[] {
  const counts = new Map<string, number>()
  for (const row of rows) if (row[field]) counts.set(row[field], (counts.get(row[field]) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word)
}

function useWritingOf(rows: readonly Row[], isToday: boolean) {
  const may = useMay()
  const isOpen = isToday && may('people.amendPerson')
  const account = useAccountId()
  return useMemo(
    () => ({
      isOpen,
      account,
      today: today(),
      known: {
        shift: knownIn(rows, 'shift'),
        crew: knownIn(rows, 'crew'),
        education: knownIn(rows, 'education'),
      },
    }),
    [rows, isOpen, account],
  )
}

const keyOf = ({ id }: Row): string => id

type Scoped = { readonly scope: Scope; readonly set: (change: Partial<Scope>) => void }

/** What stands above the rows: as of when, and whether these are all. */
function Said({ scope, isLong, isToday }: { scope: Scope; isLong: boolean; isToday: boolean }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const day = showFullDay(parseDay(scope.on) ?? today(), language)
  return (
    <>
      <p className="printed small">{say(words.printedOn, { day })}</p>
      {!isToday && <Notice>{say(words.pastRoster)}</Notice>}
      {isLong && <p className="small soft">{say(words.longRoster, { n: MOST })}</p>}
    </>
  )
}

function NoRows({ scope, set, q }: Scoped & { q: string }): ReactNode {
  return (
    <div className="stack">
      <div className="row unprinted">
        <Filters scope={scope} set={set} />
      </div>
      <NobodyHere isScoped={Boolean(scope.unit || scope.category || scope.on || q)} />
    </div>
  )
}

/** The roster of a unit, as of a day: found, sorted, written in, and changed for many at once. */
export function Roster({ scope, set }: Scoped): ReactNode {
  const say = useSay()
  const may = useMay()
  const [, go] = useLocation()
  const [{ q }] = useAddress({ q: '' })
  const { read, rows, isLong } = useRows(scope, q)
  const isToday = !scope.on || scope.on === today()
  const writing = useWritingOf(rows, isToday)
  const [keys, setKeys] = useHeld<ReadonlySet<string>>('roster.keys', new Set())
  if (read.state !== 'ready') return <Waiting of={read} words={{}} lines={14} />
  const long = {
    name: 'people',
    finding: say(words.search),
    tools: <Filters scope={scope} set={set} />,
    empty: <NoRows {...{ scope, set, q }} />,
    onOpen: ({ id }: Row) => go(personPath(id)),
    ...(isToday && may('people.changeStandings') && { choice: { keys, set: setKeys } }),
  }
  return (
    <WritingContext value={writing}>
      <Said {...{ scope, isLong, isToday }} />
      <DataTable caption={words.roster} columns={COLUMNS} rows={rows} keyOf={keyOf} long={long} />
      <Batch chosen={rows.filter(({ id }) => keys.has(id))} onDone={() => setKeys(new Set())} />
    </WritingContext>
  )
}
