import { afterAll, beforeAll, expect, test } from 'vitest'
import { sequence } from '../../journal/jobs/sequence.ts'
import { commitField } from '../../journal/rules/leaf.ts'
import { findLatestEntry } from '../../journal/store/evidence.ts'
import { verify } from '../../journal/store/verify.ts'
import type { Id } from '../../kit/id.ts'
import { drawRandom } from '../../kit/keys/random.ts'
import { records } from '../../server/records.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'
import { peopleOf } from '../../server/world-person.ts'
import { destroyKeys } from '../jobs.ts'

let world: World
let branch: Id<'org'>
let staff: Caller
beforeAll(async () => {
  world = await makeWorld()
  branch = await world.addUnit({ code: 'ZB1', kind: 'branch' })
  staff = await world.as('committeeStaff')
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})
const { added } = peopleOf(() => ({ secretary: staff, branch }))

const look = async () => {
  await sequence(world.db, world.mineId, world.now)
  const { db, keys, dataDir } = world
  const { erased, findings } = await verify({ db, keys, dataDir, records, now: world.now() })
  const about = findings.filter(
    ({ table }) => table === 'person' || table === 'journal_entry' || table === 'erasure',
  )
  return { erased, codes: about.map(({ code, id }) => [code, id]) }
}
const erase = (id: Id<'person'>) => staff.post('people.erase', { id, reason: '误录，查无此人' })

test('somebody wrongly recorded is gone, with their key; the notice stays, and nothing is amiss', async () => {
  const id = await added()
  const before = await findLatestEntry(world.db, world.mineId, id)
  expect((await erase(id)).status).toBe(200)
  expect((await staff.get('people.findPerson', { id })).problem.code).toBe('no-such-person')
  expect(await look()).toEqual({ erased: 0, codes: [] })

  await destroyKeys(world.db, world.keys)
  await destroyKeys(world.db, world.keys)
  expect(world.keys.owners.find(world.mineId, id)).toBe('erased')
  expect(await look()).toEqual({ erased: before?.rev, codes: [] })
  expect((await staff.get('journal.findOpening', { subject: id })).problem.code).toBe('erased')
  expect((await erase(id)).problem.code).toBe('no-such-person')
})

test('who stands in other records is kept, and nothing is changed', async () => {
  const id = await added({ category: 'masses' })
  expect((await staff.post('joining.openCase', { personId: id, on: '2026-09-20' })).status).toBe(200)
  expect((await erase(id)).problem.code).toBe('has-records')
  expect((await staff.get('people.findPerson', { id })).status).toBe(200)
})

test('a key that is destroyed without a notice is an error, and names who', async () => {
  const id = await added()
  await world.keys.owners.erase(world.mineId, [id])
  expect((await look()).codes).toContainEqual(['erased-without-notice', id])
})

test('a commitment whose salt is destroyed is not guessed from all the numbers somebody may have', () => {
  const numberOf = (day: number): string => `110101${19_400_101 + day}0012`
  const salt = drawRandom(32)
  const committed = commitField(salt, 'id_number', numberOf(12_345))
  const hits = (guess: Uint8Array): number => {
    let count = 0
    for (let day = 0; day < 20_000; day += 1)
      if (commitField(guess, 'id_number', numberOf(day)) === committed) count += 1
    return count
  }
  expect(hits(salt)).toBe(1)
  const near = Uint8Array.from(salt, (byte, at) => (at === 31 ? byte ^ 1 : byte))
  for (const guess of [new Uint8Array(32), near, drawRandom(32)]) expect(hits(guess)).toBe(0)
})
