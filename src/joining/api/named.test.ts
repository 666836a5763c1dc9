import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import type { Id } from '../../kit/id.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'
import { type Records, recordsIn } from '../../server/world-records.ts'

let world: World
let records: Records
let secretary: Caller
let branch: Id<'org'>
let caseId: Id<'admission_case'>
let applicant: Id<'person'>
let members: Id<'person'>[]
beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
  branch = await records.branch()
  applicant = await records.person(branch, { no: 'A' }, { category: 'activist' })
  members = [await records.person(branch, { name: '钱七' }), await records.person(branch, { name: '孙八' })]
  caseId = await records.joining(applicant, {
    submit_application: day('2026-01-10'),
    intake_talk: day('2026-01-20'),
    nominate_activist: day('2026-02-01'),
    file_activist: day('2026-02-10'),
  })
  secretary = await world.as('secretary', branch)
})
afterAll(() => world.close())

const step = { step: 'assignMentors', on: '2026-02-20' } as const
const find = async () => (await secretary.get('joining.findCase', { id: caseId })).body

test('a mentor is a full member on the day, and not the applicant', async () => {
  const activist = await records.person(branch, {}, { category: 'activist' })
  const record = async (people: Id<'person'>[]) =>
    (await secretary.post('joining.recordStep', { id: caseId, ...step, people })).problem
  expect(await record([activist])).toMatchObject({ code: 'not-a-full-member', clause: 'J4' })
  expect(await record([applicant])).toMatchObject({ code: 'not-a-full-member' })
  expect((await record([])).code).toBe('numbers-missing')
})

test('those named are counted, shown by name where the case is shown, and sealed with it', async () => {
  const named = await secretary.post('joining.recordStep', { id: caseId, ...step, people: members })
  expect(named.status).toBe(200)
  const names = members.map((personId, at) => ({ personId, name: ['钱七', '孙八'][at] }))
  expect(await find()).toMatchObject({ mentors: names, sponsors: [], numbers: { mentors: 2 } })
  const { cases } = (await secretary.get('joining.listCases', { branchId: branch })).body
  expect(cases[0]).toMatchObject({ mentors: names, sponsors: [] })
  const worker = await world.as('worker', branch)
  const mine = world.db.updateTable('account').set({ person_id: applicant })
  await mine.where('id', '=', worker.accountId).execute()
  expect((await worker.get('joining.findMine', {})).body.case).toMatchObject({ mentors: names })
  const sealed = await world.db
    .selectFrom('journal_entry')
    .select('kind')
    .where('record', '=', 'admission_case')
    .where('subject', '=', caseId)
    .execute()
  expect(sealed).toEqual([{ kind: 'joining.recordStep' }])
})

test('a correction names others, leaves them, or strikes them out with the step', async () => {
  const correct = async (more: {
    on: string | null
    people?: Id<'person'>[]
    numbers?: { mentors: number }
  }) =>
    secretary.post('joining.correctStep', {
      id: caseId,
      step: 'assignMentors',
      reason: '换了联系人',
      ...more,
    })
  expect((await correct({ on: '2026-02-21', people: members.slice(1) })).status).toBe(200)
  expect(await find()).toMatchObject({ mentors: [{ name: '孙八' }], numbers: { mentors: 1 } })
  expect((await correct({ on: '2026-02-22', numbers: { mentors: 1 } })).status).toBe(200)
  expect((await find()).mentors).toMatchObject([{ name: '孙八' }])
  expect((await correct({ on: null })).status).toBe(200)
  expect((await find()).mentors).toEqual([])
})
