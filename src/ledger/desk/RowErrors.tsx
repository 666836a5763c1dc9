import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useAsk } from '../../kit/web/ask.ts'
import { saveFile } from '../../kit/web/file.ts'
import { useLanguage, useSay, type Words } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { type Column, DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Part } from '../../kit/web/ui/Page.tsx'
import { Notice } from '../../kit/web/ui/Parts.tsx'
import { Said } from '../../kit/web/ui/Said.tsx'
import { sayProblem } from '../../kit/web/words.ts'
import { refusals, words } from '../words/pages.ts'
import { errorWords } from '../words.ts'

type Previewed = OutputOf<'ledger.preview'>
type RowError = Previewed['errors'][number] & { readonly who?: string; readonly value?: string }
const SHOWN = 200

const sentences: Readonly<Record<string, Words>> = errorWords

const COLUMNS: readonly Column<RowError>[] = [
  { head: words.sheet, value: ({ sheet }) => sheet },
  { head: words.row, kind: 'number', value: ({ row }) => row },
  { head: words.who, value: ({ who = '' }) => who },
  { head: words.column, kind: 'main', value: ({ column }) => column },
  { head: words.value, value: ({ value = '' }) => value },
  {
    head: words.says,
    value: ({ code }, say) => say(sentences[code] ?? { zh: code, en: code }),
    cell: ({ code }) => <Said of={sentences[code] ?? { zh: code, en: code }} />,
  },
]

function Download({ importId }: { importId: string }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const refused = useAsk('ledger.findRefused')
  const save = async (): Promise<void> => {
    const file = await refused.ask({ importId, language })
    if (file) saveFile(file.fileName, file.content)
  }
  return (
    <>
      <div className="row unprinted">
        <Button busy={refused.state === 'asking'} onPress={() => void save()}>
          {say(words.download)}
        </Button>
        <span className="soft small">{say(words.downloadHint)}</span>
      </div>
      {refused.problem && (
        <Notice kind="wrong">{sayProblem(refused.problem, refusals.findRefused, language)}</Notice>
      )}
    </>
  )
}

type Shown = {
  readonly of: Previewed
  /** The same errors with what stands in their cells, once it is read. */
  readonly cells: OutputOf<'ledger.findRows'>['errors'] | undefined
}

/** The rows that stay out: where they stand, what is wrong, and all of them as a workbook. */
export function RowErrors({ of, cells }: Shown): ReactNode {
  const say = useSay()
  if (of.errorCount === 0) return null
  const shown: readonly RowError[] = cells ?? of.errors.slice(0, SHOWN)
  const rows = of.sheets.reduce((sum, { refused }) => sum + refused, 0)
  const keyOf = ({ sheet, row, column }: RowError): string => `${sheet}-${row}-${column}`
  return (
    <Part title={`${say(words.errorsTitle)} · ${say(words.errorsCount, { rows, n: of.errorCount })}`}>
      <p>{say(words.errorsLead)}</p>
      <Download importId={of.importId} />
      <DataTable caption={words.errorsTitle} rows={shown} keyOf={keyOf} columns={COLUMNS} />
      {shown.length < of.errorCount && (
        <p className="soft small">{say(words.errorsShown, { n: shown.length, all: of.errorCount })}</p>
      )}
    </Part>
  )
}
