import type { Journaled } from '../../journal/store/journaled.ts'
import type { Day } from '../../kit/day.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import { STEPS, type Step } from '../rules.ts'
import type { Entered } from './write.ts'

/** How the journal seals that a step was recorded or corrected. */
export const stepRecord: Journaled = {
  ...{ table: 'admission_step', scope: null, person: 'person_id' },
  happened: { column: 'happened_on', counted: { at: ['recorded_at'] } },
}

/** A step as it was recorded once; `on` null: struck out, `earlier` null: it had no date before. */
export type StepEntry = {
  readonly step: Step
  readonly on: Day | null
  readonly earlier: Day | null
  readonly reason: string
  readonly recordedOn: Day
  readonly at: Date
}

/** Every time a step of cases was recorded, by case, oldest first. One statement. */
export async function listStepEntries(
  db: Db,
  mineId: Id<'mine'>,
  cases: readonly Id<'admission_case'>[],
): Promise<Map<Id<'admission_case'>, StepEntry[]>> {
  if (cases.length === 0) return new Map()
  const rows = await db
    .selectFrom('admission_step')
    .selectAll()
    .where('mine_id', '=', mineId)
    .where('case_id', 'in', cases)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  const byCase = Map.groupBy(rows, ({ case_id }) => case_id)
  return new Map(
    [...byCase].map(([id, entries]) => [
      id,
      entries.flatMap((entry): StepEntry[] => {
        const step = STEPS.find((one) => one === entry.step)
        const {
          happened_on: on,
          earlier_on: earlier,
          reason,
          recorded_on: recordedOn,
          recorded_at: at,
        } = entry
        return step ? [{ step, on, earlier, reason, recordedOn, at }] : []
      }),
    ]),
  )
}

/** A step to be written down: of which case and person, by whom. */
export type NewEntry = Omit<StepEntry, 'at'> & {
  readonly caseId: Id<'admission_case'>
  readonly personId: Id<'person'>
  readonly accountId: Id<'account'>
}

/** Writes down that a step was recorded or corrected; never changed afterwards. */
export async function addStepEntry(
  tx: Tx,
  { mineId, now }: Entered,
  entry: NewEntry,
): Promise<Id<'admission_step'>> {
  const id = newId<'admission_step'>()
  const { caseId, personId, accountId, step, on, earlier, reason, recordedOn } = entry
  await tx
    .insertInto('admission_step')
    .values({
      ...{ mine_id: mineId, id, case_id: caseId, person_id: personId, account_id: accountId },
      ...{ step, happened_on: on, earlier_on: earlier, reason, recorded_on: recordedOn, recorded_at: now },
    })
    .execute()
  return id
}
