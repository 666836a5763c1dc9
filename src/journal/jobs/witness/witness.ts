import { verify } from 'node:crypto'
import { join } from 'node:path'
import { isRefused, type Refused } from '../../../kit/refuse.ts'
import { sameBytes } from '../../rules/hash.ts'
import type { IsSigned, Signer } from '../../rules/note.ts'
import {
  cosign,
  judgeSubmission,
  originName,
  parseSubmission,
  readSigned,
  type Sign,
  type Submission,
  WITNESS_STATUS,
  type WitnessRefusal,
} from '../../rules/witness.ts'
import { countAlarms, keepAlarm, openMemory, type WitnessMemory } from '../../store/witness-memory.ts'

/** The platform's Ed25519: some thirty times faster than the portable one. */
export const isSigned: IsSigned = (signature, message, publicKey) => {
  const x = Buffer.from(publicKey).toString('base64url')
  const key = { key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' } as const
  return signature.length === 64 && verify(null, message, key, signature)
}

/** What a witness found that a log must not do, with the evidence it kept. `file` undefined: it was kept before. */
export type Alarm = {
  readonly why: 'forked' | 'unproven'
  readonly origin: string
  readonly file: string | undefined
}

export type WitnessParts = {
  /** A folder of its own, for nothing else. */
  readonly dir: string
  readonly signer: Signer
  readonly sign: Sign
  readonly logs: readonly Signer[]
  readonly clock: () => Date
  readonly alarm: (alarm: Alarm) => void
}

/** An answer over HTTP. */
export type WitnessAnswer = { readonly status: number; readonly type: string; readonly body: string }

/** A witness of logs: signs what goes on from what it signed before, and nothing else (C2SP tlog-witness). */
export type Witness = {
  /** Answers the body of `add-checkpoint`. */
  readonly add: (body: string) => WitnessAnswer
  /** The newest checkpoint it signed for a log, by `originName`, or the one of a size; with its own line. */
  readonly find: (name: string, size?: number) => string | undefined
  /** What it remembers, one for each log. */
  readonly list: () => readonly { readonly origin: string; readonly size: number }[]
  /**
   * Holds a checkpoint somebody else shows against what this witness signed at its size, and raises an alarm where they differ. Undefined:
   * it signed nothing of that size, or the note is not signed by a log it knows.
   */
  readonly compare: (note: string) => 'agrees' | 'forked' | undefined
  readonly countAlarms: () => number
}

const TEXT = 'text/plain; charset=utf-8'
const TYPE_OF: Partial<Record<WitnessRefusal['refused'], string>> = {
  stale: 'text/x.tlog.size',
  forked: 'text/x.tlog.size',
}

const evidenceOf = (why: Alarm['why'], submission: Submission, known: string): string =>
  [
    why === 'forked'
      ? 'This log signed two different trees of one size. Both notes below are signed by its key; anybody can check them.'
      : 'This log did not show that the second tree goes on from the first. Ask its keepers for the proof, and keep this file.',
    `--- remembered ---\n${known}--- received (old ${submission.old}) ---\n${submission.note}`,
  ].join('\n\n')

function answerRefusal(refused: WitnessRefusal): WitnessAnswer {
  const size = refused.facts?.['size']
  const body = size === undefined ? refused.refused : String(size)
  return {
    status: WITNESS_STATUS[refused.refused],
    type: TYPE_OF[refused.refused] ?? TEXT,
    body: `${body}\n`,
  }
}

type Memories = ReadonlyMap<string, WitnessMemory>

function raise(
  { dir, alarm }: WitnessParts,
  memories: Memories,
  submission: Submission,
  why: Alarm['why'],
): void {
  const origin = submission.note.slice(0, submission.note.indexOf('\n'))
  const memory = memories.get(origin)
  const size = Number(submission.note.split('\n')[1])
  const known = (why === 'forked' ? memory?.at(size) : undefined) ?? memory?.last()
  const file = keepAlarm(dir, origin, evidenceOf(why, submission, known?.note ?? '(nothing)\n'))
  alarm({ why, origin, file })
}

function add(parts: WitnessParts, memories: Memories, body: string): WitnessAnswer {
  const submission = parseSubmission(body)
  if (isRefused(submission)) return answerRefusal(submission)
  const mind = {
    logs: parts.logs,
    known: (origin: string) => memories.get(origin)?.last(),
    before: (origin: string, size: number) => memories.get(origin)?.at(size),
  }
  const judged = judgeSubmission(submission, mind, isSigned)
  if (isRefused(judged)) {
    const { refused } = judged
    if (refused === 'forked' || refused === 'unproven') raise(parts, memories, submission, refused)
    return answerRefusal(judged)
  }
  const { head, note } = judged
  const timeS = Math.floor(parts.clock().getTime() / 1000)
  const line = cosign(parts.signer, parts.sign, { text: note.text, timeS })
  // What others signed is theirs to show: the memory keeps the log's note as it came, with this witness's line.
  const memory = memories.get(head.origin)
  if (memory?.last()?.size !== head.size) memory?.add(head, `${submission.note}${line}`)
  return { status: 200, type: TEXT, body: line }
}

function compare(parts: WitnessParts, memories: Memories, note: string): 'agrees' | 'forked' | undefined {
  const head = readSigned(note, parts.logs, isSigned)
  const known = head && memories.get(head.origin)?.at(head.size)
  if (!head || !known) return undefined
  if (sameBytes(known.root, head.root)) return 'agrees'
  raise(parts, memories, { old: head.size, proof: [], note }, 'forked')
  return 'forked'
}

/** Opens a witness on its folder. Refuses when its memory was changed. */
export function openWitness(parts: WitnessParts): Witness | Refused<'witness-damaged'> {
  const memories = new Map<string, WitnessMemory>()
  for (const { name } of parts.logs) {
    const memory = openMemory(join(parts.dir, 'logs'), name)
    if (isRefused(memory)) return memory
    memories.set(name, memory)
  }
  const byName = new Map([...memories].map(([origin, memory]) => [originName(origin), memory]))
  return {
    add: (body) => add(parts, memories, body),
    find: (name, size) => {
      const memory = byName.get(name)
      return (size === undefined ? memory?.last() : memory?.at(size))?.note
    },
    list: () => [...memories.values()].map(({ origin, last }) => ({ origin, size: last()?.size ?? 0 })),
    compare: (note) => compare(parts, memories, note),
    countAlarms: () => countAlarms(parts.dir),
  }
}
