import { sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import { drawToken, readToken } from './secrets.ts'
import type { SessionOf } from './sessions.ts'

/** How the journal seals the address of a calendar: of its secret the hash. */
export const feedRecord: Journaled = { table: 'calendar_feed', scope: null, person: null }

/** An address at which an account's calendar is read. */
export type Feed = { readonly id: Id<'calendar_feed'>; readonly madeAt: Date }

/** The address of an account that is still good; undefined when it has none. */
export async function findFeed(db: Db, { mineId, accountId }: SessionOf): Promise<Feed | undefined> {
  return db
    .selectFrom('calendar_feed')
    .select(['id', 'recorded_at as madeAt'])
    .where('mine_id', '=', mineId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** Makes an address; answers its secret, which is kept nowhere. Violates a key while another is good. */
export async function addFeed(
  tx: Tx,
  { mineId, accountId }: SessionOf,
  now: Date,
): Promise<{ readonly id: Id<'calendar_feed'>; readonly token: string }> {
  const id = newId<'calendar_feed'>()
  const { token, hash } = drawToken(mineId)
  const row = { mine_id: mineId, id, account_id: accountId, secret_hash: hash, recorded_at: now }
  await insertRows(tx, 'calendar_feed', [{ ...row, ended_at: null }])
  return { id, token }
}

/** Ends the address of an account, if it has one; answers its id. Two who make one at once wait for each other. */
export async function endFeed(
  tx: Tx,
  { mineId, accountId }: SessionOf,
  now: Date,
): Promise<Id<'calendar_feed'> | undefined> {
  await sql`select 1 from account where mine_id = ${mineId} and id = ${accountId} for no key update`.execute(
    tx,
  )
  const row = await tx
    .updateTable('calendar_feed')
    .set({ ended_at: now })
    .where('mine_id', '=', mineId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Whose calendar it is: an account, its person, and the branches whose secretary it is. */
export type FeedOwner = SessionOf & {
  readonly personId: Id<'person'> | null
  readonly leads: readonly Id<'org'>[]
}

/** Whose calendar an address is; undefined when it is none, was ended, or the account may not be used. */
export async function findFeedOwner(db: Db, token: string): Promise<FeedOwner | undefined> {
  const read = readToken(token)
  if (!read) return undefined
  const { mineId, hash } = read
  const { rows } = await sql<Omit<FeedOwner, 'mineId'>>`
    select f.account_id as "accountId", a.person_id as "personId",
      array(select o.org_id from office o where o.mine_id = a.mine_id and o.account_id = a.id and o.role = 'secretary'
        and o.ended_at is null and o.org_id is not null) as leads
    from calendar_feed f
      join account a on a.mine_id = f.mine_id and a.id = f.account_id
    where f.mine_id = ${mineId} and f.secret_hash = ${hash} and f.ended_at is null and a.disabled_at is null`.execute(
    db,
  )
  const [row] = rows
  return row && { mineId, ...row }
}
