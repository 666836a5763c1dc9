import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { InputOf } from '../../kit/contract.ts'
import { day } from '../../kit/day.ts'
import { writeWorkbook } from '../../kit/excel/write.ts'
import { type Id, newId } from '../../kit/id.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'
import { type Records, recordsIn } from '../../server/world-records.ts'
import { listBusy } from '../facts/work.ts'
import { startOf, USUAL_SYSTEMS } from '../rules/shifts.ts'

let world: World
let records: Records
let branch: Id<'org'>
let group: Id<'org'>
let secretary: Caller
let staff: Caller

const FOUR: InputOf<'people.setRota'>['cycle'] = ['早班', '早班', '中班', '中班', '夜班', '夜班', '', '']
const crews = ['甲班', '乙班', '丙班', '丁班'].map((name, at) => ({ name, offset: at * 2 }))
const systemOf = (name: string): InputOf<'people.setShiftSystem'> => {
  const found = USUAL_SYSTEMS.find((one) => one.name === name)
  if (!found) throw new Error(`no system ${name}`)
  return { ...found, restDays: [...found.restDays], shifts: [...found.shifts] }
}

beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
  staff = await world.as('committeeStaff')
  expect((await staff.post('people.setShiftSystem', systemOf('三八制'))).status).toBe(200)
})
beforeEach(async () => {
  branch = await records.branch({ shift_system: '三八制' })
  group = await records.group(branch)
  secretary = await world.as('secretary', branch)
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

const rotate = (): Promise<unknown> =>
  secretary.post('people.setRota', { orgId: branch, from: '2026-10-01', cycle: FOUR, crews })
const listRota = async (month = '2026-10') =>
  (await secretary.get('people.listRota', { orgId: branch, month })).body
const rowOf = async (personId: Id<'person'>, month?: string): Promise<(string | null)[]> =>
  (await listRota(month)).people.find((one) => one.personId === personId)?.shifts.map(({ shift }) => shift) ??
  []

test('the usual systems are offered until they are set; what is set again replaces the hours', async () => {
  const before = (await staff.get('people.listShiftSystems', {})).body.systems
  expect(before.map(({ name, id }) => [name, id !== null]).sort()).toEqual([
    ['三八制', true],
    ['四六制', false],
    ['常白班', false],
  ])
  const hours = [{ name: '白班', starts: '07:30', ends: '15:30' }]
  await staff.post('people.setShiftSystem', { ...systemOf('常白班'), shifts: hours, restDays: [7, 6, 6] })
  const after = (await staff.get('people.listShiftSystems', {})).body.systems
  expect(after.find(({ name }) => name === '常白班')).toMatchObject({ shifts: hours, restDays: [6, 7] })
})

test('people of a branch and its groups stand in the month by their crew', async () => {
  await rotate()
  const person = await records.person(group, {}, { shift: '乙班' })
  const month = await listRota()
  expect(month.days).toHaveLength(31)
  expect(month.people.map(({ crew }) => crew)).toEqual(['乙班'])
  expect((await rowOf(person)).slice(0, 8)).toEqual(['中班', '中班', '夜班', '夜班', '', '', '早班', '早班'])
  expect((await rowOf(person, '2026-09'))[29]).toBeNull()
})

test('a shift said for a day comes before the rota, until it follows the rota again', async () => {
  await rotate()
  const personId = await records.person(branch, {}, { shift: '甲班' })
  const say = (shift: string | null) =>
    secretary.post('people.assignShift', { orgId: branch, changes: [{ personId, day: '2026-10-02', shift }] })
  expect((await say('夜班')).body).toEqual({ changed: 1 })
  const set = (await listRota()).people[0]?.shifts[1]
  expect(set).toEqual({ shift: '夜班', isSet: true })
  await say('')
  expect((await rowOf(personId))[1]).toBe('')
  await say(null)
  expect((await listRota()).people[0]?.shifts[1]).toEqual({ shift: '早班', isSet: false })
})

test('a shift of the month before reaches into this one, with its way up and the rest after it', async () => {
  await rotate()
  const personId = await records.person(group, {}, { shift: '丙班' })
  const changes = [
    { personId, day: '2026-10-31' as never, shift: '中班' },
    { personId, day: '2026-11-01' as never, shift: '' },
    { personId, day: '2026-11-02' as never, shift: '夜班' },
  ]
  expect((await secretary.post('people.assignShift', { orgId: branch, changes })).status).toBe(200)
  const on = day('2026-11-01')
  const asked = { mineId: world.mineId, span: { first: on, last: on }, orgIds: [branch, group] }
  const known = (await listBusy(world.db, asked)).get(personId)
  expect(known?.crew).toBe('丙班')
  expect(known?.busy.map(({ from, to, why }) => [why, from - startOf(on), to - startOf(on)])).toEqual([
    ['shift', -540, 60],
    ['rest', 60, 540],
    ['shift', 1380, 1980],
  ])
})

test.each([
  ['a shift the system has not', { shift: '四班' }, 422, 'no-such-shift'],
  ['somebody of another branch', { personId: newId<'person'>() }, 404, 'no-such-person'],
])('%s is not assigned', async (_, wrong, status, code) => {
  const personId = await records.person(branch, {}, { shift: '甲班' })
  const change = { personId, day: '2026-10-02' as never, shift: '早班', ...wrong }
  const answer = await secretary.post('people.assignShift', { orgId: branch, changes: [change] })
  expect([answer.status, answer.problem.code]).toEqual([status, code])
})

test.each([
  ['a branch whose hours nobody set', '三班倒', { cycle: ['早班'] }, 'no-shift-system'],
  ['a shift the system has not', '三八制', { cycle: ['四班'] }, 'no-such-shift'],
  ['a crew twice', '三八制', { crews: [crews[0], crews[0]] as typeof crews }, 'crew-twice'],
])('%s gets no rota', async (_, system, wrong, code) => {
  const orgId = await records.branch({ shift_system: system })
  const answer = await staff.post('people.setRota', {
    orgId,
    from: '2026-10-01',
    cycle: FOUR,
    crews,
    ...wrong,
  })
  expect(answer.problem.code).toBe(code)
})
test('a rota is a branch’s, not a group’s', async () =>
  expect(
    (await secretary.post('people.setRota', { orgId: group, from: '2026-10-01', cycle: FOUR, crews })).problem
      .code,
  ).toBe('not-a-branch'))

const sheet = (rows: (string | number)[][], header: (string | number)[]) =>
  Buffer.from(writeWorkbook([{ name: '十月', above: ['综采一队'], header, rows }])).toString('base64')

test('a month roster is previewed, then brought in; cells that cannot be used are named', async () => {
  await rotate()
  const [first, second] = [
    await records.person(branch, { no: 'R1', name: '张一' }, { shift: '甲班' }),
    await records.person(branch, { no: 'R2', name: '李二' }, { shift: '乙班' }),
  ]
  const content = sheet(
    [
      ['张一', '早', '休', '白班'],
      ['李二', '中班', '早班', ''],
      ['王三', '早班', '', ''],
    ],
    ['姓名', 1, '2日', 3],
  )
  const asked = { orgId: branch, month: '2026-10', content }
  const seen = await secretary.post('people.previewShiftRoster', asked)
  expect(seen.body).toEqual({
    ...{ people: 2, changed: 2, same: 2 },
    refused: [
      { cell: 'D3', text: '白班', code: 'no-such-shift' },
      { cell: 'A5', text: '王三', code: 'no-such-person' },
    ],
  })
  expect((await rowOf(first))[1]).toBe('早班')

  expect((await secretary.post('people.importShiftRoster', asked)).body).toEqual(seen.body)
  expect((await rowOf(first)).slice(0, 3)).toEqual(['早班', '', '中班'])
  expect((await rowOf(second)).slice(0, 2)).toEqual(['中班', '早班'])
  expect((await secretary.post('people.previewShiftRoster', asked)).body).toMatchObject({
    changed: 0,
    same: 4,
  })
})

test('a workbook without a month roster is refused', async () => {
  const content = sheet([['甲', 3]], ['班组', '人数'])
  const answer = await secretary.post('people.previewShiftRoster', {
    orgId: branch,
    month: '2026-10',
    content,
  })
  expect(answer.problem.code).toBe('no-roster-sheet')
})

test('a shift that a rota goes through is not taken out of its system', async () => {
  await rotate()
  const system = systemOf('三八制')
  const shifts = system.shifts.filter(({ name }) => name !== '中班')
  const { status, problem } = await staff.post('people.setShiftSystem', { ...system, shifts })
  expect([status, problem.code, problem.facts?.['shift']]).toEqual([409, 'shift-in-rota', '中班'])
  const found = (await staff.get('people.listShiftSystems', {})).body.systems
  expect(found.find(({ name }) => name === '三八制')?.shifts).toHaveLength(3)
  const longer = system.shifts.map((one) => (one.name === '早班' ? { ...one, ends: '15:00' } : one))
  expect((await staff.post('people.setShiftSystem', { ...system, shifts: longer })).status).toBe(200)
  expect((await staff.post('people.setShiftSystem', system)).status).toBe(200)
})
