import { CHANGED_MEANWHILE } from '../../kit/revision.ts'
import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'

const noSuchUnit: Words = {
  zh: '没有这个组织，或不在您的范围内。',
  en: 'There is no such unit, or it is not yours to see.',
}
const noSuchRow: Words = {
  zh: '学习计划里没有这一条，可能已被改动。请刷新后再看。',
  en: 'There is no such row in the plan; it may have been changed. Reload and look again.',
}
const rowCancelled: Words = {
  zh: '这一条已经取消。要学，请另加一条。',
  en: 'This row was cancelled. To study it after all, add it anew.',
}

export const refusals: {
  readonly listPlan: RefusalWords<'study.listPlan'>
  readonly addPlanRow: RefusalWords<'study.addPlanRow'>
  readonly changePlanRow: RefusalWords<'study.changePlanRow'>
  readonly cancelPlanRow: RefusalWords<'study.cancelPlanRow'>
  readonly listMeetings: RefusalWords<'meetings.listMeetings'>
} = {
  listPlan: { 'no-such-unit': noSuchUnit },
  addPlanRow: {
    'no-such-unit': noSuchUnit,
    'not-a-branch': {
      zh: '学习计划列在党支部或党小组名下。请改选组织。',
      en: 'A study plan belongs to a branch or a Party group. Choose another unit.',
    },
    'subject-taken': {
      zh: '这个月已有同名主题。请换一个主题，或改那一条。',
      en: 'This month has that subject already. Choose another, or change that row.',
    },
  },
  changePlanRow: {
    'no-such-row': noSuchRow,
    'row-cancelled': rowCancelled,
    'changed-meanwhile': CHANGED_MEANWHILE,
    'no-such-meeting': {
      zh: '只能关联本支部和所属党小组的会议。请重选。',
      en: 'Only a meeting of this branch or its groups can be named. Choose again.',
    },
  },
  cancelPlanRow: { 'no-such-row': noSuchRow, 'row-cancelled': rowCancelled },
  listMeetings: { 'no-such-unit': noSuchUnit },
}

export const words = {
  title: { zh: '学习计划', en: 'Study plan' },
  hours: {
    zh: '支部今年已组织 {held} 学时，每名党员每年应学 {asked} 学时（{source}，{clause}）。',
    en: 'The branch has held {held} hours this year; every member should have {asked} a year ({source}, {clause}).',
  },
  hoursHow: {
    zh: '只算支部自己开的、记录有效的会；党小组的学时不是人人都有，不算在内。',
    en: 'Only valid meetings of the branch itself count here; hours of its groups are not for all.',
  },
  done: { zh: '计划 {all} 项，已完成 {done} 项。', en: '{done} of {all} planned {all|item|items} done.' },
  add: { zh: '添加', en: 'Add' },
  addTo: { zh: '给{month}添加学习内容', en: 'Add to {month}' },
  change: { zh: '改', en: 'Change' },
  changeOf: { zh: '改：{subject}', en: 'Change: {subject}' },
  linkOf: { zh: '关联会议：{subject}', en: 'Name the meeting: {subject}' },
  link: { zh: '关联会议', en: 'Name the meeting' },
  cancel: { zh: '取消', en: 'Cancel it' },
  cancelOf: { zh: '取消“{subject}”', en: 'Cancel “{subject}”' },
  cancelLead: {
    zh: '取消的计划会留在这里。当月以内取消，不再计入；过了当月才取消，仍按没有完成计。',
    en: 'A cancelled row stays here. Cancelled by the end of its month it no longer counts; later it counts as not done.',
  },
  reason: { zh: '取消原因', en: 'Why' },
  cancelled: { zh: '{day} 取消：{reason}', en: 'Cancelled {day}: {reason}' },
  none: { zh: '没有计划', en: 'Nothing planned' },
  unplanned: { zh: '没有计划（每月应有，A3）', en: 'Nothing planned (each month asks for it, A3)' },
  month: { zh: '月份', en: 'Month' },
  unit: { zh: '组织', en: 'Unit' },
  subject: { zh: '主题', en: 'Subject' },
  content: { zh: '内容', en: 'Content' },
  form: { zh: '形式', en: 'Form' },
  lecturer: { zh: '主讲', en: 'Lecturer' },
  hoursField: { zh: '学时', en: 'Hours' },
  hoursOf: { zh: '{n} 学时', en: '{n} {n|hour|hours}' },
  notHours: { zh: '请填学时，如 2 或 1.5。', en: 'Give hours such as 2 or 1.5.' },
  prepared: { zh: '材料准备', en: 'Material' },
  isPrepared: { zh: '材料已备', en: 'Material ready' },
  notPrepared: { zh: '材料未备', en: 'Material not ready' },
  unsaid: { zh: '没有说', en: 'Not said' },
  meeting: { zh: '完成的会议', en: 'Done at' },
  noMeeting: { zh: '还没有', en: 'Not yet' },
  heldAt: { zh: '{day} 已开展', en: 'Held {day}' },
  toHold: { zh: '待开展', en: 'To be held' },
  notHeld: { zh: '没有开展记录', en: 'No record of it' },
  save: { zh: '保存', en: 'Save' },
  meetingOf: { zh: '{day} {subject}', en: '{day} {subject}' },
} as const satisfies Record<string, Words>
