import type { Day } from '../../kit/day.ts'
import { sayDay } from '../../kit/day-said.ts'
import type { Ratio } from '../../kit/ratio.ts'
import { MEETING_KIND_NAMES } from '../../meetings/rules.ts'
import type { FactKey } from '../rules/fact-keys.ts'
import { countPending, type Pending } from '../rules/pending.ts'
import { KINDS_EN, number, type Sentence } from './nouns.ts'

/** What may still be done, and the day it is said on. */
export type StillOpen = { readonly pending: Pending; readonly today: Day }

const measureOf = (fact: FactKey): string => ('kind' in fact ? '次' : '个')

/** Until when: `到 12月31日 周四`; with several days, how many by each. */
function untilSays(fact: FactKey, { pending, today }: StillOpen): Sentence {
  const [first, ...more] = pending.map(({ last, times }) => ({ ...sayDay(last, today), times }))
  if (first && more.length === 0) return { zh: `到 ${first.zh}`, en: `by ${first.en}` }
  const all = first ? [first, ...more] : []
  return {
    zh: all.map(({ zh, times }) => `到 ${zh} ${times} ${measureOf(fact)}`).join('、'),
    en: all.map(({ en, times }) => `${times} by ${en}`).join(', '),
  }
}

/** What is still to be done and until when: `党课还要开 1 次（到 12月31日 周四）`. */
export function stillDueSays(fact: FactKey, open: StillOpen): Sentence {
  const [n, until] = [countPending(open.pending), untilSays(fact, open)]
  if ('kind' in fact) {
    const en = `${n} ${KINDS_EN[fact.kind]}${n === 1 ? '' : 's'}`
    return {
      zh: `${MEETING_KIND_NAMES[fact.kind]}还要开 ${n} 次（${until.zh}）`,
      en: `${en} still to be held (${until.en})`,
    }
  }
  return {
    zh: `还有 ${n} 个月要定学习计划（${until.zh}）`,
    en: `${n} ${n === 1 ? 'month' : 'months'} still to be planned (${until.en})`,
  }
}

/** What it costs not to. `cut`: the item has fewer points than all of it would cost. */
export function otherwiseSays(
  fact: FactKey,
  { k, open, cut }: { readonly k: Ratio; readonly open: StillOpen; readonly cut: boolean },
): Sentence {
  const one = countPending(open.pending) === 1
  const [points, down] = [number(k), cut ? { zh: '，扣完为止', en: ', down to none' } : { zh: '', en: '' }]
  return {
    zh: `${'kind' in fact ? '不开' : '不定'}则${one ? '' : `每${measureOf(fact)}`}扣 ${points} 分${down.zh}`,
    en: `otherwise ${points} off${one ? '' : ' for each'}${down.en}`,
  }
}

/** Said beside a count that takes in what may still be done. */
export function stillOpenSays(fact: FactKey, open: StillOpen): Sentence {
  const [n, until] = [countPending(open.pending), untilSays(fact, open)]
  return {
    zh: `其中 ${n} ${measureOf(fact)}还没到期（${until.zh}）`,
    en: `${n} of them not yet due (${until.en})`,
  }
}
