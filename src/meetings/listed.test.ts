import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LATE_AFTER_DAYS } from '../journal/rules/when.ts'
import type { InputOf, OutputOf } from '../kit/contract.ts'
import type { Id } from '../kit/id.ts'
import { type Caller, makeWorld, type World } from '../server/world.ts'

let world: World
let clerk: Caller
let branches: readonly Id<'org'>[]
/** Branches and what stands above them: who has meetings besides groups. */
let keepers: readonly Id<'org'>[]

beforeAll(async () => {
  world = await makeWorld()
  clerk = await world.as('committeeStaff')
  const book = await readFile(new URL('../ledger/fixtures/small-2026.xlsx', import.meta.url))
  const { body } = await clerk.post('ledger.preview', {
    fileName: 'small.xlsx',
    content: book.toString('base64'),
  })
  await clerk.post('ledger.commit', { importId: body.importId })
  const { units } = (await clerk.get('org.listUnits', {})).body
  keepers = units.filter(({ kind }) => kind !== 'partyGroup').map(({ id }) => id)
  branches = units.filter(({ kind }) => kind === 'branch').map(({ id }) => id)
})
afterAll(() => world.close())

type Held = OutputOf<'meetings.listHeld'>
const list = async (asked: InputOf<'meetings.listHeld'>, who = clerk): Promise<Held> =>
  (await who.get('meetings.listHeld', { limit: 1000, ...asked })).body

test('meetings.listHeld is the lists of all units together, latest first, with their sums', async () => {
  const { meetings, sums } = await list({})
  const each = await Promise.all(
    keepers.map(async (branchId) => (await clerk.get('meetings.listMeetings', { branchId })).body.meetings),
  )
  expect(meetings.map(({ id }) => id).toSorted()).toEqual(
    each
      .flat()
      .map(({ id }) => id)
      .toSorted(),
  )
  const days = meetings.map(({ heldOn }) => heldOn)
  expect(days).toEqual(days.toSorted().toReversed())
  expect(sums).toEqual({
    meetings: meetings.length,
    present: meetings.reduce((sum, { present }) => sum + present, 0),
    expected: meetings.reduce((sum, { expected }) => sum + expected, 0),
    late: meetings.filter(({ recordedAfterDays }) => (recordedAfterDays ?? 0) > LATE_AFTER_DAYS).length,
    countsNot: meetings.filter(({ failed }) => failed.length > 0).length,
  })
  expect(sums.late).toBeGreaterThan(0)
  expect(sums.countsNot).toBeGreaterThan(0)
})

test('the filters narrow list and sums alike; the limit narrows only the list', async () => {
  const all = (await list({})).meetings
  const late = await list({ state: 'late' })
  expect(late.meetings.every(({ recordedAfterDays }) => (recordedAfterDays ?? 0) > LATE_AFTER_DAYS)).toBe(
    true,
  )
  expect(late.sums.meetings).toBe(late.meetings.length)
  const bad = await list({ state: 'countsNot' })
  expect(bad.meetings.map(({ id }) => id)).toEqual(
    all.filter(({ failed }) => failed.length > 0).map(({ id }) => id),
  )
  const may = await list({ from: '2026-05-01', to: '2026-05-31', kind: 'themeDay' })
  expect(may.meetings.map(({ id }) => id)).toEqual(
    all.filter(({ kind, heldOn }) => kind === 'themeDay' && heldOn.startsWith('2026-05')).map(({ id }) => id),
  )
  const few = await list({ limit: 2 })
  expect([few.meetings.length, few.sums.meetings]).toEqual([2, all.length])
})

test('a unit is listed with all below it; nobody sees another’s', async () => {
  const [own, other] = branches
  const { meetings } = (await clerk.get('meetings.listMeetings', { branchId: own as Id<'org'> })).body
  const ids = meetings.map(({ id }) => id)
  expect((await list({ orgId: own })).meetings.map(({ id }) => id)).toEqual(ids)
  const secretary = await world.as('secretary', own)
  expect((await list({}, secretary)).meetings.map(({ id }) => id)).toEqual(ids)
  expect((await list({ orgId: other }, secretary)).sums.meetings).toBe(0)
})
