import type { ANSWER_KINDS } from '../contract.ts'

type Words = { readonly zh: string; readonly en: string }

type Values = Readonly<Record<string, string | number | Words>>

const fill = (text: string, values: Values, language: keyof Words): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? ''
    return typeof value === 'object' ? value[language] : String(value)
  })

/** Fills the blanks of a sentence in both languages; a value may differ between them. */
export const say = ({ zh, en }: Words, values: Values = {}): Words => ({
  zh: fill(zh, values, 'zh'),
  en: fill(en, values, 'en'),
})

/** What the cards of today say. */
export const cardWords = {
  privacyTitle: { zh: '先看个人信息告知书', en: 'First, the privacy notice' },
  privacy: {
    zh: '记录了您的什么、为什么、谁能看，一页说清。',
    en: 'What is held about you, why, and who reads it: one page.',
  },
  meetingTitle: { zh: '{kind}：{subject}', en: '{kind}: {subject}' },
  meeting: { zh: '{day} {starts}，{place}', en: '{day} {starts}, {place}' },
  meetingNowhere: { zh: '{day} {starts}', en: '{day} {starts}' },
  promiseTitle: { zh: '会上请您负责的事', en: 'A meeting gave you this to do' },
  promise: {
    zh: '{text}（{orgName}{day}{kind}决定）',
    en: '{text} (decided at {orgName}, {kind}, {day})',
  },
  rectificationTitle: { zh: '请您负责整改', en: 'Yours to put right' },
  rectification: { zh: '{text}（{title}，{orgName}）', en: '{text} ({title}, {orgName})' },
  makeUpTitle: { zh: '补课：{kind}', en: 'To make up: {kind}' },
  makeUp: {
    zh: '{day}的“{subject}”您没到，下一次班前会上会讲给您。',
    en: 'You were not at “{subject}” of {day}; you are given it at a meeting before your shift.',
  },
  duesTitle: { zh: '党费还差 {yuan} 元', en: 'Dues: {yuan} yuan to pay' },
  duesOne: { zh: '{month}，看怎么算的', en: '{month}; see how it is computed' },
  duesFew: { zh: '{months}，共 {n} 个月', en: '{months}: {n} months' },
  duesMany: { zh: '其中最早 {first}，共 {n} 个月', en: '{n} months, the earliest {first}' },
  stepTitle: { zh: '入党第 {n} 步：{step}', en: 'Admission, step {n}: {step}' },
  stepOpen: { zh: '看这一步需要什么。', en: 'See what this step needs.' },
} as const satisfies Record<string, Words>

/** The clock of a step. */
export const clockWords = {
  latest: { zh: '最迟 {day}', en: 'By {day}' },
  earliest: { zh: '不早于 {day}', en: 'Not before {day}' },
} as const satisfies Record<string, Words>

/** How an answer is headed. */
export const answerTitles: Readonly<Record<(typeof ANSWER_KINDS)[number], Words>> = {
  leave: { zh: '请假有答复了', en: 'Your request for leave was answered' },
  voice: { zh: '您反映的事有答复了', en: 'What you said was answered' },
}

/** Leave, in a word. */
export const leaveWords = {
  granted: { zh: '已批准：{subject}。{answer}', en: 'Granted: {subject}. {answer}' },
  refused: { zh: '未批准：{subject}。{answer}', en: 'Refused: {subject}. {answer}' },
} as const satisfies Record<string, Words>
