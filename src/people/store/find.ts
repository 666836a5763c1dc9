import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Day } from '../../kit/day.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'

type Person = Selectable<Tables['person']>
type Standing = Selectable<Tables['standing']>

/** What a person was from a day to a day; `from` null: since always, `to` null: still so. The base of dues lies sealed. */
export type StandingFound = {
  readonly id: Id<'standing'>
  readonly from: Day | null
  readonly to: Day | null
  readonly category: Standing['category']
  readonly orgId: Id<'org'>
  readonly orgName: string
  readonly duesClass: Standing['dues_class']
  readonly duesBase: Buffer | null
  readonly posts: string
  readonly shift: string
  readonly source: Standing['source']
  /** Why it ended; '': it has not, or nobody said why. */
  readonly whyEnded: string
}

/** A person as recorded, with their history in order of days; ID number and phone lie sealed. */
export type PersonFound = {
  readonly id: Id<'person'>
  readonly no: string
  readonly name: string
  readonly sex: string
  readonly ethnicity: string
  readonly bornOn: Day
  readonly education: string
  readonly joinedOn: Day | null
  readonly fullSince: Day | null
  readonly crew: string
  readonly note: string
  readonly idNumber: Buffer | null
  readonly phone: Buffer | null
  readonly source: Person['source']
  readonly recordedAt: Date
  readonly standings: readonly StandingFound[]
  /** What they were called before, up to when; the last one last. */
  readonly formerNames: readonly { readonly name: string; readonly until: Date }[]
}

const personOf = (row: Person, history: Pick<PersonFound, 'standings' | 'formerNames'>): PersonFound => ({
  id: row.id,
  no: row.no,
  name: row.name,
  sex: row.sex,
  ethnicity: row.ethnicity,
  bornOn: row.born_on,
  education: row.education,
  joinedOn: row.joined_on,
  fullSince: row.full_since,
  crew: row.crew,
  note: row.note,
  idNumber: row.id_number,
  phone: row.phone,
  source: row.source,
  recordedAt: row.recorded_at,
  ...history,
})

/** A day on which a history has no beginning. */
const dayOrEver = (from: Day): Day | null => (/^\d/.test(from) ? from : null)

const standingOf = (row: Standing & { org_name: string }): StandingFound => ({
  id: row.id,
  from: dayOrEver(row.from_day),
  to: row.to_day,
  category: row.category,
  orgId: row.org_id,
  orgName: row.org_name,
  duesClass: row.dues_class,
  duesBase: row.dues_base,
  posts: row.posts,
  shift: row.shift,
  source: row.source,
  whyEnded: (row.to_day && row.why_ended) ?? '',
})

async function listStandings(db: Db, mineId: Id<'mine'>, personId: Id<'person'>): Promise<StandingFound[]> {
  const rows = await db
    .selectFrom('standing')
    .innerJoin('org_unit', (join) =>
      join.onRef('org_unit.mine_id', '=', 'standing.mine_id').onRef('org_unit.id', '=', 'standing.org_id'),
    )
    .selectAll('standing')
    .select('org_unit.name as org_name')
    .where('standing.mine_id', '=', mineId)
    .where('standing.person_id', '=', personId)
    .orderBy('standing.from_day')
    .execute()
  return rows.map(standingOf)
}

/** What a person was: where, as what, and by which name. */
const historyOf = async (db: Db, mineId: Id<'mine'>, personId: Id<'person'>) => ({
  standings: await listStandings(db, mineId, personId),
  formerNames: await db
    .selectFrom('former_name')
    .select(['name', 'until'])
    .where('mine_id', '=', mineId)
    .where('person_id', '=', personId)
    .orderBy('until')
    .execute(),
})

const person = (db: Db, mineId: Id<'mine'>, id: Id<'person'>) =>
  db.selectFrom('person').selectAll().where('mine_id', '=', mineId).where('id', '=', id)

/** One person with their whole history; undefined when the mine has none of that id. */
export async function findPerson(
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'person'>,
): Promise<PersonFound | undefined> {
  const row = await person(db, mineId, id).executeTakeFirst()
  return row && personOf(row, await historyOf(db, mineId, id))
}

/** Reads a person and keeps others from changing them until this transaction ends. */
export async function holdPerson(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'person'>,
): Promise<PersonFound | undefined> {
  const row = await person(tx, mineId, id).forNoKeyUpdate().executeTakeFirst()
  return row && personOf(row, await historyOf(tx, mineId, id))
}

/** Keeps others from adding people until this transaction ends: numbers are given once. */
export async function holdRoster(tx: Tx, mineId: Id<'mine'>): Promise<void> {
  await sql`select 1 from mine where id = ${mineId} for no key update`.execute(tx)
}

/** The unit a person stands in on a day, else the one they stood in last; undefined when there is no such person. */
export async function findOrgOfPerson(
  db: Db,
  mineId: Id<'mine'>,
  of: { readonly personId: Id<'person'>; readonly on: Day },
): Promise<Id<'org'> | undefined> {
  const statement: RawBuilder<{ org_id: Id<'org'> }> = sql`
    select org_id from standing where mine_id = ${mineId} and person_id = ${of.personId}
    order by from_day <= ${of.on} desc, from_day desc limit 1`
  return (await statement.execute(db)).rows[0]?.org_id
}

/** Ids by number: of all people of the mine, or of those whose numbers are given. */
export async function listNumbers(
  db: Db,
  mineId: Id<'mine'>,
  numbers?: readonly string[],
): Promise<Map<string, Id<'person'>>> {
  const all = db.selectFrom('person').select(['no', 'id']).where('mine_id', '=', mineId)
  const asked = numbers ? all.where(sql<boolean>`no = any(${numbers}::text[])`) : all
  return new Map((await asked.execute()).map(({ no, id }) => [no, id]))
}

/** The names of people, by id; ids of nobody are left out. */
export async function listNamesOf(
  db: Db,
  mineId: Id<'mine'>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person where mine_id = ${mineId} and id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
