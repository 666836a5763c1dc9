import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { LateBadge } from '../../../journal/ui/LateBadge.tsx'
import { useAction } from '../../../kit/web/act.ts'
import { showInstant } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { State } from '../../../kit/web/ui/Mark.tsx'
import { Badge } from '../../../kit/web/ui/Parts.tsx'
import { DaySaid, Said } from '../../../kit/web/ui/Said.tsx'
import { Outcome } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { refusals } from '../../words/inspection.ts'
import { words } from '../../words/pages.ts'
import type { Inspection } from './InspectionPage.tsx'
import { NewFinding } from './NewFinding.tsx'
import { kindOf, useDrawnPath } from './said.ts'

export type Drawn = Inspection['sample'][number]

/** What a record is about, leading to its history and seal. */
function About({ of: { subject, title, record, rev, leafIndex } }: { of: Drawn }): ReactNode {
  const say = useSay()
  const pathOf = useDrawnPath()
  return (
    <span className="stack tight">
      <Link href={pathOf(subject)}>{title || say(kindOf(record))}</Link>
      <span className="small soft">{say(words.place, { rev, n: leafIndex + 1 })}</span>
    </span>
  )
}

function Recorded({ of }: { of: Drawn }): ReactNode {
  const language = useLanguage()
  return (
    <span className="stack tight">
      <span className="small">{showInstant(of.recordedAt, language)}</span>
      <span>
        {of.imported ? (
          <Badge>
            <Said of={words.imported} />
          </Badge>
        ) : (
          of.daysAfter !== null && <LateBadge days={of.daysAfter} />
        )}
      </span>
    </span>
  )
}

function Result({ of: { inOrder, findings } }: { of: Drawn }): ReactNode {
  const say = useSay()
  if (findings.length > 0)
    return (
      <span className="row">
        {findings.map((n) => (
          <a key={n} href={`#finding-${n}`}>
            {say(words.findingNo, { n })}
          </a>
        ))}
      </span>
    )
  return inOrder ? (
    <State state="done">{say(words.inOrder)}</State>
  ) : (
    <State state="due">{say(words.notSeen)}</State>
  )
}

const COLUMNS: readonly Column<Drawn>[] = [
  { head: words.record, kind: 'main', value: ({ title }) => title, cell: (one) => <About of={one} /> },
  { head: words.kind, value: ({ record }, say) => say(kindOf(record)) },
  { head: words.branch, value: ({ orgName }) => orgName },
  {
    head: words.happened,
    value: ({ happenedOn }) => happenedOn,
    cell: ({ happenedOn }) => happenedOn && <DaySaid of={happenedOn} />,
  },
  {
    head: words.recorded,
    value: ({ recordedAt }) => recordedAt.slice(0, 10),
    cell: (one) => <Recorded of={one} />,
  },
  {
    head: words.result,
    value: ({ inOrder, findings }, say) =>
      findings.map((n) => say(words.findingNo, { n })).join(' ') ||
      say(inOrder ? words.inOrder : words.notSeen),
    cell: (one) => <Result of={one} />,
  },
]

type Ticked = { readonly ids: ReadonlySet<string>; readonly tick: (id: string) => void }

function Tick({ of, ids, tick }: Ticked & { of: Drawn }): ReactNode {
  const say = useSay()
  return (
    <input
      type="checkbox"
      aria-label={say(words.chooseOne, { title: of.title })}
      checked={ids.has(of.id)}
      onChange={() => tick(of.id)}
    />
  )
}

const tickColumn = (ticked: Ticked): Column<Drawn> => ({
  head: words.choose,
  cell: (one) => <Tick of={one} {...ticked} />,
})

type Acting = { readonly of: Inspection; readonly chosen: readonly Drawn[]; readonly onDone: () => void }

/** What is said of the records that are ticked. */
function Say({ of, chosen, onDone }: Acting): ReactNode {
  const say = useSay()
  const act = useAction('evidence.markInOrder')
  const [isOpen, setOpen] = useHeld('finding.new.open', false)
  const mark = async (): Promise<void> => {
    if (await act.send({ id: of.id, sampleIds: chosen.map(({ id }) => id) })) onDone()
  }
  if (chosen.length === 0) return <p className="soft small">{say(words.chooseFirst)}</p>
  return (
    <div className="row unprinted">
      <span className="strong">{say(words.chosen, { n: chosen.length })}</span>
      <Button busy={act.state === 'sending'} onPress={() => void mark()}>
        {say(words.markInOrder)}
      </Button>
      <Button onPress={() => setOpen(true)}>{say(words.addFinding)}</Button>
      <Outcome of={act} words={refusals.markInOrder} />
      {isOpen && <NewFinding id={of.id} chosen={chosen} onDone={onDone} onClose={() => setOpen(false)} />}
    </div>
  )
}

/** The sample, record by record; an inspector ticks what was looked at and says the result. */
export function Sample({ of }: { of: Inspection }): ReactNode {
  const may = useMay()
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const inspects = may('evidence.markInOrder') && of.state === 'drawn'
  const tick = (id: string): void =>
    setIds((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  const columns = inspects ? [tickColumn({ ids, tick }), ...COLUMNS] : COLUMNS
  const chosen = of.sample.filter(({ id }) => ids.has(id))
  return (
    <>
      {inspects && <Say of={of} chosen={chosen} onDone={() => setIds(new Set())} />}
      <DataTable caption={words.sample} rows={of.sample} keyOf={({ id }) => id} columns={columns} />
    </>
  )
}
