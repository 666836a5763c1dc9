import { sha256 } from '@noble/hashes/sha2.js'

/** SHA-256 of bytes, 32 bytes long. A server passes a faster one than the default. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** SHA-256 in plain JavaScript: runs anywhere, also in a browser. */
export const portableSha256: Sha256 = (bytes) => sha256(bytes)

/** Whether two byte strings are the same. Not for secrets: it stops at the first difference. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
