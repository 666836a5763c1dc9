import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import { findNameAt } from '../../people/store/names.ts'

type Row = Selectable<Tables['meeting_signature']>
type Of = { readonly mineId: Id<'mine'>; readonly meetingId: Id<'meeting'> }

/** How the journal seals a signature and an addendum: with the key of the unit that met. */
export const signatureRecord: Journaled = { table: 'meeting_signature', scope: 'org_id', person: null }
export const addendumRecord: Journaled = { table: 'addendum', scope: 'org_id', person: null }

/** Who signed in which place, and what they read: `digest` is its fingerprint. */
export type Signature = {
  readonly id: Id<'meeting_signature'>
  readonly role: Row['role']
  readonly accountId: Id<'account'>
  readonly digest: string
  /** Their own name: the roster's, else the account's. */
  readonly by: string
  readonly at: Date
}

/** Under which name an account signs: the account's, or that of its person where it is somebody of the roster. */
export async function findSignerName(db: Db, mineId: Id<'mine'>, accountId: Id<'account'>): Promise<string> {
  const { name } = await db
    .selectFrom('account as a')
    .leftJoin('person as p', (on) =>
      on.onRef('p.mine_id', '=', 'a.mine_id').onRef('p.id', '=', 'a.person_id'),
    )
    .where('a.mine_id', '=', mineId)
    .where('a.id', '=', accountId)
    .select((eb) => eb.fn.coalesce('p.name', 'a.name').as('name'))
    .executeTakeFirstOrThrow()
  return name
}

/** The signatures under a meeting, the chair's first; each by the name its signer had. */
export const listSignatures = (db: Db, { mineId, meetingId }: Of): Promise<Signature[]> =>
  db
    .selectFrom('meeting_signature as s')
    .innerJoin('account as a', (on) =>
      on.onRef('a.mine_id', '=', 's.mine_id').onRef('a.id', '=', 's.account_id'),
    )
    .leftJoin('person as p', (on) =>
      on.onRef('p.mine_id', '=', 'a.mine_id').onRef('p.id', '=', 'a.person_id'),
    )
    .select(['s.id', 's.role', 's.account_id as accountId', 's.digest', 's.signed_at as at'])
    .select((eb) => eb.fn.coalesce(findNameAt('p', sql.ref('s.signed_at')), 'a.name').as('by'))
    .where('s.mine_id', '=', mineId)
    .where('s.meeting_id', '=', meetingId)
    .orderBy('s.role')
    .execute()

/** A signature to be put. */
export type NewSignature = Pick<Signature, 'role' | 'accountId' | 'digest' | 'at'> & {
  readonly orgId: Id<'org'>
}

/**
 * When a meeting's record was sealed, as SQL: the last of its signatures; null while it is not. From then on it names people as they were
 * called at that moment. `meetingId`: an id, or a column of the statement.
 */
export const sealedAt = (
  mineId: Id<'mine'>,
  meetingId: Id<'meeting'> | RawBuilder<unknown> | null,
): RawBuilder<Date | null> => sql<Date | null>`(select max(g.signed_at) from meeting_signature g
  join meeting k on k.mine_id = g.mine_id and k.id = g.meeting_id
  where g.mine_id = ${mineId} and g.meeting_id = ${meetingId} and k.room_state = 'signed')`

/** Puts a signature in its place; a second one in the same place takes it. */
export async function setSignature(
  tx: Tx,
  { mineId, meetingId }: Of,
  { role, accountId, digest, at, orgId }: NewSignature,
): Promise<Id<'meeting_signature'>> {
  const { rows } = await sql<{ id: Id<'meeting_signature'> }>`
    insert into meeting_signature (mine_id, id, meeting_id, org_id, role, account_id, digest, signed_at)
    values (${mineId}, ${newId<'meeting_signature'>()}, ${meetingId}, ${orgId}, ${role}, ${accountId}, ${digest}, ${at})
    on conflict (mine_id, meeting_id, role) do update
      set account_id = excluded.account_id, digest = excluded.digest, signed_at = excluded.signed_at
    returning id`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('a signature was not put')
  return row.id
}

/** What was added to a signed record. */
export type Addendum = {
  readonly id: Id<'addendum'>
  readonly text: string
  readonly by: string
  readonly at: Date
}

/** What was added to a record, in its order. */
export const listAddenda = (db: Db, { mineId, meetingId }: Of): Promise<Addendum[]> =>
  db
    .selectFrom('addendum as d')
    .innerJoin('account as a', (on) =>
      on.onRef('a.mine_id', '=', 'd.mine_id').onRef('a.id', '=', 'd.account_id'),
    )
    .select(['d.id', 'd.text', 'a.name as by', 'd.recorded_at as at'])
    .where('d.mine_id', '=', mineId)
    .where('d.meeting_id', '=', meetingId)
    .orderBy('d.recorded_at')
    .orderBy('d.id')
    .execute()

/** Adds to a signed record. */
export async function addAddendum(
  tx: Tx,
  { mineId, meetingId }: Of,
  added: {
    readonly orgId: Id<'org'>
    readonly text: string
    readonly accountId: Id<'account'>
    readonly at: Date
  },
): Promise<Id<'addendum'>> {
  const id = newId<'addendum'>()
  const { orgId, text, accountId, at } = added
  const row = {
    ...{ mine_id: mineId, id, meeting_id: meetingId, org_id: orgId, text },
    ...{ account_id: accountId, recorded_at: at },
  }
  await insertRows(tx, 'addendum', [row])
  return id
}
