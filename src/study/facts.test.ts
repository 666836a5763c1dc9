import { afterAll, beforeAll, expect, test } from 'vitest'
import { day, type Span } from '../kit/day.ts'
import type { Id } from '../kit/id.ts'
import { showRatio } from '../kit/ratio.ts'
import type { FactSource } from '../org/facts.ts'
import { type Bench, makeBench } from '../server/world-records.ts'
import { monthsUnplanned, planDone, unprepared } from './facts.ts'

let bench: Bench
beforeAll(async () => {
  bench = await makeBench()
})
afterAll(() => bench.close())

const Q3: Span = { first: day('2026-07-01'), last: day('2026-09-30') }

async function told(fact: FactSource, branch: Id<'org'>, span = Q3): Promise<[string, readonly string[]]> {
  const scope = { mineId: bench.mineId, branches: [branch], span }
  const value = (await fact.count(bench.db, scope)).get(branch)
  const evidence = (await fact.listEvidence(bench.db, scope)).get(branch) ?? []
  return [value === undefined ? '0' : value === 'n/a' ? value : showRatio(value), evidence]
}

test('a month without a row is unplanned; a row of a group plans it', async () => {
  const branch = await bench.records.branch()
  await bench.records.planned(await bench.records.group(branch), { month: day('2026-08-01') })
  await bench.records.planned(branch, { month: day('2026-10-01') })
  await bench.records.planned(await bench.records.branch(), { month: day('2026-07-01') })
  expect(await told(monthsUnplanned, branch)).toEqual(['2', ['2026-07', '2026-09']])
  const cut = { first: day('2026-07-02'), last: day('2026-09-29') }
  expect(await told(monthsUnplanned, branch, cut)).toEqual(['0', []])
})

test.each([
  ['2026-08-01', ['2026-08', '2026-09']],
  ['2026-08-02', ['2026-09']],
  ['2026-09-02', []],
])('a branch founded on %s owes a plan for %s', async (founded, months) => {
  const branch = await bench.records.branch({ founded_on: day(founded) })
  expect(await told(monthsUnplanned, branch)).toEqual([String(months.length), months])
})

test('without rows there is no share of rows done', async () => {
  expect(await told(planDone, await bench.records.branch())).toEqual(['n/a', []])
})

test('a row is done by a valid meeting of the same branch held by the last day', async () => {
  const branch = await bench.records.branch()
  const group = await bench.records.group(branch)
  const other = await bench.records.branch()
  const meetings = {
    inTime: await bench.records.meeting(group, { held_on: day('2026-09-30') }),
    tooLate: await bench.records.meeting(branch, { held_on: day('2026-10-01') }),
    invalid: await bench.records.meeting(branch, { chair: '' }),
    elsewhere: await bench.records.meeting(other),
    longBefore: await bench.records.meeting(branch, { held_on: day('2025-01-01') }),
  }
  const plan = (month: string, meeting_id?: Id<'meeting'>) =>
    bench.records.planned(branch, { month: day(month), ...(meeting_id && { meeting_id }) })
  await plan('2026-07-01', meetings.inTime)
  await plan('2026-07-01', meetings.tooLate)
  await plan('2026-07-01', meetings.longBefore)
  await plan('2026-08-01', meetings.invalid)
  await plan('2026-09-01', meetings.elsewhere)
  await plan('2026-09-01')
  await plan('2026-10-01', meetings.inTime)
  expect(await told(planDone, branch)).toEqual(['100/3', ['2026-07', '2026-08', '2026-09']])
  const Q4 = { first: day('2026-10-01'), last: day('2026-12-31') }
  expect(await told(planDone, branch, Q4)).toEqual(['100', []])
})

test('only 是 says that the material was prepared', async () => {
  const branch = await bench.records.branch()
  await bench.records.planned(branch, { month: day('2026-07-01'), prepared: true })
  await bench.records.planned(branch, { month: day('2026-08-01'), prepared: false })
  await bench.records.planned(branch, { month: day('2026-08-01') })
  await bench.records.planned(branch, { month: day('2026-06-01'), prepared: false })
  expect(await told(unprepared, branch)).toEqual(['2', ['2026-08']])
})

test('a row cancelled by the end of its month no longer counts; one cancelled later does', async () => {
  const branch = await bench.records.branch()
  const plan = (month: string, cancelled: string) =>
    bench.records.planned(branch, { month: day(month), cancelled_on: day(cancelled), cancel_reason: '改期' })
  await plan('2026-07-01', '2026-07-31')
  await plan('2026-08-01', '2026-09-01')
  await bench.records.planned(branch, { month: day('2026-09-01') })
  expect(await told(monthsUnplanned, branch)).toEqual(['1', ['2026-07']])
  expect(await told(planDone, branch)).toEqual(['0', ['2026-08', '2026-09']])
})
