import type { Words } from '../../kit/web/say.ts'

/** What may be wrong with an agenda. */
export const agendaWrong = {
  'vote-unnamed': {
    zh: '表决的议题要选表决什么；其他议题不选。',
    en: 'An item that is voted on says what is decided; others do not.',
  },
  'vote-not-here': {
    zh: '这类会议不表决这件事。党员的事由支部党员大会表决，支委会只表决一般事项。请改议题或会议类型。',
    en: 'This kind of meeting does not vote on that: a general meeting does, a committee only on ordinary matters. Change the item or the kind of meeting.',
  },
  'votes-need-one-sitting': {
    zh: '有表决的会议只能开一场，全体到会才能算票。请合并场次，或把表决改到另一次会。',
    en: 'A meeting that votes has one sitting, with everybody in it. Join the sittings, or vote in another meeting.',
  },
  'no-such-person': {
    zh: '这个人不在本支部名册上。请重新选择。',
    en: 'This person is not on the branch’s roster. Choose again.',
  },
  'no-such-item': {
    zh: '这项议题已经不在议程上。请刷新。',
    en: 'This item is no longer on the agenda. Reload.',
  },
} as const satisfies Record<string, Words>
