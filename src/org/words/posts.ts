import type { Words } from '../../kit/web/say.ts'
import { POSTS, type Post } from '../rules.ts'

/** The posts in a branch (R1.2). */
export const postWords: Readonly<Record<Post, Words>> = {
  secretary: { zh: '书记', en: 'Secretary' },
  deputySecretary: { zh: '副书记', en: 'Deputy secretary' },
  orgCommissioner: { zh: '组织委员', en: 'Organisation commissioner' },
  publicityCommissioner: { zh: '宣传委员', en: 'Publicity commissioner' },
  disciplineCommissioner: { zh: '纪检委员', en: 'Discipline commissioner' },
  youthCommissioner: { zh: '青年委员', en: 'Youth commissioner' },
  productionCommissioner: { zh: '生产委员', en: 'Production commissioner' },
  groupLeader: { zh: '党小组长', en: 'Group leader' },
}

/** A post by its id, as an answer names it; what is no post stays as it is. */
export function sayPost(id: string): Words {
  const post = POSTS.find((one) => one === id)
  return post ? postWords[post] : { zh: id, en: id }
}
