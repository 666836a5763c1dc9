import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { sameBytes } from './hash.ts'
import { type IsSigned, parseNote, portableIsSigned, SIGNATURE_TYPES, verdictOn } from './note.ts'

/** How a checkpoint from paper stands to the logs kept here. `ended`: it begins a log that ended; the others say themselves. */
export const PRINTED = ['begins', 'ended', 'log-forked', 'not-signed', 'not-a-checkpoint'] as const
export type Printed = (typeof PRINTED)[number]

const SIGNED_BY = '—'

/** The note in what a scan gave: whoever copies it may lose line breaks or gain some, and nothing in a note depends on them. */
export function tidyNote(scanned: string): string {
  const [origin = '', size = '', root = '', ...rest] = scanned.split(/[\s\uFEFF]+/u).filter(Boolean)
  const lines = rest.join(' ').split(` ${SIGNED_BY} `).join(`\n${SIGNED_BY} `)
  return `${origin}\n${size}\n${root}\n\n${lines}\n`
}

/** The checkpoint in what a scan gave, once the log it names signed it with this key. */
export function readPrinted(
  scanned: string,
  publicKey: Uint8Array,
  isSigned: IsSigned = portableIsSigned,
): Checkpoint | Refused<'not-signed' | 'not-a-checkpoint'> {
  const note = parseNote(tidyNote(scanned))
  const checkpoint = isRefused(note) ? note : parseCheckpoint(note.text)
  if (isRefused(note) || isRefused(checkpoint)) return refuse('not-a-checkpoint')
  const signer = { name: checkpoint.origin, type: SIGNATURE_TYPES.ed25519, publicKey }
  return verdictOn(note, signer, isSigned)?.good === true ? checkpoint : refuse('not-signed')
}

/**
 * How a signed checkpoint stands to the log of its name as it is kept here: `root` over as many of its leaves, undefined where there are
 * not so many, or no such log. Signed by the log's own key and not its beginning, it shows a fork.
 */
export function standsTo(
  { root }: Checkpoint,
  log: { readonly ended: boolean; readonly root: Uint8Array | undefined },
): 'begins' | 'ended' | 'log-forked' {
  if (!log.root || !sameBytes(root, log.root)) return 'log-forked'
  return log.ended ? 'ended' : 'begins'
}
