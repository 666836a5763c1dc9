import type { Words } from '../../kit/web/say.ts'
import type { VoiceKind } from '../rules.ts'

export const kindHints: Readonly<Record<VoiceKind, Words>> = {
  complaint: { zh: '有不合理、不公平的事', en: 'Something is wrong or unfair' },
  suggestion: { zh: '想让支部做点什么', en: 'Something the branch could do' },
  correction: { zh: '关于我的记录不对', en: 'What is held about me is wrong' },
}

export const toWords: Readonly<Record<'branch' | 'committee', Words>> = {
  branch: { zh: '本支部', en: 'My branch' },
  committee: { zh: '上级党委', en: 'The committee above' },
}
export const toHints: Readonly<Record<'branch' | 'committee', Words>> = {
  branch: { zh: '由书记答复', en: 'The secretary answers' },
  committee: { zh: '不经过本支部', en: 'Goes past your branch' },
}

export const words = {
  voice: { zh: '心声', en: 'Voice' },
  lead: {
    zh: '说了就有答复：15 个工作日内。',
    en: 'Whatever you say is answered within 15 working days.',
  },
  none: {
    zh: '您还没有说过什么。投诉、建议、要求更正，都从这里写。',
    en: 'You have said nothing yet. Complaints, suggestions and corrections are written here.',
  },
  write: { zh: '写一条', en: 'Say something' },
  kind: { zh: '是什么', en: 'What it is' },
  text: { zh: '内容', en: 'What you want to say' },
  signed: {
    zh: '会署上您的姓名，只有答复的人看得到。',
    en: 'It bears your name; only those who answer see it.',
  },
  to: { zh: '交给谁', en: 'To whom' },
  about: { zh: '关于页面 {page}', en: 'About the page {page}' },
  found: { zh: '这是您之前没写完的。', en: 'You left this unfinished.' },
  startOver: { zh: '重新写', en: 'Start over' },
  send: { zh: '发出', en: 'Send' },
  needed: { zh: '请写下内容。', en: 'Please write something.' },
  sent: {
    zh: '已送到。答复会出现在“今天”和这里。',
    en: 'It has arrived. The answer will stand under “Today” and here.',
  },
  saidOn: { zh: '{at} 说的', en: 'Said {at}' },
  answerBy: { zh: '最迟 {day} 答复', en: 'To be answered by {day}' },
  overdue: { zh: '应在 {day} 前答复，还没有答复', en: 'Was to be answered by {day}' },
  answered: { zh: '{name} {at} 答复', en: '{name} answered {at}' },
  mine: { zh: '我说过的', en: 'What I said' },
  toMine: { zh: '看我说过的', en: 'See what I said' },
} as const satisfies Record<string, Words>
