import type { PackCode } from '../../src/journal/rules/pack/finding.ts'
import type { Faults } from '../../src/journal/rules/pack/test/writing.ts'
import { type Draft, must, type Spoil } from './draft.ts'

/** A way to spoil a pack, and the first code a verifier has to report. `faults`: what already the log did. */
export type Bad = {
  readonly name: string
  readonly code: PackCode
  readonly spoil?: Spoil
  readonly faults?: (seed: number) => Faults
}

/** The last of a list, or another pack. */
export const last = <T>(list: readonly T[]): T => must(list.at(-1))
/** Two of a list change their places. */
export const swap = <T>(list: T[], a: number, b: number): void => {
  const [one, other] = [must(list[a]), must(list[b])]
  list[a] = other
  list[b] = one
}
/** The draw of a pack. */
export const drawOf = (pack: Draft) => must(pack.draw)
