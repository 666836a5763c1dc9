import type { Words } from '../../kit/web/say.ts'

/** What pages about one branch say before there is one. */
export const words = {
  branch: { zh: '党支部', en: 'Branch' },
  noBranchTitle: { zh: '您的范围内还没有党支部', en: 'There is no branch in your scope yet' },
  noBranch: {
    zh: '请党委工作人员为您设定职务范围，或先导入组织台账。',
    en: 'Ask the committee’s staff to set your scope, or import the organisation first.',
  },
} as const satisfies Record<string, Words>
