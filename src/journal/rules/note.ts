import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { type Refused, refuse } from '../../kit/refuse.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { portableSha256, sameBytes } from './hash.ts'

/** Half of a character: no text. Phones of 2020 have no other way to ask. */
const LONE = /\p{Surrogate}/u

/** Kinds of signature (C2SP signed-note): a plain Ed25519 one, and a witness's with its time (tlog-cosignature). */
export const SIGNATURE_TYPES = { ed25519: 0x01, cosignature: 0x04 } as const

/** Who signs a note: its name, the type of its signatures and its public key of 32 bytes. */
export type Signer = { readonly name: string; readonly type: number; readonly publicKey: Uint8Array }

/** One line below a note. `signature` is what follows the four bytes of the key id. */
export type Signature = { readonly name: string; readonly keyId: Uint8Array; readonly signature: Uint8Array }

/** A signed note: its text, ending with a line break, and its signatures in order. */
export type Note = { readonly text: string; readonly signatures: readonly Signature[] }

/** Whether a 64-byte Ed25519 signature over a message is by this key. */
export type IsSigned = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean

/** Ed25519 in plain JavaScript, strictly as RFC 8032. */
export const portableIsSigned: IsSigned = (signature, message, publicKey) =>
  signature.length === 64 && ed25519.verify(signature, message, publicKey, { zip215: false })

const KEY_ID_BYTES = 4
const PUBLIC_KEY_BYTES = 32
const MOST_SIGNATURES = 100
const NAME = /^[^\p{White_Space}+]+$/u
/** Control characters of ASCII, but for the line break; those above are let through (C2SP signed-note). */
const CONTROL = /[^\P{Cc}\n\x7f-\x9f]/u
const isName = (name: string): boolean => NAME.test(name) && !CONTROL.test(name)

/** The first four bytes of SHA-256(name ‖ line break ‖ type ‖ public key). */
export function keyIdOf({ name, type, publicKey }: Signer): Uint8Array {
  const named = utf8ToBytes(`${name}\n`)
  return portableSha256(concatBytes(named, Uint8Array.of(type), publicKey)).slice(0, KEY_ID_BYTES)
}

/** A verifier key: `name+hex key id+base64(type ‖ public key)`. */
export function showVkey(signer: Signer): string {
  const key = toBase64(concatBytes(Uint8Array.of(signer.type), signer.publicKey))
  return `${signer.name}+${bytesToHex(keyIdOf(signer))}+${key}`
}

/** Reads a verifier key. Refuses an unknown type, a wrong key id, or a spelling that is not the one `showVkey` writes. */
export function parseVkey(vkey: string): Signer | Refused<'bad-verifier-key'> {
  const [name = '', , ...rest] = vkey.split('+')
  const key = fromBase64(rest.join('+'))
  const type = Object.values(SIGNATURE_TYPES).find((known) => known === key?.[0])
  if (!key || type === undefined || key.length !== 1 + PUBLIC_KEY_BYTES) return refuse('bad-verifier-key')
  const signer = { name, type, publicKey: key.slice(1) }
  return isName(name) && showVkey(signer) === vkey ? signer : refuse('bad-verifier-key')
}

/** Whether a note may carry the text: whole lines without control characters of ASCII. */
export const isNoteText = (text: string): boolean =>
  text.endsWith('\n') && !LONE.test(text) && !CONTROL.test(text)

const LINE = /^— ([^ ]+) ([^ ]+)$/

function parseSignature(line: string): Signature | undefined {
  const [, name = '', encoded = ''] = LINE.exec(line) ?? []
  const bytes = fromBase64(encoded)
  if (!isName(name) || !bytes || bytes.length <= KEY_ID_BYTES) return undefined
  return { name, keyId: bytes.slice(0, KEY_ID_BYTES), signature: bytes.slice(KEY_ID_BYTES) }
}

/** Reads a note without judging its signatures. Refuses what `showNote` would not write. */
export function parseNote(note: string): Note | Refused<'bad-note'> {
  const split = note.lastIndexOf('\n\n')
  const text = note.slice(0, split + 1)
  const lines = note.slice(split + 2, -1).split('\n')
  const signatures = lines.map(parseSignature).filter((found) => found !== undefined)
  const whole = split >= 0 && note.endsWith('\n') && isNoteText(text) && signatures.length === lines.length
  return whole && lines.length <= MOST_SIGNATURES ? { text, signatures } : refuse('bad-note')
}

/** Whether no two signature lines have one name and key id: nobody could say which of them counts. */
export function isSingle({ signatures }: Note): boolean {
  const lines = signatures.map(({ name, keyId }) => `${name} ${toBase64(keyId)}`)
  return new Set(lines).size === lines.length
}

/** One signature line with its line break. */
export const showSignature = ({ name, keyId, signature }: Signature): string =>
  `— ${name} ${toBase64(concatBytes(keyId, signature))}\n`

/** A note as it is stored and sent. */
export const showNote = ({ text, signatures }: Note): string =>
  `${text}\n${signatures.map(showSignature).join('')}`

/** The time (seconds since 1970) and the 64 bytes inside a witness's signature; undefined when its length is wrong. */
function partsOfCosignature(signature: Uint8Array): { timeS: bigint; bytes: Uint8Array } | undefined {
  if (signature.length !== 8 + 64) return undefined
  const timeS = signature.slice(0, 8).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  return { timeS, bytes: signature.slice(8) }
}

/** What a witness signs: the note's text below its time (tlog-cosignature v1). */
export const cosignedText = (timeS: bigint, text: string): string => `cosignature/v1\ntime ${timeS}\n${text}`

/** What was found out about one signature. `timeS` is the witness's time, in seconds since 1970. */
export type Verdict = { readonly good: boolean; readonly timeS?: bigint }

function judge(signature: Uint8Array, of: { signer: Signer; text: string; isSigned: IsSigned }): Verdict {
  const { signer, text, isSigned } = of
  if (signer.type === SIGNATURE_TYPES.ed25519)
    return { good: isSigned(signature, utf8ToBytes(text), signer.publicKey) }
  const parts = partsOfCosignature(signature)
  if (!parts) return { good: false }
  const good = isSigned(parts.bytes, utf8ToBytes(cosignedText(parts.timeS, text)), signer.publicKey)
  return { good, timeS: parts.timeS }
}

/**
 * Judges a signer's signature on a note. Undefined when the signer did not sign: a line that only shares the name is somebody else's.
 * With several lines of one signer the first counts.
 */
export function verdictOn(
  { text, signatures }: Note,
  signer: Signer,
  isSigned: IsSigned = portableIsSigned,
): Verdict | undefined {
  const id = keyIdOf(signer)
  const own = signatures.find(({ name, keyId }) => name === signer.name && sameBytes(keyId, id))
  return own && judge(own.signature, { signer, text, isSigned })
}
