import { newId } from '../../kit/id.ts'
import { addUnits, changeUnits, listUnits, type NewUnit, unitRecord } from '../../org/store.ts'
import type { Hand, LedgerRowOf, Names } from './hand.ts'
import { named } from './hand.ts'

type Row = LedgerRowOf<'org'>

const unitOf = (names: Names, row: Row): Omit<NewUnit, 'id'> => ({
  code: row.code,
  name: row.name,
  kind: row.kind,
  parentId: row.parentCode === null ? null : named(names.org, row.parentCode),
  foundedOn: row.foundedOn,
  termFrom: row.termFrom,
  termTo: row.termTo,
  shiftSystem: row.shiftSystem ?? '',
  themeDay: row.themeDay ?? '',
  note: row.note ?? '',
  source: 'import',
})

/** 组织机构: a unit may stand below one that comes later in the sheet, so ids are given out before anything is written. */
export const orgHand: Hand<'org'> = {
  record: unitRecord,
  list: async (db, { mineId, names }) => {
    const units = await listUnits(db, mineId, 'mine')
    for (const { id, code } of units) names.org.set(code, id)
    const codes = new Map(units.map(({ id, code }) => [id, code]))
    return units.map((unit) => ({
      id: unit.id,
      source: unit.source,
      values: {
        code: unit.code,
        name: unit.name,
        parentCode: unit.parentId === null ? null : (codes.get(unit.parentId) ?? null),
        kind: unit.kind,
        foundedOn: unit.foundedOn,
        termFrom: unit.termFrom,
        termTo: unit.termTo,
        shiftSystem: unit.shiftSystem || null,
        themeDay: unit.themeDay || null,
        note: unit.note || null,
      } as Row,
    }))
  },
  write: async (tx, { mineId, now, names }, { added, changed }) => {
    const entered = { mineId, now }
    for (const row of added) names.org.set(row.code, newId<'org'>())
    const units = added.map((row) => ({ ...unitOf(names, row), id: named(names.org, row.code) }))
    await addUnits(tx, entered, units)
    const renewed = changed.map(({ values }) => ({
      ...unitOf(names, values),
      id: named(names.org, values.code),
    }))
    await changeUnits(tx, entered, renewed)
    return [...units, ...renewed].map(({ id }) => id)
  },
}
