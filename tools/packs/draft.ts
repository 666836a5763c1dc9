import type { Json } from '../../src/journal/rules/jcs.ts'
import { showInstant } from '../../src/journal/rules/leaf.ts'
import type { Pack } from '../../src/journal/rules/pack/shape.ts'
import { makePack } from '../../src/journal/rules/pack/test/make.ts'
import { type Chance, chanceOf } from '../../src/journal/rules/pack/test/random.ts'
import type { Faults, Recipe } from '../../src/journal/rules/pack/test/writing.ts'
import { recipeOf } from './good.ts'
import { makeScores } from './scores.ts'

/** A pack that can be changed. */
export type Draft = Changeable<Pack>
type Changeable<T> = Json extends T
  ? Json
  : T extends string | number | boolean | null
    ? T
    : { -readonly [Name in keyof T]: Changeable<T[Name]> }

/** What makes a good pack bad. */
export type Spoil = (pack: Draft, chance: Chance) => void

/** Thrown where a pack has not what is to be spoiled: another is tried. */
export class NotHere extends Error {}

/** The thing, or another pack. */
export function must<T>(thing: T | undefined | null): T {
  if (thing === undefined || thing === null) throw new NotHere()
  return thing
}

/** A pack with everything in it: erased record, draw, scores, witnesses, opened fields. */
export function richRecipe(seed: number, faults: Faults): Recipe {
  const chance = chanceOf(seed)
  const rich = {
    records: 6 + chance.below(12),
    others: 5 + chance.below(40),
    checkpoints: 3 + chance.below(5),
  }
  const all = { opening: 'all', erased: true, draw: true, scores: makeScores(chance) } as const
  return {
    ...recipeOf(seed, 5),
    ...rich,
    ...all,
    ...{ committees: 1, phones: 2, quorum: { committees: 1, phones: 1 } },
    faults,
  }
}

/** A good pack with everything in it, to be spoiled. */
export const richDraft = (seed: number, faults: Faults = {}): Draft =>
  structuredClone(makePack(richRecipe(seed, faults))) as Draft

/** One letter of a text changed into another of the base64 alphabet. */
export function edited(text: string, at: number): string {
  const letter = text.charAt(at) === 'A' ? 'B' : 'A'
  return text.slice(0, at) + letter + text.slice(at + 1)
}

/** An instant, some seconds off. */
export const shifted = (instant: string, seconds: number): string =>
  showInstant((Date.parse(instant) + seconds * 1000) * 1000)
