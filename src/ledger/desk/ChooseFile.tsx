import { FileSpreadsheet } from 'lucide-react'
import { type ChangeEvent, type DragEvent, type ReactNode, useState } from 'react'
import { type Act, useAction } from '../../kit/web/act.ts'
import { readBase64 } from '../../kit/web/file.ts'
import { useHeldFile } from '../../kit/web/held.ts'
import { useSay, type Words } from '../../kit/web/say.ts'
import { Notice } from '../../kit/web/ui/Parts.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import { refusals, words } from '../words/pages.ts'
import './ledger.css'

const WORKBOOKS = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MOST_BYTES = 20 * 1024 * 1024

type Taking = {
  readonly preview: Act<'ledger.preview'>
  readonly name: string
  /** Why the file could not even be sent. */
  readonly wrong: Words | null
  readonly take: (file: File | undefined) => void
}

function useTaking(onPreviewed: (importId: string) => void): Taking {
  const preview = useAction('ledger.preview')
  const [wrong, setWrong] = useState<Words | null>(null)
  const read = async (file: File): Promise<void> => {
    if (preview.state === 'sending') return
    preview.reset()
    setWrong(file.size > MOST_BYTES ? words.tooLarge : null)
    if (file.size > MOST_BYTES) return
    const content = await readBase64(file).catch(() => setWrong(words.unreadable))
    const answer = content !== undefined && (await preview.send({ fileName: file.name, content }))
    if (answer) onPreviewed(answer.importId)
  }
  const { file, take } = useHeldFile('import.file', read)
  return { preview, name: file?.name ?? '', wrong, take }
}

function Drop({ take }: Pick<Taking, 'take'>): ReactNode {
  const say = useSay()
  const [over, setOver] = useState(false)
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  const onDragOver = (event: DragEvent): void => {
    event.preventDefault()
    setOver(true)
  }
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    take(target.files?.[0])
    target.value = ''
  }
  const dropping = { onDrop, onDragOver, onDragLeave: () => setOver(false), 'data-over': over || undefined }
  return (
    <label className="drop" {...dropping}>
      <FileSpreadsheet size={28} strokeWidth={1.5} aria-hidden />
      <span className="strong">{say(words.choose)}</span>
      <span className="soft small">{say(words.chooseHint)}</span>
      <input type="file" accept={WORKBOOKS} onChange={onChange} />
    </label>
  )
}

/** Takes a workbook, by choosing or dropping it, and has it previewed. */
export function ChooseFile({ onPreviewed }: { onPreviewed: (importId: string) => void }): ReactNode {
  const say = useSay()
  const { preview, name, wrong, take } = useTaking(onPreviewed)
  return (
    <div className="stack">
      <Drop take={take} />
      {preview.state === 'sending' && (
        <div role="status" className="stack tight">
          <p>{say(words.reading, { name })}</p>
          <div className="endless" />
        </div>
      )}
      {wrong && <Notice kind="wrong">{say(wrong)}</Notice>}
      <Outcome of={preview} words={refusals.preview} />
    </div>
  )
}
