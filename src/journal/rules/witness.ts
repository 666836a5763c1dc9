import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { portableSha256, sameBytes } from './hash.ts'
import {
  cosignedText,
  type IsSigned,
  keyIdOf,
  type Note,
  parseNote,
  portableIsSigned,
  SIGNATURE_TYPES,
  type Signer,
  showSignature,
  verdictOn,
} from './note.ts'
import { EMPTY_RANGE, isConsistent, rootOf, type Tree } from './tree.ts'

/** A checkpoint handed to a witness, with what shows that it goes on from a size (C2SP tlog-witness add-checkpoint). */
export type Submission = {
  readonly old: number
  readonly proof: readonly Uint8Array[]
  /** The signed checkpoint as it came. */
  readonly note: string
}

const MOST_STEPS = 63
const OLD = /^old (0|[1-9]\d{0,15})$/

/** The body of `add-checkpoint`. */
export const showSubmission = ({ old, proof, note }: Submission): string =>
  `${[`old ${old}`, ...proof.map(toBase64)].join('\n')}\n\n${note}`

/** Reads the body of `add-checkpoint`. Refuses what `showSubmission` would not write. */
export function parseSubmission(body: string): Submission | Refused<'bad-submission'> {
  const end = body.indexOf('\n\n')
  const [first = '', ...steps] = body.slice(0, Math.max(end, 0)).split('\n')
  const old = Number(OLD.exec(first)?.[1] ?? Number.NaN)
  const proof = steps.map(fromBase64).filter((step) => step?.length === 32)
  const whole = end > 0 && Number.isSafeInteger(old) && steps.length <= MOST_STEPS
  return whole && proof.length === steps.length
    ? { old, proof: proof.filter((step) => step !== undefined), note: body.slice(end + 2) }
    : refuse('bad-submission')
}

/** The head of a checkpoint that may carry extension lines: other logs write some. */
function headOf(text: string): Checkpoint | Refused {
  const lines = text.split('\n')
  const extensions = lines.slice(3, -1)
  if (extensions.includes('')) return refuse('bad-checkpoint')
  return parseCheckpoint(`${lines.slice(0, 3).join('\n')}\n`)
}

/** Why a witness does not sign. `old-too-large`, `stale` and `forked` are told apart by what they ask of the log. */
export type WitnessRefusal = Refused<
  'bad-submission' | 'unknown-log' | 'not-signed' | 'old-too-large' | 'stale' | 'unproven' | 'forked'
>

/** The answer's status for each refusal (tlog-witness); signed is 200. */
export const WITNESS_STATUS: Readonly<Record<WitnessRefusal['refused'], number>> = {
  'bad-submission': 400,
  'unknown-log': 404,
  'not-signed': 403,
  'old-too-large': 400,
  stale: 409,
  unproven: 422,
  forked: 409,
}

/** What a witness goes by: the logs it knows, each by its key, and the tree it signed last for an origin; undefined: none yet. */
export type WitnessMind = {
  readonly logs: readonly Signer[]
  readonly known: (origin: string) => Tree | undefined
  /** A tree of that size it signed for the origin at any time. */
  readonly before: (origin: string, size: number) => Tree | undefined
}

/** A submission that is signed by a log the witness knows. */
type Heard = { readonly head: Checkpoint; readonly note: Note }

function hear(note: string, { logs }: WitnessMind, isSigned: IsSigned): Heard | WitnessRefusal {
  const parsed = parseNote(note)
  const head = isRefused(parsed) ? parsed : headOf(parsed.text)
  if (isRefused(parsed) || isRefused(head)) return refuse('bad-submission')
  const own = logs.filter(({ name }) => name === head.origin)
  if (own.length === 0) return refuse('unknown-log')
  const good = own.some((log) => verdictOn(parsed, log, isSigned)?.good === true)
  return good ? { head, note: parsed } : refuse('not-signed')
}

/** The head of a checkpoint that one of the logs signed; undefined: it is none. */
export function readSigned(
  note: string,
  logs: readonly Signer[],
  isSigned: IsSigned,
): Checkpoint | undefined {
  const heard = hear(note, { logs, known: () => undefined, before: () => undefined }, isSigned)
  return isRefused(heard) ? undefined : heard.head
}

const NOTHING: Tree = { size: 0, root: rootOf(EMPTY_RANGE) }

/** What a witness may sign: the checkpoint, and its note. */
export type Accepted = { readonly head: Checkpoint; readonly note: Note }

/**
 * Decides whether a witness signs (tlog-witness): a log it knows must have signed, and the tree must go on from the one it signed last.
 * `forked`: the log signed two trees of one size, which anybody can check; `unproven`: it did not show that the new tree goes on.
 * `stale` carries the size to go on from.
 */
export function judgeSubmission(
  submission: Submission,
  mind: WitnessMind,
  isSigned: IsSigned = portableIsSigned,
): Accepted | WitnessRefusal {
  const heard = hear(submission.note, mind, isSigned)
  if (isRefused(heard)) return heard
  const { head } = heard
  const { old, proof } = submission
  if (old > head.size) return refuse('old-too-large')
  const known = mind.known(head.origin) ?? NOTHING
  const same = mind.before(head.origin, head.size)
  if (same && !sameBytes(same.root, head.root)) return refuse('forked', undefined, { size: known.size })
  if (old !== known.size) return refuse('stale', undefined, { size: known.size })
  if (old === head.size && !sameBytes(known.root, head.root))
    return refuse('forked', undefined, { size: known.size })
  return isConsistent(known, head, proof) ? heard : refuse('unproven')
}

/** Signs with a key: 64 bytes of Ed25519. */
export type Sign = (message: Uint8Array) => Uint8Array

/** A witness's signer, from its name and its public key. */
export const witnessSigner = (name: string, publicKey: Uint8Array): Signer => ({
  name,
  type: SIGNATURE_TYPES.cosignature,
  publicKey,
})

/** A witness's line below a checkpoint at a time in seconds since 1970 (tlog-cosignature v1). */
export function cosign(signer: Signer, sign: Sign, of: { text: string; timeS: number }): string {
  const time = Uint8Array.from({ length: 8 }, (_, at) =>
    Number((BigInt(of.timeS) >> BigInt(56 - 8 * at)) & 255n),
  )
  const bytes = sign(utf8ToBytes(cosignedText(BigInt(of.timeS), of.text)))
  return showSignature({ name: signer.name, keyId: keyIdOf(signer), signature: concatBytes(time, bytes) })
}

/** A signature line that holds, with its time in seconds since 1970. */
export type Cosigned = { readonly line: string; readonly timeS: number }

/** The line of a witness among those it answered, once it is known to hold for the checkpoint; undefined: there is none. */
export function cosignedBy(
  signer: Signer,
  note: string,
  lines: string,
  isSigned: IsSigned = portableIsSigned,
): Cosigned | undefined {
  const parsed = parseNote(`${note}${lines}`)
  if (isRefused(parsed)) return undefined
  for (const one of parsed.signatures) {
    const verdict = verdictOn({ text: parsed.text, signatures: [one] }, signer, isSigned)
    const timeS = Number(verdict?.timeS)
    if (verdict?.good && Number.isSafeInteger(timeS)) return { line: showSignature(one), timeS }
  }
  return undefined
}

/** By what an origin goes in addresses and names of folders: the first 16 bytes of its SHA-256, in hex. */
export const originName = (origin: string): string =>
  portableSha256(utf8ToBytes(origin))
    .slice(0, 16)
    .reduce((hex, byte) => hex + byte.toString(16).padStart(2, '0'), '')
