import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '../../kit/contract.ts'
import type { Id } from '../../kit/id.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'

let world: World
let clerk: Caller

beforeAll(async () => {
  world = await makeWorld()
  clerk = await world.as('committeeStaff')
  const book = await readFile(new URL('../../ledger/fixtures/small-2026.xlsx', import.meta.url))
  const { body } = await clerk.post('ledger.preview', {
    fileName: 'small.xlsx',
    content: book.toString('base64'),
  })
  await clerk.post('ledger.commit', { importId: body.importId })
})
afterAll(() => world.close())

type Found = OutputOf<'home.search'>
const find = async (who: Caller, q: string): Promise<Found> => (await who.get('home.search', { q })).body

/** A member of the roster, and the initials their name was given. */
async function someone(): Promise<{ no: string; name: string; initials: string; org: Id<'org'> }> {
  const row = await world.db
    .selectFrom('person')
    .innerJoin('standing', (on) =>
      on
        .onRef('standing.mine_id', '=', 'person.mine_id')
        .onRef('standing.person_id', '=', 'person.id')
        .on('standing.to_day', 'is', null),
    )
    .select(['person.no', 'person.name', 'person.initials', 'standing.org_id as org'])
    .where('person.mine_id', '=', world.mineId)
    .orderBy('person.no')
    .executeTakeFirstOrThrow()
  return row
}

test('home.search finds a person by initials, characters and number', async () => {
  const { no, name, initials } = await someone()
  for (const q of [initials, initials.toUpperCase(), name, no])
    expect((await find(clerk, q)).people.map((one) => one.no)).toContain(no)
})

test('a unit is found by its code, a part of its name and its initials', async () => {
  const { units } = (await clerk.get('org.listUnits', {})).body
  const branch = units.find(({ kind }) => kind === 'branch')
  if (!branch) throw new Error('the ledger has no branch')
  for (const q of [branch.code, branch.name.slice(1, 3)])
    expect((await find(clerk, q)).units.map(({ id }) => id)).toContain(branch.id)
  const letters = await find(clerk, 'ZCYD')
  expect(letters.units.map(({ name }) => name)).toContain('综采一队党支部')
})

test('a meeting is found by number and by subject, latest first; one letter is too little for subjects', async () => {
  const meetings = await world.db
    .selectFrom('meeting')
    .select(['no', 'subject'])
    .where('mine_id', '=', world.mineId)
    .where('subject', '<>', '')
    .orderBy('no')
    .execute()
  const [one] = meetings
  if (!one) throw new Error('the ledger has no meeting')
  expect((await find(clerk, one.no)).meetings.map(({ no }) => no)).toContain(one.no)
  const found = (await find(clerk, one.subject.slice(0, 4))).meetings
  expect(found.length).toBeGreaterThan(0)
  const days = found.map(({ heldOn }) => heldOn)
  expect(days).toEqual(days.toSorted().toReversed())
  expect((await find(clerk, one.subject.slice(0, 1))).meetings).toEqual([])
})

test('a case is found by the person it is of, a plan row by its subject', async () => {
  const { name } = await world.db
    .selectFrom('admission_case as c')
    .innerJoin('person as p', (on) =>
      on.onRef('p.mine_id', '=', 'c.mine_id').onRef('p.id', '=', 'c.person_id'),
    )
    .select('p.name')
    .where('c.mine_id', '=', world.mineId)
    .executeTakeFirstOrThrow()
  expect((await find(clerk, name)).cases.map((one) => one.name)).toContain(name)
  const { subject } = await world.db
    .selectFrom('study_plan_row')
    .select('subject')
    .where('mine_id', '=', world.mineId)
    .executeTakeFirstOrThrow()
  expect((await find(clerk, subject)).plan.map((one) => one.subject)).toContain(subject)
})

test('each kind keeps to what the asker may see of that kind', async () => {
  const { name, org } = await someone()
  const branch = await world.db
    .selectFrom('branch_of')
    .select('branch_id')
    .where('mine_id', '=', world.mineId)
    .where('org_id', '=', org)
    .executeTakeFirstOrThrow()
  const own = await world.as('secretary', branch.branch_id)
  expect((await find(own, name)).people).not.toEqual([])
  const { units } = (await clerk.get('org.listUnits', {})).body
  const other = units.find(({ kind, id }) => kind === 'jointBranch' && id !== branch.branch_id)
  const stranger = await world.as('secretary', other?.id)
  expect((await find(stranger, name)).people).toEqual([])
  const member = await world.as('member', branch.branch_id)
  expect(await find(member, name)).toMatchObject({ people: [], cases: [] })
  expect((await world.nobody.get('home.search', { q: name })).problem.code).toBe('not-signed-in')
})
