import type { Words } from '../../kit/web/say.ts'

export const words = {
  notices: { zh: '通知', en: 'Notices' },
  lead: {
    zh: '休息时间不打扰。看没看，没有人知道。',
    en: 'Nothing comes while you rest. Nobody sees what you have read.',
  },
  none: {
    zh: '近三个月没有通知。会议有变动、请假和心声有答复，会写在这里。',
    en: 'No notices in three months. Changes to meetings and answers to you will stand here.',
  },
  waiting: {
    zh: '休息时间先不打扰您：还有 {n} 条，{until} 起显示在这里。请假和心声的答复，“今天”里已能看到。',
    en: 'Held back while you rest: {n} more, shown here from {until}. Answers to leave and to what you said stand on Today already.',
  },
  open: { zh: '去看', en: 'See it' },
} as const satisfies Record<string, Words>
