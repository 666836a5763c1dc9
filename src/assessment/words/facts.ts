import type { Words } from '../../kit/web/say.ts'

/** What a fact counts, and how its value reads. `ratio` values are percentages. */
export type FactWords = { readonly name: Words; readonly value: Words; readonly ratio?: true }

const times: Words = { zh: '{n} 次', en: '{n} {n|time|times}' }
const rows: Words = { zh: '{n} 项', en: '{n} {n|row|rows}' }
const months: Words = { zh: '{n} 个月', en: '{n} {n|month|months}' }
const people: Words = { zh: '{n} 人', en: '{n} {n|person|people}' }
const percent: Words = { zh: '{n}%', en: '{n}%' }

/** The facts by name (A3); `{kind}` is a kind of meeting, `{x}` the fact's own number or name. */
export const factWords: Readonly<Record<string, FactWords>> = {
  'meeting.held': { name: { zh: '{kind}召开次数', en: '{kind}s held' }, value: times },
  'meeting.missed': { name: { zh: '{kind}缺开次数', en: '{kind}s missed' }, value: times },
  'meeting.invalid': { name: { zh: '无效会议记录', en: 'Meeting records that do not count' }, value: times },
  'meeting.attendance': { name: { zh: '到会率', en: 'Attendance' }, value: percent, ratio: true },
  'meeting.late': {
    name: { zh: '超过 {x} 天才登记的会议', en: 'Meetings recorded more than {x} days after' },
    value: times,
  },
  'study.monthsUnplanned': {
    name: { zh: '没有学习计划的月份', en: 'Months without a study plan' },
    value: months,
  },
  'study.planDone': {
    name: { zh: '学习计划完成率', en: 'Study plan carried out' },
    value: percent,
    ratio: true,
  },
  'study.unprepared': {
    name: { zh: '材料未准备的学习', en: 'Study without prepared material' },
    value: rows,
  },
  'dues.onTime': { name: { zh: '党费按时交纳率', en: 'Dues paid on time' }, value: percent, ratio: true },
  'dues.arrears': {
    name: { zh: '连续六个月未交党费的党员', en: 'Members six months in arrears' },
    value: people,
  },
  'joining.defects': { name: { zh: '发展党员程序缺陷', en: 'Defects in admissions' }, value: rows },
  'joining.admitted': { name: { zh: '接收预备党员', en: 'Admissions carried' }, value: people },
  'org.termOverdue': {
    name: { zh: '超期未换届', en: 'Term overdue' },
    value: { zh: '{n} 天', en: '{n} {n|day|days}' },
  },
  'org.vacancies': {
    name: { zh: '班子职务空缺', en: 'Vacant posts' },
    value: { zh: '{n} 个', en: '{n} {n|post|posts}' },
  },
  'target.met': { name: { zh: '年度任务完成率', en: 'Targets met' }, value: percent, ratio: true },
  manual: {
    name: { zh: '人工评分：{x}', en: 'Scored by hand: {x}' },
    value: { zh: '{n} 分', en: '{n} {n|point|points}' },
  },
}

/** How an item's fact becomes points, with its parameters as blanks (A4). */
export const ruleWords = {
  each: {
    zh: '每有一次（项）扣 {k} 分，扣完为止',
    en: 'loses {k} {k|point|points} each time, never below 0',
  },
  below: {
    zh: '目标 {target}；每低 {step} 扣 {k} 分，不足一步按一步算',
    en: 'target {target}; loses {k} {k|point|points} for every {step} below it, a part counts as a whole',
  },
  threshold: { zh: '{op} {t} 得满分，否则不得分', en: 'full points when {op} {t}, otherwise none' },
  bonus: { zh: '每次加 {k} 分，最多加 {cap} 分', en: 'adds {k} {k|point|points} each time, at most {cap}' },
  veto: { zh: '达到 {t} 时，等次最高为“{ceiling}”', en: 'at {t} or more the grade is at most “{ceiling}”' },
  manual: {
    zh: '由考核组评分，附理由和依据',
    en: 'entered by the assessing committee with reason and evidence',
  },
} as const satisfies Record<string, Words>

export const opWords: Readonly<Record<string, Words>> = {
  '>=': { zh: '不低于', en: 'at least' },
  '<=': { zh: '不高于', en: 'at most' },
  '=': { zh: '等于', en: 'exactly' },
}
