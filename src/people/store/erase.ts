import { sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'

/** How the journal seals the notice of an erasure. */
export const erasureRecord: Journaled = { table: 'erasure', scope: null, person: null }

type Reference = { readonly table: string; readonly column: string }

/** What refers to people and does not go with them, as the database itself knows it: a table made later is not forgotten. */
const REFERENCES = sql<Reference>`
  select k.conrelid::regclass::text as table, a.attname as column
  from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[array_length(k.conkey, 1)]
  where k.contype = 'f' and k.confrelid = 'person'::regclass and k.conrelid <> 'standing'::regclass
    and k.confdeltype <> 'c'
  order by 1, 2`

/** The tables with records of a person besides the roster: while there are any, the person cannot be taken away from under them. */
export async function listRecordsOf(
  tx: Db,
  { mineId, personId }: { mineId: string; personId: string },
): Promise<string[]> {
  const found = new Set<string>()
  for (const { table, column } of (await REFERENCES.execute(tx)).rows) {
    const { rows } = await sql`select from ${sql.table(table)}
      where mine_id = ${mineId} and ${sql.ref(column)} = ${personId} limit 1`.execute(tx)
    if (rows.length > 0) found.add(table)
  }
  return [...found]
}

type Notice = {
  readonly mineId: Id<'mine'>
  readonly personId: string
  /** Who erased them; null: a restore did again what its backup had undone. */
  readonly accountId: Id<'account'> | null
  readonly reason: string
  readonly now: Date
}

/** Keeps the notice of an erasure; answers its id. */
export async function addNotice(
  tx: Tx,
  { mineId, personId, accountId, reason, now }: Notice,
): Promise<Id<'erasure'>> {
  const id = newId<'erasure'>()
  const notice = { mine_id: mineId, id, person_id: personId, reason, account_id: accountId, recorded_at: now }
  await tx.insertInto('erasure').values(notice).execute()
  return id
}

/** Deletes people and all they were. */
export async function deletePeople(
  tx: Tx,
  mineId: Id<'mine'>,
  people: readonly Id<'person'>[],
): Promise<void> {
  await tx.deleteFrom('standing').where('mine_id', '=', mineId).where('person_id', 'in', people).execute()
  await tx.deleteFrom('person').where('mine_id', '=', mineId).where('id', 'in', people).execute()
}

/** Everybody on the roster, by id alone. */
export async function listPeopleIds(tx: Tx, mineId: Id<'mine'>): Promise<Id<'person'>[]> {
  const rows = await tx.selectFrom('person').select('id').where('mine_id', '=', mineId).execute()
  return rows.map(({ id }) => id)
}

/** Everybody who was erased. */
export const listErased = (db: Db): Promise<{ mineId: Id<'mine'>; personId: string }[]> =>
  db.selectFrom('erasure').select(['mine_id as mineId', 'person_id as personId']).execute()

/** Those of some records that are people who were erased. */
export async function listErasedOf(
  db: Db,
  mineId: Id<'mine'>,
  subjects: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('erasure')
    .select('person_id')
    .where('mine_id', '=', mineId)
    .where(sql<boolean>`person_id = any(${subjects}::uuid[])`)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
