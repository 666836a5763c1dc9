import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useAsk } from '../../kit/web/ask.ts'
import { saveFile } from '../../kit/web/file.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Part } from '../../kit/web/ui/Page.tsx'
import { Notice } from '../../kit/web/ui/Parts.tsx'
import { sayProblem } from '../../kit/web/words.ts'
import { refusals, words } from '../words/pages.ts'
import { errorWords } from '../words.ts'

type Previewed = OutputOf<'ledger.preview'>
type RowError = Previewed['errors'][number]
const SHOWN = 200

const sentences: Readonly<Record<string, { zh: string; en: string }>> = errorWords

function ErrorTable({ errors }: { errors: readonly RowError[] }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  return (
    <DataTable
      caption={say(words.errorsTitle)}
      rows={errors}
      keyOf={({ sheet, row, column }) => `${sheet}-${row}-${column}`}
      columns={[
        { id: 'sheet', head: say(words.sheet), cell: ({ sheet }) => sheet },
        { id: 'row', head: say(words.row), kind: 'number', cell: ({ row }) => row },
        { id: 'column', head: say(words.column), kind: 'main', cell: ({ column }) => column },
        { id: 'says', head: say(words.says), cell: ({ code }) => sentences[code]?.[language] ?? code },
      ]}
    />
  )
}

/** The rows that stay out: where they stand, what is wrong, and all of them as a workbook. */
export function RowErrors({ of }: { of: Previewed }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const refused = useAsk('ledger.findRefused')
  if (of.errorCount === 0) return null
  const shown = of.errors.slice(0, SHOWN)
  const save = async (): Promise<void> => {
    const file = await refused.ask({ importId: of.importId, language })
    if (file) saveFile(file.fileName, file.content)
  }
  return (
    <Part title={`${say(words.errorsTitle)} · ${of.errorCount}`}>
      <p>{say(words.errorsLead)}</p>
      <div className="row unprinted">
        <Button busy={refused.state === 'asking'} onPress={() => void save()}>
          {say(words.download)}
        </Button>
        <span className="soft small">{say(words.downloadHint)}</span>
      </div>
      {refused.problem && (
        <Notice kind="wrong">{sayProblem(refused.problem, refusals.findRefused, language)}</Notice>
      )}
      <ErrorTable errors={shown} />
      {shown.length < of.errorCount && (
        <p className="soft small">{say(words.errorsShown, { n: shown.length, all: of.errorCount })}</p>
      )}
    </Part>
  )
}
