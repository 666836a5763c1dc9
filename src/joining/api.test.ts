import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { newId } from '../kit/id.ts'
import { makeWorld, type World } from '../server/world.ts'
import { type Records, recordsIn } from '../server/world-records.ts'

let world: World
let records: Records
beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
})
afterAll(() => world.close())

test('joining.listCases shows steps, numbers and every defect as of today', async () => {
  const branch = await records.branch()
  const person = await records.person(branch, { no: 'A', name: '赵六' }, { category: 'activist' })
  await records.joining(person, {
    submit_application: day('2025-01-10'),
    intake_talk: day('2025-02-11'),
    nominate_activist: day('2025-08-01'),
    assign_mentors: day('2025-08-02'),
    mentors: 2,
    training_hundredths: 2450,
  })
  const fresh = await records.person(branch, { no: 'B' }, { category: 'applicant' })
  await records.joining(fresh, { submit_application: day('2026-09-08') })
  const later = await records.person(branch, { no: 'C' }, { category: 'applicant' })
  await records.joining(later, { submit_application: day('2026-09-09') })
  await records.joining(await records.person(await records.branch(), { no: 'D' }))
  const inspector = await world.as('inspector')
  const { body } = await inspector.get('joining.listCases', { branchId: branch })
  expect(body.cases.map(({ no, defects }) => [no, defects])).toEqual([
    ['A', [{ clause: 'J2', on: '2025-02-11' }]],
    ['B', [{ clause: 'J2', on: '2026-10-08' }]],
    ['C', []],
  ])
  expect(body.cases[0]).toMatchObject({
    name: '赵六',
    steps: {
      submitApplication: '2025-01-10',
      intakeTalk: '2025-02-11',
      nominateActivist: '2025-08-01',
      assignMentors: '2025-08-02',
    },
    numbers: { mentors: 2, trainingHundredths: 2450 },
    source: 'import',
  })
  const { problem } = await inspector.get('joining.listCases', { branchId: newId() })
  expect(problem.code).toBe('no-such-unit')
})

test('joining.findMine shows my own steps with their clocks, and nobody else’s', async () => {
  const branch = await records.branch()
  const me = await records.person(branch, {}, { category: 'applicant' })
  await records.joining(me, { submit_application: day('2026-09-20') })
  await records.joining(await records.person(branch, {}, { category: 'applicant' }))
  const worker = await world.as('worker', branch)
  const before = await worker.get('joining.findMine', {})
  expect(before.body.case).toBeNull()
  await world.db.updateTable('account').set({ person_id: me }).where('id', '=', worker.accountId).execute()
  const { body } = await worker.get('joining.findMine', {})
  expect(body.case?.stations.slice(0, 2)).toEqual([
    {
      step: 'submitApplication',
      no: 1,
      stage: 'application',
      on: '2026-09-20',
      recordedOn: null,
      isNext: false,
      clock: null,
    },
    {
      ...{ step: 'intakeTalk', no: 2, stage: 'application', on: null, recordedOn: null, isNext: true },
      clock: { kind: 'latest', on: '2026-10-20', clause: 'J2', source: '发展细则' },
    },
  ])
  expect([body.case?.stage, body.case?.defects]).toEqual(['application', []])
})
