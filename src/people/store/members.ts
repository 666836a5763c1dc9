import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Day } from '../../kit/day.ts'
import type { Db, Tables } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'

type Standing = Selectable<Tables['standing']>

/** A member on a day: full or probationary, with the branch they count in (A1.5, A1.6). The base of dues lies sealed. */
export type Member = {
  readonly personId: Id<'person'>
  readonly no: string
  readonly name: string
  readonly branchId: Id<'org'>
  /** The unit itself: the branch, or a group of it. */
  readonly orgId: Id<'org'>
  readonly category: 'fullMember' | 'probationaryMember'
  readonly joinedOn: Day | null
  readonly duesClass: Standing['dues_class']
  readonly duesBase: Buffer | null
  readonly posts: string
}

const standing = (mineId: Id<'mine'>, on: Day): RawBuilder<boolean> =>
  sql`s.mine_id = ${mineId} and s.category in ('fullMember', 'probationaryMember')
    and s.from_day <= ${on} and (s.to_day is null or s.to_day >= ${on})`

const within = (branches: readonly Id<'org'>[] | undefined): RawBuilder<boolean> =>
  branches ? sql`b.branch_id in (select unnest(${branches}::uuid[]))` : sql`true`

/** The members of the mine, or of some branches, as of the end of a day, by number. */
export async function listMembersOn(
  db: Db,
  mineId: Id<'mine'>,
  on: Day,
  branches?: readonly Id<'org'>[],
): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select p.id as "personId", p.no, p.name, b.branch_id as "branchId", s.org_id as "orgId", s.category,
      p.joined_on as "joinedOn", s.dues_class as "duesClass", s.dues_base as "duesBase", s.posts
    from standing s
      join branch_of b on b.mine_id = s.mine_id and b.org_id = s.org_id
      join person p on p.mine_id = s.mine_id and p.id = s.person_id
    where ${standing(mineId, on)} and ${within(branches)}
    order by p.no`.execute(db)
  return rows
}

/** A member with something under 党内职务; `orgId`: the branch, or a group of it. */
export type Posted = {
  readonly personId: Id<'person'>
  readonly name: string
  readonly orgId: Id<'org'>
  readonly posts: string
}

/** How many members a branch has, and what its members have under 党内职务. */
export type Strength = {
  readonly branchId: Id<'org'>
  readonly full: number
  readonly probationary: number
  readonly posted: readonly Posted[]
}

/** The strength of every branch that has members, or of those of some branches, as of the end of a day; in one statement. */
export async function listStrengthsOn(
  db: Db,
  mineId: Id<'mine'>,
  on: Day,
  branches?: readonly Id<'org'>[],
): Promise<Strength[]> {
  const { rows } = await sql<Strength>`
    select b.branch_id as "branchId",
      (count(*) filter (where s.category = 'fullMember'))::int as "full",
      (count(*) filter (where s.category = 'probationaryMember'))::int as probationary,
      coalesce(json_agg(json_build_object('personId', p.id, 'name', p.name, 'orgId', s.org_id, 'posts', s.posts) order by p.no)
        filter (where s.posts <> ''), '[]') as posted
    from standing s
      join branch_of b on b.mine_id = s.mine_id and b.org_id = s.org_id
      left join person p on s.posts <> '' and p.mine_id = s.mine_id and p.id = s.person_id
    where ${standing(mineId, on)} and ${within(branches)}
    group by b.branch_id`.execute(db)
  return rows
}

/** How many full members a branch has, and which posts are held in it: the texts of the roster. */
export type Staffed = { readonly branchId: Id<'org'>; readonly full: number; readonly posts: string[] }

/** How branches are staffed on a day, their groups included; those without anybody are left out. One statement. */
export async function listStaffedOn(
  db: Db,
  mineId: Id<'mine'>,
  on: Day,
  branches: readonly Id<'org'>[],
): Promise<Staffed[]> {
  const { rows } = await sql<Staffed>`
    select b.branch_id as "branchId", (count(*) filter (where s.category = 'fullMember'))::int as "full",
      coalesce(array_agg(s.posts) filter (where s.posts <> ''), '{}') as posts
    from standing s join branch_of b on b.mine_id = s.mine_id and b.org_id = s.org_id
    where ${standing(mineId, on)} and ${within(branches)}
    group by b.branch_id`.execute(db)
  return rows
}
