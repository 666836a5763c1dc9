import { afterAll, beforeAll, expect, test } from 'vitest'
import { isOpen, may, RIGHTS } from '../access/rules/may.ts'
import type { WriteName } from '../kit/contract.ts'
import { actions } from './actions.ts'
import { makeWorld, type World } from './world.ts'

/**
 * What an inspector may write, by hand: a new write action fails here until somebody decides. `inspection`: of the inspection itself;
 * `own`: of their own account and person, as anybody signed in, wherever that is.
 */
const WRITES: Readonly<Record<string, 'inspection' | 'own'>> = {
  'evidence.makeInspection': 'inspection',
  'evidence.drawSample': 'inspection',
  'evidence.markInOrder': 'inspection',
  'evidence.addFinding': 'inspection',
  'evidence.withdrawFinding': 'inspection',
  'evidence.recheck': 'inspection',
  'evidence.closeInspection': 'inspection',
  'access.signOut': 'own',
  'access.acceptPrivacyNotice': 'own',
  'access.makeFeed': 'own',
  'access.endFeed': 'own',
  'access.changePassword': 'own',
  'access.startTotp': 'own',
  'access.confirmTotp': 'own',
  'meetings.askLeave': 'own',
  'meetings.withdrawLeave': 'own',
  'voice.send': 'own',
}

const writes = actions.flatMap(({ contract }) => (contract.kind === 'write' ? [contract.name] : []))
const inspector = { offices: [{ role: 'inspector', orgId: null }] }

test('an inspector writes what is decided here, and nothing else anywhere', () => {
  const asked = writes.filter((name) => !isOpen(name))
  const allowed = asked.filter(
    (name) => may(inspector, name, 'wherever-allowed') || may(inspector, name, 'mine'),
  )
  expect(allowed.sort()).toEqual(Object.keys(WRITES).sort())
})

test('what is their own is what anybody signed in may; what is the inspection’s is an inspector’s alone', () => {
  const rights = new Map<string, (typeof RIGHTS)[keyof typeof RIGHTS]>(Object.entries(RIGHTS))
  for (const [name, kind] of Object.entries(WRITES)) {
    const expected = kind === 'own' ? { reach: 'self' } : { reach: 'branch', roles: ['inspector'] }
    expect([name, rights.get(name)]).toEqual([name, expected])
  }
})

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

test('asked over the door, every other write says no and leaves no entry', async () => {
  const caller = await world.as('inspector')
  const others = writes.filter((name) => !WRITES[name] && !isOpen(name))
  expect(others.length).toBeGreaterThan(60)
  for (const name of others) {
    const { status } = await caller.post(name as WriteName, {} as never)
    expect([name, status >= 400 && status < 500]).toEqual([name, true])
  }
  const entries = await world.db.selectFrom('journal_entry').select('id').execute()
  expect(entries).toEqual([])
  expect(world.faults).toEqual([])
})
