import { type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Day } from '../../kit/day.ts'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import { findBranchOf } from '../../org/store.ts'
import { findOrgOfPerson } from '../../people/store/find.ts'
import type { Role } from '../rules/roles.ts'
import type { OfficeHeld } from './accounts.ts'

type Row = Selectable<Tables['office']>

/** How the journal seals an office. */
export const officeRecord: Journaled = { table: 'office', scope: 'org_id', person: null }

/** An office to give; `orgId` null: over the mine. */
export type NewOffice = {
  readonly accountId: Id<'account'>
  readonly role: Role
  readonly orgId: Id<'org'> | null
}

/** Gives offices, thousands in one statement; answers their ids in the same order. Violates a key when one is held already. */
export async function addOffices(
  tx: Tx,
  { mineId, now }: { readonly mineId: Id<'mine'>; readonly now: Date },
  added: readonly NewOffice[],
): Promise<Id<'office'>[]> {
  const rows = added.map(
    ({ accountId, role, orgId }): Row => ({
      mine_id: mineId,
      id: newId(),
      account_id: accountId,
      role,
      org_id: orgId,
      ended_at: null,
      recorded_at: now,
    }),
  )
  await insertRows(tx, 'office', rows)
  return rows.map(({ id }) => id)
}

const held = (db: Db, mineId: Id<'mine'>) =>
  db
    .selectFrom('office')
    .select(['id', 'account_id as accountId', 'role', 'org_id as orgId'])
    .where('mine_id', '=', mineId)
    .where('ended_at', 'is', null)

/** An office that is held now. */
export type Office = { readonly id: Id<'office'>; readonly accountId: Id<'account'> } & Pick<
  OfficeHeld,
  'role' | 'orgId'
>

/** The offices that were given to an account and are held now. */
export const listOffices = (db: Db, mineId: Id<'mine'>, accountId: Id<'account'>): Promise<Office[]> =>
  held(db, mineId).where('account_id', '=', accountId).execute()

/** One office that is held now; undefined when it ended or never was. */
export const findOffice = (db: Db, mineId: Id<'mine'>, id: Id<'office'>): Promise<Office | undefined> =>
  held(db, mineId).where('id', '=', id).executeTakeFirst()

/** Reads everybody who holds a role and keeps others from ending it until this transaction ends. */
export const holdHolders = (tx: Tx, mineId: Id<'mine'>, role: Role): Promise<Office[]> =>
  held(tx, mineId).where('role', '=', role).orderBy('id').forUpdate().execute()

/** Those who hold a role and can sign in: their accounts are not disabled. After `holdHolders` nobody changes the answer. */
export const listAbleHolders = (db: Db, mineId: Id<'mine'>, role: Role): Promise<Office[]> =>
  held(db, mineId)
    .where('role', '=', role)
    .where(
      sql<boolean>`exists (select from account a
        where a.mine_id = office.mine_id and a.id = office.account_id and a.disabled_at is null)`,
    )
    .execute()

/** Ends an office. */
export async function endOffice(tx: Tx, mineId: Id<'mine'>, id: Id<'office'>, now: Date): Promise<void> {
  await tx
    .updateTable('office')
    .set({ ended_at: now })
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .execute()
}

/** Offices of an account with the names of their units, and what the roster makes of its person on a day. */
export async function listOfficesWithNames(
  db: Db,
  mineId: Id<'mine'>,
  { accountId, on }: { readonly accountId: Id<'account'>; readonly on: Day },
): Promise<OfficeHeld[]> {
  const { rows } = await sql<OfficeHeld>`
    select o.id, o.role, o.org_id as "orgId", u.name as "orgName"
    from office o left join org_unit u on u.mine_id = o.mine_id and u.id = o.org_id
    where o.mine_id = ${mineId} and o.account_id = ${accountId} and o.ended_at is null
    union all
    select s.id, case when s.category in ('fullMember', 'probationaryMember') then 'member' else 'worker' end, u.id, u.name
    from account a
      join standing s on s.mine_id = a.mine_id and s.person_id = a.person_id
        and s.from_day <= ${on} and (s.to_day is null or s.to_day >= ${on})
      join branch_of b on b.mine_id = s.mine_id and b.org_id = s.org_id
      join org_unit u on u.mine_id = b.mine_id and u.id = b.branch_id
        and u.kind in ('branch', 'jointBranch', 'temporaryBranch')
    where a.mine_id = ${mineId} and a.id = ${accountId}`.execute(db)
  return rows
}

/** The branch to whose secretary an account belongs: its person stands there on a day, and no office of it reaches further; undefined: none. */
export async function findBranchOfAccount(
  db: Db,
  mineId: Id<'mine'>,
  { personId, accountId, on }: { personId: Id<'person'> | null; accountId: Id<'account'>; on: Day },
): Promise<Id<'org'> | undefined> {
  const stands = personId ? await findOrgOfPerson(db, mineId, { personId, on }) : undefined
  const branchId = stands && (await findBranchOf(db, mineId, stands))
  if (!branchId) return undefined
  const { rows } = await sql<{ further: boolean }>`
    select exists (select from office o where o.mine_id = ${mineId} and o.account_id = ${accountId} and o.ended_at is null
      and not exists (select from org_path p
        where p.mine_id = o.mine_id and p.org_id = o.org_id and p.ancestor_id = ${branchId})) as further`.execute(
    db,
  )
  return rows[0]?.further ? undefined : branchId
}
