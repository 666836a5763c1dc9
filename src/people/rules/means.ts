import { type Category, type DuesClass, isMember } from '../rules.ts'

/** What somebody is, and where. */
export type What = {
  readonly category: Category
  readonly orgId: string
  readonly duesClass: DuesClass
  readonly posts: string
  readonly shift: string
}

/** What a change will mean, beside itself; each has its sentence. */
export const MEANINGS = [
  'becomesMember',
  'becomesFull',
  'isMemberNoMore',
  'isSomethingElse',
  'moves',
  'paysOtherwise',
  'holdsOtherPosts',
  'worksOtherShift',
] as const
export type Meaning = (typeof MEANINGS)[number]

function meaningOfCategory(from: Category, to: Category): Meaning[] {
  if (from === to) return []
  if (isMember(from) && isMember(to)) return ['becomesFull']
  if (isMember(to)) return ['becomesMember']
  return [isMember(from) ? 'isMemberNoMore' : 'isSomethingElse']
}

/** What follows from a change of standing, the weightiest first; nothing when nothing changes (A1.5, A1.6, A3.2, A3.3). */
export function meaningsOf(from: What, to: What): Meaning[] {
  const differs = (field: keyof What, meaning: Meaning): Meaning[] =>
    from[field] === to[field] ? [] : [meaning]
  return [
    ...meaningOfCategory(from.category, to.category),
    ...differs('orgId', 'moves'),
    ...differs('duesClass', 'paysOtherwise'),
    ...differs('posts', 'holdsOtherPosts'),
    ...differs('shift', 'worksOtherShift'),
  ]
}
