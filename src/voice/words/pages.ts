import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import type { Outcome, VoiceKind } from '../rules.ts'

export const refusals: {
  readonly send: RefusalWords<'voice.send'>
  readonly listMine: RefusalWords<'voice.listMine'>
  readonly list: RefusalWords<'voice.list'>
  readonly answer: RefusalWords<'voice.answer'>
} = {
  send: {},
  listMine: {},
  list: {},
  answer: {
    'no-such-voice': {
      zh: '没有这一条，或不在您的范围内。',
      en: 'There is no such message, or it is not yours to answer.',
    },
    'voice-answered': { zh: '这一条已有答复。请刷新。', en: 'This was answered already. Reload.' },
    'own-voice': {
      zh: '不能答复自己提出的事。请上级办理。',
      en: 'Nobody answers what they said themselves. The committee will.',
    },
  },
}

/** What the inbox says. */
export const words = {
  title: { zh: '心声', en: 'Voices' },
  lead: {
    zh: '成员提出的投诉、建议和更正，十五个工作日内答复。答复会告诉本人。',
    en: 'Complaints, suggestions and corrections, to be answered within fifteen working days. Whoever asked is told.',
  },
  emptyTitle: { zh: '还没有人提出', en: 'Nobody has spoken yet' },
  empty: {
    zh: '成员在手机的任何页面都能提出，收到后列在这里。',
    en: 'Members can speak up on every page of the phone; it is listed here.',
  },
  waiting: { zh: '待答复', en: 'Waiting' },
  answered: { zh: '已答复', en: 'Answered' },
  noneWaiting: { zh: '没有待答复的。', en: 'Nothing waits for an answer.' },
  noneAnswered: { zh: '还没有答复过。', en: 'Nothing was answered yet.' },
  from: { zh: '{name} · {unit}', en: '{name} · {unit}' },
  wholeMine: { zh: '党委', en: 'the committee' },
  by: { zh: '{day} 前答复', en: 'Answer by {day}' },
  overdue: { zh: '已过 {day}', en: 'Was due {day}' },
  page: { zh: '关于页面 {page}', en: 'About the page {page}' },
  field: { zh: '关于“{field}”', en: 'About “{field}”' },
  answer: { zh: '答复', en: 'Answer' },
  answerTo: { zh: '答复 {name}', en: 'Answer {name}' },
  outcome: { zh: '结果', en: 'What became of it' },
  text: { zh: '答复内容，本人会看到', en: 'Your answer; they will read it' },
  send: { zh: '答复', en: 'Answer' },
  toPerson: { zh: '看名册', en: 'See the roster' },
} as const satisfies Record<string, Words>

/** What somebody may say. */
export const kindWords: Readonly<Record<VoiceKind, Words>> = {
  complaint: { zh: '投诉', en: 'Complaint' },
  suggestion: { zh: '建议', en: 'Suggestion' },
  correction: { zh: '更正个人信息', en: 'Correction of what is held about me' },
}

/** What became of it. */
export const outcomeWords: Readonly<Record<Outcome, Words>> = {
  done: { zh: '已办结', en: 'Done' },
  underway: { zh: '正在办', en: 'Under way' },
  declined: { zh: '未采纳', en: 'Not taken up' },
}
