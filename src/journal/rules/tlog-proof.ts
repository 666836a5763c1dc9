import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { parseNote } from './note.ts'

/**
 * That a leaf stands in a log: its index from 0, the nodes from its sibling up to the root's child, and the checkpoint's note as it was
 * handed out, with whatever cosignatures. `extra` is bytes of the application's own that nothing authenticates (C2SP tlog-proof).
 */
export type TlogProof = {
  readonly index: number
  readonly proof: readonly Uint8Array[]
  readonly note: string
  readonly extra?: Uint8Array
}

const FIRST = 'c2sp.org/tlog-proof@v1'
const HASH_BYTES = 32
/** A tree of safe integers is no higher. */
const MOST_NODES = 53

/** The text of a proof, as it is kept in a `.tlog-proof` file. The note stands in it letter by letter. */
export function showTlogProof({ index, proof, note, extra }: TlogProof): string {
  const extraLine = extra === undefined ? [] : [`extra ${toBase64(extra)}`]
  return `${[FIRST, ...extraLine, `index ${index}`, ...proof.map(toBase64)].join('\n')}\n\n${note}`
}

const LINES =
  /^c2sp\.org\/tlog-proof@v1\n(?:extra ([A-Za-z0-9+/=]*)\n)?index (0|[1-9]\d{0,15})\n((?:[^\n]+\n)*)\n/

function isCheckpointNote(note: string): boolean {
  const parsed = parseNote(note)
  return !isRefused(parsed) && !isRefused(parseCheckpoint(parsed.text))
}

/**
 * Reads a proof without judging it: neither the way to the root nor the signatures. Refuses whatever `showTlogProof` would not write, and
 * a note that is no checkpoint.
 */
export function parseTlogProof(text: string): TlogProof | Refused<'bad-tlog-proof'> {
  const [head, encodedExtra, digits, lines = ''] = LINES.exec(text) ?? []
  if (head === undefined) return refuse('bad-tlog-proof')
  const index = Number(digits)
  const nodes = lines.split('\n').slice(0, -1).map(fromBase64)
  const proof = nodes.filter((node) => node?.length === HASH_BYTES).filter((node) => node !== undefined)
  const extra = encodedExtra === undefined ? undefined : fromBase64(encodedExtra)
  const note = text.slice(head.length)
  const whole =
    Number.isSafeInteger(index) &&
    proof.length === nodes.length &&
    proof.length <= MOST_NODES &&
    (encodedExtra === undefined || extra !== undefined) &&
    isCheckpointNote(note)
  if (!whole) return refuse('bad-tlog-proof')
  return { index, proof, note, ...(extra && { extra }) }
}
