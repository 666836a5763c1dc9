import type { Words } from '../../kit/web/say.ts'
import type { OrgKind } from '../contract.ts'

/** The kinds of Party organisation. */
export const orgKindWords: Readonly<Record<OrgKind, Words>> = {
  committee: { zh: '党委', en: 'Committee' },
  generalBranch: { zh: '党总支', en: 'General branch' },
  branch: { zh: '党支部', en: 'Branch' },
  jointBranch: { zh: '联合党支部', en: 'Joint branch' },
  temporaryBranch: { zh: '临时党支部', en: 'Temporary branch' },
  partyGroup: { zh: '党小组', en: 'Party group' },
}
