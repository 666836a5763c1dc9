import { type Refused, refuse } from './refuse.ts'

/** The revision a change was begun from, and the one with which what it changes was last changed; 0: never since it was recorded. */
export type Age = { readonly readAt: number; readonly changedAt: number }

/** Words are never written over unseen: what was changed since it was read is refused (A2.1). */
export const checkUnseen = ({ readAt, changedAt }: Age): 'fine' | Refused<'changed-meanwhile'> =>
  changedAt > readAt ? refuse('changed-meanwhile', 'A2.1', { rev: changedAt }) : 'fine'

/** What a form over a record says when somebody was first. */
export const CHANGED_MEANWHILE = {
  zh: '您打开以后，别人先保存了。您输入的都还在这里，没有保存；请看现在的内容，再保存一次。',
  en: 'Somebody saved while you had this open. What you typed is all here, not saved; see what stands now, then save again.',
} as const
