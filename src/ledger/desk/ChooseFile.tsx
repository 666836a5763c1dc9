import { FileSpreadsheet } from 'lucide-react'
import { type DragEvent, type ReactNode, useState } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { readBase64 } from '../../kit/web/file.ts'
import { useSay, type Words } from '../../kit/web/say.ts'
import { Notice } from '../../kit/web/ui/Parts.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import { refusals, words } from '../words/pages.ts'
import './ledger.css'

const MOST_BYTES = 20 * 1024 * 1024

/** Takes a workbook, by choosing or dropping it, and has it previewed. */
export function ChooseFile({ onPreviewed }: { onPreviewed: (importId: string) => void }): ReactNode {
  const say = useSay()
  const preview = useAction('ledger.preview')
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState<Words | null>(null)
  const [over, setOver] = useState(false)
  const take = async (file: File | undefined): Promise<void> => {
    if (!file || preview.state === 'sending') return
    setName(file.name)
    setWrong(file.size > MOST_BYTES ? words.tooLarge : null)
    preview.reset()
    if (file.size > MOST_BYTES) return
    const content = await readBase64(file).catch(() => setWrong(words.unreadable))
    if (content === undefined) return
    const answer = await preview.send({ fileName: file.name, content })
    if (answer) onPreviewed(answer.importId)
  }
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <div className="stack">
      <label
        className="drop"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <FileSpreadsheet size={28} strokeWidth={1.5} aria-hidden />
        <span className="strong">{say(words.choose)}</span>
        <span className="soft small">{say(words.chooseHint)}</span>
        <input
          type="file"
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </label>
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
