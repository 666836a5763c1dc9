import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { type Period, type PeriodName, parsePeriod } from '../../kit/period.ts'
import { type Refused, refuse } from '../../kit/refuse.ts'
import type { PeriodState } from '../rules/periods.ts'
import { findPeriod, type KeptPeriod } from '../store/periods.ts'
import { findScheme, type KeptScheme } from '../store/schemes.ts'

/** Where a period stands, and by which version of the scheme it is judged: the one frozen for it, else the latest (A5.1). */
export type Standing = {
  readonly period: Period
  readonly kept: KeptPeriod | undefined
  readonly state: PeriodState
  readonly scheme: KeptScheme
}

/** The period of a name that was parsed at the edge. */
export function periodNamed(name: PeriodName): Period {
  const period = parsePeriod(name)
  if (!period) throw new Error(`no period: ${name}`)
  return period
}

/** Finds where a period stands; refused while the mine has no scheme. */
export async function findStanding(
  db: Db,
  mineId: Id<'mine'>,
  name: PeriodName,
): Promise<Standing | Refused<'no-scheme'>> {
  const kept = await findPeriod(db, mineId, name)
  const scheme = await findScheme(db, mineId, kept ? { id: kept.schemeId } : 'latest')
  if (!scheme) return refuse('no-scheme', 'A4')
  return { period: periodNamed(name), kept, state: kept?.state ?? 'not-opened', scheme }
}

/** A period that is not over: its scores are a trial, counted to today. Null once it is over or closed. */
export const runOf = (
  { period, state }: Pick<Standing, 'period' | 'state'>,
  today: Day,
): { today: Day; last: Day } | null =>
  state !== 'closed' && today <= period.last ? { today, last: period.last } : null
