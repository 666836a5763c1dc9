import type { Words } from '../../kit/web/say.ts'
import type { ListedState } from '../rules/listed.ts'

export const stateWords: Readonly<Record<ListedState, Words>> = {
  late: { zh: '只看补录的', en: 'Only recorded late' },
  countsNot: { zh: '只看不计入的', en: 'Only those that do not count' },
}

export const words = {
  meetings: { zh: '会议', en: 'Meetings' },
  lead: {
    zh: '您能看的各支部、各小组开过的会。补录的、不计入的标在旁边；点日期看记录。',
    en: 'What your branches and groups met for. Late records and those that do not count are marked; the date opens the record.',
  },
  unit: { zh: '组织', en: 'Unit' },
  allUnits: { zh: '全部组织', en: 'All units' },
  kind: { zh: '类型', en: 'Kind' },
  allKinds: { zh: '全部类型', en: 'All kinds' },
  period: { zh: '期间', en: 'Period' },
  ever: { zh: '全部时间', en: 'Any time' },
  state: { zh: '状态', en: 'State' },
  anyState: { zh: '全部状态', en: 'Any state' },
  heldOn: { zh: '日期', en: 'Date' },
  subject: { zh: '主题', en: 'Subject' },
  attendance: { zh: '到会', en: 'Present' },
  recorded: { zh: '登记', en: 'Recorded' },
  countsNot: { zh: '不计入', en: 'does not count' },
  no: { zh: '编号', en: 'No.' },
  change: { zh: '更正', en: 'Correct' },
  sums: {
    zh: '{meetings} 次 · 到会 {present}/{expected} 人次 · 补录 {late} · 不计入 {countsNot}',
    en: '{meetings} {meetings|meeting|meetings} · {present} of {expected} present · {late} late · {countsNot} not counting',
  },
  latestOnly: {
    zh: '列出最近 {n} 次；缩小范围看其余的。',
    en: 'The latest {n} are listed; narrow the filters for the rest.',
  },
  emptyTitle: { zh: '还没有会议记录', en: 'No meetings yet' },
  empty: {
    zh: '开过的会记在这里：台账、考核、表格都用这一份，不用再填。',
    en: 'Meetings that took place stand here; ledgers, assessment and forms all use this one record.',
  },
  noneFit: { zh: '没有符合这些条件的会议。', en: 'No meeting fits these filters.' },
  clear: { zh: '清除条件', en: 'Clear the filters' },
} as const satisfies Record<string, Words>
