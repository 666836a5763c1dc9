import { afterAll, beforeAll, expect, test } from 'vitest'
import { findReaderPlace, holdReaderPlace, listPlacedChanges, setReaderPlace } from './reader.ts'
import { liveMine } from './test/life.ts'
import { makeTestMine, type TestMine } from './test/mine.ts'

let mine: TestMine
beforeAll(async () => {
  mine = await liveMine(await makeTestMine())
})
afterAll(() => mine.close())

test('changes come in the order of the log, from any place on, without those that wait', async () => {
  const all = await listPlacedChanges(mine.db, mine.mineId, { from: 0, most: 100 })
  expect(all.map(({ idx }) => idx)).toEqual(all.map((_, at) => at))
  expect(all).toHaveLength(14)
  expect(all[0]).toMatchObject({
    kind: 'org.addUnit',
    record: 'org_unit',
    scope: mine.orgId,
    subject: mine.orgId,
    rev: 1,
  })
  expect(await listPlacedChanges(mine.db, mine.mineId, { from: 11, most: 2 })).toEqual(all.slice(11, 13))
  expect(await listPlacedChanges(mine.db, mine.mineId, { from: 14, most: 2 })).toEqual([])
})

const advance = (name: string, by: number): Promise<number> =>
  mine.db.transaction().execute(async (tx) => {
    const place = await holdReaderPlace(tx, mine.mineId, name)
    await setReaderPlace(tx, mine.mineId, { name, idx: place + by })
    return place
  })

test('a reader remembers its place, each its own', async () => {
  expect(await findReaderPlace(mine.db, mine.mineId, 'assessment')).toBe(0)
  expect(await advance('assessment', 3)).toBe(0)
  expect(await findReaderPlace(mine.db, mine.mineId, 'assessment')).toBe(3)
  expect(await findReaderPlace(mine.db, mine.mineId, 'search')).toBe(0)
})

test('two of one name take turns, also the first time', async () => {
  const places = await Promise.all(Array.from({ length: 5 }, () => advance('live', 2)))
  expect(places.sort((a, b) => a - b)).toEqual([0, 2, 4, 6, 8])
})

test('a place is forgotten with what was undone', async () => {
  const undone = mine.db.transaction().execute(async (tx) => {
    await holdReaderPlace(tx, mine.mineId, 'undone')
    await setReaderPlace(tx, mine.mineId, { name: 'undone', idx: 9 })
    throw new Error('undo')
  })
  await expect(undone).rejects.toThrow('undo')
  expect(await findReaderPlace(mine.db, mine.mineId, 'undone')).toBe(0)
})
