import { type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Reach } from '../../kit/contract.ts'
import type { Day } from '../../kit/day.ts'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import { listIdsWithin } from '../../org/store.ts'

type Row = Selectable<Tables['account']>

/** How the journal seals an account. */
export const accountRecord: Journaled = { table: 'account', scope: null, person: 'person_id' }

/** An account as it is kept; `code`: what is kept of the printed code that is still good. */
export type Account = {
  readonly id: Id<'account'>
  readonly personId: Id<'person'> | null
  readonly login: string
  readonly name: string
  readonly passwordHash: string | null
  readonly mustChange: boolean
  readonly totpSecret: Buffer | null
  readonly totpSince: Date | null
  readonly disabledAt: Date | null
  readonly code: Buffer | null
}

const accounts = (db: Db, mineId: Id<'mine'>, now: Date) =>
  db
    .selectFrom('account')
    .select([
      'id',
      'person_id as personId',
      'login',
      'name',
      'password_hash as passwordHash',
      'must_change as mustChange',
      'totp_secret as totpSecret',
      'totp_since as totpSince',
      'disabled_at as disabledAt',
      sql<Buffer | null>`(select t.token_hash from ticket t where t.mine_id = account.mine_id
        and t.purpose = 'firstSignIn' and t.account_id = account.id and t.used_at is null and t.expires_at > ${now}
        limit 1)`.as('code'),
    ])
    .where('mine_id', '=', mineId)

/** The account of a login; undefined when nobody has it. */
export const findAccountByLogin = (
  db: Db,
  mineId: Id<'mine'>,
  login: string,
  now: Date,
): Promise<Account | undefined> => accounts(db, mineId, now).where('login', '=', login).executeTakeFirst()

/** One account; undefined when the mine has none of that id. */
export const findAccount = (
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'account'>,
  now: Date,
): Promise<Account | undefined> => accounts(db, mineId, now).where('id', '=', id).executeTakeFirst()

/** Reads an account and keeps others from changing it until this transaction ends. */
export const holdAccount = (
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'account'>,
  now: Date,
): Promise<Account | undefined> =>
  accounts(tx, mineId, now).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

/** Keeps others from adding accounts until this transaction ends: a login is given once. */
export async function holdLogins(tx: Tx, mineId: Id<'mine'>): Promise<void> {
  await sql`select 1 from mine where id = ${mineId} for no key update`.execute(tx)
}

/** An account to add; without a hash it waits for its printed code. */
export type NewAccount = {
  readonly id?: Id<'account'>
  readonly personId: Id<'person'> | null
  readonly login: string
  readonly name: string
  readonly passwordHash: string | null
  readonly mustChange: boolean
}

/** Adds accounts, thousands in one statement; answers their ids in the same order. Violates a key when a login is taken. */
export async function addAccounts(
  tx: Tx,
  { mineId, now }: { readonly mineId: Id<'mine'>; readonly now: Date },
  added: readonly NewAccount[],
): Promise<Id<'account'>[]> {
  const rows = added.map(
    (account): Row => ({
      mine_id: mineId,
      id: account.id ?? newId(),
      person_id: account.personId,
      login: account.login,
      name: account.name,
      password_hash: account.passwordHash,
      must_change: account.mustChange,
      totp_secret: null,
      totp_since: null,
      disabled_at: null,
      language: 'zh',
      recorded_at: now,
    }),
  )
  await insertRows(tx, 'account', rows)
  return rows.map(({ id }) => id)
}

/** What of an account may be written anew. */
export type AccountChange = Partial<
  Pick<Row, 'password_hash' | 'must_change' | 'totp_secret' | 'totp_since' | 'disabled_at'>
>

/** Writes an account anew where something is given. */
export async function setAccount(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'account'>,
  change: AccountChange,
): Promise<void> {
  await tx.updateTable('account').set(change).where('mine_id', '=', mineId).where('id', '=', id).execute()
}

/** Which of these logins somebody has. */
export async function listTakenLogins(
  db: Db,
  mineId: Id<'mine'>,
  logins: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('account')
    .select('login')
    .where('mine_id', '=', mineId)
    .where(sql<boolean>`login = any(${logins}::text[])`)
    .execute()
  return new Set(rows.map(({ login }) => login))
}

/** Every account of the mine by name, those that are disabled too: they did what they did. */
export const listAccountNames = (
  db: Db,
  mineId: Id<'mine'>,
): Promise<{ readonly id: Id<'account'>; readonly name: string }[]> =>
  db.selectFrom('account').select(['id', 'name']).where('mine_id', '=', mineId).execute()

/** Somebody of the roster who has no account. */
export type Accountless = { readonly id: Id<'person'>; readonly no: string; readonly name: string }

/** Those of a unit and all below it, on a day, who have no account, by number. */
export async function listAccountless(
  db: Db,
  mineId: Id<'mine'>,
  { orgId, on }: { readonly orgId: Id<'org'>; readonly on: Day },
): Promise<Accountless[]> {
  const { rows } = await sql<Accountless>`
    select p.id, p.no, p.name from standing s
      join person p on p.mine_id = s.mine_id and p.id = s.person_id
    where s.mine_id = ${mineId} and s.org_id in (${listIdsWithin(mineId, [orgId])})
      and s.from_day <= ${on} and (s.to_day is null or s.to_day >= ${on})
      and not exists (select from account a where a.mine_id = p.mine_id and a.person_id = p.id)
    order by p.no`.execute(db)
  return rows
}

/** An account as lists show it, with the offices that were given. */
export type AccountListed = Pick<
  Account,
  'id' | 'login' | 'name' | 'mustChange' | 'totpSince' | 'disabledAt'
> & {
  readonly offices: OfficeHeld[]
}

/** An office with the name of its unit; null: over the mine. */
export type OfficeHeld = {
  readonly id: Id<'office'>
  readonly role: Selectable<Tables['office']>['role']
  readonly orgId: Id<'org'> | null
  readonly orgName: string | null
}

/** Which accounts: of people who stand in these units on a day; of the whole mine, staff included. */
export type AccountSearch = { readonly mineId: Id<'mine'>; readonly reach: Reach; readonly on: Day }

/** Accounts by login. */
export async function listAccounts(
  db: Db,
  { mineId, reach, on }: AccountSearch,
  orgId: Id<'org'> | undefined,
): Promise<AccountListed[]> {
  const stands = (units: Reach) => sql`exists (select from standing s where s.mine_id = a.mine_id
    and s.person_id = a.person_id and s.from_day <= ${on} and (s.to_day is null or s.to_day >= ${on})
    and s.org_id in (${listIdsWithin(mineId, units)}))`
  const { rows } = await sql<AccountListed>`
    select a.id, a.login, a.name, a.must_change as "mustChange", a.totp_since as "totpSince", a.disabled_at as "disabledAt",
      (select coalesce(json_agg(json_build_object('id', o.id, 'role', o.role, 'orgId', o.org_id, 'orgName', u.name)
          order by o.recorded_at, o.id), '[]')
        from office o left join org_unit u on u.mine_id = o.mine_id and u.id = o.org_id
        where o.mine_id = a.mine_id and o.account_id = a.id and o.ended_at is null) as offices
    from account a
    where a.mine_id = ${mineId} and ${reach === 'mine' ? sql`true` : stands(reach)}
      and ${orgId ? stands([orgId]) : sql`true`}
    order by a.login`.execute(db)
  return rows
}
