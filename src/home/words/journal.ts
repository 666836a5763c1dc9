import type { Words } from '../../kit/web/say.ts'

/** What a record is, by the table that holds it. */
export const recordWords: Readonly<Record<string, Words>> = {
  mine: { zh: '煤矿', en: 'Mine' },
  journal_break: { zh: '日志中断', en: 'Break of the journal' },
  account: { zh: '账号', en: 'Account' },
  office: { zh: '职务授权', en: 'Office' },
  unmasking: { zh: '敏感信息查看', en: 'Unmasking' },
  org_unit: { zh: '组织', en: 'Unit' },
  person: { zh: '人员', en: 'Person' },
  erasure: { zh: '删除通知', en: 'Notice of erasure' },
  meeting: { zh: '会议', en: 'Meeting' },
  study_plan_row: { zh: '学习计划', en: 'Study plan' },
  dues_payment: { zh: '党费', en: 'Dues' },
  admission_case: { zh: '发展党员', en: 'Admission' },
  target: { zh: '年度任务', en: 'Target' },
  scheme: { zh: '考核方案', en: 'Scheme' },
  period: { zh: '考核期', en: 'Period' },
  calendar_feed: { zh: '日历订阅', en: 'Calendar address' },
  privacy_acceptance: { zh: '告知书阅知', en: 'Privacy notice' },
  material: { zh: '学习材料', en: 'Material' },
  planned_meeting: { zh: '会议安排', en: 'Planned meeting' },
  leave_request: { zh: '请假', en: 'Leave' },
  dues_correction: { zh: '党费更正', en: 'Correction of dues' },
  admission_step: { zh: '发展步骤', en: 'Admission step' },
  shift_system: { zh: '班制', en: 'Shifts' },
  shift_rota: { zh: '轮班', en: 'Rota' },
  shift_day: { zh: '某日班次', en: 'Shift of a day' },
  meeting_vote: { zh: '表决', en: 'Vote' },
  decision: { zh: '会议决定', en: 'Decision' },
  minute: { zh: '会议记录正文', en: 'Minutes' },
  meeting_signature: { zh: '签字', en: 'Signature' },
  meeting_photo: { zh: '会议照片', en: 'Picture of a meeting' },
  addendum: { zh: '补充说明', en: 'Addendum' },
  make_up: { zh: '补课', en: 'Make-up' },
  expected_exclusion: { zh: '不计入应到', en: 'Not counted as expected' },
  voice: { zh: '心声', en: 'Voice' },
  witness: { zh: '见证', en: 'Witness' },
  witness_quorum: { zh: '需要的见证数', en: 'Witnesses needed' },
  inspection: { zh: '检查', en: 'Inspection' },
  inspection_sample: { zh: '抽中的记录', en: 'Drawn record' },
  finding: { zh: '检查发现', en: 'Finding' },
  rectification: { zh: '整改', en: 'Rectification' },
  recheck: { zh: '复查', en: 'Second look' },
  late_reason: { zh: '补录说明', en: 'Reason for lateness' },
  manual_value: { zh: '人工评分', en: 'Score by hand' },
}

/** On which kind of record actions of a slice are done, and what single ones are done on. */
const DONE_ON: Readonly<Record<string, string>> = {
  ...{ meetings: 'meeting', people: 'person', org: 'org_unit', dues: 'dues_payment', access: 'account' },
  ...{ study: 'study_plan_row', joining: 'admission_case', voice: 'voice', library: 'material' },
  ...{ evidence: 'inspection', 'evidence.addReason': 'late_reason', 'evidence.withdrawFinding': 'finding' },
  ...{ assessment: 'period', 'assessment.addTarget': 'target', 'assessment.changeTarget': 'target' },
}

/** On what kind of record an action is done; undefined where its own words say it. */
export function recordOf(kind: string): Words | undefined {
  const table = DONE_ON[kind] ?? DONE_ON[kind.split('.')[0] ?? '']
  return table === undefined ? undefined : recordWords[table]
}

export const words = {
  journal: { zh: '存证', en: 'Journal' },
  journalLead: {
    zh: '谁都改不掉的流水：哪天记了什么。点一条看它的历史与封存，可以在本机验证。',
    en: 'The running record nobody can alter: what was recorded when. Open an entry for its history and seal, and verify it on this computer.',
  },
  stands: {
    zh: '日志共 {n} 条，其中 {sealed} 条已封存，最近一次 {at}。',
    en: 'The journal has {n} {n|entry|entries}; {sealed} are sealed, the last at {at}.',
  },
  standsUnsealed: {
    zh: '日志共 {n} 条，尚未封存。',
    en: 'The journal has {n} {n|entry|entries}, none sealed yet.',
  },
  ofDay: { zh: '{n} 条', en: '{n} {n|entry|entries}' },
  ofDayHere: { zh: '本页 {n} 条', en: '{n} {n|entry|entries} on this page' },
  kind: { zh: '做了什么', en: 'What was done' },
  allKinds: { zh: '全部操作', en: 'Everything done' },
  unit: { zh: '组织', en: 'Unit' },
  allUnits: { zh: '全部组织', en: 'All units' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  record: { zh: '记录', en: 'Record' },
  aRecord: { zh: '记录', en: 'Record' },
  at: { zh: '时间', en: 'Time' },
  revision: { zh: '版次', en: 'Revision' },
  place: { zh: '日志序号', en: 'Entry' },
  waiting: { zh: '排队中', en: 'waiting' },
  latest: { zh: '回到最新', en: 'Back to the latest' },
  older: { zh: '更早的', en: 'Earlier ones' },
  emptyTitle: { zh: '还没有任何记录', en: 'Nothing is recorded yet' },
  empty: {
    zh: '每记一次会、每改一处、每次导入，这里都会多一条，盖上时间，封存后谁也改不掉。先记录一次会议，或导入台账。',
    en: 'Every meeting recorded, every correction, every import adds an entry here, with its time, sealed for good. Record a meeting or import a ledger first.',
  },
  noneFit: { zh: '这些条件下没有记录。', en: 'Nothing fits these filters.' },
  clear: { zh: '清除条件', en: 'Clear the filters' },
  historyOf: { zh: '一条记录的存证', en: 'The seal of one record' },
  open: { zh: '打开这条记录', en: 'Open the record' },
  erased: {
    zh: '已删除个人信息，没有可以打开的页面。',
    en: 'The personal data was erased; there is no page to open.',
  },
  recordErased: { zh: '{name}（已删除个人信息）', en: '{name} (personal data erased)' },
  backToInspection: { zh: '回到检查', en: 'Back to the inspection' },
  number: { zh: '记录编号', en: 'Record id' },
} as const satisfies Record<string, Words>
