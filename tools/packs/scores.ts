import { rescore } from '../../src/evidence/rules/pack-scores.ts'
import type { PackScores } from '../../src/journal/rules/pack/shape.ts'
import type { Chance } from '../../src/journal/rules/pack/test/random.ts'

type Item = PackScores['scheme']['items'][number]

const decimal = (chance: Chance, below: number): string =>
  chance.pick([
    `${chance.below(below)}`,
    `${chance.below(below)}.${chance.below(100)}`,
    `0.${chance.below(1000)}5`,
  ])

/** The parameters of each rule, by chance; bands are those below. */
const PARAMS: Readonly<Record<string, (chance: Chance) => Item['params']>> = {
  each: (chance) => ({ k: decimal(chance, 4) }),
  below: (chance) => ({
    target: decimal(chance, 100),
    step: `${1 + chance.below(5)}`,
    k: decimal(chance, 2),
  }),
  threshold: (chance) => ({ op: chance.pick(['>=', '<=', '=']), t: decimal(chance, 100) }),
  bonus: (chance) => ({ k: decimal(chance, 4), cap: decimal(chance, 12) }),
  veto: (chance) => ({
    t: `${1 + chance.below(4)}`,
    ceiling: chance.pick(['较好', '一般', '差', '没有这个等次']),
  }),
  manual: () => ({}),
}

const BANDS = [
  { grade: '好', from: '90.00' },
  { grade: '较好', from: '80.00' },
  { grade: '一般', from: '60.00' },
  { grade: '差', from: '0.00' },
]

function itemOf(chance: Chance, at: number): Item {
  const rule = chance.pick(Object.keys(PARAMS))
  const params = PARAMS[rule]?.(chance) ?? {}
  return {
    no: `${at + 1}`,
    name: `第${at + 1}项`,
    fact: `fact.${chance.below(6)}`,
    of: `${chance.below(30)}.${chance.below(10)}0`,
    rule,
    params,
  }
}

const factOf = (chance: Chance): string =>
  chance.pick([
    'n/a',
    '0',
    `${chance.below(6)}`,
    decimal(chance, 100),
    `${chance.below(300)}/${1 + chance.below(9)}`,
  ])

const EMPTY = { base: null, bonus: '0.00', score: null, grade: null, vetoed: false, items: [] }

/** Scores of some branches under a scheme, made by the rules of assessment. */
export function makeScores(chance: Chance): PackScores {
  const items = Array.from({ length: chance.below(12) }, (_, at) => itemOf(chance, at))
  const scheme = { version: 1 + chance.below(4), bands: chance.below(8) === 0 ? [] : BANDS, items }
  const branches = Array.from({ length: 1 + chance.below(5) }, (_, at) => {
    const facts = Object.fromEntries(Array.from({ length: 6 }, (_, nth) => [`fact.${nth}`, factOf(chance)]))
    const bare = { id: chance.id(), name: `第${at + 1}党支部`, facts, score: EMPTY }
    return { ...bare, score: rescore(scheme, bare) ?? EMPTY }
  })
  return { period: '2026Q3', scheme, branches }
}
