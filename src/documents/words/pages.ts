import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'

const noSuchUnit: Words = {
  zh: '没有这个组织，或不在您的范围内。',
  en: 'There is no such unit, or it is not yours to see.',
}

export const refusals: {
  readonly roster: RefusalWords<'documents.roster'>
  readonly branchDuties: RefusalWords<'documents.branchDuties'>
  readonly overview: RefusalWords<'documents.overview'>
} = {
  roster: { 'no-such-unit': noSuchUnit },
  branchDuties: { 'no-such-unit': noSuchUnit },
  overview: {},
}

export const words = {
  duties: { zh: '组织生活一览', en: 'Year of duties' },
  roster: { zh: '党员名册', en: 'Roster' },
  overview: { zh: '各支部一览', en: 'All branches' },
} as const satisfies Record<string, Words>
