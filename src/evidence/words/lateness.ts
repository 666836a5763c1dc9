import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'

const unit: Words = {
  zh: '没有这个组织，或不在您的范围内。',
  en: 'There is no such unit, or it is not yours to see.',
}
const turned: Words = {
  zh: '结束日期早于开始日期，请核对。',
  en: 'The last day lies before the first; please check.',
}

export const refusals: {
  readonly findLateness: RefusalWords<'evidence.findLateness'>
  readonly listMade: RefusalWords<'evidence.listMade'>
} = {
  findLateness: { 'no-such-unit': unit, 'ends-before-start': turned },
  listMade: { 'no-such-unit': unit, 'ends-before-start': turned },
}

/** What a counted record is, by its table. */
export const kindWords: Readonly<Record<string, Words>> = {
  meeting: { zh: '会议', en: 'Meetings' },
  meeting_vote: { zh: '表决', en: 'Votes' },
  decision: { zh: '会议决定', en: 'Decisions' },
  make_up: { zh: '补课', en: 'Make-ups' },
  dues_payment: { zh: '党费', en: 'Dues' },
  admission_step: { zh: '发展步骤', en: 'Admission steps' },
  expected_exclusion: { zh: '不计入应到', en: 'Not counted as expected' },
}

export const words = {
  lateness: { zh: '记录时间', en: 'When records were made' },
  lead: {
    zh: '事情发生后几天记下来的。晚是一个事实，原因可以写在记录旁边。',
    en: 'How many days after things their records were made. Late is a fact; its reason can stand beside the record.',
  },
  unit: { zh: '组织', en: 'Unit' },
  from: { zh: '发生于，从', en: 'Took place from' },
  to: { zh: '到', en: 'to' },
  sentence: {
    zh: '{of} 条记录里，{late} 条在事后 {days} 天以后才记下；其中 {reasoned} 条写了原因。',
    en: '{late} of {of} {of|record was|records were} made more than {days} days after the event; {reasoned} with a reason.',
  },
  allInTime: {
    zh: '{of} 条记录都在事后 {days} 天以内记下。',
    en: 'Made within {days} days of the event: all {of} {of|record|records}.',
  },
  none: {
    zh: '这段时间里没有自己录入的记录。',
    en: 'Nothing that took place in these days was entered here.',
  },
  noneTitle: { zh: '还没有可数的记录', en: 'Nothing to count yet' },
  empty: {
    zh: '会议、党费、发展步骤等记下以后，这里显示事后几天记的。换一个组织或日期看看。',
    en: 'Once meetings, dues or admission steps are recorded, this shows how many days after. Try another unit or other days.',
  },
  spread: { zh: '事后几天记下', en: 'Days after the event' },
  kind: { zh: '记录', en: 'Record' },
  of: { zh: '共', en: 'All' },
  late: { zh: '补录', en: 'Late' },
  reasoned: { zh: '有原因', en: 'With a reason' },
  median: { zh: '一半在几天内', en: 'Half within (days)' },
  inTime: { zh: '按时', en: 'In time' },
  sameDay: { zh: '当日', en: 'Same day' },
  band: { zh: '{from}–{to} 天', en: '{from}–{to} days' },
  beyond: { zh: '{from} 天以上', en: '{from}+ days' },
  all: { zh: '合计', en: 'All' },
  says: { zh: '{kind}，{band}：看这些记录', en: '{kind}, {band}: see these records' },
  imported: { zh: '导入的旧账', en: 'Imported from older ledgers' },
  importedLead: {
    zh: '导入那天才进系统，不等于当时没有记，所以单独列出，不算补录。',
    en: 'They came in on the day of the import, which does not say they were not written down at the time: listed apart, and not late.',
  },
  before: { zh: '检查通知以后记下的', en: 'Made after an inspection was announced' },
  beforeLead: {
    zh: '检查通知到进场之间记下、说的却是通知前 {days} 天以上的事。为什么，以支部的说明为准。',
    en: 'Made between announcement and visit, about things more than {days} days before the announcement. Why, the branch says itself.',
  },
  beforeLine: {
    zh: '{title}：{announced} 通知，{visit} 进场，其间 {n} 条；{reasoned} 条写了原因。',
    en: '{title}: announced {announced}, visited {visit}; {n} {n|record|records} in between, {reasoned} with a reason.',
  },
  rows: { zh: '这些记录', en: 'These records' },
  closeRows: { zh: '收起', en: 'Close the list' },
  noRows: { zh: '没有这样的记录。', en: 'There is no such record.' },
  more: { zh: '只列最晚的 {n} 条。', en: 'Only the {n} latest made are listed.' },
  happened: { zh: '发生', en: 'Took place' },
  made: { zh: '记下', en: 'Recorded' },
  after: { zh: '事后', en: 'After' },
  what: { zh: '内容', en: 'What' },
  reason: { zh: '支部的说明', en: 'The branch’s reason' },
  branchLine: {
    zh: '今年 {of} 条记录，{late} 条在 {days} 天以后才记',
    en: 'This year {late} of {of} records came more than {days} days after',
  },
  branchFact: { zh: '记录时间', en: 'Recorded when' },
} as const satisfies Record<string, Words>
