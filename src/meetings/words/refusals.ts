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
  'no-such-meeting': {
    zh: '没有这条会议记录，可能已被改动，请刷新后重选。',
    en: 'There is no such meeting; it may have been changed. Reload and choose again.',
  },
  'not-a-branch': {
    zh: '会议由党支部或党小组召开，请另选组织。',
    en: 'Branches and groups hold meetings. Choose another unit.',
  },
  'in-the-future': {
    zh: '会议还没有召开；请开完再登记，或核对日期。',
    en: 'The meeting has not taken place. Enter it afterwards, or check the day.',
  },
  'ends-before-start': {
    zh: '结束时间早于开始时间，请核对。',
    en: 'It ends before it starts. Check the times.',
  },
  'not-on-the-roster': {
    zh: '点名里有人当天不在这个组织的名册上，请核对名册。',
    en: 'Somebody called was not on this unit’s roster that day. Check the roster.',
  },
  'called-twice': {
    zh: '有人点了两次名，请删去一次。',
    en: 'Somebody is called twice. Remove one of the lines.',
  },
  'nobody-expected': {
    zh: '没有应到的人：当天名册上没有，或全部不计应到。请核对。',
    en: 'Nobody is expected: the roster of that day has nobody, or all are excluded. Check it.',
  },
} satisfies Record<Code, { zh: string; en: string }>
