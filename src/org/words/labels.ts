import { CHANGED_MEANWHILE } from '../../kit/revision.ts'
import type { contract } from '../contract.ts'
import { ORG_KIND_NAMES, type OrgKind } from '../rules.ts'

type Code = {
  [V in keyof typeof contract]: keyof (typeof contract)[V]['refusals'] & string
}[keyof typeof contract]

/** What the pages say of units: the kinds, and every refusal of this slice. */
export const words = {
  committee: { zh: ORG_KIND_NAMES.committee, en: 'Party committee' },
  generalBranch: { zh: ORG_KIND_NAMES.generalBranch, en: 'General Party branch' },
  branch: { zh: ORG_KIND_NAMES.branch, en: 'Party branch' },
  jointBranch: { zh: ORG_KIND_NAMES.jointBranch, en: 'Joint Party branch' },
  temporaryBranch: { zh: ORG_KIND_NAMES.temporaryBranch, en: 'Temporary Party branch' },
  partyGroup: { zh: ORG_KIND_NAMES.partyGroup, en: 'Party group' },

  'no-such-unit': {
    zh: '没有这个组织，可能已被改动，请刷新后重选。',
    en: 'There is no such unit; it may have been changed. Reload and choose again.',
  },
  'changed-meanwhile': CHANGED_MEANWHILE,
  'no-such-parent': {
    zh: '上级组织不存在，或不在您的管理范围内，请另选。',
    en: 'The unit above does not exist or is outside your scope. Choose another.',
  },
  'code-taken': { zh: '这个组织编码已被使用，请换一个。', en: 'This code is in use. Choose another.' },
  'wrong-parent': {
    zh: '这类组织不能设在所选上级之下：党小组设在支部之下，支部设在党委或党总支之下。',
    en: 'This kind of unit cannot stand there: groups stand under a branch, branches under a committee or general branch.',
  },
  'term-backwards': {
    zh: '届满日期早于本届起始日期，请核对。',
    en: 'The term ends before it begins. Check both days.',
  },
  cycle: {
    zh: '不能把组织移到它自己或其下级之下，请另选上级。',
    en: 'A unit cannot stand under itself or its own units. Choose another unit above.',
  },
} satisfies Record<Code | OrgKind, { zh: string; en: string }>
