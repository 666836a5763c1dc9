import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findStanding } from '../journal/store/history.ts'
import type { InputOf } from '../kit/contract.ts'
import { day } from '../kit/day.ts'
import { type Id, newId } from '../kit/id.ts'
import { ratio } from '../kit/ratio.ts'
import { type Caller, makeWorld, type World } from '../server/world.ts'
import { termOverdue } from './facts.ts'
import { addUnits, findBranchOf, holdTree, listAncestors, listBranches } from './store.ts'

let world: World
let staff: Caller
let committee: Id<'org'>
beforeAll(async () => {
  world = await makeWorld()
  staff = await world.as('committeeStaff')
  committee = await add({ code: 'DW', kind: 'committee', parentId: null })
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

const blank = {
  name: '单位',
  foundedOn: null,
  termFrom: null,
  termTo: null,
  shiftSystem: '',
  themeDay: '',
  note: '',
} as const

type Given = Partial<InputOf<'org.addUnit'>> & Pick<InputOf<'org.addUnit'>, 'code' | 'kind' | 'parentId'>
const ask = (given: Given, who = staff) => who.post('org.addUnit', { ...blank, ...given })

async function add(given: Given): Promise<Id<'org'>> {
  const { body, problem } = await ask(given)
  expect(problem.code).toBeUndefined()
  return body.id
}

async function change(id: Id<'org'>, given: Partial<InputOf<'org.changeUnit'>>, who = staff) {
  const { rev } = await findStanding(world.db, world.mineId, id)
  return who.post('org.changeUnit', { id, rev, parentId: committee, ...blank, ...given })
}

describe('a unit', () => {
  test('stands below another and is listed with the way up to the top', async () => {
    const general = await add({ code: 'ZZ01', kind: 'generalBranch', parentId: committee })
    const branch = await add({ code: 'ZB01', kind: 'branch', parentId: general })
    const group = await add({ code: 'XZ01', kind: 'partyGroup', parentId: branch })
    await add({ code: 'ZB02', kind: 'branch', parentId: committee })

    const secretary = await world.as('secretary', branch)
    const { units } = (await secretary.get('org.listUnits', {})).body
    expect(units.map(({ code }) => code)).toEqual(['DW', 'XZ01', 'ZB01', 'ZZ01'])
    expect((await listAncestors(world.db, world.mineId, group)).sort()).toEqual(
      [group, branch, general, committee].sort(),
    )
    expect(await findBranchOf(world.db, world.mineId, group)).toBe(branch)
    const branches = await listBranches(world.db, world.mineId, [general])
    expect(branches.map(({ code }) => code)).toEqual(['ZB01'])
  })

  test('is never written over unseen: who began before another saved is told so, and nothing is changed', async () => {
    const id = await add({ code: 'ZB08', kind: 'branch', parentId: committee })
    const { rev } = (await staff.get('org.findUnit', { id })).body
    expect((await change(id, { rev, name: '先存的' })).status).toBe(200)
    const late = await change(id, { rev, name: '后存的' })
    expect(late).toMatchObject({ status: 409, problem: { code: 'changed-meanwhile', facts: { rev: 2 } } })
    expect((await staff.get('org.findUnit', { id })).body).toMatchObject({ name: '先存的', rev: 2 })
    expect((await staff.get('org.findUnit', { id: newId() })).problem.code).toBe('no-such-unit')
  })

  test('is sealed in the journal with the action that wrote it', async () => {
    const id = await add({ code: 'ZB09', kind: 'branch', parentId: committee })
    await change(id, { name: '综采一队党支部' })
    const entries = await world.db
      .selectFrom('journal_entry')
      .select(['kind', 'rev'])
      .where('subject', '=', id)
      .orderBy('rev')
      .execute()
    expect(entries).toEqual([
      { kind: 'org.addUnit', rev: 1 },
      { kind: 'org.changeUnit', rev: 2 },
    ])
  })

  test.each([
    ['a code that is taken', { code: 'DW', kind: 'branch' }, 'code-taken'],
    ['a group below a committee', { code: 'N1', kind: 'partyGroup' }, 'wrong-parent'],
    [
      'a term that ends before it begins',
      { code: 'N2', kind: 'branch', termFrom: '2026-01-02', termTo: '2026-01-01' },
      'term-backwards',
    ],
  ] as const)('is refused with %s', async (_, given, code) => {
    expect((await ask({ parentId: committee, ...given })).problem.code).toBe(code)
  })

  test('is refused beside the committee over the mine, whose staff keep what they may do', async () => {
    expect((await ask({ code: 'N4', kind: 'branch', parentId: null })).problem.code).toBe('wrong-parent')
    const branch = await add({ code: 'ZB19', kind: 'branch', parentId: committee })
    expect((await change(branch, { parentId: null })).problem.code).toBe('wrong-parent')
    expect((await change(committee, { name: '矿党委', parentId: null })).status).toBe(200)
  })

  test('is refused below a unit that there is not', async () => {
    expect((await ask({ code: 'N3', kind: 'branch', parentId: newId() })).problem.code).toBe('no-such-parent')
  })

  test('two asked for with one code at the same time: one is made, one is told', async () => {
    const asked = [1, 2].map(() => ask({ code: 'TWO', kind: 'branch', parentId: committee }))
    const replies = await Promise.all(asked)
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('moving a unit', () => {
  test('takes all below it along', async () => {
    const to = await add({ code: 'ZZ21', kind: 'generalBranch', parentId: committee })
    const branch = await add({ code: 'ZB21', kind: 'branch', parentId: committee })
    const group = await add({ code: 'XZ21', kind: 'partyGroup', parentId: branch })
    expect((await change(branch, { parentId: to })).status).toBe(200)
    expect(await listAncestors(world.db, world.mineId, group)).toContain(to)
    expect((await change(branch, { parentId: committee })).status).toBe(200)
    expect(await listAncestors(world.db, world.mineId, group)).not.toContain(to)
  })

  test('below itself is refused', async () => {
    const above = await add({ code: 'DW31', kind: 'committee', parentId: committee })
    const below = await add({ code: 'DW32', kind: 'committee', parentId: above })
    expect((await change(above, { parentId: below })).problem.code).toBe('cycle')
    expect((await change(above, { parentId: above })).problem.code).toBe('cycle')
  })

  test('at the same time into each other: one is refused', async () => {
    const [a, b] = [
      await add({ code: 'DW41', kind: 'committee', parentId: committee }),
      await add({ code: 'DW42', kind: 'committee', parentId: committee }),
    ]
    const replies = await Promise.all([change(a, { parentId: b }), change(b, { parentId: a })])
    expect(replies.map(({ problem }) => problem.code ?? 'moved').sort()).toEqual(['cycle', 'moved'])
  })

  test('out of one’s own part of the tree, or into another’s, is refused', async () => {
    const mine = await add({ code: 'DW51', kind: 'committee', parentId: committee })
    const other = await add({ code: 'DW52', kind: 'committee', parentId: committee })
    const branch = await add({ code: 'ZB51', kind: 'branch', parentId: mine })
    const local = await world.as('committeeStaff', mine)
    expect((await change(branch, { parentId: other }, local)).problem.code).toBe('no-such-parent')
    expect((await change(branch, { parentId: null }, local)).problem.code).toBe('no-such-parent')
    expect((await change(branch, { parentId: mine, name: '新名' }, local)).status).toBe(200)
    expect((await ask({ code: 'N5', kind: 'branch', parentId: other }, local)).problem.code).toBe(
      'not-allowed',
    )
  })

  test('a unit that there is not is refused', async () => {
    expect((await change(newId(), {})).problem.code).toBe('no-such-unit')
  })
})

test('five thousand units are added at once, with their way up', async () => {
  const entered = { mineId: world.mineId, now: world.now() }
  const units = Array.from({ length: 5000 }, (_, at) => ({
    ...blank,
    code: `M${at}`,
    kind: 'branch' as const,
    parentId: committee,
    source: 'import' as const,
  }))
  const ids = await world.db.transaction().execute((tx) => addUnits(tx, entered, units))
  const { rows } = await sql<{ paths: number }>`select count(*)::int as paths from org_path
    where org_id = any(${ids}::uuid[])`.execute(world.db)
  expect(rows[0]?.paths).toBe(10_000)
  const tree = await world.db.transaction().execute((tx) => holdTree(tx, world.mineId))
  expect(tree.filter(({ code }) => code.startsWith('M'))).toHaveLength(5000)
})

test('a term is overdue from the day after its end, by whole days (A3 org.termOverdue)', async () => {
  const branches = [
    await add({ code: 'T1', kind: 'branch', parentId: committee, termTo: '2026-09-29' }),
    await add({ code: 'T2', kind: 'branch', parentId: committee, termTo: '2026-09-30' }),
    await add({ code: 'T3', kind: 'branch', parentId: committee }),
  ]
  const span = { first: day('2026-07-01'), last: day('2026-09-30') }
  const scope = { mineId: world.mineId, branches, span }
  const counts = await termOverdue.count(world.db, scope)
  expect(branches.map((id) => counts.get(id))).toEqual([ratio(1), ratio(0), 'n/a'])
  expect([...(await termOverdue.listEvidence(world.db, scope)).values()]).toEqual([['T1']])
})
