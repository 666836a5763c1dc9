import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { sameBytes } from './hash.ts'
import { type IsSigned, parseNote, portableIsSigned, SIGNATURE_TYPES, verdictOn } from './note.ts'

/** How a checkpoint from paper stands to the logs kept here. `ended`: it begins a log that ended; the others say themselves. */
export const PRINTED = ['begins', 'ended', 'log-forked', 'not-signed', 'not-a-checkpoint'] as const
export type Printed = (typeof PRINTED)[number]

/** What somebody's text holds: the checkpoints in it, as they were signed, and the lines, from 1, where something begins that is none. */
export type FoundNotes = { readonly notes: readonly string[]; readonly strays: readonly number[] }

type Word = { readonly is: string; readonly line: number }

const SIZE = /^\d{1,16}$/
const ROOT = /^[A-Za-z0-9+/]{43}=$/
/** The dash before a signature, or what a mail or a keyboard made of it. */
const DASH = /^\W{1,3}$/
const SIGNATURE = /^[A-Za-z0-9+/]{80,}={0,2}$/

/** The words of a text. Whoever copies a note may lose line breaks or gain some, and nothing in a note depends on them. */
const wordsOf = (text: string): Word[] =>
  text
    .split(/\r\n|\r|\n/u)
    .flatMap((line, at) => line.split(/[\s\uFEFF]+/u).map((is) => ({ is, line: at + 1 })))
    .filter(({ is }) => is !== '')

/** The note whose words begin here, and how many they are; undefined where none begins. */
function noteAt(words: readonly Word[], at: number): { note: string; length: number } | undefined {
  const [origin = '', size = '', root = ''] = words.slice(at, at + 3).map(({ is }) => is)
  if (!SIZE.test(size) || !ROOT.test(root)) return undefined
  let lines = ''
  let length = 3
  for (;;) {
    const [dash = '', name = '', signature = ''] = words
      .slice(at + length, at + length + 3)
      .map(({ is }) => is)
    if (!DASH.test(dash) || !SIGNATURE.test(signature)) break
    lines += `— ${name} ${signature}\n`
    length += 3
  }
  return lines === '' ? undefined : { note: `${origin}\n${size}\n${root}\n\n${lines}`, length }
}

/** The checkpoints in a text that somebody kept: scanned, pasted, one after the other, with words of their own between them. */
export function findNotes(text: string): FoundNotes {
  const words = wordsOf(text)
  const notes: string[] = []
  const strays: number[] = []
  let isStray = false
  for (let at = 0; at < words.length; ) {
    const found = noteAt(words, at)
    if (found) notes.push(found.note)
    else if (!isStray) strays.push(words[at]?.line ?? 1)
    isStray = !found
    at += found?.length ?? 1
  }
  return { notes, strays }
}

/** The one checkpoint in what a scan gave, once the log it names signed it with this key. */
export function readPrinted(
  scanned: string,
  publicKey: Uint8Array,
  isSigned: IsSigned = portableIsSigned,
): Checkpoint | Refused<'not-signed' | 'not-a-checkpoint'> {
  const { notes } = findNotes(scanned)
  const note = parseNote(notes.length === 1 ? (notes[0] ?? '') : '')
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
