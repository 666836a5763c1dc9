import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import type { LeaveReason, LeaveState } from '../rules/plans.ts'

export const noSuchPlan: Words = {
  zh: '没有这次安排，或不在您的范围内。',
  en: 'There is no such planned meeting, or it is not yours to see.',
}
const planEnded: Words = {
  zh: '这次会议已经开过或取消，不能再改。',
  en: 'This meeting was held or called off and can no longer be changed.',
}

/** A planned meeting that is not there, or over. */
export const planGone = { 'no-such-plan': noSuchPlan, 'plan-ended': planEnded } as const

/** Every refusal about one's own meetings to come and leave. */
export const mineRefusals: {
  readonly listMine: RefusalWords<'meetings.listMine'>
  readonly findMine: RefusalWords<'meetings.findMine'>
  readonly askLeave: RefusalWords<'meetings.askLeave'>
  readonly withdrawLeave: RefusalWords<'meetings.withdrawLeave'>
} = {
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
