import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { type IsSigned, parseNote, parseVkey, portableIsSigned, verdictOn } from './note.ts'
import { isConsistent } from './tree.ts'

/** What a phone remembers of the mine's log, by itself: the key it met first, and the tree it last saw to go on. Times in milliseconds. */
export type LogMemory = {
  readonly vkey: string
  readonly size: number
  /** Base64. */
  readonly root: string
  /** The signed note that said so. */
  readonly note: string
  /** When it first met the log, and when it last found all well. */
  readonly since: number
  readonly at: number
}

/** What the server answers to a phone that remembers a size (`journal.findConsistency`). */
export type MemoryAnswer = { readonly note: string; readonly vkey: string; readonly proof: readonly string[] }

/**
 * Why a phone does not believe an answer. `key-changed`: another log than the one it met; `not-signed`: not by that log's key; `smaller`:
 * leaves it saw are gone; `forked`: another tree of the same size; `unproven`: the tree does not go on from the one it saw.
 */
export const MEMORY_ALARMS = ['key-changed', 'not-signed', 'smaller', 'forked', 'unproven'] as const
export type MemoryAlarm = Refused<(typeof MEMORY_ALARMS)[number]>

/** The tree an answer speaks of, when the log of that key signed it. */
function readAnswer(vkey: string, note: string, isSigned: IsSigned): Checkpoint | undefined {
  const signer = parseVkey(vkey)
  const parsed = parseNote(note)
  if (isRefused(signer) || isRefused(parsed)) return undefined
  const checkpoint = parseCheckpoint(parsed.text)
  if (isRefused(checkpoint) || checkpoint.origin !== signer.name) return undefined
  return verdictOn(parsed, signer, isSigned)?.good === true ? checkpoint : undefined
}

function wrongIn(known: LogMemory, fresh: Checkpoint, proof: readonly string[]): MemoryAlarm | undefined {
  if (fresh.size < known.size) return refuse('smaller', undefined, { known: known.size, found: fresh.size })
  if (fresh.size === known.size)
    return toBase64(fresh.root) === known.root ? undefined : refuse('forked', undefined, { size: known.size })
  const steps = proof.map((step) => fromBase64(step) ?? new Uint8Array(0))
  const older = { size: known.size, root: fromBase64(known.root) ?? new Uint8Array(0) }
  return isConsistent(older, fresh, steps)
    ? undefined
    : refuse('unproven', undefined, { known: known.size, found: fresh.size })
}

/**
 * Holds an answer against what is remembered: what to remember from now on, or why it is not to be believed; then nothing of it is
 * remembered. With nothing remembered the first answer that is signed by its own key is believed.
 */
export function checkMemory(
  known: LogMemory | undefined,
  answer: MemoryAnswer,
  now: number,
  isSigned: IsSigned = portableIsSigned,
): LogMemory | MemoryAlarm {
  if (known && known.vkey !== answer.vkey) return refuse('key-changed')
  const fresh = readAnswer(answer.vkey, answer.note, isSigned)
  if (!fresh) return refuse('not-signed')
  const wrong = known && wrongIn(known, fresh, answer.proof)
  if (wrong) return wrong
  const { size, root } = fresh
  const { vkey, note } = answer
  return { vkey, size, root: toBase64(root), note, since: known?.since ?? now, at: now }
}

/** The evidence of an alarm as a text to keep and to hand over: what was remembered, and what came. */
export const showEvidence = (
  why: MemoryAlarm['refused'],
  known: LogMemory | undefined,
  answer: MemoryAnswer,
): string =>
  [
    '矿灯存证警报 / Pitlamp journal alarm',
    `why: ${why}`,
    `--- remembered since ${known ? new Date(known.since).toISOString() : '-'}, last good ${known ? new Date(known.at).toISOString() : '-'} ---`,
    `key: ${known?.vkey ?? '-'}`,
    known?.note ?? '-',
    '--- received ---',
    `key: ${answer.vkey}`,
    answer.note,
    'proof:',
    ...answer.proof,
    '',
  ].join('\n')
