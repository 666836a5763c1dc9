import { type Selectable, sql } from 'kysely'
import type { Day } from '../../kit/day.ts'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Category } from '../../people/rules.ts'
import { findNameAt } from '../../people/store/names.ts'
import { sealedAt } from './signatures.ts'

/** One line of a roll call; `sessionId`: at which sitting, left out or null when there is but one. */
export type RollLine = Pick<Selectable<Tables['attendance']>, 'state' | 'reason'> & {
  readonly personId: Id<'person'>
  readonly sessionId?: Id<'meeting_session'> | null
}

/** The roll call of a meeting with names, as they were when it was sealed, by number of person. */
export const listRoll = (
  db: Db,
  mineId: Id<'mine'>,
  meetingId: Id<'meeting'>,
): Promise<(RollLine & { name: string })[]> =>
  db
    .selectFrom('attendance as a')
    .innerJoin('person as p', (on) =>
      on.onRef('p.mine_id', '=', 'a.mine_id').onRef('p.id', '=', 'a.person_id'),
    )
    .select(['a.person_id as personId', 'a.state', 'a.reason'])
    .select(findNameAt('p', sealedAt(mineId, meetingId)).as('name'))
    .where('a.mine_id', '=', mineId)
    .where('a.meeting_id', '=', meetingId)
    .orderBy(sql`p.no collate "C"`)
    .execute()

/** Adds lines to the roll call of a meeting. */
export const addRoll = (
  tx: Tx,
  mineId: Id<'mine'>,
  meetingId: Id<'meeting'>,
  roll: readonly RollLine[],
): Promise<void> =>
  insertRows(
    tx,
    'attendance',
    roll.map(({ personId, state, reason, sessionId = null }) => ({
      mine_id: mineId,
      meeting_id: meetingId,
      person_id: personId,
      state,
      reason,
      session_id: sessionId,
    })),
  )

/** Writes the roll call of a meeting anew, in place of the one before. */
export async function setRoll(
  tx: Tx,
  mineId: Id<'mine'>,
  meetingId: Id<'meeting'>,
  roll: readonly RollLine[],
): Promise<void> {
  await tx
    .deleteFrom('attendance')
    .where('mine_id', '=', mineId)
    .where('meeting_id', '=', meetingId)
    .execute()
  await addRoll(tx, mineId, meetingId, roll)
}

/** Somebody of a unit as the roster stood on a day. */
export type Present = {
  readonly personId: Id<'person'>
  readonly category: Category
  readonly posts: string
}

/** The people of units as the roster stood on a day (A1.5). */
export async function listPeopleOf(
  db: Db,
  mineId: Id<'mine'>,
  orgIds: readonly Id<'org'>[],
  on: Day,
): Promise<Present[]> {
  const { rows } = await sql<Present>`
    select person_id as "personId", category, posts from standing
    where mine_id = ${mineId} and org_id = any(${orgIds}::uuid[])
      and from_day <= ${on} and (to_day is null or to_day >= ${on})`.execute(db)
  return rows
}

type Numbering = { readonly mineId: Id<'mine'>; readonly orgId: Id<'org'>; readonly year: string }

/**
 * Draws the next number of a unit's meetings in a year: `<code>-2026-001`, passing over those in use. The unit's row is held, so that
 * two meetings entered at once get two numbers. Undefined when there is no such unit, or a thousand numbers in a row are in use.
 */
export async function drawNumber(tx: Tx, { mineId, orgId, year }: Numbering): Promise<string | undefined> {
  const unit = await tx
    .selectFrom('org_unit')
    .select('code')
    .where('mine_id', '=', mineId)
    .where('id', '=', orgId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!unit) return undefined
  const prefix = `${unit.code}-${year}-`
  const product = sql`select count(*) from meeting where mine_id = ${mineId} and org_id = ${orgId}
    and source = 'product' and held_on between ${`${year}-01-01`} and ${`${year}-12-31`}`
  const { rows } = await sql<{ no: string }>`
    select free.no from (select count + n as nth from (${product}) as product, generate_series(1, 1000) as n) as next
      cross join lateral (select ${prefix}::text || lpad(nth::text, greatest(3, length(nth::text)), '0') as no) as free
    where not exists (select from meeting where mine_id = ${mineId} and no = free.no)
    order by nth limit 1`.execute(tx)
  return rows[0]?.no
}
