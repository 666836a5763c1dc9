import { type Ratio, showHundredths, toHundredths } from '../../kit/ratio.ts'
import { MEETING_KIND_NAMES, type MeetingKind } from '../../meetings/rules.ts'
import type { FactKey, PlainFact } from '../rules/fact-keys.ts'
import { exactly, type Points } from '../rules/points.ts'

/** One sentence in both languages. */
export type Sentence = { readonly zh: string; readonly en: string }

/** The English names of the kinds of meeting. */
export const KINDS_EN: Readonly<Record<MeetingKind, string>> = {
  generalMeeting: 'general meeting',
  committeeMeeting: 'committee meeting',
  groupMeeting: 'Party group meeting',
  partyLecture: 'Party lecture',
  themeDay: 'themed Party day',
  orgLifeMeeting: 'organization life meeting',
  memberAppraisal: 'appraisal of members',
  studyExchange: 'study exchange',
}

/** An exact number as people write it, up to six places: `0.05`; one that goes on is rounded to two: `≈ 85.71`. */
export function number({ num, den }: Ratio): string {
  if (1_000_000n % den !== 0n) return `≈ ${showHundredths(toHundredths({ num, den }))}`
  const digits = String((num < 0n ? -num : num) * (1_000_000n / den)).padStart(7, '0')
  const plain = `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '')
  return num < 0n ? `-${plain}` : plain
}

/** Points as people write them: 450 → `4.5`. */
export const shown = (of: Points): string => number(exactly(of))
/** Exactly one, for the English singular. */
export const isOne = ({ num, den }: Ratio): boolean => num === 1n && den === 1n

/** How a fact is counted: what is counted, in what measure, and how one and many are said in English. */
export type Noun = {
  readonly zh: string
  readonly measure: string
  readonly one: string
  readonly many: string
}
const percent = (zh: string, en: string): Noun => ({ zh, measure: '%', one: en, many: en })

const NOUNS: Readonly<Record<PlainFact, Noun>> = {
  'meeting.invalid': {
    zh: '无效的会议记录',
    measure: '条',
    one: 'invalid meeting record',
    many: 'invalid meeting records',
  },
  'meeting.attendance': percent('到会率', 'attendance'),
  'study.monthsUnplanned': {
    zh: '没有学习计划的月份',
    measure: '个',
    one: 'month without a study plan',
    many: 'months without a study plan',
  },
  'study.planDone': percent('学习计划完成率', 'study plan done'),
  'study.unprepared': {
    zh: '材料没有准备的学习计划',
    measure: '项',
    one: 'plan row without prepared material',
    many: 'plan rows without prepared material',
  },
  'dues.onTime': percent('党费按月足额交纳率', 'dues paid in full and on time'),
  'dues.arrears': {
    zh: '连续六个月没有交党费的党员',
    measure: '人',
    one: 'member six months in a row without dues',
    many: 'members six months in a row without dues',
  },
  'joining.defects': {
    zh: '发展党员程序上的问题',
    measure: '处',
    one: 'defect in admission',
    many: 'defects in admission',
  },
  'joining.admitted': {
    zh: '支部大会通过接收的预备党员',
    measure: '人',
    one: 'member admitted by the general meeting',
    many: 'members admitted by the general meeting',
  },
  'org.termOverdue': {
    zh: '换届超期',
    measure: '天',
    one: 'day past the end of term',
    many: 'days past the end of term',
  },
  'org.vacancies': {
    zh: '没有配备的支部职务',
    measure: '个',
    one: 'required post without a holder',
    many: 'required posts without a holder',
  },
  'target.met': percent('年度任务完成率', 'tasks of the year met'),
}

/** The noun of a fact. */
export function nounOf(fact: FactKey): Noun {
  if ('kind' in fact) {
    const [zh, en] = [MEETING_KIND_NAMES[fact.kind], KINDS_EN[fact.kind]]
    return fact.name === 'meeting.held'
      ? { zh: `有效的${zh}`, measure: '次', one: `valid ${en} held`, many: `valid ${en}s held` }
      : { zh: `应开未开的${zh}`, measure: '次', one: `${en} missed`, many: `${en}s missed` }
  }
  if ('days' in fact) {
    const [zh, en] = [`会后超过 ${fact.days} 天才登记的记录`, `recorded more than ${fact.days} days after`]
    return { zh, measure: '条', one: `meeting ${en}`, many: `meetings ${en}` }
  }
  if ('id' in fact)
    return {
      zh: '考核组评定',
      measure: '分',
      one: 'point given by the assessors',
      many: 'points given by the assessors',
    }
  return NOUNS[fact.name]
}

/** A number in the fact's own measure: `90%`, `2 人`. */
export function inMeasure(fact: FactKey, exact: Ratio): Sentence {
  const { measure } = nounOf(fact)
  const by = number(exact)
  return measure === '%' ? { zh: `${by}%`, en: `${by}%` } : { zh: `${by} ${measure}`, en: by }
}

/** `每处`, `each`; a percentage counts by its points. */
export function perOne(fact: FactKey): Sentence {
  const { measure } = nounOf(fact)
  return measure === '%'
    ? { zh: '每个百分点', en: 'for each percentage point' }
    : { zh: `每${measure}`, en: 'for each' }
}
