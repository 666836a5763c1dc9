import { CHANGED_MEANWHILE } from '../../kit/revision.ts'
import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import type { LeaveReason, LeaveState, PlanStanding } from '../rules/plans.ts'
import { agendaWrong } from './agenda.ts'
import { noSuchUnit } from './missing.ts'
import { endsBeforeStart } from './times.ts'

const noSuchPlan: Words = {
  zh: '没有这次安排，或不在您的范围内。',
  en: 'There is no such planned meeting, or it is not yours to see.',
}
const planEnded: Words = {
  zh: '这次会议已经开过或取消，不能再改。',
  en: 'This meeting was held or called off and can no longer be changed.',
}
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

/** A planned meeting that is not there, or over. */
export const planGone = { 'no-such-plan': noSuchPlan, 'plan-ended': planEnded } as const

/** A planned meeting that has begun besides. */
export const planGoneOrBegun = {
  ...planGone,
  'plan-begun': {
    zh: '这次会议已经开始。请到会议室里办。',
    en: 'This meeting has begun. Go on in its room.',
  },
} as const

/** Every refusal about meetings to come and leave. */
export const planRefusals: {
  readonly listPlanned: RefusalWords<'meetings.listPlanned'>
  readonly findPlanned: RefusalWords<'meetings.findPlanned'>
  readonly planMeeting: RefusalWords<'meetings.planMeeting'>
  readonly changePlanned: RefusalWords<'meetings.changePlanned'>
  readonly cancelPlanned: RefusalWords<'meetings.cancelPlanned'>
  readonly listMine: RefusalWords<'meetings.listMine'>
  readonly findMine: RefusalWords<'meetings.findMine'>
  readonly askLeave: RefusalWords<'meetings.askLeave'>
  readonly withdrawLeave: RefusalWords<'meetings.withdrawLeave'>
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
  listMine: {},
  findMine: { 'no-such-plan': noSuchPlan },
  askLeave: {
    ...planGone,
    'leave-asked': { zh: '您已经请过假，请等答复。', en: 'You asked already. Please wait for the answer.' },
  },
  withdrawLeave: {
    'no-such-plan': noSuchPlan,
    'no-leave-to-withdraw': {
      zh: '您没有待批或已批准的请假，不用撤回。',
      en: 'No request of yours waits or was granted: there is nothing to withdraw.',
    },
    'plan-begun': {
      zh: '会议已经开始，不能再撤回请假。人到了，点名时会记作到会。',
      en: 'The meeting has begun; leave can no longer be withdrawn. If you are there, the roll call says so.',
    },
    'plan-ended': {
      zh: '会议已经开过或取消，不能再撤回请假。',
      en: 'The meeting was held or called off; leave can no longer be withdrawn.',
    },
  },
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

/** Why somebody cannot come. */
export const leaveReasonWords: Readonly<Record<LeaveReason, Words>> = {
  onShift: { zh: '当班', en: 'On shift' },
  ill: { zh: '生病', en: 'Ill' },
  trip: { zh: '出差', en: 'Away on duty' },
  personal: { zh: '家中有事', en: 'Family matters' },
  other: { zh: '其他', en: 'Other' },
}

/** Where a request stands. */
export const leaveStateWords: Readonly<Record<LeaveState, Words>> = {
  asked: { zh: '待批', en: 'Waiting' },
  granted: { zh: '已批准', en: 'Granted' },
  refused: { zh: '未批准', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

/** Where a planned meeting stands. */
export const planStateWords: Readonly<Record<PlanStanding, Words>> = {
  planned: { zh: '已安排', en: 'Planned' },
  held: { zh: '已召开', en: 'Held' },
  cancelled: { zh: '已取消', en: 'Called off' },
  underWay: { zh: '正在开会', en: 'Under way' },
  past: { zh: '日子已过，没有记录', en: 'Day past, no record' },
}
