import { type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Day } from '../../kit/day.ts'
import { insertMade, updateRows } from '../../kit/db/bulk.ts'
import type { Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { FieldKeys } from '../../kit/keys/field.ts'
import type { Category, DuesClass } from '../rules.ts'
import { readNames } from './pinyin.ts'
import { macOf, sealValue } from './sealed.ts'

/** How the journal seals a person: who they are, and all they were. */
export const personRecord: Journaled = {
  table: 'person',
  scope: null,
  person: 'id',
  parts: [
    { name: 'standings', table: 'standing', key: 'person_id', orderBy: 'from_day', later: ['why_ended'] },
    { name: 'former_names', table: 'former_name', key: 'person_id', orderBy: 'until' },
  ],
}

/** In which mine something is written, when, and with which keys. */
export type Entered = { readonly mineId: Id<'mine'>; readonly now: Date; readonly keys: FieldKeys }

type Source = 'import' | 'product'

/** Who a person is. `source`: who wrote it last. */
export type Identity = {
  readonly name: string
  readonly sex: string
  readonly ethnicity: string
  readonly bornOn: Day
  readonly education: string
  readonly joinedOn: Day | null
  readonly fullSince: Day | null
  readonly crew: string
  readonly note: string
  readonly source: Source
}

/** A person to add; `idNumber` has passed its check. */
export type NewPerson = Identity & {
  readonly id?: Id<'person'>
  readonly no: string
  readonly idNumber: string | null
  readonly phone: string | null
}

/** Who a person is from now on; a sealed value left out stays. */
export type ChangedPerson = Identity & {
  readonly id: Id<'person'>
  readonly idNumber?: string | null
  readonly phone?: string | null
}

/** What a person is, where, from a day to a day; `from` null: since always, `to` null: still so. `duesBase`: yuan a month. */
export type NewStanding = {
  readonly id?: Id<'standing'>
  readonly personId: Id<'person'>
  readonly from: Day | null
  readonly to: Day | null
  readonly category: Category
  readonly orgId: Id<'org'>
  readonly duesClass: DuesClass
  readonly duesBase: string | null
  readonly posts: string
  readonly shift: string
  readonly source: Source
}

/** A standing found by id and written as given; a base left out stays. */
export type ChangedStanding = Omit<NewStanding, 'id' | 'duesBase'> & {
  readonly id: Id<'standing'>
  readonly duesBase?: string | null
}

type PersonRow = Selectable<Tables['person']>
type StandingRow = Selectable<Tables['standing']>
type IdentityRow = Omit<PersonRow, 'no' | 'id_number' | 'id_number_mac' | 'phone' | 'recorded_at'>
type Named = Identity & { readonly id: Id<'person'> }

function identityRows({ mineId }: Entered, people: readonly Named[]): IdentityRow[] {
  const letters = readNames(people.map(({ name }) => name))
  return people.map((person, at) => ({
    mine_id: mineId,
    id: person.id,
    name: person.name,
    pinyin: letters[at]?.pinyin ?? '',
    initials: letters[at]?.initials ?? '',
    sex: person.sex,
    ethnicity: person.ethnicity,
    born_on: person.bornOn,
    education: person.education,
    joined_on: person.joinedOn,
    full_since: person.fullSince,
    crew: person.crew,
    note: person.note,
    source: person.source,
  }))
}

type Sealed = Pick<PersonRow, 'id_number' | 'id_number_mac' | 'phone'>
type Open = { readonly id: Id<'person'>; readonly idNumber: string | null; readonly phone: string | null }

function sealPerson({ mineId, keys }: Entered, { id, idNumber, phone }: Open): Sealed {
  const owner = { mineId, personId: id }
  return {
    id_number: sealValue(keys, owner, 'idNumber', idNumber),
    id_number_mac: macOf(keys, mineId, idNumber),
    phone: sealValue(keys, owner, 'phone', phone),
  }
}

type Coming = NewPerson & { readonly id: Id<'person'> }
function personRows(entered: Entered, people: readonly Coming[]): PersonRow[] {
  const rows = identityRows(entered, people)
  return people.flatMap((person, at): PersonRow[] => {
    const row = rows[at]
    return row ? [{ ...row, ...sealPerson(entered, person), no: person.no, recorded_at: entered.now }] : []
  })
}

/** Adds people, hundreds in one statement; answers their ids in the same order. Violates a key when a number is taken. */
export async function addPeople(
  tx: Tx,
  entered: Entered,
  added: readonly NewPerson[],
): Promise<Id<'person'>[]> {
  const people = added.map((person) => ({ ...person, id: person.id ?? newId<'person'>() }))
  await insertMade(tx, 'person', people, (some) => personRows(entered, some))
  return people.map(({ id }) => id)
}

const IDENTITY = [
  'name',
  'pinyin',
  'initials',
  'sex',
  'ethnicity',
  'born_on',
  'education',
  'joined_on',
  'full_since',
  'crew',
  'note',
  'source',
] as const

/** Keeps what people were called until now, where it is not what they are called from now on. */
async function keepNames(tx: Tx, { mineId, now }: Entered, changed: readonly ChangedPerson[]): Promise<void> {
  const [ids, names] = [changed.map(({ id }) => id), changed.map(({ name }) => name)]
  await sql`
    insert into former_name (mine_id, person_id, name, until)
    select p.mine_id, p.id, p.name, ${now} from unnest(${ids}::uuid[], ${names}::text[]) as n (id, name)
      join person p on p.mine_id = ${mineId} and p.id = n.id and p.name <> n.name
    on conflict do nothing`.execute(tx)
}

/** Writes who people are, found by id; thousands in as many statements as there are kinds of values. */
export async function changePeople(
  tx: Tx,
  entered: Entered,
  changed: readonly ChangedPerson[],
): Promise<void> {
  const { mineId } = entered
  await keepNames(tx, entered, changed)
  await updateRows(tx, 'person', IDENTITY, identityRows(entered, changed))
  const numbered = changed.flatMap(({ id, idNumber }) =>
    idNumber === undefined
      ? []
      : [{ mine_id: mineId, id, ...sealPerson(entered, { id, idNumber, phone: null }) }],
  )
  await updateRows(tx, 'person', ['id_number', 'id_number_mac'], numbered)
  const called = changed.flatMap(({ id, phone }) =>
    phone === undefined
      ? []
      : [{ mine_id: mineId, id, ...sealPerson(entered, { id, idNumber: null, phone }) }],
  )
  await updateRows(tx, 'person', ['phone'], called)
}

/** PostgreSQL's day before all days: what has no beginning. */
const EVER = '-infinity' as Day

type Dated = Omit<NewStanding, 'id' | 'duesBase'> & { readonly id: Id<'standing'> }
type WrittenRow = Omit<StandingRow, 'dues_base' | 'why_ended'>
const standingRow = ({ mineId, now }: Entered, standing: Dated): WrittenRow => ({
  mine_id: mineId,
  id: standing.id,
  person_id: standing.personId,
  from_day: standing.from ?? EVER,
  to_day: standing.to,
  category: standing.category,
  org_id: standing.orgId,
  dues_class: standing.duesClass,
  posts: standing.posts,
  shift: standing.shift,
  source: standing.source,
  recorded_at: now,
})

const sealBase = (
  { mineId, keys }: Entered,
  personId: Id<'person'>,
  duesBase: string | null,
): Buffer | null => sealValue(keys, { mineId, personId }, 'duesBase', duesBase)

/** Adds what people are, hundreds in one statement; answers the ids in the same order. Violates the exclusion when two of a person overlap. */
export async function addStandings(
  tx: Tx,
  entered: Entered,
  added: readonly NewStanding[],
): Promise<Id<'standing'>[]> {
  const standings = added.map((standing) => ({ ...standing, id: standing.id ?? newId<'standing'>() }))
  const rowOf = (standing: Dated & Pick<NewStanding, 'duesBase'>): StandingRow => ({
    ...standingRow(entered, standing),
    dues_base: sealBase(entered, standing.personId, standing.duesBase),
    why_ended: null,
  })
  await insertMade(tx, 'standing', standings, (some) => some.map(rowOf))
  return standings.map(({ id }) => id)
}

const STANDING = [
  'from_day',
  'to_day',
  'category',
  'org_id',
  'dues_class',
  'posts',
  'shift',
  'source',
] as const

/** Writes standings found by id as they are given, thousands at once. */
export async function changeStandings(
  tx: Tx,
  entered: Entered,
  changed: readonly ChangedStanding[],
): Promise<void> {
  const rows = changed.map((standing) => standingRow(entered, standing))
  await updateRows(tx, 'standing', STANDING, rows)
  const based = changed.flatMap(({ id, personId, duesBase }) =>
    duesBase === undefined
      ? []
      : [{ mine_id: entered.mineId, id, dues_base: sealBase(entered, personId, duesBase) }],
  )
  await updateRows(tx, 'standing', ['dues_base'], based)
}

/** Writes why what somebody was came to its end; '': nobody says. */
export async function setWhyEnded(
  tx: Tx,
  { mineId }: Pick<Entered, 'mineId'>,
  { id, reason }: { readonly id: Id<'standing'>; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('standing')
    .set({ why_ended: reason === '' ? null : reason })
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .execute()
}
