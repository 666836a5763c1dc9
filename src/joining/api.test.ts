import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { type Id, newId } from '../kit/id.ts'
import { voteRule } from '../meetings/rules/votes.ts'
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

const opened = async () => {
  const branch = await records.branch()
  const personId = await records.person(branch, {}, { category: 'applicant' })
  const secretary = await world.as('secretary', branch)
  const { body } = await secretary.post('joining.openCase', { personId, on: '2026-08-20' })
  return { branch, personId, secretary, id: body.id }
}

test('joining.openCase opens one case for somebody who is not a member', async () => {
  const { branch, personId, secretary } = await opened()
  const code = async (person: typeof personId, on = '2026-08-20', paper = '') =>
    (await secretary.post('joining.openCase', { personId: person, on, paper })).problem.code
  expect(await code(personId)).toBe('case-open')
  expect(await code(await records.person(branch))).toBe('is-member')
  expect(await code(newId())).toBe('no-such-person')
  const young = await records.person(branch, { born_on: day('2010-01-01') }, { category: 'applicant' })
  expect(await code(young)).toBe('against-rules')
  expect(await code(young, '2026-10-09')).toBe('in-the-future')
  expect(await code(young, '2026-08-20', '申请书原件如此')).toBeUndefined()
})

test('joining.recordStep records the next step, refuses what the rules refuse, and seals both records', async () => {
  const { secretary, personId, id } = await opened()
  const talk = await secretary.post('joining.recordStep', { id, step: 'intakeTalk', on: '2026-09-20' })
  expect([talk.status, talk.body.next]).toEqual([200, 'nominateActivist'])
  const again = await secretary.post('joining.recordStep', { id, step: 'intakeTalk', on: '2026-09-20' })
  expect(again.problem.code).toBe('step-recorded')
  const mentors = { id, step: 'assignMentors' as const, on: '2026-09-25', numbers: { mentors: 3 } }
  const refused = await secretary.post('joining.recordStep', mentors)
  expect([refused.problem.code, refused.problem.clause]).toEqual(['against-rules', 'J4'])
  const onPaper = await secretary.post('joining.recordStep', { ...mentors, paper: '登记表上写了三人' })
  expect(onPaper.status).toBe(200)
  const { body } = await secretary.get('joining.findCase', { id })
  expect(body.defects).toEqual([{ clause: 'J4', on: '2026-09-25', step: 'assignMentors' }])
  expect(body.entries.map(({ step, on, recordedOn, reason }) => [step, on, recordedOn, reason])).toEqual([
    ['submitApplication', '2026-08-20', '2026-10-08', ''],
    ['intakeTalk', '2026-09-20', '2026-10-08', ''],
    ['assignMentors', '2026-09-25', '2026-10-08', '登记表上写了三人'],
  ])
  const sealed = await world.db
    .selectFrom('journal_entry')
    .select(['kind', 'record'])
    .where('key_owner', '=', personId)
    .execute()
  const count = (record: string) => sealed.filter((one) => one.record === record).length
  expect([count('admission_case'), count('admission_step')]).toEqual([3, 3])
})

test('joining.correctStep keeps what stood before; a stranger may not', async () => {
  const { secretary, id } = await opened()
  const correct = { id, step: 'submitApplication' as const, on: '2026-08-02', reason: '看错了日期' }
  expect((await secretary.post('joining.correctStep', correct)).status).toBe(200)
  const oath = await secretary.post('joining.correctStep', { ...correct, step: 'oath' })
  expect(oath.problem.code).toBe('not-recorded')
  const { body } = await secretary.get('joining.findCase', { id })
  expect(body.stations[0]).toMatchObject({ on: '2026-08-02', recordedOn: '2026-10-08' })
  expect(body.entries.at(-1)).toMatchObject({ on: '2026-08-02', earlier: '2026-08-20', reason: '看错了日期' })
  expect(body.defects).toEqual([{ clause: 'J2', on: '2026-09-02', step: 'intakeTalk' }])
  await secretary.post('joining.correctStep', { ...correct, on: null, reason: '没有递交过' })
  const after = await secretary.get('joining.findCase', { id })
  expect(after.body.stations[0]?.on).toBeNull()
  const history = await secretary.get('journal.findHistory', { subject: id })
  expect(history.body.entries.map(({ kind }) => kind)).toEqual([
    ...['joining.openCase', 'joining.correctStep', 'joining.correctStep'],
  ])
  const stranger = await world.as('secretary', await records.branch())
  expect((await stranger.get('journal.findHistory', { subject: id })).problem.code).toBe('not-allowed')
  expect((await stranger.post('joining.correctStep', correct)).problem.code).toBe('not-allowed')
  expect((await stranger.get('joining.findCase', { id: newId() })).problem.code).toBe('no-such-case')
})

/** A vote about somebody, as a general meeting counted it. */
async function voted(
  orgId: Id<'org'>,
  personId: Id<'person'>,
  kind: 'admission' | 'ordinary',
): Promise<void> {
  const now = world.now()
  const [plannedId, itemId] = [newId<'planned_meeting'>(), newId<'agenda_item'>()]
  const meetingId = await records.meeting(orgId, { held_on: day('2026-09-20'), subject: '接收预备党员' })
  const of = { mine_id: world.mineId, org_id: orgId, recorded_at: now }
  const plan = {
    ...of,
    id: plannedId,
    kind: 'generalMeeting',
    subject: '接收预备党员',
    state: 'held',
  } as const
  await world.db
    .insertInto('planned_meeting')
    .values({ ...plan, meeting_id: meetingId })
    .execute()
  const item = { mine_id: world.mineId, id: itemId, planned_id: plannedId, no: 1, title: '表决' }
  await world.db
    .insertInto('agenda_item')
    .values({ ...item, kind: 'vote', vote: kind, person_id: personId })
    .execute()
  const counted = { expected: 12, present: 10, yes: 8, no: 1, abstain: 1, written: 2, written_yes: 1 }
  const by = { account_id: (await world.as('secretary', orgId)).accountId }
  const vote = {
    ...of,
    ...by,
    ...counted,
    id: newId<'meeting_vote'>(),
    meeting_id: meetingId,
    item_id: itemId,
  }
  await world.db
    .insertInto('meeting_vote')
    .values({ ...vote, rule: kind, clause: 'R1.3', carried: true })
    .execute()
}

test('a case offers the votes of meetings about this person, with those in writing where they count', async () => {
  const branch = await records.branch()
  const [own, other] = [await records.person(branch), await records.person(branch)]
  const id = await records.joining(own, { submit_application: day('2025-01-10') })
  await voted(branch, own, 'admission')
  await voted(branch, own, 'ordinary')
  await voted(branch, other, 'admission')
  const { body } = await (await world.as('secretary', branch)).get('joining.findCase', { id })
  const written = voteRule('admission', day('2026-09-20')).countsWritten ? 1 : 0
  expect(body.votes.map(({ id: _, ...vote }) => vote)).toEqual([
    {
      ...{ step: 'acceptanceMeeting', heldOn: '2026-09-20', subject: '接收预备党员' },
      ...{ expected: 12, present: 10, yes: 8 + written },
    },
  ])
})
