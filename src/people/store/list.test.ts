import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { type Id, newId } from '../../kit/id.ts'
import { ratio } from '../../kit/ratio.ts'
import { makeWorld, type World } from '../../server/world.ts'
import { vacancies } from '../facts.ts'
import { findOrgOfPerson, listNumbers } from './find.ts'
import { listPeople, type Search } from './list.ts'
import { listMembersOn, listStrengthsOn } from './members.ts'
import { listRoster } from './roster.ts'
import {
  addPeople,
  addStandings,
  changePeople,
  changeStandings,
  type Entered,
  type NewPerson,
  type NewStanding,
} from './write.ts'

let world: World
let entered: Entered
let [committee, big, small, group]: Id<'org'>[] = []
const COUNT = 3000
const TODAY = day('2026-10-08')

const personOf = (no: string, name: string): NewPerson => ({
  no,
  name,
  sex: '男',
  ethnicity: '汉族',
  bornOn: day('1990-05-01'),
  education: '',
  joinedOn: null,
  fullSince: null,
  crew: '',
  note: '',
  source: 'import',
  idNumber: '110105199005010018',
  phone: '13800001234',
})
const standingOf = (personId: Id<'person'>, orgId: Id<'org'>): NewStanding => ({
  personId,
  from: null,
  to: null,
  category: 'fullMember',
  orgId,
  duesClass: 'employed',
  duesBase: '5200.5',
  posts: '',
  shift: '',
  source: 'import',
})
const within = <T>(work: (tx: Parameters<typeof addPeople>[0]) => Promise<T>): Promise<T> =>
  world.db.transaction().execute(work)

async function add(people: readonly NewPerson[], orgOf: (at: number) => Id<'org'>): Promise<Id<'person'>[]> {
  return within(async (tx) => {
    const ids = await addPeople(tx, entered, people)
    await addStandings(
      tx,
      entered,
      ids.map((id, at) => standingOf(id, orgOf(at))),
    )
    return ids
  })
}

beforeAll(async () => {
  world = await makeWorld()
  entered = { mineId: world.mineId, now: world.now(), keys: world.keys.field }
  committee = await world.addUnit({ code: 'DW', kind: 'committee' })
  big = await world.addUnit({ code: 'ZB01', kind: 'branch', parentId: committee })
  small = await world.addUnit({ code: 'ZB02', kind: 'branch', parentId: committee })
  group = await world.addUnit({ code: 'XZ01', kind: 'partyGroup', parentId: small })
  const crowd = Array.from({ length: COUNT }, (_, at) => personOf(`P${String(at).padStart(5, '0')}`, '李强'))
  await add(crowd, () => big ?? newId())
  await add(
    [personOf('Q2', '单雄信'), personOf('Q1', '王小燕')],
    (at) => (at === 0 ? small : group) ?? newId(),
  )
})
afterAll(() => world.close())

const list = (search: Partial<Search>) =>
  listPeople(world.db, { mineId: world.mineId, reach: 'mine', on: TODAY, limit: 20, ...search })
const numbers = async (search: Partial<Search>): Promise<string[]> =>
  (await list(search)).people.map(({ no }) => no)

describe('the list', () => {
  test('goes through everybody once, by number, a page at a time', async () => {
    const seen: string[] = []
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page = await list({ limit: 700, after: after || undefined })
      seen.push(...page.people.map(({ no }) => no))
      after = page.next ?? undefined
    }
    expect(seen).toHaveLength(COUNT + 2)
    expect(seen).toEqual([...new Set(seen)].sort())
  })

  test('says nothing follows when the last page is just full', async () => {
    expect((await list({ q: 'Q', limit: 2 })).next).toBeNull()
    expect((await list({ q: 'Q', limit: 1 })).next).toBe('Q1')
  })

  test.each([
    ['the beginning of a number', 'P0001', 10],
    ['in small letters', 'p00012', 1],
    ['a part of a name', '小燕', 1],
    ['a surname', '单', 1],
    ['the beginning of the pinyin', 'shanxiong', 1],
    ['initials', 'WXY', 1],
    ['full-width letters', 'ｗｘｙ', 1],
    ['what nobody is called', '欧阳', 0],
    ['a sign that patterns use', '%', 0],
    ['another', '_', 0],
  ])('finds by %s', async (_, q, count) => {
    expect((await list({ q, limit: 1000 })).people).toHaveLength(count)
  })

  test('keeps to a unit and all below it, whichever share of the mine that is', async () => {
    expect(await numbers({ orgId: small })).toEqual(['Q1', 'Q2'])
    expect(await numbers({ orgId: group })).toEqual(['Q1'])
    expect(await numbers({ orgId: committee, q: 'Q' })).toEqual(['Q1', 'Q2'])
    expect(await numbers({ orgId: committee, limit: 2 })).toEqual(['P00000', 'P00001'])
  })

  test('keeps to where the asker may look', async () => {
    expect(await numbers({ reach: small ? [small] : [] })).toEqual(['Q1', 'Q2'])
    expect(await numbers({ reach: small ? [small] : [], orgId: big })).toEqual([])
    expect(await numbers({ reach: [] })).toEqual([])
    expect(await numbers({ reach: committee ? [committee] : [], orgId: small })).toEqual(['Q1', 'Q2'])
  })
})

test('a past day shows what people were then', async () => {
  const orgId = small ?? newId<'org'>()
  const [id = newId<'person'>()] = await within((tx) => addPeople(tx, entered, [personOf('H1', '赵六')]))
  const first = {
    ...standingOf(id, orgId),
    from: day('2026-03-01'),
    to: day('2026-06-30'),
    category: 'candidate',
  } as const
  const then = { ...standingOf(id, orgId), from: day('2026-07-01'), category: 'probationaryMember' } as const
  await within((tx) => addStandings(tx, entered, [first, then]))
  const categoryOn = async (on: string) =>
    (await list({ q: 'H1', on: day(on) })).people.map((one) => one.category)
  expect(await categoryOn('2026-02-28')).toEqual([])
  expect(await categoryOn('2026-03-01')).toEqual(['candidate'])
  expect(await categoryOn('2026-06-30')).toEqual(['candidate'])
  expect(await categoryOn('2026-07-01')).toEqual(['probationaryMember'])
  expect(await findOrgOfPerson(world.db, world.mineId, { personId: id, on: day('2026-01-01') })).toBe(orgId)
})

test('two standings of a person on one day are refused by the database', async () => {
  const orgId = small ?? newId<'org'>()
  const [id = newId<'person'>()] = await within((tx) => addPeople(tx, entered, [personOf('H2', '钱七')]))
  const twice = [standingOf(id, orgId), { ...standingOf(id, orgId), from: day('2026-01-01') }]
  await expect(within((tx) => addStandings(tx, entered, twice))).rejects.toThrow(/exclusion/)
})

test('what an import compares with is what it wrote, and changes of many are written at once', async () => {
  const ask = () =>
    listRoster(world.db, {
      mineId: world.mineId,
      on: TODAY,
      keys: world.keys.field,
      open: ['idNumber', 'phone', 'duesBase'],
    })
  const before = (await ask()).find(({ no }) => no === 'Q2')
  expect(before).toMatchObject({
    ...personOf('Q2', '单雄信'),
    standing: { duesBase: '5200.5', from: null, to: null },
  })
  if (!before?.standing) throw new Error('nobody')

  const { standing, idNumber: _, ...person } = before
  await within(async (tx) => {
    await changePeople(tx, entered, [{ ...person, name: '单信', phone: null }])
    await changeStandings(tx, entered, [{ ...standing, posts: '书记', duesBase: '6000' }])
  })
  const after = (await ask()).find(({ no }) => no === 'Q2')
  expect(after).toMatchObject({ name: '单信', idNumber: before.idNumber, phone: null })
  expect(after?.standing).toMatchObject({ posts: '书记', duesBase: '6000' })
  expect(await numbers({ q: 'shanxin' })).toEqual(['Q2'])
})

test('nothing sensitive lies open in the database, and a value moved to somebody else stays shut', async () => {
  const rows = await world.db
    .selectFrom('person')
    .selectAll()
    .where('no', 'in', ['P00000', 'P00001'])
    .execute()
  const bytes = JSON.stringify(
    rows.map((row) => [row.id_number, row.phone].map((one) => one?.toString('latin1'))),
  )
  expect(bytes).not.toMatch(/1101|13800001234/)
  expect(rows[0]?.id_number_mac).toEqual(rows[1]?.id_number_mac)
  const [one, other] = rows
  await world.db
    .updateTable('person')
    .set({ phone: one?.phone ?? null })
    .where('no', '=', other?.no ?? '')
    .execute()
  const opened = listRoster(world.db, {
    mineId: world.mineId,
    on: TODAY,
    keys: world.keys.field,
    open: ['phone'],
  })
  await expect(opened).rejects.toThrow(/seal-broken/)
})

test('ids are found by number', async () => {
  const found = await listNumbers(world.db, world.mineId, ['Q1', 'none'])
  expect([...found.keys()]).toEqual(['Q1'])
})

describe('members and posts', () => {
  let branches: Id<'org'>[]
  const on = day('2026-09-30')

  beforeAll(async () => {
    const make = (code: string) => world.addUnit({ code, kind: 'branch', parentId: committee ?? newId() })
    branches = [await make('V1'), await make('V2'), await make('V3')]
    const cell = await world.addUnit({ code: 'VX', kind: 'partyGroup', parentId: branches[0] ?? newId() })
    await within(async (tx) => {
      const people = Array.from({ length: 14 }, (_, at) => personOf(`V${at + 10}`, '孙八'))
      const ids = await addPeople(tx, entered, people)
      const seven = ids.slice(0, 7).map((id, at): NewStanding => {
        const posts = ['党支部书记兼组织委员', '副书记', '', '', '', '', '宣传委员'][at] ?? ''
        return { ...standingOf(id, (at === 6 ? cell : branches[0]) ?? newId()), posts }
      })
      const six = ids.slice(7, 13).map((id): NewStanding => standingOf(id, branches[1] ?? newId()))
      const outsider = {
        ...standingOf(ids[13] ?? newId(), branches[1] ?? newId()),
        category: 'activist',
        posts: '书记',
      } as const
      await addStandings(tx, entered, [...seven, ...six, outsider])
    })
  })

  test('members of a group count in its branch; who is no member does not count', async () => {
    const members = await listMembersOn(world.db, world.mineId, on, branches)
    expect(Map.groupBy(members, ({ branchId }) => branchId).get(branches[0] ?? newId())).toHaveLength(7)
    expect(Map.groupBy(members, ({ branchId }) => branchId).get(branches[1] ?? newId())).toHaveLength(6)
    const strengths = await listStrengthsOn(world.db, world.mineId, on, branches)
    expect(strengths.map(({ full, probationary }) => [full, probationary]).sort()).toEqual([
      [6, 0],
      [7, 0],
    ])
  })

  test('with seven full members four posts need a holder, below that only a secretary (A3.3)', async () => {
    const scope = { mineId: world.mineId, branches, span: { first: day('2026-07-01'), last: on } }
    const evidence = await vacancies.listEvidence(world.db, scope)
    expect(branches.map((id) => evidence.get(id))).toEqual([['纪检委员'], ['书记'], ['书记']])
    const counts = await vacancies.count(world.db, scope)
    expect(branches.map((id) => counts.get(id))).toEqual([ratio(1), ratio(1), ratio(1)])
  })
})
