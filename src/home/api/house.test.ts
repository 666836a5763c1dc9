import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '../../server/world.ts'
import { CHECKS } from '../rules/machine.ts'
import { noteBackup } from '../store/machine.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

test('an administrator sees every check with its sentence', async () => {
  const { checks } = (await (await world.as('systemAdmin')).get('home.findHouse', {})).body
  expect(checks.map(({ check }) => check)).toEqual(CHECKS)
  const keys = checks.find(({ check }) => check === 'keys')
  expect(keys).toMatchObject({ state: 'good', sentence: { zh: expect.stringContaining(world.keys.dir) } })
  expect(JSON.stringify(checks)).not.toMatch(/\{\w+\}/)
})

test('the last backup is the one noted last; before the first there is none', async () => {
  const admin = await world.as('auditAdmin')
  expect((await admin.get('home.findHouse', {})).body.backup).toBeNull()
  const made = { at: '2026-10-01T01:00:00.000Z', file: '/backup/1.snapshot', bytes: 10, rows: 1 }
  await noteBackup(world.dataDir, made)
  const last = { ...made, at: '2026-10-02T01:00:00.000Z', file: '/backup/2.snapshot' }
  await noteBackup(world.dataDir, last)
  expect((await admin.get('home.findHouse', {})).body.backup).toEqual(last)
})

test('nobody else sees the machine', async () => {
  const clerk = await world.as('committeeStaff')
  expect((await clerk.get('home.findHouse', {})).problem.code).toBe('not-allowed')
})
