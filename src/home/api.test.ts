import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../kit/day.ts'
import type { Id } from '../kit/id.ts'
import { type Caller, makeWorld, type World } from '../server/world.ts'

let world: World
let clerk: Caller
let branchId: Id<'org'>

beforeAll(async () => {
  world = await makeWorld()
  clerk = await world.as('committeeStaff')
  const content = (await readFile(new URL('../ledger/fixtures/small-2026.xlsx', import.meta.url))).toString(
    'base64',
  )
  const { body } = await clerk.post('ledger.preview', { fileName: 'small.xlsx', content })
  await clerk.post('ledger.commit', { importId: body.importId })
  const { units } = (await clerk.get('org.listUnits', {})).body
  branchId = units.find(({ kind }) => kind === 'branch')?.id as Id<'org'>
})
afterAll(() => world.close())

test('the overview shows every branch once, by code, with twelve months of duties', async () => {
  const { branches, today } = (await clerk.get('home.findOverview', { year: 2026 })).body
  expect(today).toBe('2026-10-08')
  expect(branches.map(({ code }) => code)).toEqual(branches.map(({ code }) => code).toSorted())
  const themeDays = branches.flatMap(({ duties }) => duties.filter(({ kind }) => kind === 'themeDay'))
  expect(themeDays.map(({ windows }) => windows.length)).toEqual(branches.map(() => 12))
})

test('a secretary sees the own branch and no other', async () => {
  const secretary = await world.as('secretary', branchId)
  const { branches } = (await secretary.get('home.findOverview', { year: 2026 })).body
  expect(branches.map(({ id }) => id)).toEqual([branchId])
  const others = (await clerk.get('home.findOverview', { year: 2026 })).body.branches.filter(
    ({ id }) => id !== branchId,
  )
  const other = others[0]?.id as Id<'org'>
  expect((await secretary.get('home.findBranch', { branchId: other, year: 2026 })).problem.code).toBe(
    'not-allowed',
  )
})

test('a branch tells how many records of each kind it has, and its missed windows agree with the overview', async () => {
  const { body } = await clerk.get('home.findBranch', { branchId, year: 2026 })
  const { meetings } = (await clerk.get('meetings.listMeetings', { branchId })).body
  expect(body.counts.meetings).toBe(meetings.length)
  const { branches } = (await clerk.get('home.findOverview', { year: 2026 })).body
  const missed = body.duties.flatMap(({ windows }) => windows).filter(({ state }) => state === 'missed')
  expect(missed.length).toBe(branches.find(({ id }) => id === branchId)?.missed)
})

test('a record tells its sealed history; one of another branch is not shown', async () => {
  const { meetings } = (await clerk.get('meetings.listMeetings', { branchId })).body
  const subject = meetings[0]?.id as Id
  const named = world.db.updateTable('account').set({ name: 'importer' })
  await named.where('id', '=', clerk.accountId).execute()
  const { entries } = (await clerk.get('journal.findHistory', { subject })).body
  expect(entries).toMatchObject([
    { kind: 'ledger.commit', rev: 1, by: 'importer', index: null, received: null },
  ])
  const units = (await clerk.get('org.listUnits', {})).body.units
  const other = units.find(({ kind, id }) => kind === 'jointBranch' && id !== branchId)?.id as Id<'org'>
  const stranger = await world.as('secretary', other)
  expect((await stranger.get('journal.findHistory', { subject })).problem.code).toBe('not-allowed')
  const nowhere = await clerk.get('journal.findHistory', {
    subject: '01890000-0000-7000-8000-000000000000' as Id,
  })
  expect(nowhere).toMatchObject({ status: 404, problem: { code: 'no-such-record' } })
})

test('home.findOpen tells a secretary what the own branch lacks, the soonest first, and agrees with the overview', async () => {
  const secretary = await world.as('secretary', branchId)
  const { today, branches, lines } = (await secretary.get('home.findOpen', {})).body
  expect([today, branches]).toEqual(['2026-10-08', 1])
  expect(lines.flatMap((line) => line.branches).every((one) => one.branchId === branchId)).toBe(true)
  const order = lines.map(
    ({ state, until }) => `${['risk', 'due', 'missed'].indexOf(state)} ${until ?? '9999'}`,
  )
  expect(order).toEqual(order.toSorted())
  const { duties } = (await clerk.get('home.findBranch', { branchId, year: 2026 })).body
  const due = duties
    .flatMap(({ windows }) => windows)
    .filter(({ state, first }) => state === 'due' && first <= today)
  const told = lines.filter(({ kind, state }) => kind === 'duty' && state !== 'missed')
  expect(due.length).toBeGreaterThan(0)
  expect(told.reduce((sum, { count }) => sum + count, 0)).toBe(due.length)
})

test('home.findOpen counts the members whose dues of a month are not recorded', async () => {
  const { lines } = (await clerk.get('home.findOpen', {})).body
  const asked = { orgId: branchId, limit: 1000 } as const
  for (const month of ['2026-09', '2026-10'] as const) {
    const on = (month === '2026-09' ? '2026-09-30' : '2026-10-08') as Day
    const { people } = (await clerk.get('people.listPeople', { ...asked, on })).body
    const members = people.filter(({ category }) => /fullMember|probationaryMember/.test(category))
    const paid = await world.db
      .selectFrom('dues_payment')
      .select('person_id')
      .distinct()
      .where('mine_id', '=', world.mineId)
      .where('month', '=', `${month}-01` as Day)
      .execute()
    const payers = new Set(paid.map((row) => String(row.person_id)))
    const line = lines.find(({ kind, what }) => kind === 'dues' && what === month)
    const joined = members.filter(({ joinedOn }) => !joinedOn || joinedOn <= on)
    const owing = joined.filter(({ id }) => !payers.has(id)).length
    expect(line?.branches.find((one) => one.branchId === branchId)?.count ?? 0).toBe(owing)
    expect(line?.state).toBe(month === '2026-09' ? 'missed' : 'due')
  }
  expect((await (await world.as('member', branchId)).get('home.findOpen', {})).problem.code).toBe(
    'not-allowed',
  )
})
