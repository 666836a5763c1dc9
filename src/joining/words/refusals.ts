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
} satisfies Record<Code, { zh: string; en: string }>
