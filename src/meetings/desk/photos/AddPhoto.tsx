import { type ReactNode, useState } from 'react'
import type { Id } from '../../../kit/id.ts'
import { useAction } from '../../../kit/web/act.ts'
import { readBase64 } from '../../../kit/web/file.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { fill, useLanguage, useSay } from '../../../kit/web/say.ts'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { Field, useWrongs, type Wrong, Wrongs } from '../../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { Outcome } from '../../../kit/web/ui/Waiting.tsx'
import { MOST_PHOTO_MB } from '../../rules/photos.ts'
import { photoRefusals, words } from '../../words/photos.ts'

const KINDS = '.jpg,.jpeg,.png'
const MB = 1024 * 1024

/** What is chosen and typed, and sending it: a picture too large is told before it is sent. */
function useAdding(meetingId: Id<'meeting'>) {
  const language = useLanguage()
  const [caption, setCaption] = useHeld('photo.caption', '')
  const [file, setFile] = useHeld<File | undefined>('photo.file', undefined)
  const [own, setOwn] = useState<readonly Wrong[]>([])
  const act = useAction('meetings.addPhoto')
  const told = useWrongs(act.problem)
  const wrong = (says: string): false => {
    setOwn([{ path: 'file', says }])
    return false
  }
  const choose = (chosen: File | undefined): void => {
    const isLarge = (chosen?.size ?? 0) > MOST_PHOTO_MB * MB
    setFile(isLarge ? undefined : chosen)
    setOwn([])
    if (isLarge)
      wrong(fill(photoRefusals.addPhoto['photo-too-large'][language], { megabytes: MOST_PHOTO_MB }))
  }
  const send = async (): Promise<boolean> => {
    if (!file) return wrong(words.unchosen[language])
    const base64 = await readBase64(file).catch(() => undefined)
    if (base64 === undefined) return wrong(words.unreadable[language])
    return (await act.send({ meetingId, caption, base64 })) !== undefined
  }
  return { caption, setCaption, file, choose, send, act, wrongs: own.length > 0 ? own : told }
}

/** Adds a picture with a caption, which may stay empty. */
export function AddPhoto({
  meetingId,
  onClose,
}: {
  meetingId: Id<'meeting'>
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const { caption, setCaption, file, choose, send, act, wrongs } = useAdding(meetingId)
  const onSend = async (): Promise<void> => {
    if (await send()) onClose()
  }
  return (
    <Dialog title={say(words.add)} onClose={onClose}>
      <Form label={say(words.add)} onSend={() => void onSend()}>
        <p className="soft">{say(words.lead)}</p>
        <Outcome of={act} words={photoRefusals.addPhoto} />
        <Wrongs of={wrongs}>
          <Field path="file" label={say(words.title)} width="full">
            {(ties) => (
              <span className="row">
                <label className="button photo-pick">
                  {say(words.choose)}
                  <input
                    type="file"
                    accept={KINDS}
                    {...ties}
                    onChange={({ target }) => choose(target.files?.[0])}
                  />
                </label>
                <span className="soft">{file?.name}</span>
              </span>
            )}
          </Field>
          <TextInput path="caption" label={say(words.caption)} value={caption} onChange={setCaption} />
        </Wrongs>
        <Send busy={act.state === 'sending'}>{say(words.add)}</Send>
      </Form>
    </Dialog>
  )
}
