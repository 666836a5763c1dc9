import { type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'

type Row = Selectable<Tables['minute']>
type Of = { readonly mineId: Id<'mine'>; readonly meetingId: Id<'meeting'> }

/** How the journal seals a block of minutes: each by itself, with the key of the unit that met. */
export const minuteRecord: Journaled = {
  ...{ table: 'minute', scope: 'org_id', person: null },
  happened: { column: 'held_on', through: { table: 'meeting', key: 'meeting_id' } },
}

/** A block of minutes; `rev`: how often it was saved, `itemId` null: of the meeting as a whole. */
export type Minute = {
  readonly id: Id<'minute'>
  readonly itemId: Id<'agenda_item'> | null
  readonly text: string
  readonly rev: number
  readonly by: string
  readonly at: Date
}

/** The minutes of a meeting, block by block. */
export async function listMinutes(db: Db, { mineId, meetingId }: Of): Promise<Minute[]> {
  const { rows } = await sql<Minute>`
    select m.id, m.item_id as "itemId", m.text, a.name as by, m.saved_at as at,
      (select coalesce(max(e.rev), 0)::int from journal_entry e where e.mine_id = m.mine_id and e.subject = m.id) as rev
    from minute m join account a on a.mine_id = m.mine_id and a.id = m.account_id
    where m.mine_id = ${mineId} and m.meeting_id = ${meetingId}`.execute(db)
  return rows
}

/** A block as it is saved. */
export type NewMinute = {
  readonly orgId: Id<'org'>
  readonly itemId: Id<'agenda_item'> | null
  readonly text: string
  readonly accountId: Id<'account'>
  readonly at: Date
}

/** Adds a block nobody wrote yet; the meeting is held, so that nobody else does. */
export async function addMinute(
  tx: Tx,
  { mineId, meetingId }: Of,
  { orgId, itemId, text, accountId, at }: NewMinute,
): Promise<Id<'minute'>> {
  const id = newId<'minute'>()
  const row: Row = {
    ...{ mine_id: mineId, id, meeting_id: meetingId, org_id: orgId, item_id: itemId },
    ...{ text: text.toWellFormed(), account_id: accountId, saved_at: at },
  }
  await tx.insertInto('minute').values(row).execute()
  return id
}

/** Reads which block of a meeting it is and keeps others from saving it until this transaction ends. */
export async function holdMinute(
  tx: Tx,
  { mineId, meetingId }: Of,
  itemId: Id<'agenda_item'> | null,
): Promise<Id<'minute'> | undefined> {
  const { rows } = await sql<{ id: Id<'minute'> }>`
    select id from minute where mine_id = ${mineId} and meeting_id = ${meetingId}
      and item_id is not distinct from ${itemId}::uuid for no key update`.execute(tx)
  return rows[0]?.id
}

/** Writes a block anew. */
export async function setMinute(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'minute'>,
  { text, accountId, at }: Pick<NewMinute, 'text' | 'accountId' | 'at'>,
): Promise<void> {
  const set: Partial<Row> = { text: text.toWellFormed(), account_id: accountId, saved_at: at }
  await tx.updateTable('minute').set(set).where('mine_id', '=', mineId).where('id', '=', id).execute()
}
