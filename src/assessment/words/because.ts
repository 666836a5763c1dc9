import { compare, minus, type Ratio, ratio, times } from '../../kit/ratio.ts'
import type { FactKey } from '../rules/fact-keys.ts'
import { countPending } from '../rules/pending.ts'
import {
  exactly,
  type Points,
  type RuleName,
  reaches,
  type Scoring,
  stepsShort,
  strikes,
} from '../rules/points.ts'
import { inMeasure, isOne, nounOf, number, perOne, type Sentence, shown } from './nouns.ts'
import { otherwiseSays, type StillOpen, stillDueSays, stillOpenSays } from './pending.ts'

/** What an item's sentence is made of. `counted` gives part and whole where they are known: 18 of 21; `open` what may still be done. */
export type Because = {
  readonly fact: FactKey
  readonly scoring: Scoring
  readonly of: Points
  readonly points: Points
  readonly value: Ratio
  readonly counted?: { readonly part: number; readonly whole: number } | undefined
  readonly open?: StillOpen | undefined
}

/** What the fact is, with its denominator where that is known: `到会率 85.71%（18/21）`. */
function factSays({ fact, value, counted }: Because): Sentence {
  const noun = nounOf(fact)
  const by = number(value)
  const part = counted && `${counted.part}/${counted.whole}`
  if (noun.measure === '%')
    return {
      zh: `${noun.zh} ${by}%${part ? `（${part}）` : ''}`,
      en: `${noun.one}: ${by}%${part ? ` (${part})` : ''}`,
    }
  return {
    zh: `${noun.zh} ${part ?? by} ${noun.measure}`,
    en: `${part ?? by} ${isOne(value) && !part ? noun.one : noun.many}`,
  }
}

const OPS: Readonly<Record<'>=' | '<=' | '=', Sentence>> = {
  '>=': { zh: '不低于', en: 'at least' },
  '<=': { zh: '不高于', en: 'at most' },
  '=': { zh: '正好', en: 'exactly' },
}

const earned = ({ points, of }: Because): Sentence => ({
  zh: `得 ${shown(points)}/${shown(of)} 分`,
  en: `${shown(points)}/${shown(of)} points`,
})

/** Said where the whole deduction is more than there were points to lose. */
function lost(of: Points, off: Ratio): Sentence {
  const by = number(off)
  return compare(off, exactly(of)) > 0
    ? { zh: `应扣 ${by} 分，扣完为止`, en: `${by} points off, down to none` }
    : { zh: `扣 ${by} 分`, en: `${by} points off` }
}

const joined = (parts: readonly Sentence[]): Sentence => ({
  zh: `${parts.map(({ zh }) => zh).join('，')}。`,
  en: `${capital(parts.map(({ en }) => en).join('; '))}.`,
})
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

type Of<R extends RuleName> = Because & { readonly scoring: Extract<Scoring, { rule: R }> }

/** What each costs, and what that makes. */
function lostSays({ fact, scoring, of, value }: Of<'each'>): readonly Sentence[] {
  const [k, each] = [number(scoring.k), perOne(fact)]
  const rule = { zh: `${each.zh}扣 ${k} 分`, en: `${k} off ${each.en}` }
  return [rule, lost(of, times(scoring.k, value))]
}

const SAYS: { readonly [R in RuleName]: (because: Of<R>) => readonly Sentence[] } = {
  each: (because) => {
    if (because.value.num === 0n) return [{ zh: '不扣分', en: 'nothing off' }, earned(because)]
    return [...lostSays(because), earned(because)]
  },
  below: (because) => {
    const { fact, scoring, of, value } = because
    const [steps, target] = [stepsShort(scoring, value), inMeasure(fact, scoring.target)]
    if (steps === 0n)
      return [{ zh: `达到目标 ${target.zh}`, en: `target ${target.en} reached` }, earned(because)]
    const [short, step, k] = [number(minus(scoring.target, value)), number(scoring.step), number(scoring.k)]
    return [
      { zh: `比目标 ${target.zh} 低 ${short}`, en: `${short} below the target of ${target.en}` },
      {
        zh: `每低 ${step} 扣 ${k} 分，不足一档按一档，共 ${steps} 档`,
        en: `${k} off for each ${step} begun, ${steps} in all`,
      },
      lost(of, times(scoring.k, ratio(steps))),
      earned(because),
    ]
  },
  threshold: (because) => {
    const { fact, scoring, value } = because
    const [op, t] = [OPS[scoring.op], inMeasure(fact, scoring.t)]
    const met = reaches(scoring, value)
    const rule = {
      zh: `${met ? '达到' : '没有达到'}“${op.zh} ${t.zh}”的要求`,
      en: `asked: ${op.en} ${t.en}, ${met ? 'met' : 'not met'}`,
    }
    return [rule, earned(because)]
  },
  bonus: ({ fact, scoring, points, value }) => {
    if (value.num === 0n) return [{ zh: '不加分', en: 'nothing added' }]
    const [k, cap, each] = [number(scoring.k), number(scoring.cap), perOne(fact)]
    return [
      { zh: `${each.zh}加 ${k} 分，最多 ${cap} 分`, en: `${k} added ${each.en}, ${cap} at most` },
      { zh: `加 ${shown(points)} 分`, en: `${shown(points)} points added` },
    ]
  },
  veto: ({ fact, scoring, value }) => {
    const t = inMeasure(fact, scoring.t)
    return strikes(scoring, value)
      ? [
          {
            zh: `达到 ${t.zh}，一票否决：等次不高于“${scoring.ceiling}”`,
            en: `${t.en} or more is a veto: the grade is not above “${scoring.ceiling}”`,
          },
        ]
      : [{ zh: `不到 ${t.zh}，不否决`, en: `fewer than ${t.en}, no veto` }]
  },
  manual: (because) => [earned(because)],
}

const rulesSay = <R extends RuleName>(because: Of<R>): readonly Sentence[] =>
  SAYS[because.scoring.rule](because)

/** What was missed for good, then what may still be done and costs nothing if it is: the trial counts it as missed all the same. */
function eachSays(because: Of<'each'>, open: StillOpen): readonly Sentence[] {
  const { fact, scoring, of, value } = because
  const missed = minus(value, ratio(countPending(open.pending)))
  const forGood = { ...because, value: missed, counted: undefined }
  return [
    ...(missed.num === 0n ? [] : [factSays(forGood), ...lostSays(forGood)]),
    stillDueSays(fact, open),
    otherwiseSays(fact, { k: scoring.k, open, cut: compare(times(scoring.k, value), exactly(of)) > 0 }),
    { zh: '试算先扣', en: 'taken off for now' },
    earned(because),
  ]
}

/** Why an item has its points: what was counted, by which rule, what that makes (A4.4). */
export function because(of: Because): Sentence {
  const { open, scoring } = of
  if (!open || countPending(open.pending) === 0) return joined([factSays(of), ...rulesSay(of)])
  if (scoring.rule === 'each') return joined(eachSays({ ...of, scoring }, open))
  return joined([factSays(of), stillOpenSays(of.fact, open), ...rulesSay(of)])
}
