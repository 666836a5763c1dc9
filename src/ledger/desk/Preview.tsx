import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import type { Act } from '../../kit/web/act.ts'
import { useRead } from '../../kit/web/read.ts'
import { COMMA, useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { type Column, DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Part } from '../../kit/web/ui/Page.tsx'
import { Notice } from '../../kit/web/ui/Parts.tsx'
import { Said } from '../../kit/web/ui/Said.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import { ledgerWords, lintWords, refusals, words } from '../words/pages.ts'
import { Changes } from './Changes.tsx'
import { RowErrors } from './RowErrors.tsx'
import { useAccepting, Warnings } from './Warnings.tsx'

type Previewed = OutputOf<'ledger.preview'>
type Sheet = Previewed['sheets'][number]
type Counted = 'added' | 'changed' | 'same' | 'refused' | 'conflicts'
const COUNTS: readonly Counted[] = ['added', 'changed', 'same', 'refused', 'conflicts']

/** The counts of all sheets together. */
export function sumOf(sheets: readonly Sheet[]): Record<Counted, number> {
  const sum = (of: Counted): number => sheets.reduce((all, sheet) => all + sheet[of], 0)
  return {
    added: sum('added'),
    changed: sum('changed'),
    same: sum('same'),
    refused: sum('refused'),
    conflicts: sum('conflicts'),
  }
}

const countColumn = (of: Counted): Column<Sheet> => ({
  head: words[of],
  kind: 'number',
  cell: (sheet) => (sheet[of] === 0 ? <span className="soft">0</span> : sheet[of].toLocaleString('en')),
  foot: (sheets) => sumOf(sheets)[of].toLocaleString('en'),
})

const COLUMNS: readonly Column<Sheet>[] = [
  {
    head: words.ledger,
    kind: 'main',
    cell: ({ ledger }) => <Said of={ledgerWords[ledger] ?? { zh: ledger, en: ledger }} />,
    foot: () => <Said of={words.sum} />,
  },
  {
    head: words.sheet,
    cell: ({ sheet }) => <span className="soft">{sheet ?? <Said of={words.noSheet} />}</span>,
  },
  ...COUNTS.map(countColumn),
]

function Lint({ of }: { of: Previewed['lint'] }): ReactNode {
  const say = useSay()
  if (of.length === 0) return null
  return (
    <Notice kind="wrong">
      <p className="strong">{say(words.lintTitle)}</p>
      <ul>
        {of.map(({ no, code, clause }) => {
          const why = lintWords[code]
          return (
            <li key={`${no}${code}`}>
              {say(words.lintItem, { no, why: why ? say(why) : code })}{' '}
              <span className="soft small">{clause}</span>
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

function Passed({ of }: { of: Previewed }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const comma = COMMA[language]
  const columns = of.ignoredColumns.map(({ sheet, column }) => `${sheet}·${column}`).join(comma)
  const rows = of.skipped.map(({ sheet, row }) => `${sheet}·${row}`).join(comma)
  if (of.ignoredSheets.length === 0 && !columns && !rows) return null
  return (
    <details>
      <summary>{say(words.passedTitle)}</summary>
      <div className="stack tight small soft">
        {of.ignoredSheets.length > 0 && (
          <p>{say(words.passedSheets, { list: of.ignoredSheets.join(comma) })}</p>
        )}
        {columns && <p>{say(words.passedColumns, { list: columns })}</p>}
        {rows && <p>{say(words.passedRows, { list: rows })}</p>}
      </div>
    </details>
  )
}

const CONFLICT_COLUMNS: readonly Column<Previewed['conflicts'][number]>[] = [
  { head: words.sheet, cell: ({ sheet }) => sheet },
  { head: words.row, kind: 'number', cell: ({ row }) => row },
  { head: words.key, kind: 'main', cell: ({ key }) => key },
]

function Conflicts({ of }: { of: Previewed['conflicts'] }): ReactNode {
  const say = useSay()
  if (of.length === 0) return null
  return (
    <Part title={say(words.conflictsTitle)}>
      <p className="soft">{say(words.conflictsLead)}</p>
      <DataTable
        saved="never"
        caption={words.conflictsTitle}
        rows={of}
        keyOf={({ sheet, row }) => `${sheet}-${row}`}
        columns={CONFLICT_COLUMNS}
      />
    </Part>
  )
}

type Shown = { of: Previewed; commit: Act<'ledger.commit'>; onAnother: () => void }

function Deciding({ of, commit, onAnother }: Shown): ReactNode {
  const say = useSay()
  const accepting = useAccepting(of.warnings)
  const { added, changed } = sumOf(of.sheets)
  const rows = added + changed
  const send = (): void => void commit.send({ importId: of.importId, accepted: [...accepting.accepted] })
  return (
    <>
      <Warnings of={of.warnings} accepting={accepting} />
      <div className="row unprinted">
        {rows > 0 ? (
          <Button kind="primary" busy={!accepting.isAll} onPress={send}>
            {say(words.commit, { n: rows.toLocaleString('en') })}
          </Button>
        ) : (
          <span className="soft">{say(words.nothing)}</span>
        )}
        <Button onPress={onAnother}>{say(words.another)}</Button>
        {!accepting.isAll && <span className="soft small">{say(words.acceptFirst)}</span>}
      </div>
    </>
  )
}

/** What committing would add, change and refuse, sheet by sheet, then row by row. */
export function Preview({ of, commit, onAnother }: Shown): ReactNode {
  const say = useSay()
  const found = useRead('ledger.findRows', { importId: of.importId })
  return (
    <div className="stack wide">
      <Part
        title={say(words.previewOf, { name: of.fileName })}
        beside={<span className="soft small">{say(words.previewLead)}</span>}
      >
        <DataTable
          saved="never"
          caption={words.ledger}
          rows={of.sheets}
          keyOf={({ ledger }) => ledger}
          columns={COLUMNS}
        />
        <Lint of={of.lint} />
        <Outcome of={commit} words={refusals.commit} />
        <Deciding of={of} commit={commit} onAnother={onAnother} />
      </Part>
      {sumOf(of.sheets).changed > 0 && <Changes of={found} />}
      <RowErrors of={of} cells={found.data?.errors} />
      <Conflicts of={of.conflicts} />
      <Passed of={of} />
    </div>
  )
}
