import { z } from 'zod'
import { read, write } from '../../kit/contract.ts'
import { idOf, lineShape } from '../../kit/shapes.ts'

const MOST_BASE64 = 28_000_000
const id = idOf<'meeting_photo'>()

/** Pictures beside the record of a meeting: never asked for. */
export const photoActions = {
  addPhoto: write({
    about:
      'Puts a picture beside the record of a meeting, JPEG or PNG, at most 10 MB, twelve a meeting. What the camera wrote into it, place and time, is not kept. Not once the record is signed.',
    input: z.object({
      meetingId: idOf<'meeting'>(),
      caption: lineShape.default(''),
      base64: z.string().max(MOST_BASE64),
    }),
    output: z.object({ id }),
    refusals: {
      'no-such-meeting': 404,
      'meeting-signed': 409,
      'photo-too-large': 413,
      'not-a-picture': 415,
      'damaged-file': 422,
      'photos-full': 409,
    },
  }),
  removePhoto: write({
    about: 'Takes a picture away from the record of a meeting; not once that is signed.',
    input: z.object({ id }),
    output: z.object({}),
    refusals: { 'no-such-photo': 404, 'no-such-meeting': 404, 'meeting-signed': 409 },
  }),
  listPhotos: read({
    about: 'The pictures of a meeting in the order they were added; `mayChange`: its record is not signed.',
    input: z.object({ meetingId: idOf<'meeting'>() }),
    output: z.object({
      photos: z.array(z.object({ id, caption: z.string(), by: z.string(), at: z.string() })),
      mayChange: z.boolean(),
    }),
    refusals: { 'no-such-meeting': 404 },
  }),
  findPhoto: read({
    about: 'One picture of a meeting.',
    input: z.object({ id }),
    output: z.object({ mime: z.string(), base64: z.string() }),
    refusals: { 'no-such-photo': 404 },
  }),
}
