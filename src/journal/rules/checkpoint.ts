import { type Refused, refuse } from '../../kit/refuse.ts'
import { fromBase64, toBase64 } from './base64.ts'
import type { Tree } from './tree.ts'

/** What a log says about itself: its origin, how many leaves it has and the root over them (C2SP tlog-checkpoint). */
export type Checkpoint = Tree & { readonly origin: string }

/** The text of a checkpoint's note: three lines, no extension lines (journal §3). */
export const showCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`

const LINES = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([^\n]+)\n$/

/** Reads the text of a checkpoint's note. Refuses what `showCheckpoint` would not write. */
export function parseCheckpoint(text: string): Checkpoint | Refused<'bad-checkpoint'> {
  const [, origin = '', digits = '', encoded = ''] = LINES.exec(text) ?? []
  const size = Number(digits)
  const root = fromBase64(encoded)
  if (!origin || !Number.isSafeInteger(size) || root?.length !== 32) return refuse('bad-checkpoint')
  return { origin, size, root }
}
