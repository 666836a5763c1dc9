import { isRefused } from '../../../kit/refuse.ts'
import { fromBase64, toBase64 } from '../base64.ts'
import { type Checkpoint, parseCheckpoint } from '../checkpoint.ts'
import { sameBytes } from '../hash.ts'
import { type Note, parseNote, parseVkey, type Signer, verdictOn } from '../note.ts'
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

/** Whether no two signature lines have one name and key id. */
function isSingle({ signatures }: Note): boolean {
  const lines = signatures.map(({ name, keyId }) => `${name} ${toBase64(keyId)}`)
  return new Set(lines).size === lines.length
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

/** Judges every cosignature by a witness of the policy. */
function checkWitnesses({ note, at }: Read, policy: Policy, tell: Tell): void {
  for (const witness of policy.witnesses.values()) {
    if (verdictOn(note, witness)?.good === false) tell('witness-bad', { at, name: witness.name })
  }
}

function checkSignatures(
  read: Read,
  of: { signer: Signer | undefined; policy: Policy | undefined },
  tell: Tell,
): Standing {
  const isSigned = of.signer && verdictOn(read.note, of.signer)?.good === true
  if (of.signer && !isSigned) tell('signature-bad', { at: read.at })
  if (of.policy) checkWitnesses(read, of.policy, tell)
  const timeS = of.policy && isSigned ? isWitnessed(of.policy, read.note) : undefined
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
  for (const one of read) {
    if (one) standing.set(pack.checkpoints[one.at] ?? '', checkSignatures(one, { signer, policy }, tell))
    yield 0
  }
  checkConsistency(pack, read, tell)
  const witnessed = [...standing.values()].flatMap(({ size, timeS }) =>
    timeS === undefined ? [] : [{ size, timeS }],
  )
  return { origin: pack.log.origin, signer, byNote: standing, witnessed, isTimed: policy !== undefined }
}
