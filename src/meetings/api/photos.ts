import { append } from '../../journal/store/append.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { type Action, on, type Place } from '../../kit/server/action.ts'
import { keep } from '../../library/api/keep.ts'
import { MIMES } from '../../library/rules.ts'
import { placeOf } from '../api.ts'
import { contract } from '../contract.ts'
import { checkPhotos, readPicture } from '../rules/photos.ts'
import { DENIED } from '../rules/room.ts'
import { findMeeting } from '../store/meetings.ts'
import * as photos from '../store/photos.ts'
import { by, placeIn } from './meet.ts'
import { holdRoom } from './room/held.ts'

async function placeOfPhoto(
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'meeting_photo'>,
): Promise<Place | Refused<'no-such-photo'>> {
  return placeIn(await photos.findPhoto(db, mineId, id), 'no-such-photo')
}

const add = on(
  contract.addPhoto,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.meetingId),
  async ({ input, tx, ...asked }) => {
    const { now: at } = asked
    const { mineId, accountId } = asked.actor
    const { meetingId, caption } = input
    const of = { mineId, meetingId }
    const picture = readPicture(Buffer.from(input.base64, 'base64'))
    if (isRefused(picture)) return picture
    const meeting = await holdRoom(tx, of, DENIED.changePhotos)
    if (isRefused(meeting)) return meeting
    const room = checkPhotos((await photos.listPhotos(tx, of)).length)
    if (isRefused(room)) return room

    const file = { kind: picture.kind, bytes: Buffer.from(picture.bytes) }
    const fileHash = await keep(tx, { mineId, now: at }, file)
    const added = { fileHash, caption, orgId: meeting.orgId, accountId, at }
    const id = await photos.addPhoto(tx, of, added)
    await append(tx, by(asked), contract.addPhoto.name, photos.photoRecord, [id])
    return { id }
  },
)

const remove = on(
  contract.removePhoto,
  ({ input, actor, db }) => placeOfPhoto(db, actor.mineId, input.id),
  async ({ input: { id }, tx, ...asked }) => {
    const { mineId } = asked.actor
    const photo = await photos.findPhoto(tx, mineId, id)
    if (!photo) return refuse('no-such-photo')
    const meeting = await holdRoom(tx, { mineId, meetingId: photo.meetingId }, DENIED.changePhotos)
    if (isRefused(meeting)) return meeting
    if (!(await photos.findPhoto(tx, mineId, id))) return refuse('no-such-photo')

    await photos.removePhoto(tx, mineId, { id, at: asked.now })
    await append(tx, by(asked), contract.removePhoto.name, photos.photoRecord, [id])
    return {}
  },
)

const list = on(
  contract.listPhotos,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.meetingId),
  async ({ input, actor: { mineId }, tx }) => {
    const meeting = await findMeeting(tx, mineId, input.meetingId)
    if (!meeting) return refuse('no-such-meeting')
    const listed = await photos.listPhotos(tx, { mineId, ...input })
    return {
      photos: listed.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
      mayChange: meeting.roomState !== 'signed',
    }
  },
)

const find = on(
  contract.findPhoto,
  ({ input, actor, db }) => placeOfPhoto(db, actor.mineId, input.id),
  async ({ input, actor, tx }) => {
    const file = await photos.findPhotoFile(tx, actor.mineId, input.id)
    if (!file) return refuse('no-such-photo')
    return { mime: MIMES[file.kind], base64: file.bytes.toString('base64') }
  },
)

/** Pictures beside the record of a meeting. */
export const photoActions: readonly Action[] = [add, remove, list, find]
