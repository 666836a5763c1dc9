import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import { words as personWords } from '../../people/words/labels.ts'

const noSuchUnit: Words = {
  zh: '没有这个党支部，或不在您的范围内。',
  en: 'There is no such branch, or it is not yours to see.',
}

export const refusals: {
  readonly findOverview: RefusalWords<'home.findOverview'>
  readonly findBranch: RefusalWords<'home.findBranch'>
  readonly findOpen: RefusalWords<'home.findOpen'>
  readonly search: RefusalWords<'home.search'>
  readonly listPayments: RefusalWords<'dues.listPayments'>
  readonly listCases: RefusalWords<'joining.listCases'>
  readonly listPlan: RefusalWords<'study.listPlan'>
  readonly listMeetings: RefusalWords<'meetings.listMeetings'>
  readonly meetingsOfPerson: RefusalWords<'meetings.listOfPerson'>
  readonly listTargets: RefusalWords<'assessment.listTargets'>
} = {
  findOverview: {},
  findBranch: { 'no-such-unit': noSuchUnit },
  findOpen: {},
  search: {},
  listPayments: { 'no-such-unit': noSuchUnit },
  listCases: { 'no-such-unit': noSuchUnit },
  listPlan: { 'no-such-unit': noSuchUnit },
  listMeetings: { 'no-such-unit': noSuchUnit },
  meetingsOfPerson: personWords,
  listTargets: { 'no-such-unit': noSuchUnit },
}

export const words = {
  overview: { zh: '总览', en: 'Overview' },
  overviewLead: {
    zh: '每个支部一年的职责，一格一月；点支部看是哪一项。',
    en: 'A year of duties of every branch, month by month; a branch opens to which.',
  },
  year: { zh: '年份', en: 'Year' },
  yearOf: { zh: '{year}年', en: '{year}' },
  search: { zh: '支部名称、编码或书记', en: 'Branch, code or secretary' },
  under: { zh: '上级', en: 'Under' },
  openOnly: { zh: '只看有未结的', en: 'Only with something open' },
  order: { zh: '排列', en: 'Order' },
  byCode: { zh: '按编码', en: 'By code' },
  byMissed: { zh: '未开展多的在前', en: 'Most missed first' },
  byDue: { zh: '待完成多的在前', en: 'Most due first' },
  byLate: { zh: '补录多的在前', en: 'Most late first' },
  branch: { zh: '党支部', en: 'Branch' },
  branches: { zh: '{n} 个支部', en: '{n} {n|branch|branches}' },
  branchesOf: { zh: '{n}/{all} 个支部', en: '{n} of {all} branches' },
  openSums: {
    zh: '未开展 {missed} · 待完成 {due} · 补录 {late}',
    en: '{missed} missed · {due} due · {late} late',
  },
  members: { zh: '党员', en: 'Members' },
  memberCount: { zh: '{n} 人', en: '{n} {n|member|members}' },
  openCount: { zh: '未结', en: 'Open' },
  allUnder: { zh: '所有总支', en: 'All general branches' },
  secretary: { zh: '书记', en: 'Secretary' },
  noSecretary: { zh: '书记空缺', en: 'No secretary' },
  noneFit: { zh: '没有支部符合这些条件。', en: 'No branch fits these filters.' },
  clear: { zh: '清除条件', en: 'Clear the filters' },
  emptyTitle: { zh: '这里将是各支部的一年', en: 'The year of every branch will stand here' },
  empty: {
    zh: '每个支部一行，十二个月该做的、做了的、补的、缺的一眼看清。先把台账导进来，或载入演示矿看看。',
    en: 'One row per branch: what was due, done, late or missed in twelve months. Import your ledgers, or load the demo mine to look around.',
  },
  start: { zh: '开始', en: 'Start' },
  emptyScoped: {
    zh: '您的范围内还没有党支部。请党委工作人员为您设定职务范围。',
    en: 'There is no branch in your scope yet. Ask the committee’s staff to set it.',
  },
  facts: { zh: '概况', en: 'Facts' },
  code: { zh: '编码', en: 'Code' },
  kind: { zh: '类别', en: 'Kind' },
  parent: { zh: '上级组织', en: 'Under' },
  memberFacts: {
    zh: '{full} 名正式党员 · {probationary} 名预备党员',
    en: '{full} full · {probationary} probationary',
  },
  vacancies: { zh: '职务空缺', en: 'Vacant posts' },
  term: { zh: '本届', en: 'Term' },
  termSpan: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  termOver: { zh: '已超期 {n} 天', en: '{n} {n|day|days} overdue' },
  termEnds: { zh: '还有 {n} 天届满', en: 'ends in {n} {n|day|days}' },
  founded: { zh: '成立', en: 'Founded' },
  shifts: { zh: '班次制度', en: 'Shifts' },
  themeDay: { zh: '主题党日', en: 'Themed Party day' },
  groups: { zh: '党小组', en: 'Party groups' },
  yearStrip: { zh: '{year}年职责', en: 'Duties of {year}' },
  duty: { zh: '职责', en: 'Duty' },
  dueNow: { zh: '眼下要办', en: 'Due now' },
  dueUntil: { zh: '到 {day}', en: 'until {day}' },
  nothingDue: { zh: '眼下没有要办的。', en: 'Nothing is due now.' },
  why: { zh: '依据 {source}', en: 'by {source}' },
  score: { zh: '考核得分', en: 'Score' },
  tabs: { zh: '记录', en: 'Records' },
  meetings: { zh: '会议', en: 'Meetings' },
  people: { zh: '党员', en: 'People' },
  dues: { zh: '党费', en: 'Dues' },
  cases: { zh: '发展党员', en: 'Admissions' },
  plan: { zh: '学习计划', en: 'Study plan' },
  targets: { zh: '年度任务', en: 'Targets' },
  person: { zh: '姓名', en: 'Name' },
  month: { zh: '月份', en: 'Month' },
  paidYuan: { zh: '实交（元）', en: 'Paid (yuan)' },
  dueYuan: { zh: '应交（元）', en: 'Due (yuan)' },
  paidOn: { zh: '交纳日期', en: 'Paid on' },
  recorded: { zh: '登记', en: 'Recorded' },
  yuan: { zh: '{n} 元', en: '{n} yuan' },
  differs: { zh: '与应交不一致', en: 'differs from what is due' },
  paidLate: { zh: '次月以后交', en: 'paid after the month' },
  noBase: { zh: '缺计费基数', en: 'no base' },
  duesEmptyTitle: { zh: '这一年还没有党费记录', en: 'No dues this year yet' },
  duesEmpty: {
    zh: '谁哪个月交了多少，旁边是按基数算出的应交。从台账“党费台账”表导入。',
    en: 'Who paid what for which month, beside the amount computed as due. Import them from the sheet 党费台账 (dues).',
  },
  step: { zh: '进度', en: 'Progress' },
  stepOf: { zh: '{n}/25 步', en: '{n} of 25 steps' },
  lastStep: { zh: '最近一步', en: 'Latest step' },
  defects: { zh: '程序缺陷', en: 'Defects' },
  noDefects: { zh: '没有发现', en: 'none found' },
  casesEmptyTitle: { zh: '还没有发展党员', en: 'No admissions yet' },
  casesEmpty: {
    zh: '从递交申请书到归档的 25 步，每步一个日期，时限自动核对。从台账“发展党员”表导入。',
    en: 'From the application to the archive in 25 dated steps, every time limit checked. Import them from the sheet 发展党员 (admissions).',
  },
  subject: { zh: '主题', en: 'Subject' },
  form: { zh: '形式', en: 'Form' },
  lecturer: { zh: '主讲', en: 'Lecturer' },
  hours: { zh: '学时', en: 'Hours' },
  prepared: { zh: '材料', en: 'Material' },
  isPrepared: { zh: '已准备', en: 'prepared' },
  notPrepared: { zh: '未准备', en: 'not prepared' },
  became: { zh: '结果', en: 'What became of it' },
  notHeld: { zh: '还没有记录', en: 'no record yet' },
  planEmptyTitle: { zh: '这一年还没有学习计划', en: 'No study plan this year yet' },
  planEmpty: {
    zh: '每月学什么、谁来讲、材料备好没有、最后开成了没有。从台账“学习计划”表导入。',
    en: 'What is studied each month, by whom, from which material, and what became of it. Import it from the sheet 学习计划 (study plan).',
  },
  no: { zh: '编号', en: 'No.' },
  meetingKind: { zh: '会议类型', en: 'Kind' },
  unit: { zh: '组织', en: 'Unit' },
  attendance: { zh: '到会', en: 'Present' },
  allKinds: { zh: '全部类型', en: 'All kinds' },
  remark: { zh: '备注', en: 'Remark' },
  setUpStep: { zh: '第 {n} 步，共 {all} 步', en: 'Step {n} of {all}' },
} as const satisfies Record<string, Words>
