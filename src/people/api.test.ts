import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Id, newId } from '../kit/id.ts'
import { type Caller, makeWorld, type World } from '../server/world.ts'
import { peopleOf, what, who } from '../server/world-person.ts'

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

const { add, added, find, change } = peopleOf(() => ({ secretary, branch }))

describe('a person', () => {
  test('is shown with sensitive values masked', async () => {
    const person = await find(await added())
    expect(person).toMatchObject({
      ...who,
      idNumberMasked: '110*************26',
      phoneMasked: '138****1234',
      hasDuesBase: true,
      source: 'product',
      standings: [{ ...what, from: '2026-01-01', to: null, orgId: branch }],
    })
    expect(JSON.stringify(person)).not.toMatch(/5200|19900501/)
  })

  test('may have no ID number, phone or base', async () => {
    const person = await find(await added({ idNumber: '', phone: '', duesBase: '' }))
    expect([person.idNumberMasked, person.phoneMasked, person.hasDuesBase]).toEqual([null, null, false])
  })

  test.each([
    ['an ID number that is too short', '1101051990050100'],
    ['a wrong check digit', '110105199005010027'],
    ['another day of birth', '110105199105010028'],
  ])('is refused with %s', async (_, idNumber) => {
    expect((await add({ idNumber })).problem.code).toBe('bad-id-number')
  })

  test('is refused under a number that is taken, also by somebody at the same moment', async () => {
    const asked = [add({ no: 'SAME' }), add({ no: 'SAME' })]
    expect((await Promise.all(asked)).map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('is corrected, found by the new name, and every wording stays in the journal', async () => {
    const id = await added()
    const corrected = await secretary.post('people.changePerson', { ...who, id, rev: 1, name: '单小燕' })
    expect(corrected.status).toBe(200)
    expect(
      (await secretary.get('people.listPeople', { q: 'shanxiaoyan' })).body.people.map((one) => one.id),
    ).toEqual([id])
    const late = await secretary.post('people.changePerson', { ...who, id, rev: 1, note: '旧的' })
    expect(late).toMatchObject({ status: 409, problem: { code: 'changed-meanwhile', facts: { rev: 2 } } })
    const moved = await change(id, { rev: 1, posts: '组织委员' })
    expect(moved).toMatchObject({ status: 409, problem: { code: 'changed-meanwhile' } })
    const formerNames = [{ name: who.name, until: world.now().toISOString() }]
    expect(await find(id)).toMatchObject({ rev: 2, note: who.note, formerNames })
    const entries = await world.db
      .selectFrom('journal_entry')
      .select('kind')
      .where('subject', '=', id)
      .orderBy('rev')
      .execute()
    expect(entries.map(({ kind }) => kind)).toEqual(['people.addPerson', 'people.changePerson'])
  })

  test('may have half a character in the name; a NUL is bad input', async () => {
    const { name } = await find(await added({ name: '王\ud83d' }))
    expect(name).toBe('王\ufffd')
    expect((await add({ name: '王\0' })).problem.code).toBe('bad-input')
    expect((await secretary.get('people.listPeople', { after: '\0' })).problem.code).toBe('bad-input')
  })

  test('that there is not is refused', async () => {
    const id = newId<'person'>()
    expect((await secretary.get('people.findPerson', { id })).problem.code).toBe('no-such-person')
    expect((await secretary.post('people.changePerson', { ...who, id, rev: 0 })).problem.code).toBe(
      'no-such-person',
    )
    expect((await change(id, {})).problem.code).toBe('no-such-person')
  })
})

describe('what a person is', () => {
  test('changes from a day on, and the history before stays', async () => {
    const id = await added()
    expect((await change(id, { category: 'probationaryMember' })).status).toBe(200)
    const { standings, hasDuesBase } = await find(id)
    expect(standings.map(({ from, to, category }) => [from, to, category])).toEqual([
      ['2026-01-01', '2026-06-30', 'candidate'],
      ['2026-07-01', null, 'probationaryMember'],
    ])
    expect(hasDuesBase).toBe(true)
    const on = async (day: string) =>
      (await secretary.get('people.listPeople', { on: day })).body.people.map(({ category }) => category)
    expect(await on('2026-06-30')).toEqual(['candidate'])
    expect(await on('2026-07-01')).toEqual(['probationaryMember'])
  })

  test('corrected on the day of the last change, takes its place', async () => {
    const id = await added()
    await change(id, { category: 'probationaryMember', posts: '书记' })
    expect((await change(id, { category: 'candidate', shift: '夜班', duesBase: '' })).status).toBe(200)
    const { standings, hasDuesBase } = await find(id)
    expect(standings.map(({ from, category, shift }) => [from, category, shift])).toEqual([
      ['2026-01-01', 'candidate', '早班'],
      ['2026-07-01', 'candidate', '夜班'],
    ])
    expect(hasDuesBase).toBe(false)
  })

  test('is not changed before the last change, nor by a step that there is not', async () => {
    const id = await added()
    expect((await change(id, { from: '2025-12-31' })).problem.code).toBe('before-last-change')
    expect((await change(id, { category: 'fullMember' })).problem.code).toBe('wrong-category-step')
    const elsewhere = await world.addUnit({ code: `ZB${++made}`, kind: 'branch', parentId: committee })
    expect((await change(id, { orgId: elsewhere })).problem.code).toBe('no-such-unit')
  })

  test('two changes at the same time leave one history, and the second is told', async () => {
    const id = await added()
    const { rev } = await find(id)
    const asked = [change(id, { rev, shift: '中班' }), change(id, { rev, shift: '夜班' })]
    expect((await Promise.all(asked)).map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await find(id)).standings).toHaveLength(2)
  })

  test('the committee moves somebody to another branch: from then on they are seen there and not here', async () => {
    const id = await added()
    const elsewhere = await world.addUnit({ code: `ZB${++made}`, kind: 'branch', parentId: committee })
    const staff = await world.as('committeeStaff', committee)
    expect((await change(id, { orgId: elsewhere }, staff)).status).toBe(200)
    expect((await secretary.get('people.findPerson', { id })).problem.code).toBe('not-allowed')
    const other = await world.as('secretary', elsewhere)
    expect((await other.get('people.findPerson', { id })).body.standings).toHaveLength(2)
    expect((await secretary.get('people.listPeople', {})).body.people).toEqual([])
    expect((await secretary.get('people.listPeople', { on: '2026-06-30' })).body.people).toHaveLength(1)
  })
})

test('the list keeps to where the asker may look', async () => {
  await added()
  const elsewhere = await world.addUnit({ code: `ZB${++made}`, kind: 'branch', parentId: committee })
  const other = await world.as('secretary', elsewhere)
  expect((await other.get('people.listPeople', {})).body.people).toEqual([])
  expect((await other.get('people.listPeople', { orgId: branch })).problem.code).toBe('not-allowed')
  expect((await other.get('people.listPeople', { orgId: committee })).problem.code).toBe('not-allowed')
  const member = await world.as('member', branch)
  expect((await member.get('people.listPeople', {})).problem.code).toBe('not-allowed')
})

describe('in the roster itself', () => {
  test('what is given is written, the rest stays, an empty phone is none', async () => {
    const id = await added({ note: '带班' })
    await secretary.post('people.amendPerson', { id, rev: 1, crew: '掘进一班', phone: '13911112222' })
    expect(await find(id)).toMatchObject({
      ...who,
      note: '带班',
      crew: '掘进一班',
      phoneMasked: '139****2222',
    })
    await secretary.post('people.amendPerson', { id, rev: 2, phone: '', education: '大专' })
    const after = await find(id)
    expect([after.phoneMasked, after.education, after.crew]).toEqual([null, '大专', '掘进一班'])
    expect(after.idNumberMasked).toBe('110*************26')
  })

  test('whoever read it before somebody else wrote is refused, and nothing of theirs is lost or written over', async () => {
    const id = await added()
    const listed = async () => (await secretary.get('people.listPeople', {})).body.people[0]
    expect((await listed())?.rev).toBe(1)
    expect((await secretary.post('people.amendPerson', { id, rev: 1, crew: '掘进一班' })).status).toBe(200)
    const late = await secretary.post('people.amendPerson', { id, rev: 1, crew: '掘进二班' })
    expect([late.status, late.problem.code, late.problem.facts]).toEqual([
      409,
      'changed-meanwhile',
      { rev: 2 },
    ])
    expect(await listed()).toMatchObject({ crew: '掘进一班', rev: 2 })
    expect((await secretary.post('people.amendPerson', { id, rev: 2, crew: '掘进二班' })).status).toBe(200)
    expect(await listed()).toMatchObject({ crew: '掘进二班', rev: 3 })
  })

  test('the list has what is edited there, the phone masked, and the letters of the name', async () => {
    const id = await added()
    const { people } = (await secretary.get('people.listPeople', { category: 'candidate' })).body
    expect(people).toMatchObject([
      { id, initials: 'wxy', pinyin: 'wangxiaoyan', phoneMasked: '138****1234', since: '2026-01-01' },
    ])
    expect((await secretary.get('people.listPeople', { category: 'fullMember' })).body.people).toEqual([])
  })

  test('of somebody else’s branch nothing is written', async () => {
    const id = await added()
    const elsewhere = await world.addUnit({ code: `ZB${++made}`, kind: 'branch', parentId: committee })
    const other = await world.as('secretary', elsewhere)
    expect((await other.post('people.amendPerson', { id, rev: 1, crew: 'x' })).status).toBe(403)
    const many = { personIds: [id], from: '2026-07-01', shift: '夜班' }
    expect((await other.post('people.changeStandings', many)).problem.code).toBe('no-such-person')
  })
})
