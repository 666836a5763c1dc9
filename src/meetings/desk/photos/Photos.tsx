import type { ReactNode } from 'react'
import type { OutputOf } from '../../../kit/contract.ts'
import type { Id } from '../../../kit/id.ts'
import { useAction } from '../../../kit/web/act.ts'
import { showInstant } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { Outcome, Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { photoRefusals, words } from '../../words/photos.ts'
import { AddPhoto } from './AddPhoto.tsx'
import './photos.css'

type Listed = OutputOf<'meetings.listPhotos'>['photos'][number]

function Removing({ photo, name, onClose }: { photo: Listed; name: string; onClose: () => void }): ReactNode {
  const say = useSay()
  const act = useAction('meetings.removePhoto')
  const remove = async (): Promise<void> => {
    if (await act.send({ id: photo.id })) onClose()
  }
  return (
    <Dialog title={say(words.removeNamed, { name })} onClose={onClose}>
      <p>{say(words.removeLead)}</p>
      <Outcome of={act} words={photoRefusals.removePhoto} />
      <div className="row">
        <Button kind="primary" busy={act.state === 'sending'} onPress={() => void remove()}>
          {say(words.remove)}
        </Button>
      </div>
    </Dialog>
  )
}

function Photo({ photo, no, canRemove }: { photo: Listed; no: number; canRemove: boolean }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const read = useRead('meetings.findPhoto', { id: photo.id })
  const [removing, setRemoving] = useHeld(`photo.removing.${photo.id}`, false)
  const name = photo.caption || say(words.plain, { no })
  return (
    <figure className="stack tight">
      {read.state === 'ready' ? (
        <img src={`data:${read.data.mime};base64,${read.data.base64}`} alt={name} />
      ) : (
        <Waiting of={read} words={photoRefusals.findPhoto} lines={6} />
      )}
      <figcaption className="stack tight">
        {photo.caption && <span>{photo.caption}</span>}
        <span className="soft small">
          {say(words.by, { by: photo.by, at: showInstant(photo.at, language) })}
        </span>
      </figcaption>
      {canRemove && (
        <div className="row">
          <Button kind="quiet" label={say(words.removeNamed, { name })} onPress={() => setRemoving(true)}>
            {say(words.remove)}
          </Button>
        </div>
      )}
      {removing && <Removing {...{ photo, name }} onClose={() => setRemoving(false)} />}
    </figure>
  )
}

/** The pictures beside a record, at its end; nobody is asked for any. */
export function Photos({ meetingId }: { meetingId: Id<'meeting'> }): ReactNode {
  const say = useSay()
  const may = useMay()
  const read = useRead('meetings.listPhotos', { meetingId })
  const [adding, setAdding] = useHeld('photo.adding', false)
  if (read.state !== 'ready') return <Waiting of={read} words={photoRefusals.listPhotos} lines={2} />
  const { photos, mayChange } = read.data
  const canAdd = mayChange && may('meetings.addPhoto')
  if (photos.length === 0 && !canAdd) return null
  return (
    <Part title={say(words.title)}>
      {photos.length > 0 && (
        <div className="photos">
          {photos.map((photo, at) => (
            <Photo
              key={photo.id}
              {...{ photo, no: at + 1 }}
              canRemove={mayChange && may('meetings.removePhoto')}
            />
          ))}
        </div>
      )}
      {canAdd && (
        <div className="row">
          <Button onPress={() => setAdding(true)}>{say(words.add)}</Button>
        </div>
      )}
      {adding && <AddPhoto meetingId={meetingId} onClose={() => setAdding(false)} />}
    </Part>
  )
}
