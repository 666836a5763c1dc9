import type { Words } from '../../kit/web/say.ts'
import type {
  DrawnRecord,
  FindingState,
  InspectionState,
  Recheck,
  Severity,
  Split,
} from '../rules/inspection.ts'

/** The kinds of record that are drawn or pointed at; of another kind: `record`. */
export const recordKindWords: Readonly<Record<DrawnRecord, Words>> = {
  meeting: { zh: '会议', en: 'Meeting' },
  make_up: { zh: '补课', en: 'Make-up' },
  study_plan_row: { zh: '学习计划', en: 'Study plan' },
  dues_payment: { zh: '党费', en: 'Dues' },
  admission_case: { zh: '发展党员', en: 'Admission' },
  admission_step: { zh: '发展步骤', en: 'Admission step' },
}

export const inspectionStateWords: Readonly<Record<InspectionState, Words>> = {
  made: { zh: '未抽样', en: 'Not drawn' },
  drawn: { zh: '进行中', en: 'Under way' },
  closed: { zh: '已结束', en: 'Closed' },
}

export const severityWords: Readonly<Record<Severity, Words>> = {
  note: { zh: '提示', en: 'Note' },
  improve: { zh: '需改进', en: 'To improve' },
  correct: { zh: '需纠正', en: 'To correct' },
}

export const findingStateWords: Readonly<Record<FindingState, Words>> = {
  noted: { zh: '只作提示', en: 'Noted' },
  open: { zh: '整改中', en: 'To be put right' },
  done: { zh: '待复查', en: 'To be looked at again' },
  rectified: { zh: '已整改', en: 'Put right' },
  withdrawn: { zh: '已撤回', en: 'Taken back' },
}

export const recheckWords: Readonly<Record<Recheck, Words>> = {
  rectified: { zh: '已整改到位', en: 'Put right' },
  again: { zh: '还要再改', en: 'Not yet' },
}

export const splitWords: Readonly<Record<Split, Words>> = {
  branch: { zh: '每个支部、每类记录', en: 'Each kind of record in each branch' },
  kind: { zh: '每类记录，不分支部', en: 'Each kind of record, over all branches' },
}

/** What the pages of inspections say. */
export const words = {
  title: { zh: '检查', en: 'Inspections' },
  lead: {
    zh: '抽中哪些，由封存的日志和检查人掷出的数一起决定，谁也挑不了。支部不用准备材料。',
    en: 'What is looked at is drawn from the sealed journal and the inspector’s own dice: nobody chooses it, and branches prepare nothing.',
  },
  emptyTitle: { zh: '还没有检查', en: 'No inspection yet' },
  empty: {
    zh: '开始一次检查：选范围和日期，抽样，逐条看；发现的问题和整改都记在这里。',
    en: 'Begin one: choose unit and days, draw, look record by record; what is found and put right stands here.',
  },
  emptyBranch: {
    zh: '抽中本支部的记录时会列在这里。平时怎么记就怎么记，不用另外准备。',
    en: 'When records of your branch are drawn, it is listed here. Work as always; there is nothing to prepare.',
  },
  make: { zh: '开始检查', en: 'Begin an inspection' },
  name: { zh: '检查名称', en: 'Title' },
  unit: { zh: '范围', en: 'Unit' },
  days: { zh: '检查的日期', en: 'Days looked at' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  announcedOn: { zh: '通知日期', en: 'Announced on' },
  announcedHint: { zh: '没有事先通知就空着', en: 'Leave empty when it is not announced' },
  announced: { zh: '{day} 通知', en: 'announced on {day}' },
  unannounced: { zh: '未事先通知', en: 'not announced' },
  each: { zh: '每类抽几条', en: 'How many of each' },
  split: { zh: '怎样分层', en: 'Strata' },
  state: { zh: '进展', en: 'State' },
  seen: { zh: '已看', en: 'Looked at' },
  found: { zh: '发现', en: 'Found' },
  left: { zh: '未办完', en: 'Not over' },
  by: { zh: '检查人', en: 'Inspector' },
  ofAll: { zh: '{n}/{all} 条', en: '{n} of {all}' },
  drawTitle: { zh: '抽样', en: 'The draw' },
  drawLead: {
    zh: '和支部的人一起掷几次骰子，把点数按顺序写下来；写一句话也行。它和封存本次检查的第一个检查点一起决定抽中谁，只抽一次。',
    en: 'Throw dice before somebody of the branch and write the numbers in their order, or any sentence. With the first checkpoint that sealed this inspection they decide what is drawn, once.',
  },
  notSealed: {
    zh: '日志正在封存这次检查，十几秒后可以抽样。',
    en: 'The journal is sealing this inspection; it can be drawn in some seconds.',
  },
  words: { zh: '掷出的数，或一句话', en: 'The dice, or a sentence' },
  wordsLike: { zh: '如：三 五 一 六 二', en: 'such as: 3 5 1 6 2' },
  draw: { zh: '抽样', en: 'Draw' },
  drawnAt: { zh: '{at} 抽样，共 {n} 条。', en: 'Drawn on {at}: {n} {n|record|records}.' },
  how: { zh: '怎样抽的，自己复算', en: 'How it was drawn; work it out again' },
  rule: {
    zh: '种子 = SHA-256（检查点全文 ‖ 一个零字节 ‖ 掷出的数）。每一层里，记录按 SHA-256（种子 ‖ 记录编号）从小到大排，取前 {n} 条。',
    en: 'Seed = SHA-256(the checkpoint’s text ‖ a zero byte ‖ the dice). In each stratum records stand in the order of SHA-256(seed ‖ record id); the first {n} are drawn.',
  },
  checkpointIs: {
    zh: '检查点：封存本次检查（日志第 {place} 条）之后的第一个，共 {size} 条。',
    en: 'The checkpoint: the first one over this inspection (entry {place} of the journal), of {size} entries.',
  },
  thrown: { zh: '掷出的数', en: 'The dice' },
  seed: { zh: '种子', en: 'Seed' },
  agrees: {
    zh: '本机已复算：种子相符，每一层的先后次序相符。',
    en: 'Worked out again on this computer: the seed agrees, and so does the order in each stratum.',
  },
  disagrees: {
    zh: '本机复算不符。请保存本页，告诉纪检或上级。',
    en: 'Worked out again on this computer, it does not agree. Keep this page and tell whoever is above.',
  },
  stratum: { zh: '层', en: 'Stratum' },
  standing: { zh: '共有', en: 'Of' },
  drawn: { zh: '抽中', en: 'Drawn' },
  sample: { zh: '抽中的记录', en: 'The sample' },
  record: { zh: '记录', en: 'Record' },
  aRecord: { zh: '记录', en: 'Record' },
  branch: { zh: '支部', en: 'Branch' },
  happened: { zh: '发生', en: 'Took place' },
  recorded: { zh: '何时记的', en: 'Recorded' },
  imported: { zh: '旧账导入', en: 'Imported' },
  place: { zh: '第 {rev} 版 · 日志第 {n} 条', en: 'Revision {rev} · entry {n}' },
  result: { zh: '结果', en: 'Result' },
  inOrder: { zh: '无问题', en: 'In order' },
  findingNo: { zh: '发现 {n}', en: 'Finding {n}' },
  notSeen: { zh: '未看', en: 'Not looked at' },
  choose: { zh: '选', en: 'Choose' },
  chooseOne: { zh: '选中 {title}', en: 'Choose {title}' },
  chosen: { zh: '已选 {n} 条', en: '{n} chosen' },
  chooseFirst: {
    zh: '看过以后勾选，一起写结果。',
    en: 'Tick what you have looked at, and say the result of all at once.',
  },
  markInOrder: { zh: '无问题', en: 'In order' },
  addFinding: { zh: '写发现', en: 'Write a finding' },
  text: { zh: '发现了什么', en: 'What was found' },
  clause: { zh: '依据', en: 'Clause' },
  clauseIs: { zh: '依据：{clause} · {source}', en: 'Clause: {clause} · {source}' },
  kind: { zh: '种类', en: 'Kind' },
  noClause: { zh: '不引条款', en: 'No clause' },
  severity: { zh: '轻重', en: 'Weight' },
  dueOn: { zh: '整改期限', en: 'To be put right by' },
  save: { zh: '写下', en: 'Write it down' },
  findings: { zh: '发现与整改', en: 'Findings and what became of them' },
  noFindings: { zh: '还没有发现问题。', en: 'Nothing was found wrong so far.' },
  evidence: { zh: '依据的记录', en: 'It rests on' },
  owner: { zh: '责任人', en: 'Owner' },
  noOwner: { zh: '未定', en: 'Not said' },
  changeOwner: { zh: '换责任人', en: 'Give it to somebody else' },
  until: { zh: '期限', en: 'By' },
  soon: { zh: '还有 {n} 天', en: '{n} {n|day|days} left' },
  today: { zh: '今天到期', en: 'today is the last day' },
  overdue: { zh: '过了 {n} 天', en: '{n} {n|day|days} over' },
  round: { zh: '第 {n} 轮整改', en: 'Round {n}' },
  rectify: { zh: '报整改', en: 'Say it is put right' },
  how2: { zh: '怎么改的', en: 'What was done' },
  doneSaid: { zh: '{day} 报整改', en: 'put right on {day}' },
  doneOn: { zh: '哪天改好', en: 'On which day' },
  proof: { zh: '能说明的记录', en: 'Records that show it' },
  proofHint: {
    zh: '发现以后本支部新记或更正的记录。有就勾上，没有不用补材料。',
    en: 'Records of the branch made or corrected since. Tick what shows it; nothing need be made for this.',
  },
  noProof: { zh: '发现以后本支部还没有新的记录。', en: 'The branch has recorded nothing since.' },
  send: { zh: '报送', en: 'Send' },
  contest: { zh: '有不同意见', en: 'We see it differently' },
  contestText: { zh: '支部的说明', en: 'The branch’s own words' },
  contestHint: {
    zh: '和发现并列保存，谁也不能删。',
    en: 'It stands beside the finding; nobody can take either away.',
  },
  branchSays: { zh: '支部说明', en: 'The branch says' },
  withdraw: { zh: '撤回', en: 'Take back' },
  why: { zh: '为什么撤回', en: 'Why' },
  takenBack: { zh: '检查人撤回', en: 'The inspector took it back' },
  recheck: { zh: '复查', en: 'Look again' },
  recheckText: { zh: '看到了什么', en: 'What was seen' },
  again: { zh: '再改期限', en: 'Again by' },
  looked: { zh: '复查：{result}', en: 'Looked at again: {result}' },
  close: { zh: '结束检查', en: 'Close the inspection' },
  closedAt: { zh: '{at} 结束。', en: 'Closed on {at}.' },
  person: { zh: '人员', en: 'Person' },
  nothingToDo: {
    zh: '抽样已经完成，支部不用准备材料；有发现时会列在下面，也会出现在“今天”。',
    en: 'The sample is drawn and the branch prepares nothing. What is found will stand below, and under Today.',
  },
} as const satisfies Record<string, Words>
