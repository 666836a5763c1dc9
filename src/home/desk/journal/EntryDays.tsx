import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { historyPath } from '../../../journal/ui/paths.ts'
import { entryWords } from '../../../journal/words/pages.ts'
import type { OutputOf } from '../../../kit/contract.ts'
import { type Day, dayAt } from '../../../kit/day.ts'
import { showDay, ZONE } from '../../../kit/web/dates.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { recordWords, words } from '../../words/journal.ts'
import { OWN_PAGES } from './pages.ts'

export type Answer = OutputOf<'journal.listEntries'>
type Entry = Answer['entries'][number]

const timeOf = (instant: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, timeStyle: 'short' }).format(new Date(instant))

function Done({ of }: { of: Entry }): ReactNode {
  const say = useSay()
  const done = entryWords[of.kind]
  return <Link href={historyPath(of.subject)}>{done ? say(done) : of.kind}</Link>
}

function Kind({ of }: { of: Entry }): ReactNode {
  const say = useSay()
  const name = say(recordWords[of.record] ?? words.aRecord)
  const may = useMay()
  const page = OWN_PAGES[of.record]
  if (of.isErased) return <span className="soft">{say(words.recordErased, { name })}</span>
  return page && may(page.action) ? <Link href={page.path(of.subject)}>{name}</Link> : name
}

function Place({ of }: { of: Entry }): ReactNode {
  const say = useSay()
  return of.index === null ? (
    <span className="soft">{say(words.waiting)}</span>
  ) : of.log ? (
    `${of.index + 1} (${of.log})`
  ) : (
    of.index + 1
  )
}

const COLUMNS: readonly Column<Entry>[] = [
  { head: words.at, cell: ({ recordedAt }) => timeOf(recordedAt) },
  { head: words.kind, kind: 'main', cell: (one) => <Done of={one} /> },
  { head: words.record, cell: (one) => <Kind of={one} /> },
  { head: words.unit, cell: ({ orgName }) => orgName ?? '–' },
  { head: words.revision, kind: 'number', cell: ({ rev }) => rev },
  { head: words.place, kind: 'number', cell: (one) => <Place of={one} /> },
]

/** So many of one kind in a row are folded: an import writes thousands. */
const FOLDED_FROM = 6

/** Entries in a row that were made by one action on one kind of record. */
function runsOf(entries: readonly Entry[]): Entry[][] {
  const runs: Entry[][] = []
  for (const entry of entries) {
    const last = runs.at(-1)
    const [before] = last ?? []
    if (last && before?.kind === entry.kind && before.record === entry.record) last.push(entry)
    else runs.push([entry])
  }
  return runs
}

/** Runs that are folded, and between them what is not, in one table each. */
function blocksOf(entries: readonly Entry[]): { folded: boolean; entries: Entry[] }[] {
  const blocks: { folded: boolean; entries: Entry[] }[] = []
  for (const run of runsOf(entries)) {
    const folded = run.length >= FOLDED_FROM
    const last = blocks.at(-1)
    if (last && !folded && !last.folded) last.entries.push(...run)
    else blocks.push({ folded, entries: run })
  }
  return blocks
}

const Rows = ({ of }: { of: readonly Entry[] }): ReactNode => (
  <DataTable caption={words.journal} rows={of} keyOf={({ id }) => id} columns={COLUMNS} />
)

function Folded({ of }: { of: readonly Entry[] }): ReactNode {
  const say = useSay()
  const [first] = of
  const last = of.at(-1)
  if (!first || !last) return null
  const done = entryWords[first.kind]
  const [from, to] = [timeOf(last.recordedAt), timeOf(first.recordedAt)]
  return (
    <details className="run">
      <summary>
        <span>{from === to ? to : `${from}–${to}`}</span>
        <span className="strong">{done ? say(done) : first.kind}</span>
        <span>{say(recordWords[first.record] ?? words.aRecord)}</span>
        <span className="soft">{say(words.ofDay, { n: of.length })}</span>
      </summary>
      <Rows of={of} />
    </details>
  )
}

type Listed = {
  readonly entries: readonly Entry[]
  readonly goesOn: { readonly above: boolean; readonly below: boolean }
}

/** Entries under the day they were received, latest first; long runs of one kind are folded. `goesOn`: where the page cuts off what is more of a day. */
export function EntryDays({ entries, goesOn }: Listed): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const days = Map.groupBy(entries, ({ recordedAt }): Day => dayAt(new Date(recordedAt), ZONE))
  const isCut = (at: number): boolean => (at === 0 && goesOn.above) || (at === days.size - 1 && goesOn.below)
  return [...days].map(([day, own], at) => (
    <Part
      key={day}
      title={showDay(day, language)}
      beside={
        <span className="small soft">
          {say(isCut(at) ? words.ofDayHere : words.ofDay, { n: own.length })}
        </span>
      }
    >
      {blocksOf(own).map((block) => {
        const key = block.entries[0]?.id
        return block.folded ? <Folded key={key} of={block.entries} /> : <Rows key={key} of={block.entries} />
      })}
    </Part>
  ))
}
