import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import type { Db } from '../kit/db/db.ts'
import { type Bench, makeBench } from '../server/world-records.ts'
import { evidenceFrom, readOnce, type Scope, termOverdue } from './facts.ts'

let bench: Bench
beforeAll(async () => {
  bench = await makeBench()
})
afterAll(() => bench.close())

const Q3 = { first: day('2026-07-01'), last: day('2026-09-30') }

test('what was read for a scope is not read again; a new scope is a new look', async () => {
  let reads = 0
  const read = readOnce(async (_: Db, { span }: Scope) => `${span.last} ${++reads}`)
  const scope = { mineId: bench.mineId, branches: [], span: Q3 }
  expect(await Promise.all([read(bench.db, scope), read(bench.db, scope)])).toEqual([
    '2026-09-30 1',
    '2026-09-30 1',
  ])
  expect(await read(bench.db, { ...scope })).toBe('2026-09-30 2')
})

test('evidence stands once for each branch, sorted by character code', async () => {
  const [a, b] = [await bench.records.branch(), await bench.records.branch()]
  const ids = ['书记', 'b', 'B', 'b', '10', '9']
  const evidence = evidenceFrom([...ids.map((id) => ({ branchId: a, id })), { branchId: b, id: 'x' }])
  expect(evidence.get(a)).toEqual(['10', '9', 'B', 'b', '书记'])
  expect(evidence.get(b)).toEqual(['x'])
})

test.each([
  ['2026-09-30', 0n, false],
  ['2026-09-29', 1n, true],
  ['2025-09-30', 365n, true],
  [undefined, 'n/a', false],
])('a term that ended on %s is overdue by %s days', async (ends, days, isOver) => {
  const code = `T-${ends}`
  const branch = await bench.records.branch({ code, ...(ends && { term_to: day(ends) }) })
  const scope = { mineId: bench.mineId, branches: [branch], span: Q3 }
  const value = (await termOverdue.count(bench.db, scope)).get(branch)
  expect(value).toEqual(days === 'n/a' ? days : { num: days, den: 1n })
  expect((await termOverdue.listEvidence(bench.db, scope)).get(branch) ?? []).toEqual(isOver ? [code] : [])
})
