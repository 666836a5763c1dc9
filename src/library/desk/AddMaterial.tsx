import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { isRefused } from '../../kit/refuse.ts'
import { useAction } from '../../kit/web/act.ts'
import { readBase64 } from '../../kit/web/file.ts'
import { useHeld } from '../../kit/web/held.ts'
import { fill, type Language, useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { Field, useWrongs, type Wrong, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { LongInput, TextInput } from '../../kit/web/ui/TextInput.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import type { Unit } from '../../org/ui/units.ts'
import { checkSize, kindByName, MOST_MB, TAKEN } from '../rules.ts'
import { words } from '../words/desk.ts'
import { refusals } from '../words/pages.ts'
import './library.css'
import { UnitField } from '../../org/ui/UnitField.tsx'

/** Why a chosen file is not taken, told before it is sent; undefined: it may be. */
function whyNot({ name, size }: File, language: Language): Wrong | undefined {
  const [sized, named] = [checkSize(size), kindByName(name)]
  const no = isRefused(sized) ? sized.refused : isRefused(named) ? named.refused : undefined
  if (!no) return undefined
  const says = refusals.addMaterial[no][language]
  return { path: 'file', says: fill(says, { megabytes: MOST_MB }) }
}

/** What is typed and chosen, and sending it: a file too large is told before it is sent. */
function useAdding(first: string) {
  const language = useLanguage()
  const [entry, setEntry] = useHeld('material.entry', { orgId: first, title: '', body: '' })
  const [file, setFile] = useHeld<File | null>('material.file', null)
  const [own, setOwn] = useState<readonly Wrong[]>([])
  const add = useAction('library.addMaterial')
  const told = useWrongs(add.problem)
  const choose = (chosen: File | undefined): void => {
    const wrong = chosen && whyNot(chosen, language)
    setFile(wrong ? null : (chosen ?? null))
    setOwn(wrong ? [wrong] : [])
  }
  const send = async (): Promise<string | undefined> => {
    // What was chosen and not taken is not left out silently.
    if (own.length > 0) return undefined
    const base64 = file && (await readBase64(file).catch(() => undefined))
    if (file && base64 === undefined) {
      setOwn([{ path: 'file', says: words.unreadable[language] }])
      return undefined
    }
    const answer = await add.send({
      ...entry,
      file: file && typeof base64 === 'string' ? { name: file.name, base64 } : null,
    })
    return answer?.id
  }
  const set = (change: Partial<typeof entry>): void => setEntry({ ...entry, ...change })
  return {
    entry,
    set,
    file,
    choose,
    send,
    add,
    wrongs: own.length > 0 ? own : told,
    hasFile: file !== null || own.length > 0,
  }
}

type Picking = {
  readonly name: string
  /** Whether there is a choice to take back. */
  readonly hasFile: boolean
  readonly onChoose: (file: File | undefined) => void
}

/** The browser’s own way to choose a file, in the words of the page. */
function FileField({ name, hasFile, onChoose }: Picking): ReactNode {
  const say = useSay()
  return (
    <Field path="file" label={say(words.file)} hint={say(words.fileHint)} width="full">
      {(ties) => (
        <span className="row">
          <label className="button file-pick">
            {say(words.choose)}
            <input
              type="file"
              accept={TAKEN}
              {...ties}
              onChange={({ target }) => {
                onChoose(target.files?.[0])
                // The same file, mended, may be chosen again.
                target.value = ''
              }}
            />
          </label>
          <span className="soft">{name}</span>
          {hasFile && (
            <Button kind="quiet" onPress={() => onChoose(undefined)}>
              <u>{say(words.noFile)}</u>
            </Button>
          )}
        </span>
      )}
    </Field>
  )
}

/** Adds something to read: a text, a file, or both. */
export function AddMaterial({ units, onClose }: { units: readonly Unit[]; onClose: () => void }): ReactNode {
  const say = useSay()
  const [, go] = useLocation()
  const { entry, set, file, hasFile, choose, send, add, wrongs } = useAdding(units[0]?.id ?? '')
  const onSend = async (): Promise<void> => {
    const id = await send()
    if (id) go(`/library/${id}`)
  }
  return (
    <Dialog title={say(words.add)} onClose={onClose}>
      <Form label={say(words.add)} length="long" onSend={() => void onSend()}>
        <Outcome of={add} words={refusals.addMaterial} />
        <Wrongs of={wrongs}>
          <UnitField
            units={units}
            label={say(words.unit)}
            value={entry.orgId}
            onChange={(orgId) => set({ orgId })}
          />
          <TextInput
            path="title"
            label={say(words.name)}
            value={entry.title}
            onChange={(title) => set({ title })}
          />
          <LongInput
            path="body"
            label={say(words.body)}
            value={entry.body}
            onChange={(body) => set({ body })}
          />
          <FileField name={file?.name ?? ''} hasFile={hasFile} onChoose={choose} />
        </Wrongs>
        <Send busy={add.state === 'sending'}>{say(words.send)}</Send>
      </Form>
    </Dialog>
  )
}
