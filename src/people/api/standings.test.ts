import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listJournaledRows } from '../../journal/store/journaled.ts'
import { type Id, newId } from '../../kit/id.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'
import { peopleOf } from '../../server/world-person.ts'
import { personRecord } from '../store/write.ts'

let world: World
let committee: Id<'org'>
let branch: Id<'org'>
let secretary: Caller
let made = 0

beforeAll(async () => {
  world = await makeWorld()
  committee = await world.addUnit({ code: 'DW', kind: 'committee' })
})
beforeEach(async () => {
  branch = await world.addUnit({ code: `ZB${++made}`, kind: 'branch', parentId: committee })
  secretary = await world.as('secretary', branch)
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

const { added, find, change } = peopleOf(() => ({ secretary, branch }))

describe('several at once', () => {
  const several = (personIds: Id<'person'>[], given: object, by = secretary) =>
    by.post('people.changeStandings', { personIds, from: '2026-07-01', ...given })

  test('work another shift from a day on, and stay what they are', async () => {
    const [one, two] = [await added({ posts: '书记' }), await added()]
    expect((await several([one, two, one], { shift: '夜班' })).body.changed).toBe(2)
    for (const id of [one, two]) {
      const { standings, hasDuesBase } = await find(id)
      expect(standings.map(({ from, to, shift, category }) => [from, to, shift, category])).toEqual([
        ['2026-01-01', '2026-06-30', '早班', 'candidate'],
        ['2026-07-01', null, '夜班', 'candidate'],
      ])
      expect(hasDuesBase).toBe(true)
    }
    expect((await find(one)).standings.map(({ posts }) => posts)).toEqual(['书记', '书记'])
  })

  test('go to a group of the branch; to another branch only by who may there', async () => {
    const id = await added()
    const group = await world.addUnit({ code: `XZ${++made}`, kind: 'partyGroup', parentId: branch })
    expect((await several([id], { orgId: group })).status).toBe(200)
    const elsewhere = await world.addUnit({ code: `ZB${++made}`, kind: 'branch', parentId: committee })
    expect((await several([id], { orgId: elsewhere })).problem.code).toBe('no-such-unit')
    const staff = await world.as('committeeStaff', committee)
    expect((await several([id], { orgId: elsewhere, from: '2026-08-01' }, staff)).status).toBe(200)
  })

  test('all or nobody: one who does not fit keeps all back', async () => {
    const [one, late] = [await added(), await added({ from: '2026-08-01' })]
    const said = await several([one, late], { shift: '夜班' })
    expect([said.problem.code, said.problem.facts?.['no']]).toEqual([
      'before-last-change',
      (await find(late)).no,
    ])
    expect((await find(one)).standings).toHaveLength(1)
    expect((await several([one, newId<'person'>()], { shift: '夜班' })).problem.code).toBe('no-such-person')
  })

  test('nothing asked is bad input', async () => {
    expect((await several([await added()], {})).problem.code).toBe('bad-input')
  })
})

describe('leaving', () => {
  const leave = (personId: Id<'person'>, lastDay: string) =>
    secretary.post('people.endStanding', { personId, lastDay, reason: '组织关系转出' })
  const listed = async (on: string) => (await secretary.get('people.listPeople', { on })).body.people.length

  test('somebody is on the roster to the last day, and not after it', async () => {
    const id = await added()
    expect((await leave(id, '2026-09-30')).status).toBe(200)
    expect([await listed('2026-09-30'), await listed('2026-10-01')]).toEqual([1, 0])
    expect((await find(id)).standings[0]?.to).toBe('2026-09-30')
  })

  test('why somebody left, or became something else, stands in their history; leaving asks for it', async () => {
    const id = await added()
    await change(id, { from: '2026-03-01', posts: '组织委员', reason: '支委会换届' })
    await leave(id, '2026-09-30')
    const why = async () => (await find(id)).standings.map(({ whyEnded }) => whyEnded)
    expect(await why()).toEqual(['支委会换届', '组织关系转出'])
    const silent = { personId: id, lastDay: '2026-09-30', reason: ' ' }
    expect((await secretary.post('people.endStanding', silent)).problem.code).toBe('bad-input')
    // As it is sealed: what has no reason is as it was sealed before there were reasons.
    const stayed = await added()
    const sealed = await listJournaledRows(world.db, personRecord, world.mineId, [id, stayed])
    const standings = sealed.map((row) => [row.id, JSON.stringify(row.get('standings'))] as const)
    expect(new Map(standings).get(id)).toContain('"why_ended":"支委会换届"')
    expect(new Map(standings).get(stayed)).not.toContain('why_ended')
  })

  test('once gone cannot leave later, nor before the last change; earlier is a correction', async () => {
    const id = await added()
    await leave(id, '2026-09-30')
    expect((await leave(id, '2026-10-02')).problem.code).toBe('not-on-roster')
    expect((await leave(id, '2025-12-31')).problem.code).toBe('before-last-change')
    expect((await leave(id, '2026-09-15')).status).toBe(200)
    const several = { personIds: [id], from: '2026-10-01', shift: '夜班' }
    expect((await secretary.post('people.changeStandings', several)).problem.code).toBe('not-on-roster')
  })

  test('is taken in again from a day on', async () => {
    const id = await added()
    await leave(id, '2026-06-30')
    expect((await change(id, { from: '2026-09-01' })).status).toBe(200)
    expect([await listed('2026-08-31'), await listed('2026-09-01')]).toEqual([0, 1])
  })
})

test('posts: who holds which, in the branch or a group of it, and which nobody does', async () => {
  const group = await world.addUnit({ code: `XZ${++made}`, kind: 'partyGroup', parentId: branch })
  const member = { category: 'fullMember', joinedOn: '2015-07-01' } as const
  await added({ ...member, posts: '书记' })
  await added({ ...member, posts: '小组长', orgId: group })
  await added({ ...member })
  const { branches } = (await secretary.get('people.listPosts', {})).body
  expect(branches).toMatchObject([{ branchId: branch, full: 3, probationary: 0, vacant: [] }])
  expect(branches[0]?.holders.map(({ orgId, posts }) => [orgId, posts])).toEqual([
    [branch, '书记'],
    [group, '小组长'],
  ])
  const before = (await secretary.get('people.listPosts', { on: '2025-12-31' })).body.branches
  expect(before).toEqual([{ branchId: branch, full: 0, probationary: 0, holders: [], vacant: ['secretary'] }])
})
