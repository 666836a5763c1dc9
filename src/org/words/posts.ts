import type { Words } from '../../kit/web/say.ts'
import { POSTS, type Post, postName } from '../rules.ts'

/** The posts in a branch (R1.2). */
export const postWords: Readonly<Record<Post, Words>> = {
  secretary: { zh: postName('secretary'), en: 'Secretary' },
  deputySecretary: { zh: postName('deputySecretary'), en: 'Deputy secretary' },
  orgCommissioner: { zh: postName('orgCommissioner'), en: 'Organisation commissioner' },
  publicityCommissioner: { zh: postName('publicityCommissioner'), en: 'Publicity commissioner' },
  disciplineCommissioner: { zh: postName('disciplineCommissioner'), en: 'Discipline commissioner' },
  youthCommissioner: { zh: postName('youthCommissioner'), en: 'Youth commissioner' },
  productionCommissioner: { zh: postName('productionCommissioner'), en: 'Production commissioner' },
  groupLeader: { zh: postName('groupLeader'), en: 'Group leader' },
}

/** A post by its id, as an answer names it; what is no post stays as it is. */
export function sayPost(id: string): Words {
  const post = POSTS.find((one) => one === id)
  return post ? postWords[post] : { zh: id, en: id }
}
