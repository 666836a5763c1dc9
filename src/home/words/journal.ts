import type { Words } from '../../kit/web/say.ts'

/** What a record is, by the table that holds it. */
export const recordWords: Readonly<Record<string, Words>> = {
  mine: { zh: '煤矿', en: 'Mine' },
  account: { zh: '账号', en: 'Account' },
  office: { zh: '职务授权', en: 'Office' },
  unmasking: { zh: '敏感信息查看', en: 'Unmasking' },
  org_unit: { zh: '组织', en: 'Unit' },
  person: { zh: '人员', en: 'Person' },
  meeting: { zh: '会议', en: 'Meeting' },
  study_plan_row: { zh: '学习计划', en: 'Study plan' },
  dues_payment: { zh: '党费', en: 'Dues' },
  admission_case: { zh: '发展党员', en: 'Admission' },
  target: { zh: '年度任务', en: 'Target' },
  scheme: { zh: '考核方案', en: 'Scheme' },
  period: { zh: '考核期', en: 'Period' },
  manual_value: { zh: '人工评分', en: 'Score by hand' },
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
  number: { zh: '记录编号', en: 'Record id' },
} as const satisfies Record<string, Words>
