import { dayAt } from '../../kit/day.ts'
import { type Id, newId } from '../../kit/id.ts'
import { listRoster, type RosterEntry } from '../../people/store/roster.ts'
import {
  addPeople,
  addStandings,
  changePeople,
  changeStandings,
  type Identity,
  type NewStanding,
  personRecord,
} from '../../people/store/write.ts'
import { type Desk, type Hand, type LedgerRowOf, type Names, named } from './hand.ts'

type Row = LedgerRowOf<'roster'>

const identityOf = (row: Row): Identity => ({
  name: row.name,
  sex: row.sex,
  ethnicity: row.ethnicity ?? '',
  bornOn: row.bornOn,
  education: row.education ?? '',
  joinedOn: row.joinedOn,
  fullSince: row.fullSince,
  crew: row.crew ?? '',
  note: row.note ?? '',
  source: 'import',
})

/** A workbook's roster has no history: a row holds since always (A1.5). */
const standingOf = (names: Names, row: Row, personId: Id<'person'>): Omit<NewStanding, 'id'> => ({
  personId,
  from: null,
  to: null,
  category: row.category,
  orgId: named(names.org, row.orgCode),
  duesClass: row.duesClass ?? 'employed',
  duesBase: row.duesBase,
  posts: row.posts ?? '',
  shift: row.shift ?? '',
  source: 'import',
})

function rowOf(entry: RosterEntry, codes: ReadonlyMap<string, string>): Row {
  const { standing } = entry
  return {
    no: entry.no,
    name: entry.name,
    sex: entry.sex,
    ethnicity: entry.ethnicity || null,
    bornOn: entry.bornOn,
    idNumber: entry.idNumber,
    education: entry.education || null,
    category: standing?.category ?? 'masses',
    duesClass: standing?.duesClass ?? null,
    duesBase: standing?.duesBase ?? null,
    joinedOn: entry.joinedOn,
    fullSince: entry.fullSince,
    orgCode: (standing && codes.get(standing.orgId)) ?? '',
    posts: standing?.posts || null,
    crew: entry.crew || null,
    shift: standing?.shift || null,
    phone: entry.phone,
    note: entry.note || null,
  } as Row
}

const entriesOf = (
  db: Parameters<Hand<'roster'>['list']>[0],
  { mineId, keys, now }: Desk,
): Promise<RosterEntry[]> =>
  listRoster(db, { mineId, on: dayAt(now), keys: keys.field, open: ['idNumber', 'phone', 'duesBase'] })

/** 党员名册: who people are, and the one stretch of what they are now. */
export const rosterHand: Hand<'roster'> = {
  record: personRecord,
  list: async (db, desk) => {
    const codes = new Map([...desk.names.org].map(([code, id]) => [id, code]))
    const entries = await entriesOf(db, desk)
    for (const { id, no } of entries) desk.names.roster.set(no, id)
    return entries.map((entry) => ({
      id: entry.id,
      source: entry.source === 'product' || entry.standing?.source === 'product' ? 'product' : 'import',
      values: rowOf(entry, codes),
    }))
  },
  write: async (tx, desk, { added, changed }) => {
    const { names, mineId, now } = desk
    const entered = { mineId, now, keys: desk.keys.field }
    for (const { no } of added) names.roster.set(no, newId<'person'>())
    const newcomers = added.map((row) => ({ row, id: named(names.roster, row.no) }))
    await addPeople(
      tx,
      entered,
      newcomers.map(({ row, id }) => ({
        ...identityOf(row),
        id,
        no: row.no,
        idNumber: row.idNumber,
        phone: row.phone,
      })),
    )
    await addStandings(
      tx,
      entered,
      newcomers.map(({ row, id }) => standingOf(names, row, id)),
    )
    if (changed.length === 0) return newcomers.map(({ id }) => id)

    const standings = new Map((await entriesOf(tx, desk)).map(({ no, standing }) => [no, standing]))
    const known = changed.map(({ values }) => ({ row: values, id: named(names.roster, values.no) }))
    await changePeople(
      tx,
      entered,
      known.map(({ row, id }) => ({ ...identityOf(row), id, idNumber: row.idNumber, phone: row.phone })),
    )
    await changeStandings(
      tx,
      entered,
      known.flatMap(({ row, id }) => {
        const kept = standings.get(row.no)
        return kept ? [{ ...standingOf(names, row, id), id: kept.id, from: kept.from, to: kept.to }] : []
      }),
    )
    return [...newcomers, ...known].map(({ id }) => id)
  },
}
