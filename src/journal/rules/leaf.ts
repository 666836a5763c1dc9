import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64 } from './base64.ts'
import { portableSha256, type Sha256 } from './hash.ts'
import { type Json, jcs } from './jcs.ts'

/** What a record's change leaves in the log. Holds commitments, never a person's data (journal §1). */
export type Entry = {
  readonly v: 1
  /** The log's origin. */
  readonly log: string
  /** The action's name. */
  readonly kind: string
  /** The branch the record belongs to; null when it belongs to the mine. */
  readonly scope: string | null
  /** The record's id. */
  readonly subject: string
  /** 1 for the first entry of a record, then one more each time. */
  readonly rev: number
  /** Base64 leaf hash of the record's previous revision. */
  readonly prev: string | null
  /** Base64 commitment to who did it. */
  readonly actor: string
  /** When it happened, as claimed; an instant as `showInstant` writes it. */
  readonly occurred: string | null
  /** When the log took it; strictly increasing over the log. */
  readonly received: string
  /** Field name → base64 commitment. Empty when the record is gone. */
  readonly fields: Readonly<Record<string, string>>
  /** Base64 commitments to the hashes of files. */
  readonly files: readonly string[]
  readonly src: string
  /** Device-key id and signature of an offline operation. */
  readonly dev?: string
}

/** What a writer knows: everything but the place in the log. */
export type Unplaced = Omit<Entry, 'prev' | 'received'>

/** A leaf's length travels as 16 bits in the bundles that mirrors fetch. */
export const MAX_LEAF_BYTES = 65_535

/** Length of a salt, in bytes. */
export const SALT_BYTES = 32

const LEAF = Uint8Array.of(0)
const COMMITMENT = Uint8Array.of(2)

/** The bytes of a leaf: the entry as canonical JSON in UTF-8. Throws above `MAX_LEAF_BYTES`. */
export function leafBytes(entry: Entry): Uint8Array {
  const bytes = utf8ToBytes(jcs(entry))
  if (bytes.length > MAX_LEAF_BYTES) throw new Error(`a leaf of ${bytes.length} bytes is too long`)
  return bytes
}

/** SHA-256(0x00 ‖ leaf bytes) (RFC 6962 §2.1). */
export function leafHash(bytes: Uint8Array, sha256: Sha256 = portableSha256): Uint8Array {
  return sha256(concatBytes(LEAF, bytes))
}

/** Base64 of SHA-256(0x02 ‖ salt ‖ text in UTF-8). A server passes a faster one than the default. */
export type Commit = (salt: Uint8Array, text: string) => string

/** Commitments in plain JavaScript. */
export const portableCommit: Commit = (salt, text) =>
  toBase64(portableSha256(concatBytes(COMMITMENT, salt, utf8ToBytes(text))))

/** Commitment to a field: `commit` of its salt and JCS([name, value]). The salt is 32 random bytes, fresh for each field and revision. */
export function commitField(
  salt: Uint8Array,
  name: string,
  value: Json,
  commit: Commit = portableCommit,
): string {
  if (salt.length !== SALT_BYTES) throw new Error(`a salt of ${salt.length} bytes`)
  return commit(salt, `[${jcs(name)},${jcs(value)}]`)
}

/** Commitment to who did it: one salt for each person, so that the same person is recognised. */
export const commitActor = (salt: Uint8Array, id: string, commit: Commit = portableCommit): string =>
  commitField(salt, 'actor', id, commit)

const MICROS_PER_MS = 1000

/** Microseconds since 1970 as `2026-11-22T04:00:00.000001Z`: a millisecond is too long for the leaves that fall into it. */
export function showInstant(micros: number): string {
  const ms = Math.floor(micros / MICROS_PER_MS)
  const rest = String(micros - ms * MICROS_PER_MS).padStart(3, '0')
  return `${new Date(ms).toISOString().slice(0, -1)}${rest}Z`
}

/** Microseconds since 1970 of an instant that `showInstant` wrote; NaN for any other text. */
export function readInstant(text: string): number {
  const micros = Date.parse(`${text.slice(0, -4)}Z`) * MICROS_PER_MS + Number(text.slice(-4, -1))
  return Number.isSafeInteger(micros) && showInstant(micros) === text ? micros : Number.NaN
}

/** Microseconds since 1970 of a clock's reading. */
export const instantOf = (now: Date): number => now.getTime() * MICROS_PER_MS
