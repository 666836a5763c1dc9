import { isRefused } from '../../../kit/refuse.ts'
import { fromBase64, toBase64 } from '../base64.ts'
import { type Checkpoint, parseCheckpoint } from '../checkpoint.ts'
import { portableSha256, sameBytes } from '../hash.ts'
import {
  type IsSigned,
  isSingle,
  type Note,
  parseNote,
  parseVkey,
  portableIsSigned,
  type Signer,
  verdictOn,
} from '../note.ts'
import { isWitnessed, type Policy, parsePolicy } from '../policy.ts'
import { isConsistent } from '../tree.ts'
import type { Tell } from './finding.ts'
import type { Pack } from './shape.ts'

/** A checkpoint of a pack that is good as a note. `timeS`: when it was witnessed, seconds since 1970; undefined: it is not. */
export type Standing = Checkpoint & {
  readonly at: number
  readonly note: Note
  readonly timeS: number | undefined
}

/** What the checks of records rest on. */
export type Log = {
  readonly origin: string
  readonly signer: Signer | undefined
  /** By the letters of their notes. */
  readonly byNote: ReadonlyMap<string, Standing>
  /** Witnessed ones, smallest first. */
  readonly witnessed: readonly Witnessed[]
  /** Whether times can be judged: the policy could be read. */
  readonly isTimed: boolean
}

/** A checkpoint that satisfies the policy. */
export type Witnessed = { readonly size: number; readonly timeS: number }

function checkKey({ log }: Pack, tell: Tell): Signer | undefined {
  const signer = parseVkey(log.vkey)
  if (!isRefused(signer) && signer.name === log.origin) return signer
  tell('key-bad')
  return undefined
}

function checkPolicy({ policy: text }: Pack, signer: Signer | undefined, tell: Tell): Policy | undefined {
  const policy = parsePolicy(text)
  const isOwn = (log: Signer): boolean =>
    !signer || (log.name === signer.name && sameBytes(log.publicKey, signer.publicKey))
  if (!isRefused(policy) && (!signer || policy.logs.length === 1) && policy.logs.every(isOwn)) return policy
  tell('policy-bad')
  return undefined
}

type Read = Checkpoint & { readonly at: number; readonly note: Note }

/** Reads the checkpoints in order; undefined stands for one that is bad as a note. */
function readNotes({ checkpoints, log }: Pack, tell: Tell): (Read | undefined)[] {
  let last = -1
  return checkpoints.map((text, at) => {
    const note = parseNote(text)
    const read = isRefused(note) || !isSingle(note) ? undefined : { note, point: parseCheckpoint(note.text) }
    if (!read || isRefused(read.point) || read.point.origin !== log.origin || read.point.size <= last) {
      tell('note-bad', { at })
      return undefined
    }
    last = read.point.size
    return { ...read.point, at, note: read.note }
  })
}

/** Judges each signature once: the same is asked of a checkpoint several times. */
function judgeOnce(): IsSigned {
  const known = new Map<string, boolean>()
  return (signature, message, publicKey) => {
    const key = [signature, portableSha256(message), publicKey].map(toBase64).join(' ')
    const good = known.get(key) ?? portableIsSigned(signature, message, publicKey)
    known.set(key, good)
    return good
  }
}

type Judging = {
  readonly signer: Signer | undefined
  readonly policy: Policy | undefined
  readonly tell: Tell
  readonly isSigned: IsSigned
}

/** Judges every cosignature by a witness of the policy. */
function checkWitnesses({ note, at }: Read, policy: Policy, { tell, isSigned }: Judging): void {
  for (const witness of policy.witnesses.values()) {
    if (verdictOn(note, witness, isSigned)?.good === false) tell('witness-bad', { at, name: witness.name })
  }
}

function checkSignatures(read: Read, judging: Judging): Standing {
  const { signer, policy, tell, isSigned } = judging
  const isOfLog = signer && verdictOn(read.note, signer, isSigned)?.good === true
  if (signer && !isOfLog) tell('signature-bad', { at: read.at })
  if (policy) checkWitnesses(read, policy, judging)
  const timeS = policy && isOfLog ? isWitnessed(policy, read.note, isSigned) : undefined
  return { ...read, timeS }
}

function checkConsistency({ consistency }: Pack, read: readonly (Read | undefined)[], tell: Tell): void {
  if (consistency.length > read.length - 1) tell('consistency-bad', { at: read.length - 1 })
  for (const [at, older] of read.slice(0, -1).entries()) {
    const [newer, proven] = [read[at + 1], consistency[at]]
    if (!older || !newer) continue
    const proof = proven?.proof.map((node) => fromBase64(node) ?? new Uint8Array(0)) ?? []
    const fits = proven?.from === older.size && proven.to === newer.size
    const whole = proof.every(({ length }) => length === 32)
    if (!fits || !whole || !isConsistent(older, newer, proof)) tell('consistency-bad', { at })
  }
}

/** Checks key, policy, checkpoints and that each is a beginning of the next; answers what records can be held against. */
export function* checkLog(pack: Pack, tell: Tell): Generator<number, Log> {
  const signer = checkKey(pack, tell)
  const policy = checkPolicy(pack, signer, tell)
  const read = readNotes(pack, tell)
  const standing = new Map<string, Standing>()
  const judging: Judging = { signer, policy, tell, isSigned: judgeOnce() }
  for (const one of read) {
    if (one) standing.set(pack.checkpoints[one.at] ?? '', checkSignatures(one, judging))
    yield 0
  }
  checkConsistency(pack, read, tell)
  const witnessed = [...standing.values()].flatMap(({ size, timeS }) =>
    timeS === undefined ? [] : [{ size, timeS }],
  )
  return { origin: pack.log.origin, signer, byNote: standing, witnessed, isTimed: policy !== undefined }
}
