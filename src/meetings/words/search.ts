import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import type { PieceKind } from '../rules/search.ts'

export const refusals: { readonly searchMeetings: RefusalWords<'meetings.searchMeetings'> } = {
  searchMeetings: {},
}

/** Where in a record something was found. */
export const pieceWords: Readonly<Record<PieceKind, Words>> = {
  subject: { zh: '议题', en: 'Subject' },
  agenda: { zh: '议程', en: 'Agenda' },
  minutes: { zh: '记录', en: 'Minutes' },
  decision: { zh: '决定', en: 'Decision' },
  resolution: { zh: '决议', en: 'Resolution' },
  addendum: { zh: '补记', en: 'Addendum' },
  absence: { zh: '缺席', en: 'Absence' },
  place: { zh: '地点', en: 'Place' },
  chair: { zh: '主持人', en: 'Chair' },
  recorder: { zh: '记录人', en: 'Recorder' },
  lecturer: { zh: '主讲人', en: 'Lecturer' },
  owner: { zh: '责任人', en: 'Owner' },
  attended: { zh: '到会', en: 'Present' },
  guest: { zh: '列席', en: 'Guest' },
}

/** What the search over meetings says. */
export const words = {
  title: { zh: '在会议记录里找', en: 'Search the records of meetings' },
  lead: {
    zh: '词、短语或姓名，姓名也可以用拼音或首字母；几个词中间空一格，都要出现。',
    en: 'Words, terms or names; names also by pinyin or initials. Several with a blank between must all occur.',
  },
  q: { zh: '找什么', en: 'What to look for' },
  qHint: { zh: '如：顶板 检修，党课，zhangsan', en: 'Such as 顶板 检修, 党课, zhangsan' },
  found: { zh: '{n} 次会议', en: '{n} {n|meeting|meetings}' },
  foundMore: { zh: '最近的 {n} 次会议；更早的请加条件找', en: 'The latest {n}; for older ones add a filter' },
  finding: { zh: '正在找…', en: 'Looking…' },
  nothing: {
    zh: '没有会议记录写着“{q}”。换个说法，或去掉一个词再找。',
    en: 'No record says “{q}”. Try other words, or one word fewer.',
  },
  clear: { zh: '清除条件', en: 'Clear the filters' },
  emptyTitle: { zh: '说过的话，找得回来', en: 'What was said can be found again' },
  empty: {
    zh: '议题、议程、记录、决定、决议、补记和姓名都能找，导入的台账也在内。',
    en: 'Subjects, agendas, minutes, decisions, resolutions, addenda and names are searched, imported ledgers too.',
  },
} as const satisfies Record<string, Words>
