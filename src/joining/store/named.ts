import { sql } from 'kysely'
import type { Day } from '../../kit/day.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { NamedRole } from '../rules/named.ts'

/** Somebody named in an admission. */
export type Named = { readonly personId: Id<'person'>; readonly name: string }
/** The mentors and sponsors of an admission. */
export type NamedPeople = Readonly<Record<NamedRole, Named[]>>

const NOBODY: NamedPeople = { mentors: [], sponsors: [] }

/** Who is named in admissions, in the order given; of those not in the answer nobody is. One statement. */
export async function listNamed(
  db: Db,
  mineId: Id<'mine'>,
  cases: readonly Id<'admission_case'>[],
): Promise<(id: Id<'admission_case'>) => NamedPeople> {
  const { rows } = await sql<Named & { caseId: Id<'admission_case'>; role: NamedRole }>`
    select c.id as "caseId", n.role, p.id as "personId", p.name
    from admission_case c
      cross join lateral (values ('mentors', 1, c.mentor_1), ('mentors', 2, c.mentor_2),
        ('sponsors', 3, c.sponsor_1), ('sponsors', 4, c.sponsor_2)) as n(role, place, person_id)
      join person p on p.mine_id = c.mine_id and p.id = n.person_id
    where c.mine_id = ${mineId} and c.id = any(${cases}::uuid[])
    order by n.place`.execute(db)
  const byCase = Map.groupBy(rows, ({ caseId }) => caseId)
  const inRole = (id: Id<'admission_case'>, wanted: NamedRole): Named[] =>
    (byCase.get(id) ?? [])
      .filter(({ role }) => role === wanted)
      .map(({ personId, name }) => ({ personId, name }))
  return (id) =>
    byCase.has(id) ? { mentors: inRole(id, 'mentors'), sponsors: inRole(id, 'sponsors') } : NOBODY
}

/** Those of some people who are full members on a day. */
export async function listFullAmong(
  db: Db,
  mineId: Id<'mine'>,
  people: readonly Id<'person'>[],
  on: Day,
): Promise<ReadonlySet<Id<'person'>>> {
  const { rows } = await sql<{ person_id: Id<'person'> }>`
    select person_id from standing where mine_id = ${mineId} and person_id = any(${people}::uuid[])
      and category = 'fullMember' and from_day <= ${on} and (to_day is null or to_day >= ${on})`.execute(db)
  return new Set(rows.map(({ person_id }) => person_id))
}

type Naming = {
  readonly mineId: Id<'mine'>
  readonly caseId: Id<'admission_case'>
  readonly role: NamedRole
  /** Two at most; nobody: who was named is no more. */
  readonly people: readonly Id<'person'>[]
}

/** Writes who is named in a case, in place of those before. */
export async function setNamed(tx: Tx, { mineId, caseId, role, people }: Naming): Promise<void> {
  const [first = null, second = null] = people
  await tx
    .updateTable('admission_case')
    .set(role === 'mentors' ? { mentor_1: first, mentor_2: second } : { sponsor_1: first, sponsor_2: second })
    .where('mine_id', '=', mineId)
    .where('id', '=', caseId)
    .execute()
}
