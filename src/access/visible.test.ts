import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ActionName, Actor, Office } from '../kit/contract.ts'
import { newId } from '../kit/id.ts'
import fc from '../kit/test/check.ts'
import { addUnits, listAncestors, type NewUnit } from '../org/store.ts'
import { makeWorld, type World } from '../server/world.ts'
import { may, RIGHTS } from './rules/may.ts'
import { ROLES } from './rules/roles.ts'
import { visibleOrgs } from './store/visible.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

const blank = {
  foundedOn: null,
  termFrom: null,
  termTo: null,
  shiftSystem: '',
  themeDay: '',
  note: '',
} as const
const actions = Object.keys(RIGHTS) as ActionName[]

/** A tree as the parent of each unit among those before it, or none. */
const trees = fc
  .array(fc.nat(), { minLength: 1, maxLength: 12 })
  .map((picks) => picks.map((pick, at) => (at === 0 || pick % (at + 1) === at ? null : pick % at)))
const held = fc.array(
  fc.record({ role: fc.constantFrom(...ROLES), unit: fc.option(fc.nat({ max: 11 }), { nil: null }) }),
  { maxLength: 4 },
)

async function plant(parents: readonly (number | null)[]): Promise<NewUnit[]> {
  const ids = parents.map(() => newId<'org'>())
  const units = parents.map((parent, at): NewUnit => {
    const id = ids[at] ?? newId()
    const parentId = parent === null ? null : (ids[parent] ?? null)
    return { ...blank, id, parentId, code: id, name: id, kind: 'branch', source: 'product' }
  })
  await world.db
    .transaction()
    .execute((tx) => addUnits(tx, { mineId: world.mineId, now: world.now() }, units))
  return units
}

test('lists show exactly the units where the table allows the action, over any tree and any offices', async () => {
  const property = fc.asyncProperty(
    trees,
    held,
    fc.constantFrom(...actions),
    async (parents, chosen, action) => {
      const units = await plant(parents)
      const offices = chosen.map(({ role, unit }): Office => {
        const over = unit === null ? null : units[unit % units.length]?.id
        return { role, orgId: over ?? null }
      })
      const actor: Actor = {
        mineId: world.mineId,
        accountId: newId(),
        personId: null,
        offices,
        mustChange: false,
      }
      const ids = units.flatMap(({ id }) => id ?? [])
      const { rows } = await sql<{ id: string }>`select id from org_unit
      where mine_id = ${world.mineId} and id = any(${ids}::uuid[]) and ${visibleOrgs(actor, action, 'id')}`.execute(
        world.db,
      )
      const allowed = []
      for (const id of ids) {
        const ancestors = await listAncestors(world.db, world.mineId, id)
        if (RIGHTS[action].reach !== 'open' && may(actor, action, { ancestors })) allowed.push(id)
      }
      expect(rows.map((row) => row.id).sort()).toEqual(allowed.sort())
    },
  )
  await fc.assert(property, { numRuns: 100 })
})
