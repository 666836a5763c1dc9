import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { type Column, DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Part } from '../../kit/web/ui/Page.tsx'
import { InstantSaid, Said } from '../../kit/web/ui/Said.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { stateWords, words } from '../words/imports.ts'
import { refusals } from '../words/pages.ts'

type Import = OutputOf<'ledger.listImports'>['imports'][number]

/** A preview that still lies there can be gone on with: its refused rows can be fetched, and it can be committed. */
function State({ of }: { of: Import }): ReactNode {
  return (
    <span className="row">
      <Said of={stateWords[of.state]} />
      {of.state === 'previewed' && (
        <Link href={`/import?import=${of.id}`}>
          <Said of={words.goOn} />
        </Link>
      )}
    </span>
  )
}

const COLUMNS: readonly Column<Import>[] = [
  { head: words.file, kind: 'main', value: ({ fileName }) => fileName },
  {
    head: words.at,
    value: ({ recordedAt }) => recordedAt,
    cell: ({ endedAt, recordedAt }) => <InstantSaid of={endedAt ?? recordedAt} />,
  },
  { head: words.by, value: ({ by }) => by },
  { head: words.state, value: ({ state }, say) => say(stateWords[state]), cell: (one) => <State of={one} /> },
  { head: words.added, kind: 'number', value: ({ added }) => added },
  { head: words.changed, kind: 'number', value: ({ changed }) => changed },
  { head: words.refused, kind: 'number', value: ({ refused }) => refused },
]

/** The workbooks brought in before, with what each did. */
export function PastImports(): ReactNode {
  const say = useSay()
  const read = useRead('ledger.listImports', {})
  return (
    <Part title={say(words.past)}>
      {read.state !== 'ready' ? (
        <Waiting of={read} words={refusals.listImports} lines={4} />
      ) : read.data.imports.length === 0 ? (
        <p className="soft">{say(words.none)}</p>
      ) : (
        <DataTable caption={words.past} rows={read.data.imports} keyOf={({ id }) => id} columns={COLUMNS} />
      )}
    </Part>
  )
}
