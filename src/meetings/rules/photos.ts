import { type Refused, refuse } from '../../kit/refuse.ts'
import { stripJpeg, stripPng } from '../../library/rules/pictures.ts'
import { lookAt } from '../../library/rules.ts'

/** A photo is at most so large, in megabytes of 1024 × 1024 bytes. */
export const MOST_PHOTO_MB = 10
/** So many stand beside one record at most. */
export const MOST_PHOTOS = 12
const MB = 1024 * 1024

/** A picture without what cameras and programs write into it. */
export type Picture = { readonly kind: 'jpeg' | 'png'; readonly bytes: Uint8Array }

const STRIPS = { jpeg: stripJpeg, png: stripPng } as const

/** A picture as it is kept: what it is by its content, stripped of place, time and camera (R10.1). */
export function readPicture(
  bytes: Uint8Array,
): Picture | Refused<'photo-too-large' | 'not-a-picture' | 'damaged-file'> {
  if (bytes.length > MOST_PHOTO_MB * MB)
    return refuse('photo-too-large', undefined, { megabytes: MOST_PHOTO_MB })
  const kind = lookAt(bytes, () => '\0')
  if (kind !== 'jpeg' && kind !== 'png') return refuse('not-a-picture')
  const stripped = STRIPS[kind](bytes)
  return 'refused' in stripped ? stripped : { kind, bytes: stripped }
}

/** Whether one more has room. */
export const checkPhotos = (standing: number): 'fine' | Refused<'photos-full'> =>
  standing >= MOST_PHOTOS ? refuse('photos-full', undefined, { most: MOST_PHOTOS }) : 'fine'
