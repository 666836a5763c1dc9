import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '../../kit/contract.ts'
import type { Id } from '../../kit/id.ts'
import { postsIn } from '../../org/rules.ts'
import type { Caller } from '../../server/world.ts'
import { asPerson } from '../../server/world-people.ts'
import { recordsIn } from '../../server/world-records.ts'
import { type Scene, setScene } from './test/scene.ts'

let scene: Scene
let secretary: Caller
let id: Id<'inspection'>
let sample: OutputOf<'evidence.findInspection'>['sample']
beforeAll(async () => {
  scene = await setScene()
  secretary = await scene.world.as('secretary', scene.branch)
  id = await scene.make()
  await scene.seal()
  await scene.inspector.post('evidence.drawSample', { id, words: '三 五 一 六 二' })
  sample = (await scene.show(scene.inspector, id)).sample
})
afterAll(() => scene.close())

const ofBranch = (record: string): Id<'inspection_sample'>[] =>
  sample.filter((one) => one.orgId === scene.branch && one.record === record).map((one) => one.id)

const found = { text: '缴费登记晚于规定', clause: 'R3.2', severity: 'improve', dueOn: '2026-10-20' } as const

async function addFinding(more: object = {}): Promise<Id<'finding'>> {
  const sampleIds = ofBranch('dues_payment').slice(0, 1)
  const made = await scene.inspector.post('evidence.addFinding', { id, sampleIds, ...found, ...more })
  expect(made.status).toBe(200)
  return made.body.id
}

async function findingOf(findingId: Id<'finding'>, who = secretary) {
  const finding = (await scene.show(who, id)).findings.find((one) => one.id === findingId)
  if (!finding) throw new Error('no such finding')
  return finding
}

test('a finding is put right, looked at again, open again, and put right at last', async () => {
  const { inspector, world, seal } = scene
  const findingId = await addFinding()
  const begun = await findingOf(findingId)
  expect(begun).toMatchObject({
    state: 'open',
    clock: 'ahead',
    daysLeft: 12,
    text: found.text,
    clause: 'R3.2',
  })
  expect(begun.evidence.map(({ record, rev }) => [record, rev])).toEqual([['dues_payment', 1]])
  expect(begun.rounds.map(({ round, dueOn, doneOn }) => [round, dueOn, doneOn])).toEqual([
    [1, '2026-10-20', null],
  ])

  const payment = begun.evidence[0]?.subject ?? ''
  const fixed = await secretary.post('dues.correctPayment', {
    id: payment as never,
    paidFen: 4200,
    reason: '少记一元二角',
  })
  expect(fixed.status).toBe(200)
  await seal()
  const offered = (await secretary.get('evidence.listProof', { id: findingId })).body.records
  expect(offered.map(({ subject }) => subject)).toContain(payment)
  const done = {
    id: findingId,
    how: '已更正并当面说明',
    on: '2026-10-08',
    subjects: [payment as Id],
  }
  expect(
    (await inspector.post('evidence.recheck', { id: findingId, result: 'rectified' })).problem.code,
  ).toBe('not-done')
  expect((await secretary.post('evidence.rectify', done)).status).toBe(200)
  expect((await secretary.post('evidence.rectify', done)).problem.code).toBe('not-open')
  const said = await findingOf(findingId)
  expect(said).toMatchObject({ state: 'done', clock: null })
  expect(said.rounds[0]?.proof.map(({ subject, rev, title }) => [subject, rev, title !== ''])).toEqual([
    [payment, 2, true],
  ])

  const again = { id: findingId, result: 'again', text: '收据没有贴' } as const
  expect((await inspector.post('evidence.recheck', again)).problem.code).toBe('due-needed')
  expect((await inspector.post('evidence.recheck', { ...again, dueOn: '2026-11-01' })).status).toBe(200)
  expect(await findingOf(findingId)).toMatchObject({ state: 'open', daysLeft: 24 })
  world.setNow(new Date('2026-10-12T02:00:00Z'))
  await secretary.post('evidence.rectify', { ...done, how: '收据已贴', on: '2026-10-12', subjects: [] })
  await inspector.post('evidence.recheck', { id: findingId, result: 'rectified', text: '看过收据' })
  world.setNow(new Date('2026-10-08T02:00:00Z'))
  const over = await findingOf(findingId, inspector)
  expect(over.state).toBe('rectified')
  expect(over.rounds.map(({ how, recheck }) => [how, recheck?.result])).toEqual([
    ['已更正并当面说明', 'again'],
    ['收据已贴', 'rectified'],
  ])
  expect(await scene.kindsOf(findingId)).toEqual(['evidence.addFinding'])
})

test('the branch’s secretary puts it right until the branch says who else of it does', async () => {
  const { world, branch, other, staff } = scene
  const findingId = await addFinding()
  const { branches } = (await staff.get('people.listPosts', {})).body
  const holders = branches.find(({ branchId }) => branchId === branch)?.holders ?? []
  const own = holders.find(({ posts }) => postsIn(posts).includes('secretary'))
  expect((await findingOf(findingId)).rounds[0]?.ownerId).toBe(own?.personId ?? null)
  const people = async (orgId: Id<'org'>) =>
    (await staff.get('people.listPeople', { orgId, limit: 50 })).body.people.map((one) => one.id)
  const [[stranger], mates] = [await people(other), await people(branch)]
  const mate = mates.find((one) => one !== own?.personId)
  if (!stranger || !mate) throw new Error('nobody to choose')
  const assign = (ownerId: Id<'person'>) =>
    secretary.post('evidence.assignRectification', { id: findingId, ownerId })
  expect((await assign(stranger)).problem.code).toBe('no-such-person')
  expect((await assign(mate)).status).toBe(200)
  expect((await findingOf(findingId)).rounds[0]?.ownerId).toBe(mate)
  const elsewhere = await world.as('secretary', other)
  const foreign = { id: findingId, how: '已改', on: '2026-10-08' } as const
  expect((await elsewhere.post('evidence.rectify', foreign)).problem.code).toBe('not-allowed')
})

test('what is to be put right stands among what is due, and on the phone of whoever owns it, until it is done', async () => {
  const { world, branch } = scene
  const mate = await recordsIn(world).person(branch)
  const phone = await asPerson(world, mate)
  await phone.post('access.acceptPrivacyNotice', {
    version: (await phone.get('access.findPrivacyNotice', {})).body.version,
  })
  const findingId = await addFinding({ text: '党费收据缺两张', dueOn: '2026-12-31' })
  await secretary.post('evidence.assignRectification', { id: findingId, ownerId: mate })
  const seen = async () => {
    const { lines } = (await secretary.get('home.findOpen', {})).body
    const line = lines.find((one) => one.branches.some(({ name }) => name === '党费收据缺两张'))
    const { cards } = (await phone.get('home.findToday', {})).body
    return { line, card: cards.find(({ id: of }) => of === findingId) }
  }
  const { line, card } = await seen()
  expect(line).toMatchObject({ kind: 'rectification', what: id, until: '2026-12-31', state: 'due' })
  expect(card).toMatchObject({ kind: 'rectification', by: '2026-12-31' })
  expect(card?.text.zh).toContain('党费收据缺两张')
  await secretary.post('evidence.rectify', { id: findingId, how: '已补', on: '2026-10-08' })
  expect(await seen()).toEqual({ line: undefined, card: undefined })
})

test('the branch’s own words stand beside a finding, and the inspector’s that take it back', async () => {
  const { inspector } = scene
  const findingId = await addFinding()
  const contest = { id: findingId, text: '当月井下停电，次日补记，已注明' }
  expect((await inspector.post('evidence.contestFinding', contest)).problem.code).toBe('not-allowed')
  expect((await secretary.post('evidence.contestFinding', contest)).status).toBe(200)
  expect((await secretary.post('evidence.contestFinding', contest)).problem.code).toBe('contested-already')
  expect(
    (await secretary.post('evidence.withdrawFinding', { id: findingId, why: '不对' })).problem.code,
  ).toBe('not-allowed')
  await inspector.post('evidence.withdrawFinding', { id: findingId, why: '说明属实' })
  expect(await findingOf(findingId)).toMatchObject({
    ...{
      state: 'withdrawn',
      text: found.text,
      contested: { text: contest.text },
      withdrawn: { text: '说明属实' },
    },
  })
  const done = { id: findingId, how: '已改', on: '2026-10-08' } as const
  expect((await secretary.post('evidence.rectify', done)).problem.code).toBe('finding-withdrawn')
})

test('a note asks for nothing; what cannot be found or pointed at is refused', async () => {
  const { inspector, other } = scene
  const noted = await addFinding({ severity: 'note', clause: null, dueOn: null, text: '字迹可再清楚些' })
  expect(await findingOf(noted)).toMatchObject({ state: 'noted', rounds: [], clock: null })
  const [own] = ofBranch('meeting')
  const foreign = sample.find((one) => one.orgId === other)
  if (!own || !foreign) throw new Error('too little was drawn')
  const add = (more: object) =>
    inspector.post('evidence.addFinding', { id, sampleIds: [own], ...found, ...more })
  expect((await add({ sampleIds: [own, foreign.id] })).problem.code).toBe('several-branches')
  expect((await add({ sampleIds: [foreign.subject] })).problem.code).toBe('not-drawn')
  expect((await add({ dueOn: null })).problem.code).toBe('due-needed')
  const findingId = await addFinding()
  const done = { id: findingId, how: '已改', on: '2026-10-08' } as const
  const point = (subject: string) =>
    secretary.post('evidence.rectify', { ...done, subjects: [subject as Id] })
  expect((await point(foreign.subject)).problem.code).toBe('no-such-record')
  expect((await point(findingId.replace(/.$/, '0'))).problem.code).toBe('no-such-record')
})

test('no inspection closes over an open finding', async () => {
  const { inspector } = scene
  const own = await scene.make({ split: 'kind', each: 1 })
  await scene.seal()
  await inspector.post('evidence.drawSample', { id: own, words: '一' })
  const { sample: few } = await scene.show(inspector, own)
  const [first, ...others] = few.map((one) => one.id)
  if (!first) throw new Error('nothing drawn')
  await inspector.post('evidence.markInOrder', { id: own, sampleIds: others })
  const made = await inspector.post('evidence.addFinding', { id: own, sampleIds: [first], ...found })
  const close = () => inspector.post('evidence.closeInspection', { id: own })
  expect((await close()).problem).toMatchObject({ code: 'findings-open', facts: { n: 1 } })
  await inspector.post('evidence.withdrawFinding', { id: made.body.id, why: '看错了' })
  expect((await close()).status).toBe(200)
  const more = await inspector.post('evidence.addFinding', { id: own, sampleIds: [first], ...found })
  expect(more.problem.code).toBe('inspection-closed')
})
