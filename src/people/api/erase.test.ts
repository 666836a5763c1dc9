import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { continueLog } from '../../journal/jobs/restore.ts'
import { sequence } from '../../journal/jobs/sequence.ts'
import { sign } from '../../journal/jobs/sign.ts'
import { commitField } from '../../journal/rules/leaf.ts'
import { findLatestCheckpoint } from '../../journal/store/checkpoint.ts'
import { findLatestEntry } from '../../journal/store/evidence.ts'
import { tileMirror } from '../../journal/store/restore/mirror.ts'
import { verify } from '../../journal/store/verify.ts'
import { openDb } from '../../kit/db/db.ts'
import { readSnapshot, writeSnapshot } from '../../kit/db/snapshot.ts'
import { type Id, newId } from '../../kit/id.ts'
import { drawRandom } from '../../kit/keys/random.ts'
import { isRefused } from '../../kit/refuse.ts'
import { cloneDatabase } from '../../kit/test/clone.ts'
import { records } from '../../server/records.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'
import { peopleOf } from '../../server/world-person.ts'
import { destroyKeys, erasingIn } from '../jobs.ts'

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
  expect((await staff.get('people.findErasable', { id })).body).toEqual({ erasable: true })
  expect((await erase(id)).status).toBe(200)
  expect((await staff.get('people.findPerson', { id })).problem.code).toBe('no-such-person')
  expect(await look()).toEqual({ erased: 0, codes: [] })

  const told = async () => {
    const when = await staff.get('journal.findWhen', { subject: id })
    const { entries } = (await staff.get('journal.listEntries', {})).body
    const erased = new Set(entries.flatMap((one) => (one.isErased ? [one.subject] : [])))
    return [when.body.isErased, [...erased]]
  }
  expect(await told()).toEqual([true, [id]])
  await destroyKeys(world.db, world.keys)
  await destroyKeys(world.db, world.keys)
  expect(await told()).toEqual([true, [id]])
  const other = await added()
  expect((await staff.get('journal.findWhen', { subject: other })).body.isErased).toBe(false)
  expect(world.keys.owners.find(world.mineId, id)).toBe('erased')
  expect(await look()).toEqual({ erased: before?.rev, codes: [] })
  expect((await staff.get('journal.findOpening', { subject: id })).problem.code).toBe('erased')
  expect((await erase(id)).problem.code).toBe('no-such-person')
})

test('what they were told goes with them: it is derived, and came within seconds', async () => {
  const id = await added()
  const told = { kind: 'meetingPlanned', facts: '{}', origin: 'leaf:1' } as const
  const at = { at: world.now(), visible_from: world.now() }
  const notice = { mine_id: world.mineId, id: newId<'notice'>(), person_id: id, ...told, ...at }
  await world.db.insertInto('notice').values(notice).execute()
  expect((await staff.get('people.findErasable', { id })).body).toEqual({ erasable: true })
  expect((await erase(id)).status).toBe(200)
  expect(await world.db.selectFrom('notice').select('id').where('person_id', '=', id).execute()).toEqual([])
})

test('who stands in other records is kept, and nothing is changed', async () => {
  const id = await added({ category: 'masses' })
  expect((await staff.post('joining.openCase', { personId: id, on: '2026-09-20' })).status).toBe(200)
  expect((await staff.get('people.findErasable', { id })).body).toEqual({ erasable: false })
  expect((await erase(id)).problem.code).toBe('has-records')
  expect((await staff.get('people.findPerson', { id })).status).toBe(200)
})

type Back = {
  readonly answer: Awaited<ReturnType<typeof continueLog>>
  readonly codes: readonly unknown[]
  readonly people: readonly string[]
  readonly noticed: readonly string[]
}

/** Restores a backup beside what the signer kept, or with nothing but the last note and a reason, and answers what is there then. */
async function restored(file: string, way: 'refill' | 'new-log'): Promise<Back> {
  const { db: lost, keys, mineId, now } = world
  const dataDir = `${file}-${way}`
  if (way === 'refill') await cp(world.dataDir, dataDir, { recursive: true })
  const clone = await cloneDatabase(inject('databaseUrl'))
  expect(isRefused(await readSnapshot(clone.url, file))).toBe(false)
  const { db, close } = openDb(clone.url, 4)
  const note = (await findLatestCheckpoint(lost, mineId))?.note ?? ''
  const mirror = way === 'refill' ? tileMirror({ dataDir, mineId }) : async () => []
  const house = { db, keys, dataDir, records, mineId, mirror, clock: now, erasing: erasingIn(mineId) }
  const newLog = way === 'refill' ? undefined : '机房失火'
  const answer = await continueLog({ ...house, notes: [note], newLog })
  await destroyKeys(db, keys)
  await sequence(db, mineId, now)
  const { findings } = await verify({ ...house, now: now() })
  const rows = await db.selectFrom('person').select('id').execute()
  const noticed = await db.selectFrom('erasure').select(['person_id', 'account_id']).execute()
  await close()
  await clone.drop()
  return {
    ...{
      answer,
      codes: findings.filter(({ code }) => code !== 'row-unsealed'),
      people: rows.map(({ id }) => id),
    },
    noticed: noticed.filter((one) => one.account_id === null).map((one) => one.person_id),
  }
}

const seal = async (): Promise<void> => {
  await sequence(world.db, world.mineId, world.now)
  expect(isRefused(await sign(world, world.mineId))).toBe(false)
}

test('who was erased after a backup is erased again when it is restored, under notice; whoever was not is there', async () => {
  const [early, unkeyed, kept] = [await added(), await added(), await added()]
  await seal()
  const file = join(world.dataDir, '..', `${newId()}-backup`)
  await writeSnapshot(world.url, file)
  const late = await added()
  for (const id of [early, late]) expect((await erase(id)).status).toBe(200)
  await destroyKeys(world.db, world.keys)
  expect((await erase(unkeyed)).status).toBe(200)
  await seal()
  const gone = [early, late, unkeyed]

  const refilled = await restored(file, 'refill')
  expect(refilled.answer).toMatchObject({ state: 'refilled', erased: 2 })
  expect(refilled.codes).toEqual([])
  expect(new Set(refilled.noticed)).toEqual(new Set(gone))
  expect(refilled.people).toContain(kept)
  for (const id of gone) expect(refilled.people).not.toContain(id)
  for (const id of gone) expect(world.keys.owners.find(world.mineId, id)).toBe('erased')

  const anew = await restored(file, 'new-log')
  expect(anew.answer).toMatchObject({ state: 'new-log', erased: 2 })
  expect(anew.codes).toEqual([])
  expect(new Set(anew.noticed)).toEqual(new Set([early, unkeyed]))
  expect(anew.people).toContain(kept)
}, 60_000)

test('who was erased after a backup that still has records of them stops the restore', async () => {
  const id = await added({ category: 'masses' })
  const file = join(world.dataDir, '..', `${newId()}-backup`)
  expect((await staff.post('joining.openCase', { personId: id, on: '2026-09-20' })).status).toBe(200)
  await writeSnapshot(world.url, file)
  await world.keys.owners.erase(world.mineId, [id])
  await seal()
  expect((await restored(file, 'refill')).answer).toMatchObject({
    refused: 'erased-has-records',
    facts: { table: 'admission_case' },
  })
}, 60_000)

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
