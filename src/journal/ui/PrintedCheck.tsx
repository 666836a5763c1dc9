import { type ReactNode, useState } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useRead } from '../../kit/web/read.ts'
import { fill, useLanguage, useSay } from '../../kit/web/say.ts'
import { Field, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { Notice } from '../../kit/web/ui/Parts.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { printedWords, words } from '../words/printed.ts'

type Answer = OutputOf<'journal.holdCheckpoint'>

const LOOKS = {
  begins: 'done',
  ended: 'done',
  'log-forked': 'wrong',
  'not-signed': 'late',
  'not-a-checkpoint': 'late',
} as const satisfies Record<Answer['stands'], string>

function Stands({ of }: { of: Answer }): ReactNode {
  const language = useLanguage()
  const { stands, size, log, today: n } = of
  const says = fill(printedWords[stands][language], { size: size ?? 0, n, log: log ?? '' })
  return (
    <Notice kind={LOOKS[stands]}>
      {stands === 'log-forked' ? (
        <p className="strong" role="alert">
          {says}
        </p>
      ) : (
        <p>{says}</p>
      )}
    </Notice>
  )
}

/** Holds what was scanned off paper against the journal (journal §4). */
export function PrintedCheck(): ReactNode {
  const say = useSay()
  const may = useMay()
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState<string>()
  const read = useRead('journal.holdCheckpoint', asked === undefined ? null : { note: asked })
  const [isEmpty, setEmpty] = useState(false)
  const send = (): void => {
    const text = note.trim()
    setEmpty(text === '')
    if (text !== '' && text === asked) read.retry()
    else setAsked(text || undefined)
  }
  if (!may('journal.holdCheckpoint')) return null
  return (
    <details className="printed-check unprinted">
      <summary>
        {say(words.title)} <span className="soft small">{say(words.lead)}</span>
      </summary>
      <Form label={say(words.title)} length="long" onSend={send}>
        <Wrongs of={isEmpty ? [{ path: 'note', says: say(words.empty) }] : []}>
          <Field path="note" label={say(words.note)} hint={say(words.noteHint)} width="full">
            {(ties) => (
              <textarea
                className="input code"
                {...ties}
                rows={6}
                autoComplete="off"
                spellCheck={false}
                value={note}
                onChange={({ target }) => setNote(target.value)}
              />
            )}
          </Field>
        </Wrongs>
        <Send kind="plain" busy={false}>
          {say(words.check)}
        </Send>
      </Form>
      {asked !== undefined && (
        <div aria-live="polite">
          {read.state === 'ready' ? <Stands of={read.data} /> : <Waiting of={read} words={{}} lines={2} />}
        </div>
      )}
    </details>
  )
}
