import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../../kit/contract.ts'
import type { MarkState } from '../../../kit/strip.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { State } from '../../../kit/web/ui/Mark.tsx'
import { Page } from '../../../kit/web/ui/Page.tsx'
import { Empty } from '../../../kit/web/ui/Parts.tsx'
import { FullDay, Said } from '../../../kit/web/ui/Said.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import type { InspectionState } from '../../rules/inspection.ts'
import { inspectionPath } from '../../ui/paths.ts'
import { refusals } from '../../words/inspection.ts'
import { inspectionStateWords, words } from '../../words/pages.ts'
import { NewInspection } from './NewInspection.tsx'
import './inspections.css'

type Listed = OutputOf<'evidence.listInspections'>['inspections'][number]

const MARKS: Readonly<Record<InspectionState, MarkState>> = { made: 'planned', drawn: 'due', closed: 'done' }

function Of({ n, all }: { n: number; all: number }): ReactNode {
  const say = useSay()
  return all === 0 ? '–' : say(words.ofAll, { n, all })
}

const COLUMNS: readonly Column<Listed>[] = [
  {
    head: words.name,
    kind: 'main',
    value: ({ title }) => title,
    cell: ({ id, title }) => <Link href={inspectionPath(id)}>{title}</Link>,
  },
  { head: words.unit, value: ({ orgName }) => orgName },
  { head: words.from, value: ({ from }) => from, cell: ({ from }) => <FullDay of={from} /> },
  { head: words.to, value: ({ to }) => to, cell: ({ to }) => <FullDay of={to} /> },
  {
    head: words.announcedOn,
    value: ({ announcedOn }) => announcedOn,
    cell: ({ announcedOn }) => (announcedOn ? <FullDay of={announcedOn} /> : <Said of={words.unannounced} />),
  },
  {
    head: words.state,
    value: ({ state }, say) => say(inspectionStateWords[state]),
    cell: ({ state }) => (
      <State state={MARKS[state]}>
        <Said of={inspectionStateWords[state]} />
      </State>
    ),
  },
  {
    head: words.seen,
    kind: 'number',
    value: ({ counts }) => `${counts.seen}/${counts.drawn}`,
    cell: ({ counts }) => <Of n={counts.seen} all={counts.drawn} />,
  },
  { head: words.found, kind: 'number', value: ({ counts }) => counts.findings },
  { head: words.left, kind: 'number', value: ({ counts }) => counts.open },
]

function Begin(): ReactNode {
  const say = useSay()
  const [isOpen, setOpen] = useHeld('inspection.new.open', false)
  return (
    <>
      <Button kind="primary" onPress={() => setOpen(true)}>
        {say(words.make)}
      </Button>
      {isOpen && <NewInspection onClose={() => setOpen(false)} />}
    </>
  )
}

/** The inspections one may know of: for inspectors all of theirs, for branches those in which records of theirs were drawn. */
export default function InspectionsPage(): ReactNode {
  const say = useSay()
  const may = useMay()
  const read = useRead('evidence.listInspections', {})
  const begins = may('evidence.makeInspection')
  return (
    <Page title={say(words.title)} under={say(words.lead)} actions={begins && <Begin />}>
      {read.state !== 'ready' ? (
        <Waiting of={read} words={refusals.listInspections} lines={8} />
      ) : read.data.inspections.length === 0 ? (
        <Empty title={say(words.emptyTitle)}>{say(begins ? words.empty : words.emptyBranch)}</Empty>
      ) : (
        <DataTable
          caption={words.title}
          rows={read.data.inspections}
          keyOf={({ id }) => id}
          columns={COLUMNS}
        />
      )}
    </Page>
  )
}
