import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'

export const refusals: { readonly findCalendar: RefusalWords<'meetings.findCalendar'> } = { findCalendar: {} }

/** What the duty calendar says. */
export const words = {
  title: { zh: '会议日历', en: 'Calendar' },
  lead: {
    zh: '规定该开什么、安排了什么、开了什么。',
    en: 'What the rules ask for, what is planned, what was held.',
  },
  allUnits: { zh: '全部支部', en: 'All branches' },
  unit: { zh: '组织', en: 'Unit' },
  views: { zh: '怎么看', en: 'View' },
  month: { zh: '月', en: 'Month' },
  year: { zh: '年', en: 'Year' },
  before: { zh: '往前', en: 'Earlier' },
  after: { zh: '往后', en: 'Later' },
  now: { zh: '回到今天', en: 'Today' },
  weekdays: { zh: '周一 周二 周三 周四 周五 周六 周日', en: 'Mon Tue Wed Thu Fri Sat Sun' },
  more: { zh: '还有 {n} 项', en: '{n} more' },
  less: { zh: '收起', en: 'Fewer' },
  held: { zh: '已召开', en: 'held' },
  heldLate: { zh: '已召开，补录', en: 'held, recorded late' },
  heldNot: { zh: '已召开，不计入', en: 'held, does not count' },
  planned: { zh: '已安排', en: 'planned' },
  cancelled: { zh: '已取消', en: 'called off' },
  emptyMonth: {
    zh: '这个月没有安排会议，也没有会议记录。',
    en: 'Nothing was planned or held in this month.',
  },
  duties: { zh: '{month}要办', en: 'To be done in {month}' },
  duty: { zh: '职责', en: 'Duty' },
  branch: { zh: '党支部', en: 'Branch' },
  window: { zh: '期限', en: 'By when' },
  windowUntil: { zh: '{window}，到{day}', en: '{window}, until {day}' },
  state: { zh: '状态', en: 'State' },
  way: { zh: '办理', en: 'What to do' },
  plannedOn: { zh: '已安排 {day}', en: 'planned for {day}' },
  plan: { zh: '安排', en: 'Plan it' },
  enter: { zh: '补记', en: 'Record it' },
  open: { zh: '看记录', en: 'See the record' },
  openPlan: { zh: '看安排', en: 'See the plan' },
  which: { zh: '看哪些', en: 'Which' },
  undone: { zh: '还没办的', en: 'Not done yet' },
  unplanned: { zh: '还没安排的', en: 'Not planned yet' },
  everything: { zh: '全部', en: 'All' },
  nothing: { zh: '没有符合的职责。', en: 'No duty fits.' },
  noDuties: { zh: '这段时间没有职责。', en: 'No duties fall here.' },
  emptyTitle: { zh: '这里将是各支部的会议日历', en: 'The calendar of every branch will stand here' },
  empty: {
    zh: '有了党支部，就能看到每月该开的会、已安排的会和开过的会。',
    en: 'Once there are branches, you see what is due, planned and held month by month.',
  },
  yearOf: { zh: '{year}年职责', en: 'Duties of {year}' },
  print: { zh: '打印', en: 'Print' },
} as const satisfies Record<string, Words>
