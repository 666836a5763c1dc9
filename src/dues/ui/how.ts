import type { OutputOf } from '../../kit/contract.ts'
import { showGroupedYuan } from '../../kit/money.ts'
import { fill, type Language } from '../../kit/web/say.ts'
import { words as people } from '../../people/words/labels.ts'
import { howSaid } from '../words/how.ts'

export type DuesMonth = OutputOf<'dues.findMine'>['months'][number]
export type HowMuch = NonNullable<DuesMonth['how']>

/** How a month's dues come about: who pays on what, the sum, and what it rests on. */
export type HowSaid = { readonly facts: string; readonly sum: string; readonly rests: string }

function sayBracket({ overFen, upToFen }: HowMuch, language: Language): string {
  const over = overFen === null ? '' : showGroupedYuan(overFen)
  const upTo = upToFen === null ? '' : showGroupedYuan(upToFen)
  if (over && upTo) return fill(howSaid.between[language], { over, upTo })
  if (over) return fill(howSaid.above[language], { over })
  return upTo ? fill(howSaid.below[language], { upTo }) : ''
}

function saySum({ perMille, baseFen }: HowMuch, dueFen: number, language: Language): string {
  const due = showGroupedYuan(dueFen)
  if (perMille === null) return fill(howSaid.howFlat[language], { due })
  const rate = `${perMille / 10}%`
  if (baseFen === null) return fill(howSaid.howMasked[language], { rate, due })
  return fill(howSaid.howRate[language], { base: showGroupedYuan(baseFen), rate, due })
}

/** Says it: the class, the base where it may be seen, the bracket, the sum, the rule (A3.2). */
export function sayHow(how: HowMuch, dueFen: number, language: Language): HowSaid {
  const { source, clause, perMille, baseFen } = how
  const base = baseFen === null ? '' : fill(howSaid.base[language], { base: showGroupedYuan(baseFen) })
  const rounded = perMille === null ? '' : `${howSaid.rounded[language]} `
  return {
    facts: [people[how.duesClass][language], base, sayBracket(how, language)].filter(Boolean).join(' · '),
    sum: saySum(how, dueFen, language),
    rests: `${rounded}${fill(howSaid.rests[language], { source, clause })}`,
  }
}

/** How many days after its payment the latest-written of a month was written down; 0 without any that was entered. */
export const recordedAfter = ({ payments }: Pick<DuesMonth, 'payments'>): number =>
  Math.max(0, ...payments.map(({ recordedAfterDays }) => recordedAfterDays ?? 0))
