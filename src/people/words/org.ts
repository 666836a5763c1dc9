import type { Words } from '../../kit/web/say.ts'

/** What the page of the organisation says. */
export const words = {
  title: { zh: '组织', en: 'Organisation' },
  lead: {
    zh: '各级组织、届期和任职。缺的职务和到期的届，都注明依据。',
    en: 'Units, terms and who holds which post. What is vacant or ends names its clause.',
  },
  find: { zh: '名称、编码、姓名或职务', en: 'Name, code, person or post' },
  allKinds: { zh: '各类组织', en: 'All kinds' },
  onlyOpen: { zh: '只看有空缺、将届满的', en: 'Only what is vacant or ends' },
  members: { zh: '党员', en: 'Members' },
  membersOf: {
    zh: '人：正式 {full}，预备 {probationary}；看名册',
    en: 'members: {full} full, {probationary} probationary; see the roster',
  },
  posts: { zh: '任职', en: 'Posts' },
  vacant: { zh: '空缺', en: 'Vacant' },
  lacks: { zh: '缺 {posts}', en: 'No {posts}' },
  by: { zh: '依据 {clause}', en: 'by {clause}' },
  term: { zh: '届满', en: 'Term ends' },
  act: { zh: '操作', en: 'Actions' },
  addBelow: { zh: '新增下级', en: 'Add below' },
  emptyTitle: { zh: '还没有组织', en: 'No units yet' },
  empty: {
    zh: '先建党委，再在它下面建支部和党小组；也可以导入组织台账。',
    en: 'Add the committee first, then branches and groups below it; or import the ledger of units.',
  },
  noneOpen: {
    zh: '没有空缺的职务，也没有将届满的届。',
    en: 'No post is vacant, and no term is about to end.',
  },
  noneOfKind: { zh: '没有这一类组织。', en: 'There is no unit of this kind.' },
} as const satisfies Record<string, Words>
