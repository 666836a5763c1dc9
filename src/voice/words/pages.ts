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
