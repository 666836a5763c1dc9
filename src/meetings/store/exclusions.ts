import { type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Day } from '../../kit/day.ts'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { Exclusion } from '../rules/expected-people.ts'
import type { Entered } from './meetings.ts'

type Row = Selectable<Tables['expected_exclusion']>

/** How the journal seals an exclusion: with the key of whom it is about. */
export const exclusionRecord: Journaled = {
  table: 'expected_exclusion',
  scope: 'org_id',
  person: 'person_id',
  happened: { column: 'from_day', counted: { at: ['recorded_at'] } },
}

/** An exclusion as it is shown, with the meeting that consented. */
export type ShownExclusion = Exclusion<Id<'person'>> & {
  readonly id: Id<'expected_exclusion'>
  readonly orgId: Id<'org'>
  readonly name: string
  readonly approvalNo: string
  readonly consentMeetingId: Id<'meeting'> | null
  readonly consentMeetingNo: string | null
}

/** Exclusions of people who stand in some units on a day, wherever they were written down. */
export async function listExclusionsOn(
  db: Db,
  mineId: Id<'mine'>,
  { orgIds, on }: { readonly orgIds: readonly Id<'org'>[]; readonly on: Day },
): Promise<Exclusion<Id<'person'>>[]> {
  const { rows } = await sql<Exclusion<Id<'person'>>>`
    select x.person_id as "personId", x.ground, x.from_day as "from", x.to_day as "to"
    from expected_exclusion x
    where x.mine_id = ${mineId} and x.from_day <= ${on} and (x.to_day is null or x.to_day >= ${on})
      and exists (select from standing s where s.mine_id = x.mine_id and s.person_id = x.person_id
        and s.org_id = any(${orgIds}::uuid[]) and s.from_day <= ${on} and (s.to_day is null or s.to_day >= ${on}))`.execute(
    db,
  )
  return rows
}

const selectShown = (mineId: Id<'mine'>) => sql`
  select x.id, x.org_id as "orgId", x.person_id as "personId", p.name, x.ground, x.approval_no as "approvalNo",
    x.consent_meeting_id as "consentMeetingId", m.no as "consentMeetingNo", x.from_day as "from", x.to_day as "to"
  from expected_exclusion x
    join person p on p.mine_id = x.mine_id and p.id = x.person_id
    left join meeting m on m.mine_id = x.mine_id and m.id = x.consent_meeting_id
  where x.mine_id = ${mineId}`

/** The exclusions written down in units, latest first. */
export async function listExclusions(
  db: Db,
  mineId: Id<'mine'>,
  orgIds: readonly Id<'org'>[],
): Promise<ShownExclusion[]> {
  const { rows } = await sql<ShownExclusion>`${selectShown(mineId)} and x.org_id = any(${orgIds}::uuid[])
    order by x.from_day desc, x.id`.execute(db)
  return rows
}

/** One exclusion; undefined when the mine has none of that id. */
export async function findExclusion(
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'expected_exclusion'>,
): Promise<ShownExclusion | undefined> {
  const { rows } = await sql<ShownExclusion>`${selectShown(mineId)} and x.id = ${id}`.execute(db)
  return rows[0]
}

/** Reads the exclusions of a person and keeps others from adding any until this transaction ends. */
export async function holdExclusionsOf(
  tx: Tx,
  mineId: Id<'mine'>,
  personId: Id<'person'>,
): Promise<ShownExclusion[]> {
  await sql`select 1 from person where mine_id = ${mineId} and id = ${personId} for no key update`.execute(tx)
  const { rows } = await sql<ShownExclusion>`${selectShown(mineId)} and x.person_id = ${personId}`.execute(tx)
  return rows
}

/** An exclusion to be written down. */
export type NewExclusion = Pick<
  ShownExclusion,
  'orgId' | 'personId' | 'ground' | 'approvalNo' | 'consentMeetingId' | 'from' | 'to'
> & { readonly accountId: Id<'account'> }

/** Adds an exclusion. */
export async function addExclusion(
  tx: Tx,
  { mineId, now }: Entered,
  { orgId, personId, ground, approvalNo, consentMeetingId, from, to, accountId }: NewExclusion,
): Promise<Id<'expected_exclusion'>> {
  const id = newId<'expected_exclusion'>()
  const row: Row = {
    ...{ mine_id: mineId, id, org_id: orgId, person_id: personId, ground, approval_no: approvalNo },
    ...{ consent_meeting_id: consentMeetingId, from_day: from, to_day: to },
    ...{ account_id: accountId, recorded_at: now },
  }
  await insertRows(tx, 'expected_exclusion', [row])
  return id
}

/** Ends an exclusion with its last day. */
export async function endExclusion(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'expected_exclusion'>,
  on: Day,
): Promise<void> {
  await tx
    .updateTable('expected_exclusion')
    .set({ to_day: on })
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .execute()
}
