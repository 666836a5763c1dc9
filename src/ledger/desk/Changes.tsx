import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import type { Read } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { type Column, DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Part } from '../../kit/web/ui/Page.tsx'
import { Said } from '../../kit/web/ui/Said.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { refusals, words } from '../words/pages.ts'

type Sheet = OutputOf<'ledger.findRows'>['changes'][number]
type Row = Sheet['rows'][number]
type Line = Pick<Row, 'row' | 'key' | 'who'> & Row['fields'][number]

/** So few rows of a sheet stand open; more are folded. */
const OPEN_ROWS = 20

const Value = ({ of }: { of: string }): ReactNode =>
  of === '' ? (
    <span className="soft">
      <Said of={words.nothingThere} />
    </span>
  ) : (
    of
  )

const COLUMNS: readonly Column<Line>[] = [
  { head: words.row, kind: 'number', value: ({ row }) => row },
  { head: words.key, value: ({ key }) => key },
  { head: words.who, value: ({ who }) => who },
  { head: words.column, value: ({ column }) => column },
  { head: words.before, value: ({ from }) => from, cell: ({ from }) => <Value of={from} /> },
  { head: words.after, kind: 'main', value: ({ to }) => to, cell: ({ to }) => <Value of={to} /> },
]

function OfSheet({ of }: { of: Sheet }): ReactNode {
  const say = useSay()
  const lines = of.rows.flatMap(({ fields, ...row }) => fields.map((field) => ({ ...row, ...field })))
  return (
    <details open={of.all <= OPEN_ROWS}>
      <summary>{say(words.changesOf, { sheet: of.sheet, n: of.all })}</summary>
      <DataTable
        caption={words.changesTitle}
        rows={lines}
        keyOf={({ row, column }) => `${of.sheet}-${row}-${column}`}
        columns={COLUMNS}
      />
      {of.rows.length < of.all && (
        <p className="soft small">{say(words.changesShown, { n: of.rows.length, all: of.all })}</p>
      )}
    </details>
  )
}

/** What committing would change, row by row: the field, what it holds now and what it would hold. */
export function Changes({ of }: { of: Read<'ledger.findRows'> }): ReactNode {
  const say = useSay()
  if (of.state === 'ready' && of.data.changes.length === 0) return null
  return (
    <Part title={say(words.changesTitle)}>
      {of.state !== 'ready' ? (
        <Waiting of={of} words={refusals.findRows} lines={4} />
      ) : (
        <>
          <p className="soft">{say(words.changesLead)}</p>
          {of.data.changes.map((sheet) => (
            <OfSheet key={sheet.sheet} of={sheet} />
          ))}
        </>
      )}
    </Part>
  )
}
