import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '../../kit/contract.ts'
import { day } from '../../kit/day.ts'
import { type Id, newId } from '../../kit/id.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'
import { type Records, recordsIn } from '../../server/world-records.ts'

let world: World
let records: Records
let staff: Caller
let branch: Id<'org'>
beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
  staff = await world.as('committeeStaff')
  branch = await records.branch({ code: 'A1' })
  await records.branch({ code: 'A2' })
})
afterAll(() => world.close())

const kindsOf = (record: 'period' | 'manual_value') =>
  world.db
    .selectFrom('journal_entry')
    .select(['kind', 'rev'])
    .where('record', '=', record)
    .orderBy('at')
    .execute()
const period = '2026Q3'

test('a period opens under the latest scheme, which stays when a newer one comes', async () => {
  const none = await staff.post('assessment.openPeriod', { period })
  expect(none.problem.code).toBe('no-scheme')
  await records.scheme([
    ['1', 'meeting.held(generalMeeting)', 'threshold', 'op=>=;t=1', 500],
    ['2', 'manual(safety)', 'manual', '', 500],
    ['3', 'manual(share)', 'below', 'target=90;step=10;k=1', 500],
  ])
  expect((await staff.post('assessment.openPeriod', { period })).body).toEqual({ schemeVersion: 1 })
  expect((await staff.post('assessment.openPeriod', { period })).problem.code).toBe('period-open')
  await records.scheme([['1', 'meeting.invalid', 'each', 'k=1', 100]])

  const score = await staff.get('assessment.findScore', { branchId: branch, period })
  expect(score.body).toMatchObject({ state: 'open', schemeVersion: 1, score: '0.00' })
  const next = await staff.get('assessment.findScore', { branchId: branch, period: '2026Q4' })
  expect(next.body).toMatchObject({ state: 'not-opened', schemeVersion: 2, score: '100.00' })
  expect((await staff.get('assessment.listPeriods', {})).body).toEqual({
    periods: [{ name: period, first: '2026-07-01', last: '2026-09-30', state: 'open', schemeVersion: 1 }],
    latestScheme: 2,
    suggested: '2026Q4',
  })
  expect(await kindsOf('period')).toEqual([{ kind: 'assessment.openPeriod', rev: 1 }])
})

test('assessment.findScheme shows any version', async () => {
  const latest = await staff.get('assessment.findScheme', {})
  expect(latest.body).toMatchObject({ version: 2, items: [{ no: '1', fact: 'meeting.invalid', of: '1.00' }] })
  expect(latest.body.bands.map(({ grade, least }) => [grade, least])).toEqual([
    ['好', '90.00'],
    ['较好', '80.00'],
    ['一般', '60.00'],
    ['差', '0.00'],
  ])
  const first = await staff.get('assessment.findScheme', { version: 1 })
  expect(first.body.items).toHaveLength(3)
  expect((await staff.get('assessment.findScheme', { version: 3 })).problem.code).toBe('no-scheme')
})

type Manual = InputOf<'assessment.enterManual'>
const manual = (more: Partial<Manual> = {}): Manual => ({
  branchId: branch,
  period,
  factId: 'safety',
  value: '4.5',
  reason: '现场检查评定',
  evidence: '检查记录 12 号',
  ...more,
})
const enter = (more: Partial<Manual> = {}) => staff.post('assessment.enterManual', manual(more))

test('assessment.enterManual counts at once, and a later number takes its place', async () => {
  expect((await enter({ value: '5.01' })).problem).toMatchObject({
    code: 'above-full-points',
    facts: { of: '5.00' },
  })
  expect((await enter({ value: '5' })).status).toBe(200)
  expect((await enter()).status).toBe(200)
  expect((await enter({ factId: ' share ', value: '85' })).status).toBe(200)
  const { body } = await staff.get('assessment.findScore', { branchId: branch, period })
  expect(body.items.map(({ no, value, points }) => [no, value, points])).toEqual([
    ['1', '0', '0.00'],
    ['2', '9/2', '4.50'],
    ['3', '85', '4.00'],
  ])
  expect(await kindsOf('manual_value')).toHaveLength(3)
  expect((await kindsOf('manual_value')).map(({ rev }) => rev).sort()).toEqual([1, 1, 2])
})

test('assessment.enterManual says no', async () => {
  const later = await records.branch({ code: 'B1', founded_on: day('2026-10-01') })
  expect((await enter({ branchId: newId() })).problem.code).toBe('no-such-unit')
  expect((await enter({ branchId: later })).problem.code).toBe('not-assessed')
  expect((await enter({ factId: 'nothing' })).problem.code).toBe('no-such-fact')
  expect((await enter({ period: '2026Q4' })).problem.code).toBe('no-such-fact')
})

test('closing freezes every answer under one seal; what comes later changes nothing', async () => {
  const close = (name: string) => staff.post('assessment.closePeriod', { period: name })
  expect((await close('2026Q1')).problem.code).toBe('no-such-period')
  world.setNow(new Date('2026-09-30T15:59:59Z'))
  expect((await close(period)).problem).toMatchObject({
    code: 'period-not-over',
    facts: { last: '2026-09-30' },
  })
  world.setNow(new Date('2026-09-30T16:00:00Z'))
  const before = await staff.get('assessment.findScore', { branchId: branch, period })
  const closed = await close(period)
  expect(closed.status).toBe(200)
  expect(closed.body.branches).toBe(2)

  const frozen = await world.db
    .selectFrom('frozen_score as f')
    .innerJoin('org_unit as u', 'u.id', 'f.branch_id')
    .select(['u.code', 'f.answer'])
    .orderBy('u.code')
    .execute()
  expect(frozen.map(({ code }) => code)).toEqual(['A1', 'A2'])
  const whole = `[${frozen.map(({ answer }) => answer).join(',')}]`
  expect(closed.body.seal).toBe(createHash('sha256').update(whole).digest('hex'))
  expect(await kindsOf('period')).toEqual([
    { kind: 'assessment.closePeriod', rev: 2 },
    { kind: 'assessment.openPeriod', rev: 1 },
  ])

  await records.meeting(branch, { held_on: day('2026-08-10') })
  const after = await staff.get('assessment.findScore', { branchId: branch, period })
  expect(after.body).toEqual({ ...before.body, state: 'closed' })
  const listed = await staff.get('assessment.listScores', { period })
  expect(listed.body).toMatchObject({ state: 'closed', schemeVersion: 1 })
  const { score, grade } = before.body
  expect(listed.body.scores[0]).toMatchObject({ code: 'A1', score, grade })
  const evidence = await staff.get('assessment.listEvidence', { branchId: branch, period, no: '1' })
  expect(evidence.body.evidence).toEqual([])
  expect((await close(period)).problem.code).toBe('period-closed')
  expect((await staff.post('assessment.openPeriod', { period })).problem.code).toBe('period-closed')
  expect((await enter()).problem.code).toBe('period-closed')
  const secretary = await world.as('secretary', branch)
  expect((await secretary.get('assessment.listScores', { period })).body.scores).toHaveLength(1)
  const later = await records.branch({ code: 'C1' })
  const missing = await staff.get('assessment.findScore', { branchId: later, period })
  expect(missing.problem.code).toBe('not-assessed')
})
