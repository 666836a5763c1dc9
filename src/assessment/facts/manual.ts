import type { Span } from '../../kit/day.ts'
import { type PeriodName, parsePeriod } from '../../kit/period.ts'
import type { FactSource } from '../../org/facts.ts'
import { listManualValues } from '../store/manual.ts'

const PARTS = ['Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2', '']

/** The name of the period with exactly this first and last day; undefined when no period has. */
export function periodOf(span: Span): PeriodName | undefined {
  const year = span.first.slice(0, 4)
  const periods = PARTS.map((part) => parsePeriod(`${year}${part}`))
  return periods.find((period) => period?.first === span.first && period.last === span.last)?.name
}

/** `manual(id)`: the number entered by the assessing committee for a period; n/a until then. It has no rows behind it (A3). */
export const manual = (id: string): FactSource => ({
  count: async (db, { mineId, branches, span }) => {
    const period = periodOf(span)
    const values = period ? await listManualValues(db, { mineId, branches, period, factId: id }) : new Map()
    return new Map(branches.map((branch) => [branch, values.get(branch) ?? 'n/a']))
  },
  listEvidence: async () => new Map(),
})
