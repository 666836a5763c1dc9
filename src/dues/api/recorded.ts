import { daysLate, isImport, LATE_AFTER_DAYS } from '../../journal/rules/when.ts'
import { listFirstSources } from '../../journal/store/history.ts'
import { dayAt } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { NamedPayment } from '../store/payments.ts'

/** Whole days from a payment to its record, by payment; without those that were imported. */
export type DaysAfter = ReadonlyMap<Id<'dues_payment'>, number>

/** A payment corrected after its import is no longer an import by its row: the journal is asked of those that would be late. */
export async function listDaysAfter(
  db: Db,
  mineId: Id<'mine'>,
  payments: readonly NamedPayment[],
): Promise<DaysAfter> {
  const days = payments
    .filter(({ source }) => source === 'product')
    .map(({ id, paidOn, recordedAt }) => [id, daysLate(paidOn, dayAt(recordedAt))] as const)
  const late = days.filter(([, n]) => n > LATE_AFTER_DAYS).map(([id]) => id)
  const sources = late.length > 0 ? await listFirstSources(db, mineId, late) : new Map<string, string>()
  return new Map(days.filter(([id]) => !isImport(sources.get(id) ?? '')))
}
