import type { Words } from '../../kit/web/say.ts'
import type { OpenKind } from '../rules/open.ts'

/** What to do about something open. */
export const doWords: Readonly<Record<OpenKind, Words>> = {
  leave: { zh: '答复', en: 'Answer' },
  leaveWithdrawn: { zh: '看安排', en: 'See the plan' },
  duty: { zh: '记录会议', en: 'Record it' },
  plan: { zh: '看计划', en: 'See the plan' },
  dues: { zh: '登记党费', en: 'Record dues' },
  case: { zh: '看进度', en: 'See the case' },
  target: { zh: '看任务', en: 'See the targets' },
  promise: { zh: '看会议', en: 'See the meeting' },
  rectification: { zh: '看发现', en: 'See the finding' },
  term: { zh: '看支部', en: 'See the branch' },
  vacancy: { zh: '看名册', en: 'See the roster' },
}

export const words = {
  arrange: { zh: '安排', en: 'Plan it' },
  seePlan: { zh: '看安排', en: 'See the plan' },
  planned: { zh: '已安排 {day}', en: 'planned for {day}' },
  isPlanned: { zh: '已安排', en: 'planned' },
  leaveNamed: { zh: '{name}请假，等您答复', en: '{name} asks for leave' },
  leaves: { zh: '{n} 人请假，等您答复', en: '{n} {n|person asks|people ask} for leave' },
  withdrawnNamed: { zh: '{name}撤回了请假，会来开会', en: '{name} withdrew the request for leave and comes' },
  withdrawn: {
    zh: '{n} 人撤回了请假，会来开会',
    en: '{n} {n|person|people} withdrew leave and {n|comes|come}',
  },
  today: { zh: '今天', en: 'Today' },
  todayLead: {
    zh: '今天该办的、快到期的，一行一个按钮。办完自动消失。',
    en: 'What to do and what is running out, a button each. What is done disappears by itself.',
  },
  whoLacks: { zh: '谁这个月还差什么？', en: 'Who lacks what this month?' },
  due: { zh: '该办的', en: 'To do' },
  risk: { zh: '有风险的', en: 'At risk' },
  how: { zh: '下一次会怎么开', en: 'How to run the next meeting' },
  noneDue: {
    zh: '眼下没有该办的。新的一月开始时，这里会列出来。',
    en: 'Nothing to do now. The next month’s duties will be listed here.',
  },
  noneRisk: { zh: '没有快到期的，也没有漏的。', en: 'Nothing runs out and nothing was missed.' },
  allDone: { zh: '各支部眼下没有差的。', en: 'No branch lacks anything now.' },
  planRows: { zh: '{month}学习计划 {n} 项未开展', en: 'Study plan of {month}: {n} not held' },
  duesOf: { zh: '{month}党费 {n} 人没有登记', en: 'Dues of {month}: {n} without a record' },
  caseStep: { zh: '{name}：{step}', en: '{name}: {step}' },
  caseSteps: { zh: '发展党员 · {step}', en: 'Admissions · {step}' },
  targetNamed: { zh: '任务“{name}”到期', en: 'Target “{name}” falls due' },
  targets: { zh: '年度任务到期', en: 'Targets fall due' },
  promiseNamed: { zh: '会上定的“{name}”到期', en: 'Promised in a meeting: “{name}” falls due' },
  promises: { zh: '会上定的事到期', en: 'Promises made in meetings fall due' },
  rectificationNamed: { zh: '检查发现“{name}”要整改', en: 'Found by inspection, to be put right: “{name}”' },
  rectifications: { zh: '检查发现要整改', en: 'Found by inspection, to be put right' },
  term: { zh: '本届任期届满', en: 'The term ends' },
  terms: { zh: '任期已满或将满', en: 'Terms over or ending' },
  vacancy: { zh: '{post}空缺', en: 'No {post}' },
  until: { zh: '到 {day}', en: 'until {day}' },
  daysLeft: { zh: '还有 {n} 天', en: '{n} {n|day|days} left' },
  lastDay: { zh: '今天是最后一天', en: 'today is the last day' },
  over: { zh: '已过 {n} 天', en: '{n} {n|day|days} over' },
  lacking: { zh: '{n}/{all} 个支部', en: '{n} of {all} branches' },
  andMore: { zh: '还有 {n} 个', en: '{n} more' },
  moreLines: { zh: '其余 {n} 项', en: '{n} more' },
  ownYear: { zh: '支部的一年', en: 'The branch’s year' },
  howNext: { zh: '下一次是{kind}，{until}。', en: 'Next is the {kind}, {until}.' },
  howPlanned: { zh: '下一次是{kind}，{planned}。', en: 'Next is the {kind}, {planned}.' },
  how1: {
    zh: '提前通知全体应到党员，写清时间、地点、议题；下井班次不同的，分班次通知。',
    en: 'Tell everybody expected, with time, place and subject; tell each shift when it is theirs.',
  },
  how2: {
    zh: '正式党员 {n} 人，到会 {least} 人以上，支部党员大会才能开。',
    en: 'With {n} full members, a general meeting needs {least} present.',
  },
  how2any: {
    zh: '开会先点名；到会不足一半不算数。',
    en: 'Call the roll first; with less than half present it does not count.',
  },
  how3: {
    zh: '逐项议，议完表决，记下赞成几人、决定什么、谁来办。',
    en: 'Take it point by point; vote; write down how many were for it, what was decided and who does it.',
  },
  how4: {
    zh: '会后 7 天内登记到会和决议，超过就记作补录。',
    en: 'Record roll and decisions within 7 days; after that it shows as recorded late.',
  },
  howNothing: {
    zh: '现在没有到期的会。要先开一次，直接记录即可。',
    en: 'No meeting is due now. If you hold one, just record it.',
  },
} as const satisfies Record<string, Words>
