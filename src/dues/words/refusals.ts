import type { contract } from '../contract.ts'

type Code = {
  [V in keyof typeof contract]: keyof (typeof contract)[V]['refusals'] & string
}[keyof typeof contract]

/** What is said when an action of this slice says no. */
export const refusalWords = {
  'no-such-unit': {
    zh: '没有这个组织，可能已被改动，请刷新后重选。',
    en: 'There is no such unit; it may have been changed. Reload and choose again.',
  },
  'no-such-person': {
    zh: '名册上没有这个人，可能已被改动，请刷新后重选。',
    en: 'Nobody like this is on the roster; it may have been changed. Reload and choose again.',
  },
  'not-a-member': {
    zh: '党费由正式党员和预备党员交纳，这个人现在不是。',
    en: 'Full and probationary members pay dues; this person is neither now.',
  },
  'in-the-future': { zh: '交纳日期在今天之后，请核对。', en: 'The day of payment is after today. Check it.' },
  'no-such-payment': {
    zh: '没有这笔党费，可能已被改动，请刷新后再看。',
    en: 'There is no such payment; it may have been changed. Reload and look again.',
  },
  'same-amount': {
    zh: '更正后的金额与现在相同，没有什么要更正的。',
    en: 'The corrected amount is the same as now; there is nothing to correct.',
  },
  'nothing-due': {
    zh: '所选的人里有 {n} 人这个月没有要交的，或缺计费基数。请去掉他们再登记。',
    en: '{n} of those chosen {n|has|have} nothing left to pay for this month, or no base. Leave them out and try again.',
  },
  'payment-recorded': {
    zh: '这个人这个月当天的党费已有记录，请核对，不要重复登记。',
    en: 'A payment of this person for this month on this day is on record. Check before entering it again.',
  },
} satisfies Record<Code, { zh: string; en: string }>
