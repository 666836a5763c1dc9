import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import type { Id } from '../../kit/id.ts'
import { type PeriodName, parsePeriod } from '../../kit/period.ts'
import { showHundredths, showRatio } from '../../kit/ratio.ts'
import { type Bench, makeBench } from '../../server/world-records.ts'
import { parseFactKey } from '../rules/fact-keys.ts'
import { listAssessed } from '../store/branches.ts'
import { setManual } from '../store/manual.ts'
import { findScheme } from '../store/schemes.ts'
import { assess } from './assess.ts'
import { factsWith } from './count.ts'
import { periodOf } from './manual.ts'

let bench: Bench
beforeAll(async () => {
  bench = await makeBench()
})
afterAll(() => bench.close())

const Q3 = parsePeriod('2026Q3')

async function told(fact: string, branch: Id<'org'>, name = '2026Q3'): Promise<[string, readonly string[]]> {
  const [key, span] = [parseFactKey(fact), parsePeriod(name)]
  if (!key || !span) throw new Error('a bad case')
  const scope = { mineId: bench.mineId, branches: [branch], span }
  const facts = factsWith(bench.keys)
  const value = (await facts.countFacts(bench.db, scope, [key])).get(fact)?.get(branch)
  const evidence = (await facts.sourceOf(key).listEvidence(bench.db, scope)).get(branch) ?? []
  return [value === undefined ? '0' : value === 'n/a' ? value : showRatio(value), evidence]
}

const lecture = (orgId: Id<'org'>, on: string) =>
  bench.records.meeting(orgId, { kind: 'partyLecture', held_on: day(on) })

test('a target is judged from 1 January of its deadline’s year to the deadline (A3.4)', async () => {
  const branch = await bench.records.branch()
  for (const on of ['2025-12-31', '2026-01-01', '2026-08-15', '2026-08-16']) await lecture(branch, on)
  const target = (no: string, goal: string, deadline: string) =>
    bench.records.target(branch, { no, goal, deadline: day(deadline) })
  await target('met-2', '2', '2026-08-15')
  await target('unmet-3', '3', '2026-08-15')
  await target('met-3', '3', '2026-08-16')
  await target('next-period', '99', '2026-10-01')
  await target('last-period', '99', '2026-06-30')
  expect(await told('target.met', branch)).toEqual(['200/3', ['unmet-3']])
})

test('a target may be a fraction, of a group, of several facts; what is n/a is not met', async () => {
  const branch = await bench.records.branch()
  const group = await bench.records.group(branch)
  await bench.records.meeting(branch, { expected: 3, present: 2 })
  const target = (no: string, fact: string, goal: string) => bench.records.target(group, { no, fact, goal })
  await target('a-reached', 'meeting.attendance', '66.66')
  await target('a-missed', 'meeting.attendance', '66.67')
  await target('p-absent', 'study.planDone', '0')
  await target('j-none', 'joining.admitted', '1')
  await target('j-zero', 'joining.admitted', '0')
  expect(await told('target.met', branch)).toEqual(['40', ['a-missed', 'j-none', 'p-absent']])
})

test('without targets whose deadline is in the period there is nothing to be met', async () => {
  const branch = await bench.records.branch()
  await bench.records.target(branch, { deadline: day('2026-10-01') })
  expect(await told('target.met', branch)).toEqual(['n/a', []])
})

test('a manual number counts in its own period and for its own fact', async () => {
  const branch = await bench.records.branch()
  const accountId = await addAccount()
  const written = { branchId: branch, accountId, factId: 'safety', reason: '现场检查', evidence: '' }
  const enter = (period: PeriodName, value: string) =>
    bench.db
      .transaction()
      .execute((tx) =>
        setManual(tx, { mineId: bench.mineId, now: bench.now() }, { ...written, period, value }),
      )
  if (!Q3) throw new Error('a bad case')
  expect(await told('manual(safety)', branch)).toEqual(['n/a', []])
  await enter(Q3.name, '3.5')
  expect((await told('manual(safety)', branch))[0]).toBe('7/2')
  await enter(Q3.name, '4')
  expect((await told('manual(safety)', branch))[0]).toBe('4')
  expect((await told('manual(masses)', branch))[0]).toBe('n/a')
  expect((await told('manual(safety)', branch, '2026H2'))[0]).toBe('n/a')
})

async function addAccount(): Promise<Id<'account'>> {
  const row = await bench.db
    .insertInto('account')
    .values((eb) => ({
      mine_id: bench.mineId,
      id: eb.fn<Id<'account'>>('gen_random_uuid'),
      login: 'staff',
      name: '党办',
      must_change: false,
      recorded_at: bench.now(),
    }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

test.each(['2026Q1', '2026Q4', '2026H1', '2026H2', '2026'])('%s is found by its days', (name) => {
  const period = parsePeriod(name)
  expect(period && periodOf(period)).toBe(name)
})

test('days that are no period have no name', () => {
  expect(periodOf({ first: day('2026-01-01'), last: day('2026-08-15') })).toBeUndefined()
})

test('branches are scored item by item, each for itself; units that are no branch and later ones are not', async () => {
  const [good, poor] = [
    await bench.records.branch({ code: 'Z1' }),
    await bench.records.branch({ code: 'Z2', term_to: day('2026-09-20') }),
  ]
  await bench.records.branch({ code: 'Z3', founded_on: day('2026-10-01') })
  await bench.records.branch({ code: 'Z4', kind: 'temporaryBranch' })
  await bench.records.branch({ code: 'Z0', kind: 'jointBranch', founded_on: day('2026-09-30') })
  await bench.records.meeting(good)
  await bench.records.meeting(poor, { chair: '' })
  await bench.records.scheme([
    ['1', 'meeting.missed(generalMeeting)', 'each', 'k=2', 500],
    ['2', 'org.termOverdue', 'each', 'k=0.1', 500],
    ['3', 'meeting.held(generalMeeting)', 'bonus', 'k=0.5;cap=2', 200],
    ['4', 'meeting.invalid', 'veto', 't=1;ceiling=一般', 0],
  ])
  const scheme = await findScheme(bench.db, bench.mineId, 'latest')
  if (!scheme || !Q3) throw new Error('no scheme')
  const all = await listAssessed(bench.db, bench.mineId, Q3.last, 'mine')
  const branches = all.filter(({ code }) => code.startsWith('Z'))
  expect(branches.map(({ code }) => code)).toEqual(['Z0', 'Z1', 'Z2'])
  const asked = { mineId: bench.mineId, period: Q3, scheme, branches }
  const scores = await assess(bench.db, factsWith(bench.keys), asked)
  const said = scores.map(({ branch, score, grade, vetoed, leftOut }) => [
    branch.code,
    score === undefined ? null : showHundredths(score),
    grade,
    vetoed,
    leftOut.map(({ no }) => no),
  ])
  expect(said).toEqual([
    ['Z0', '100.00', '好', false, ['2']],
    ['Z1', '100.50', '好', false, ['2']],
    ['Z2', '70.00', '一般', true, []],
  ])
})
