import { CHANGED_MEANWHILE } from '../../kit/revision.ts'
import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import type { PlanStanding } from '../rules/plans.ts'
import { agendaWrong } from './agenda.ts'
import { noSuchPlan, planGone } from './leave.ts'
import { noSuchUnit } from './missing.ts'
import { endsBeforeStart } from './times.ts'

const sessionsWrong = {
  'in-the-past': { zh: '日期已经过去。请改为今天或以后。', en: 'That day is past. Choose today or later.' },
  'ends-before-start': endsBeforeStart,
  'shift-twice': {
    zh: '同一班次安排了两场。请合并或改班次。',
    en: 'One shift has two sittings. Join them, or change the shift.',
  },
  'no-such-material': {
    zh: '所选的学习资料已经撤下或不在。请重新选择。',
    en: 'Something to read was withdrawn or is no longer there. Choose again.',
  },
} as const

/** A planned meeting that has begun besides. */
export const planGoneOrBegun = {
  ...planGone,
  'plan-begun': {
    zh: '这次会议已经开始。请到会议室里办。',
    en: 'This meeting has begun. Go on in its room.',
  },
} as const

/** Every refusal about meetings to come, and leave from them as a branch has it. */
export const planRefusals: {
  readonly listPlanned: RefusalWords<'meetings.listPlanned'>
  readonly findPlanned: RefusalWords<'meetings.findPlanned'>
  readonly planMeeting: RefusalWords<'meetings.planMeeting'>
  readonly changePlanned: RefusalWords<'meetings.changePlanned'>
  readonly cancelPlanned: RefusalWords<'meetings.cancelPlanned'>
  readonly answerLeave: RefusalWords<'meetings.answerLeave'>
  readonly listCalled: RefusalWords<'meetings.listCalled'>
  readonly listLeave: RefusalWords<'meetings.listLeave'>
} = {
  listPlanned: { 'no-such-unit': noSuchUnit },
  findPlanned: { 'no-such-plan': noSuchPlan },
  planMeeting: {
    'no-such-unit': noSuchUnit,
    'not-a-branch': {
      zh: '会议只能安排在党支部或党小组名下。请改选组织。',
      en: 'A meeting belongs to a branch or a Party group. Choose another unit.',
    },
    ...sessionsWrong,
    ...agendaWrong,
  },
  changePlanned: {
    'changed-meanwhile': CHANGED_MEANWHILE,
    ...planGoneOrBegun,
    ...sessionsWrong,
    ...agendaWrong,
  },
  cancelPlanned: planGoneOrBegun,
  answerLeave: {
    'no-such-leave': {
      zh: '没有这条请假，或不在您的范围内。',
      en: 'There is no such request, or it is not yours to answer.',
    },
    'leave-answered': { zh: '这条请假已经答复。请刷新。', en: 'This request was answered. Reload.' },
    'leave-withdrawn': {
      zh: '本人已经撤回请假，不用答复。',
      en: 'It was withdrawn by whoever asked; no answer is needed.',
    },
    'own-leave': {
      zh: '不能批自己的假。请上级或其他委员办理。',
      en: 'Nobody answers their own request. Ask another commissioner or the committee.',
    },
    'answer-needed': { zh: '不批准时请写明原因。', en: 'Say why when you refuse.' },
  },
  listCalled: { 'no-such-plan': noSuchPlan },
  listLeave: { 'no-such-unit': noSuchUnit },
}

/** Where a planned meeting stands. */
export const planStateWords: Readonly<Record<PlanStanding, Words>> = {
  planned: { zh: '已安排', en: 'Planned' },
  held: { zh: '已召开', en: 'Held' },
  cancelled: { zh: '已取消', en: 'Called off' },
  underWay: { zh: '正在开会', en: 'Under way' },
  past: { zh: '日子已过，没有记录', en: 'Day past, no record' },
}
