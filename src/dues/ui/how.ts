import type { OutputOf } from '../../kit/contract.ts'
import { showYuan } from '../../kit/money.ts'
import { fill, type Language } from '../../kit/web/say.ts'
import { classWords, howWords } from '../words/pages.ts'

export type DuesMonth = OutputOf<'dues.findMine'>['months'][number]
type How = NonNullable<DuesMonth['how']>

/** A limit or base in yuan, without places where there are none: `3000`. */
const plainYuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : showYuan(fen))

function sayBracket({ overFen, upToFen }: How, language: Language): string {
  const [over, to] = [plainYuan(overFen ?? 0), plainYuan(upToFen ?? 0)]
  if (upToFen === null) return fill(howWords.over[language], { over })
  return overFen ? fill(howWords.between[language], { over, to }) : fill(howWords.upTo[language], { to })
}

/** The sentence of how an amount came about: class, base where it may be seen, bracket and rate (A3.2). */
function sayHow(how: How, due: string, language: Language): string {
  const payer = classWords[how.duesClass][language]
  if (how.perMille === null) return fill(howWords.flat[language], { due, class: payer })
  const base = how.baseFen === null ? '' : fill(howWords.isBase[language], { base: plainYuan(how.baseFen) })
  const rate = how.perMille / 10
  return fill(howWords.share[language], { due, class: payer, base, rate, bracket: sayBracket(how, language) })
}

/** Why a month's dues are what they are, one sentence; and where that is written, '' when nothing is due. */
export function sayDue(month: DuesMonth, language: Language): { why: string; source: string } {
  const { how, dueFen, duty } = month
  if (!how || dueFen === null || duty !== 'owed')
    return { why: howWords[duty === 'owed' ? 'not-owed' : duty][language], source: '' }
  const { source, clause } = how
  return {
    why: sayHow(how, showYuan(dueFen), language),
    source: fill(howWords.source[language], { source, clause }),
  }
}
