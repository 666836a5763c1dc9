import { sql } from 'kysely'
import type { Day } from '../kit/day.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import type { Category } from '../people/rules.ts'

/** Who signs the papers of a mine: the committee at the top of its tree, or the mine's own name while there is none. */
export async function findSigner(db: Db, mineId: Id<'mine'>): Promise<string> {
  const committee = await db
    .selectFrom('org_unit')
    .select('name')
    .where('mine_id', '=', mineId)
    .where('kind', '=', 'committee')
    .where('parent_id', 'is', null)
    .orderBy('code')
    .limit(1)
    .executeTakeFirst()
  if (committee) return committee.name
  const mine = await db.selectFrom('mine').select('name').where('id', '=', mineId).executeTakeFirst()
  return mine?.name ?? ''
}

/** Somebody of a unit as the roster stood on a day. */
export type OfUnit = {
  readonly personId: Id<'person'>
  readonly name: string
  readonly category: Category
  readonly posts: string
  readonly shift: string
  readonly orgName: string
}

type Asked = { readonly mineId: Id<'mine'>; readonly orgIds: readonly Id<'org'>[]; readonly on: Day }

/** The people of units as the roster stood on a day, by group and number. */
export async function listPeopleOn(db: Db, { mineId, orgIds, on }: Asked): Promise<OfUnit[]> {
  const { rows } = await sql<OfUnit>`
    select s.person_id as "personId", p.name, s.category, s.posts, s.shift, u.name as "orgName"
    from standing s
      join person p on p.mine_id = s.mine_id and p.id = s.person_id
      join org_unit u on u.mine_id = s.mine_id and u.id = s.org_id
    where s.mine_id = ${mineId} and s.org_id = any(${orgIds}::uuid[])
      and s.from_day <= ${on} and (s.to_day is null or s.to_day >= ${on})
    order by u.code collate "C", p.no collate "C"`.execute(db)
  return rows
}
