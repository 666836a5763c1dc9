import { afterAll, beforeAll, expect, test } from 'vitest'
import { day, type Span } from '../kit/day.ts'
import type { Id } from '../kit/id.ts'
import { showRatio } from '../kit/ratio.ts'
import type { FactSource } from '../org/facts.ts'
import { type Bench, makeBench } from '../server/world-records.ts'
import { admitted, defects } from './facts.ts'

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

test.each([
  ['2026-07-01', 1],
  ['2026-06-30', 0],
  ['2026-09-30', 1],
  ['2026-10-01', 0],
])('a defect dated %s counts %i times in the third quarter', async (on, times) => {
  const branch = await bench.records.branch()
  const person = await bench.records.person(branch, { no: `D${on}` }, { category: 'activist' })
  await bench.records.joining(person, { assign_mentors: day(on), mentors: 3 })
  const evidence = times ? [`D${on}/J4@${on}`] : []
  expect(await told(defects, branch)).toEqual([String(times), evidence])
})

test('every defect of a case counts, in the branch on whose roster the person is at the end', async () => {
  const [from, to] = [await bench.records.branch(), await bench.records.branch()]
  const group = await bench.records.group(to)
  const person = await bench.records.person(
    from,
    { no: 'X' },
    { category: 'masses', to_day: day('2026-08-31') },
  )
  await bench.db
    .insertInto('standing')
    .columns([
      'mine_id',
      'id',
      'person_id',
      'from_day',
      'category',
      'org_id',
      'dues_class',
      'source',
      'recorded_at',
    ])
    .expression((eb) =>
      eb
        .selectFrom('standing')
        .select((s) => [
          'mine_id',
          s.fn<Id<'standing'>>('gen_random_uuid').as('id'),
          'person_id',
          s.val(day('2026-09-01')).as('from_day'),
          'category',
          s.val(group).as('org_id'),
          'dues_class',
          'source',
          'recorded_at',
        ])
        .where('person_id', '=', person),
    )
    .execute()
  await bench.records.joining(person, {
    submit_application: day('2026-07-01'),
    candidate_training: day('2026-08-15'),
    training_hundredths: 2399,
    acceptance_meeting: day('2026-08-20'),
    acceptance_expected: 10,
    acceptance_present: 5,
    acceptance_yes: 5,
  })
  const expected = ['X/J2@2026-08-01', 'X/J6@2026-08-15', 'X/J7@2026-08-20', 'X/J8@2026-08-20']
  expect(await told(defects, to)).toEqual(['4', expected])
  expect(await told(defects, from)).toEqual(['0', []])
})

test.each([
  ['more than half came and said yes', { acceptance_present: 6, acceptance_yes: 6 }, 1],
  ['half came', { acceptance_present: 5, acceptance_yes: 6 }, 0],
  ['half said yes', { acceptance_present: 6, acceptance_yes: 5 }, 0],
])('admitted when %s', async (_, numbers, times) => {
  const branch = await bench.records.branch()
  const no = `A${numbers.acceptance_present}${numbers.acceptance_yes}`
  const person = await bench.records.person(branch, { no }, { category: 'probationaryMember' })
  const meeting = { acceptance_meeting: day('2026-09-30'), acceptance_expected: 10 }
  await bench.records.joining(person, { ...meeting, ...numbers })
  expect(await told(admitted, branch)).toEqual([String(times), times ? [no] : []])
  const before = { first: day('2026-07-01'), last: day('2026-09-29') }
  expect(await told(admitted, branch, before)).toEqual(['0', []])
})
