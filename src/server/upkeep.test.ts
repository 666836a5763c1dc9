import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetAnswers } from '../kit/server/idempotency.ts'
import { startUpkeep } from './upkeep.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const DAY_MS = 86_400_000

test('the answer of a write is kept for seven days, and no longer', async () => {
  const staff = await world.as('committeeStaff')
  const voice = { kind: 'suggestion', text: '食堂晚点关门' } as const
  const { body } = await staff.post('voice.send', voice, 'a key of my own')
  const later = (ms: number): Date => new Date(world.now().getTime() + ms)
  expect(await forgetAnswers(world.db, later(7 * DAY_MS))).toBe(0)
  expect((await staff.post('voice.send', voice, 'a key of my own')).body).toEqual(body)
  expect(await forgetAnswers(world.db, later(7 * DAY_MS + 1))).toBe(1)
  expect((await staff.post('voice.send', voice, 'a key of my own')).body.id).not.toBe(body.id)
})

test('a chore that fails is told, and does not hold up the others', async () => {
  const told: string[] = []
  const done: string[] = []
  const log = ({ action }: { action: string }) => told.push(action)
  const house = { db: world.db, keys: world.keys, dataDir: world.dataDir, clock: world.now, log }
  const upkeep = startUpkeep(house, [
    { action: 'a', everyMs: DAY_MS, run: () => Promise.reject(new Error('no')) },
    { action: 'b', everyMs: DAY_MS, run: async () => done.push('b') },
  ])
  await upkeep.stop()
  expect([told, done]).toEqual([['a'], ['b']])
})
