import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { sameBytes } from './hash.ts'
import { type Json, jcs } from './jcs.ts'
import { commitField, leafHash, SALT_BYTES } from './leaf.ts'
import { type Note, parseNote, parseVkey, type Signer, verdictOn } from './note.ts'
import { isIncluded } from './tree.ts'

/** Leaves from a place up to, not including, another. */
export type Span = { readonly from: number; readonly to: number }

function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/**
 * The spans of leaves whose roots are the inclusion proof of leaf `index` in a tree of `size`, lowest first (RFC 6962 §2.1.1): a server
 * with thousands of leaves reads each span once. Throws when there is no such leaf.
 */
export function spansOfProof(index: number, size: number): Span[] {
  if (!(index >= 0 && index < size)) throw new Error(`no leaf ${index} among ${size}`)
  const spans: Span[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const split = from + splitOf(to - from)
    const isLeft = index < split
    spans.push(isLeft ? { from: split, to } : { from, to: split })
    if (isLeft) to = split
    else from = split
  }
  return spans.toReversed()
}

/**
 * The spans of leaves whose roots show that the first `from` leaves are a beginning of `to`, lowest first (RFC 6962 §2.1.2); none for 0
 * and for all. Throws when there is no such tree.
 */
export function spansOfConsistency({ from: older, to: newer }: Span): Span[] {
  if (!(older >= 0 && older <= newer)) throw new Error(`no tree of ${older} in ${newer}`)
  const spans: Span[] = []
  let [from, to, isBeginning] = [0, newer, true]
  while (older > 0 && to > older) {
    const split = from + splitOf(to - from)
    const isLeft = older <= split
    spans.push(isLeft ? { from: split, to } : { from, to: split })
    if (isLeft) to = split
    else [from, isBeginning] = [split, false]
  }
  return older === 0 || isBeginning ? spans.toReversed() : [{ from, to }, ...spans.toReversed()]
}

/** What a server hands out so that somebody else can check a record: everything in base64 but the note and the key, which are text. */
export type Evidence = {
  readonly leaf: string
  readonly index: number
  readonly proof: readonly string[]
  readonly note: string
  readonly vkey: string
}

/** The platform's own, in servers and browsers alike; the pure rooms are compiled without any platform. */
declare const TextDecoder: new (
  label: 'utf-8',
  options: { readonly fatal: true },
) => { readonly decode: (bytes: Uint8Array) => string }

/** What the page says the record is: which one, which revision, and the seal shown beside it. */
export type Claim = { readonly subject: string; readonly rev: number; readonly leafHash: string }

export const STEPS = ['record', 'seal', 'place', 'signature'] as const
export type StepName = (typeof STEPS)[number]
/** One step of the check. `facts`: what was computed, for the eye. */
export type Step = {
  readonly name: StepName
  readonly good: boolean
  readonly facts: Readonly<Record<string, string | number>>
}

/** The entry in a leaf's bytes; undefined unless they are exactly its canonical JSON. */
function entryIn(bytes: Uint8Array): Readonly<Record<string, Json>> | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const entry: Readonly<Record<string, Json>> = JSON.parse(text)
    return jcs(entry) === text ? entry : undefined
  } catch {
    return undefined
  }
}

type Read = {
  readonly bytes: Uint8Array
  readonly entry: Readonly<Record<string, Json>>
  readonly hash: Uint8Array
}

function readLeaf(leaf: string): Read {
  const bytes = fromBase64(leaf) ?? new Uint8Array(0)
  return { bytes, entry: entryIn(bytes) ?? {}, hash: leafHash(bytes) }
}

const isOf = ({ entry }: Read, { subject, rev }: Claim): boolean =>
  entry['v'] === 1 && entry['subject'] === subject && entry['rev'] === rev

type Signed = { readonly note: Note; readonly signer: Signer }

function readSigned({ note, vkey }: Evidence): Signed | Refused {
  const parsed = parseNote(note)
  if (isRefused(parsed)) return parsed
  const signer = parseVkey(vkey)
  return isRefused(signer) ? signer : { note: parsed, signer }
}

function checkPlace({ hash }: Read, evidence: Evidence, signed: Signed | Refused): Step {
  const checkpoint = isRefused(signed) ? signed : parseCheckpoint(signed.note.text)
  if (isRefused(checkpoint))
    return { name: 'place', good: false, facts: { index: evidence.index + 1, size: 0 } }
  const proof = evidence.proof.map((node) => fromBase64(node) ?? new Uint8Array(0))
  const { size, root } = checkpoint
  const good =
    proof.every(({ length }) => length === 32) &&
    isIncluded({ hash, index: evidence.index, size, proof }, root)
  return {
    name: 'place',
    good,
    facts: { index: evidence.index + 1, size, steps: proof.length, root: toBase64(root) },
  }
}

/** The signature holds, and the log that signs is the one the leaf names. */
function checkSignature({ entry }: Read, signed: Signed | Refused): Step {
  if (isRefused(signed)) return { name: 'signature', good: false, facts: { log: '' } }
  const { note, signer } = signed
  const checkpoint = parseCheckpoint(note.text)
  const sameLog = !isRefused(checkpoint) && checkpoint.origin === signer.name && entry['log'] === signer.name
  const good = sameLog && verdictOn(note, signer)?.good === true
  return { name: 'signature', good, facts: { log: signer.name } }
}

/**
 * Checks by computing everything anew, without trusting whoever handed the evidence out: the leaf is this record's revision, its hash is
 * the seal that is shown, the log of that size contains it, and the log's key signed that size (journal §1–§3). All four must be good.
 */
export function checkEvidence(evidence: Evidence, claim: Claim): Step[] {
  const read = readLeaf(evidence.leaf)
  const signed = readSigned(evidence)
  const shown = fromBase64(claim.leafHash)
  return [
    { name: 'record', good: isOf(read, claim), facts: { rev: claim.rev, bytes: read.bytes.length } },
    {
      name: 'seal',
      good: shown !== undefined && sameBytes(shown, read.hash),
      facts: { hash: toBase64(read.hash) },
    },
    checkPlace(read, evidence, signed),
    checkSignature(read, signed),
  ]
}

/** A field of a record with what opens its commitment: the value in canonical JSON, the salt in base64. */
export type Opened = { readonly name: string; readonly value: string; readonly salt: string }

/** Whether a field is what the leaf commits to. */
function opens({ entry }: Read, { name, value, salt }: Opened): boolean {
  const { fields } = entry
  const bytes = fromBase64(salt)
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return false
  if (bytes?.length !== SALT_BYTES) return false
  const committed = Object.entries(fields).find(([known]) => known === name)?.[1]
  return committed === commitField(bytes, name, JSON.parse(value))
}

/** Recomputes the commitments of fields from their values and salts; each with whether it is the one in the leaf (journal §1, §6). */
export function checkFields(
  leaf: string,
  opened: readonly Opened[],
): (Opened & { readonly good: boolean })[] {
  const read = readLeaf(leaf)
  return opened.map((one) => ({ ...one, good: opens(read, one) }))
}

/** The names of the fields a leaf commits to. */
export function sealedNames(leaf: string): string[] {
  const { fields } = readLeaf(leaf).entry
  return typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? Object.keys(fields) : []
}

/** Says no when a checkpoint has not yet reached a leaf. */
export const reachedBy = (
  index: number | null,
  size: number | undefined,
): Refused<'not-sealed-yet'> | undefined =>
  index === null || size === undefined || index >= size ? refuse('not-sealed-yet') : undefined
