import type { Pack } from '../../src/journal/rules/pack/shape.ts'
import { makePack } from '../../src/journal/rules/pack/test/make.ts'
import { chanceOf } from '../../src/journal/rules/pack/test/random.ts'
import type { Recipe } from '../../src/journal/rules/pack/test/writing.ts'
import { makeScores } from './scores.ts'

/** What makes packs differ in shape; taken in turn, the first ones cover every kind. */
const SHAPES: readonly Partial<Recipe>[] = [
  {
    records: 1,
    others: 0,
    checkpoints: 1,
    committees: 0,
    phones: 0,
    quorum: { committees: 0, phones: 0 },
    draw: false,
    erased: false,
  },
  { records: 8, opening: 'all', draw: true },
  { records: 12, erased: true, phones: 3, quorum: { committees: 1, phones: 2 } },
  { records: 5, committees: 0, phones: 2, quorum: { committees: 0, phones: 1 } },
  { records: 200, others: 900, checkpoints: 24 },
  { records: 6, committees: 2, quorum: { committees: 2, phones: 0 }, opening: 'none' },
  { records: 0, others: 7, draw: true },
]

/** The recipe of a good pack: its shape by turn, the rest by chance. */
export function recipeOf(seed: number, at: number): Recipe {
  const chance = chanceOf(seed * 7919 + at)
  const shape = SHAPES[at % SHAPES.length] ?? {}
  return {
    ...{
      seed: seed * 1000 + at,
      records: 1 + chance.below(30),
      others: chance.below(60),
      checkpoints: 1 + chance.below(9),
    },
    ...{ committees: 1, phones: 0, quorum: { committees: 1, phones: 0 } },
    ...{
      opening: chance.pick(['last', 'all'] as const),
      erased: chance.below(3) === 0,
      draw: chance.below(2) === 0,
    },
    ...{ scores: chance.below(2) === 0 ? makeScores(chance) : null, faults: {} },
    ...shape,
  }
}

/** A good pack. */
export const goodPack = (seed: number, at: number): Pack => makePack(recipeOf(seed, at))
