import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { portableSha256, type Sha256 } from './hash.ts'

/** The records to choose from, or those chosen: subjects under the name of their stratum. */
export type Strata = Readonly<Record<string, readonly string[]>>

/**
 * Seed of a draw (docs/pack.md "Draw"): `SHA-256(note ‖ 0x00 ‖ words)`, 32 bytes. The note is that of the first checkpoint signed after the
 * inspection was announced, the words are the inspector's own: neither alone decides.
 */
export const seedOf = (note: string, words: string): Uint8Array =>
  portableSha256(concatBytes(utf8ToBytes(note), Uint8Array.of(0), utf8ToBytes(words)))

function drawOne(
  seed: Uint8Array,
  subjects: readonly string[],
  draw: { each: number; hash: Sha256 },
): string[] {
  const placed = subjects.map((subject): [string, string] => [
    bytesToHex(draw.hash(concatBytes(seed, utf8ToBytes(subject)))),
    subject,
  ])
  const inOrder = placed.sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
  return inOrder.slice(0, draw.each).map(([, subject]) => subject)
}

/**
 * Draws `each` subjects of every stratum, in the order of `SHA-256(seed ‖ subject)`; all of them where there are fewer (docs/pack.md "Draw").
 * The order of the input does not matter.
 */
export const drawFrom = (
  seed: Uint8Array,
  strata: Strata,
  each: number,
  hash: Sha256 = portableSha256,
): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(strata).map(([name, subjects]) => [name, drawOne(seed, subjects, { each, hash })]),
  )
