import type { Words } from '../../kit/web/say.ts'

export const words = {
  compare: { zh: '比较两期', en: 'Compare two periods' },
  lead: {
    zh: '同一个支部前后两期，哪一项变了、为什么变。只和自己比，不排名次。',
    en: 'A branch in two periods: which item changed, and why. Compared with itself only, never ranked.',
  },
  before: { zh: '前一期', en: 'Earlier' },
  after: { zh: '后一期', en: 'Later' },
  branch: { zh: '党支部', en: 'Branch' },
  code: { zh: '编码', en: 'Code' },
  difference: { zh: '变化', en: 'Change' },
  noScore: { zh: '无得分', en: 'no score' },
  changedItems: { zh: '变了的项 · {n}', en: 'Items that changed · {n}' },
  sameItems: { zh: '没有变的项 · {n}', en: 'Items that did not · {n}' },
  noneChanged: { zh: '两期每一项都一样。', en: 'Every item is the same in both.' },
  notThen: { zh: '这一期没有这一项，或未计入。', en: 'Not in this period, or left out.' },
  points: { zh: '{points}/{of} 分', en: '{points} of {of}' },
  why: { zh: '看{period}这一项', en: 'This item in {period}' },
  whole: { zh: '总分 {before} → {after}', en: 'Score {before} → {after}' },
  grades: { zh: '等次 {before} → {after}', en: 'Grade {before} → {after}' },
  otherScheme: {
    zh: '两期用的考核方案不同（第 {before} 版、第 {after} 版），分值不完全可比。',
    en: 'The two periods use different schemes (versions {before} and {after}); points compare only in part.',
  },
  samePeriod: { zh: '请选两个不同的期间。', en: 'Choose two different periods.' },
  whyChange: { zh: '看 {name} 为什么变', en: 'Why {name} changed' },
} as const satisfies Record<string, Words>
