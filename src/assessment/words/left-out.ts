import { DUES_CLASS_NAMES, type DuesClass } from '../../people/rules.ts'
import { type AbsentFact, absentFactOf, type FactKey } from '../rules/fact-keys.ts'
import type { Score } from '../rules/score.ts'
import { type Sentence, shown } from './nouns.ts'

const LEFT_OUT: Readonly<Record<AbsentFact, Sentence>> = {
  'meeting.attendance': {
    zh: '考核期内没有一次有效的支部党员大会、党课或主题党日，到会率无从算起，本项不计。',
    en: 'No valid general meeting, Party lecture or themed Party day in the period, so there is no attendance: left out.',
  },
  'study.planDone': {
    zh: '学习计划在考核期内没有一项，完成率无从算起，本项不计。',
    en: 'The study plan has no row in the period, so there is nothing to complete: left out.',
  },
  'dues.onTime': {
    zh: '考核期内没有算得出的应交党费，本项不计。',
    en: 'No dues that can be computed were owed in the period: left out.',
  },
  'org.termOverdue': {
    zh: '没有登记本届届满日期，是否超期无从判断，本项不计；请补登届满日期。',
    en: 'No end of term is recorded, so nobody can tell whether it is past: left out; please record it.',
  },
  'target.met': {
    zh: '没有截止日期在考核期内的年度任务，本项不计。',
    en: 'No task has its deadline in the period: left out.',
  },
  manual: {
    zh: '考核组还没有评定，本项不计。',
    en: 'The assessors have not entered a number yet: left out.',
  },
}

/** Why an item is left out: what its fact would have needed (A4.1). */
export function leftOutBecause(fact: FactKey): Sentence {
  const absent = absentFactOf(fact)
  if (!absent) throw new Error(`never n/a: ${fact.name}`)
  return LEFT_OUT[absent]
}

const CLASSES_EN: Readonly<Record<DuesClass, string>> = {
  employed: 'employed',
  retired: 'retired',
  student: 'student',
  relief: 'on relief',
}

/** Why a member is left out of both facts of dues: no base, and a class that needs one (A3.2). */
export const excludedBecause = (duesClass: DuesClass): Sentence => ({
  zh: `按${DUES_CLASS_NAMES[duesClass]}计费，没有月计费基数，应交党费算不出，不计入两项党费数据。`,
  en: `Pays as ${CLASSES_EN[duesClass]} but has no monthly base, so the dues cannot be computed: left out of both facts of dues.`,
})

/** How base, bonus, score and grade came about, with what a veto did (A4.1–A4.3). `earned` is the grade before vetoes. */
export function gradeBecause(of: Score, earned: string | undefined): Sentence {
  const { base, bonus, score, grade, vetoed } = of
  if (base === undefined || score === undefined || grade === undefined)
    return {
      zh: '没有一项可以计分，不评分，不定等次。',
      en: 'No item is left to score: no score and no grade.',
    }
  const sum =
    bonus > 0
      ? [`（${shown(base)}＋加分 ${shown(bonus)}）`, ` (${shown(base)} + bonus ${shown(bonus)})`]
      : ['', '']
  return {
    zh: `得 ${shown(score)} 分${sum[0]}，${vetoed ? vetoZh(grade, earned) : `等次“${grade}”`}。`,
    en: `Score ${shown(score)}${sum[1]}; ${vetoed ? vetoEn(grade, earned) : `grade “${grade}”`}.`,
  }
}

const vetoZh = (grade: string, earned: string | undefined): string =>
  earned === grade
    ? `一票否决成立，等次“${grade}”本来就不高于上限`
    : `按分数为“${earned}”，一票否决后等次“${grade}”`
const vetoEn = (grade: string, earned: string | undefined): string =>
  earned === grade
    ? `a veto holds, and the grade “${grade}” was no higher anyway`
    : `“${earned}” by score, “${grade}” after a veto`
