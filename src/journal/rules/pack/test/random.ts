import { utf8ToBytes } from '@noble/hashes/utils.js'
import { portableSha256 } from '../../hash.ts'

/** Chance that is the same for the same seed. */
export type Chance = {
  /** A whole number from 0, below `below`. */
  readonly below: (below: number) => number
  readonly bytes: (label: string) => Uint8Array
  readonly id: () => string
  readonly pick: <T>(of: readonly T[]) => T
}

/** Chance from a seed: mulberry32 for numbers, SHA-256 for bytes. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const below = (most: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * most)
  }
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => below(16).toString(16)).join('')
  const pick = <T>(of: readonly T[]): T => {
    const [one] = of.slice(below(of.length))
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  return {
    below,
    pick,
    bytes: (label) => portableSha256(utf8ToBytes(`${seed} ${label}`)),
    id: () => `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`,
  }
}
