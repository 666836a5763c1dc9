import type { Id } from '../kit/id.ts'
import { ratio } from '../kit/ratio.ts'
import { type FactSource, readOnce } from '../org/facts.ts'
import { postName, vacancies as vacanciesOf } from '../org/rules.ts'
import { listStrengthsOn } from './store/members.ts'

/** The posts each branch lacks, by their official names; a branch without members lacks a secretary (A3.3). */
const listVacancies = readOnce(async (db, { mineId, branches, span }): Promise<Map<Id<'org'>, string[]>> => {
  const strengths = await listStrengthsOn(db, mineId, span.last, branches)
  const known = new Map(strengths.map((one) => [one.branchId, one]))
  return new Map(
    branches.map((id) => {
      const { full = 0, posted = [] } = known.get(id) ?? {}
      const texts = posted.map(({ posts }) => posts)
      return [id, vacanciesOf(full, texts, span.last).map(postName).sort()]
    }),
  )
})

/** Committee posts without a holder among the members of the branch; the evidence names them (A3.3 org.vacancies). */
export const vacancies: FactSource = {
  count: async (db, scope) => {
    const missing = await listVacancies(db, scope)
    return new Map([...missing].map(([id, posts]) => [id, ratio(posts.length)]))
  },
  listEvidence: (db, scope) => listVacancies(db, scope),
}
