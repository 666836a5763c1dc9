import { type ReactNode, useState } from 'react'
import type { OutputOf } from '../../../kit/contract.ts'
import type { Month } from '../../../kit/day.ts'
import { useAction } from '../../../kit/web/act.ts'
import { showMonth } from '../../../kit/web/dates.ts'
import { readBase64 } from '../../../kit/web/file.ts'
import { useHeldFile } from '../../../kit/web/held.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { Outcome } from '../../../kit/web/ui/Waiting.tsx'
import { cellWords, shiftRefusals, words } from '../../words/shifts.ts'

type Seen = OutputOf<'people.previewShiftRoster'>

function Refused({ of }: { of: Seen['refused'] }): ReactNode {
  const say = useSay()
  if (of.length === 0) return null
  return (
    <>
      <p>{say(words.readRefused, { n: of.length })}</p>
      <ul className="refused-cells small">
        {of.map(({ cell, text, code }) => (
          <li key={cell}>
            <span className="strong">{cell}</span> {text} <span className="soft">{say(cellWords[code])}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Takes a month roster from Excel: what it would change is shown first. */
export function ImportRoster(of: { orgId: string; month: Month; onClose: () => void }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { orgId, month } = of
  const preview = useAction('people.previewShiftRoster')
  const commit = useAction('people.importShiftRoster')
  const [content, setContent] = useState('')
  const read = async (file: File): Promise<void> => {
    commit.reset()
    const bytes = await readBase64(file)
    setContent(bytes)
    await preview.send({ orgId, month, content: bytes })
  }
  const { file, take } = useHeldFile('shifts.file', read)
  const seen = preview.answer
  return (
    <Dialog side title={say(words.importTitle, { month: showMonth(month, language) })} onClose={of.onClose}>
      <p className="soft">{say(words.importLead)}</p>
      <label className="field">
        <span>{say(words.choose)}</span>
        <input type="file" accept=".xlsx" onChange={({ target }) => take(target.files?.[0])} />
      </label>
      {file && <p className="soft small">{say(words.chosenFile, { name: file.name })}</p>}
      <Outcome of={preview} words={shiftRefusals.previewShiftRoster} />
      {seen && commit.state !== 'done' && (
        <>
          <p>{say(words.readPeople, { people: seen.people, changed: seen.changed, same: seen.same })}</p>
          {seen.changed > 0 && (
            <Button
              kind="primary"
              busy={commit.state === 'sending'}
              onPress={() => void commit.send({ orgId, month, content })}
            >
              {say(words.bringIn, { n: seen.changed })}
            </Button>
          )}
          <Refused of={seen.refused} />
        </>
      )}
      <Outcome
        of={commit}
        words={shiftRefusals.importShiftRoster}
        done={say(words.done, { n: commit.answer?.changed ?? 0 })}
      />
    </Dialog>
  )
}
