import type { Words } from '../../kit/web/say.ts'
import type { Duty, MonthState } from '../rules/months.ts'

export const stateWords: Readonly<Record<MonthState, Words>> = {
  done: { zh: '已交', en: 'Paid' },
  late: { zh: '已补交', en: 'Paid late' },
  missed: { zh: '未交足', en: 'Not paid in full' },
  due: { zh: '待交', en: 'To pay' },
  notApplicable: { zh: '不用交', en: 'Nothing due' },
}

/** A month that is over and of which nothing was paid at all. */
export const unpaidWord: Words = { zh: '未交', en: 'Not paid' }

export const dutyWords: Readonly<Record<Exclude<Duty, 'owed'>, Words>> = {
  'no-base': {
    zh: '缺少计费基数，算不出应交多少。请找书记补上。',
    en: 'The base is missing, so the amount cannot be computed. Ask your secretary to add it.',
  },
  'not-owed': { zh: '这个月不用交。', en: 'Nothing is due for this month.' },
  elsewhere: { zh: '这个月的党费在别的支部。', en: 'This month’s dues belong to another branch.' },
}

export const words = {
  dues: { zh: '党费', en: 'Dues' },
  year: { zh: '{year}年', en: '{year}' },
  settled: { zh: '应交 {due} 元，已交 {paid} 元。', en: 'Due {due} yuan, paid {paid} yuan.' },
  short: {
    zh: '应交 {due} 元，已交 {paid} 元，还差 {rest} 元。',
    en: 'Due {due} yuan, paid {paid} yuan, {rest} yuan to go.',
  },
  notMember: {
    zh: '党费由正式党员和预备党员交纳。',
    en: 'Full and probationary members pay dues.',
  },
  howTitle: { zh: '{month}怎么算的', en: 'How {month} is computed' },
  baseWrong: { zh: '基数不对，要求更正', en: 'The base is wrong: ask for a correction' },
  months: { zh: '各月', en: 'Months' },
  paidOn: { zh: '{day} 交 {paid} 元', en: '{paid} yuan paid {day}' },
  corrected: {
    zh: '由 {from} 元更正为 {to} 元：{reason}',
    en: 'Corrected from {from} to {to} yuan: {reason}',
  },
  unpaid: { zh: '还没有交纳记录。', en: 'No payment on record.' },
  restMonth: { zh: '还差 {rest} 元。', en: '{rest} yuan to go.' },
  over: { zh: '多交 {rest} 元。', en: '{rest} yuan more than due.' },
  before: { zh: '看{year}年', en: 'See {year}' },
} as const satisfies Record<string, Words>
