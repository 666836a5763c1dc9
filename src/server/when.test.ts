import { afterAll, beforeAll, expect, test } from 'vitest'
import { sequence } from '../journal/jobs/sequence.ts'
import { sign } from '../journal/jobs/sign.ts'
import { LATE_AFTER_DAYS } from '../journal/rules/when.ts'
import type { OutputOf } from '../kit/contract.ts'
import { addDays, dayAt } from '../kit/day.ts'
import type { Id } from '../kit/id.ts'
import { type Caller, makeWorld, type World } from './world.ts'
import { type Records, recordsIn } from './world-records.ts'
import { type Seated, seatWitness, setQuorum } from './world-witness.ts'

let world: World
let records: Records
let branch: Id<'org'>
let person: Id<'person'>
let secretary: Caller
let office: Seated
let phone: Seated

beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
  branch = await records.branch()
  person = await records.person(branch)
  secretary = await world.as('secretary', branch)
  office = await seatWitness(world, { name: 'office.example/w', kind: 'committee', secret: 7 })
  phone = await seatWitness(world, { name: 'phone.example/a', kind: 'phone', secret: 8 })
  await setQuorum(world, { committees: 1, phones: 0 })
})
afterAll(() => world.close())

const S_PER_DAY = 86_400
const nowS = (): number => Math.floor(world.now().getTime() / 1000)
const pass = (seconds: number): void => world.setNow(new Date(world.now().getTime() + seconds * 1000))

const blank = { starts: '', ends: '', place: '会议室', lecturer: '', resolution: '', absence: '' }
async function enter(heldOn: string): Promise<Id<'meeting'>> {
  const said = { ...blank, kind: 'groupMeeting', subject: '学习', chair: '张三', recorder: '李四' } as const
  const written = { ...said, orgId: branch, heldOn, hoursHundredths: null }
  const { body, status } = await secretary.post('meetings.enterMeeting', {
    ...written,
    roll: [{ personId: person, state: 'present', reason: '' }],
  })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.id
}

/** The journal takes what waits, at the time it is now. */
const seal = async (): Promise<void> => {
  while ((await sequence(world.db, world.mineId, world.now)) > 0) {}
}
const checkpoint = async (): Promise<unknown> => sign(world, world.mineId)

const ask = (subject: Id<'meeting'>): Promise<OutputOf<'journal.findWhen'>> =>
  secretary.get('journal.findWhen', { subject: subject as Id }).then(({ body }) => body)

/** The same numbers each run. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >> 8) % below
  }
}

type Truth = { readonly id: Id<'meeting'>; readonly days: number; readonly sealedS: number }

/** Enters meetings of long ago while the journal seals, signs and is witnessed now and then. */
async function enterLate(many: number): Promise<Truth[]> {
  const roll = dice(5)
  const entered: Truth[] = []
  const waiting: { id: Id<'meeting'>; days: number }[] = []
  for (let at = 0; at < many; at++) {
    pass(60 + roll(7_200))
    const days = 1 + Math.round((at * 399) / (many - 1))
    waiting.push({ id: await enter(addDays(dayAt(world.now()), -days)), days })
    if (roll(3) > 0 && at < many - 1) continue
    pass(roll(60))
    await seal()
    entered.push(...waiting.splice(0).map((one) => ({ ...one, sealedS: nowS() })))
    if (roll(2) > 0) continue
    pass(roll(30))
    await checkpoint()
    pass(roll(200))
    const told = nowS() + roll(200) - 100
    if (roll(2) > 0) await office.cosign(told)
    if (roll(3) === 0) await phone.cosign(told - (told % S_PER_DAY))
  }
  return entered
}

const holds = (moment: NonNullable<OutputOf<'journal.findWhen'>['entered']>, truthS: number): boolean =>
  (moment.notBefore === null || Date.parse(moment.notBefore.at) <= truthS * 1000) &&
  (moment.notAfter === null || truthS * 1000 <= Date.parse(moment.notAfter.at))

test('it says what the record is about and whose it is; its line only to whoever may read it', async () => {
  const id = await enter('2026-10-05')
  const { record, title, orgName } = await ask(id)
  expect([record, title]).toEqual(['meeting', expect.stringContaining('学习')])
  expect(orgName).toBeTruthy()
  const audit = await world.as('auditAdmin')
  const asked = await audit.get('journal.findWhen', { subject: id as never })
  expect(asked.body).toMatchObject({ record: 'meeting', title: null, orgName })
})

test('300 entries of 1 to 400 days late: each badged, and the truth inside the interval', async () => {
  const truths = await enterLate(300)
  expect([truths.length, truths[0]?.days, truths.at(-1)?.days]).toEqual([300, 1, 400])
  const missed: unknown[] = []
  let bounded = 0
  for (const { id, days, sealedS } of truths) {
    const { entered, daysLate, isLate } = await ask(id)
    if (entered?.index == null) throw new Error('not in the journal')
    const isBadged = daysLate === days && isLate === days > LATE_AFTER_DAYS
    if (!isBadged || !holds(entered, sealedS) || !entered.agrees) missed.push({ id, days, entered, daysLate })
    if (entered.notBefore && entered.notAfter) bounded += 1
  }
  expect(missed).toEqual([])
  expect(bounded).toBeGreaterThan(200)
}, 600_000)

test('before anybody signs since, it is not bounded after; a correction has a time of its own', async () => {
  const id = await enter(dayAt(world.now()))
  pass(5)
  await seal()
  const first = await ask(id)
  expect([first.daysLate, first.isLate, first.changed]).toEqual([0, false, null])
  expect([first.entered?.notBefore?.by, first.entered?.notAfter]).toEqual([['office.example/w'], null])
  await checkpoint()
  await office.cosign(nowS())
  pass(S_PER_DAY)
  const said = { ...blank, kind: 'groupMeeting', subject: '学习二', chair: '张三', recorder: '李四' } as const
  await secretary.post('meetings.changeMeeting', {
    ...{ ...said, id, heldOn: dayAt(world.now()), hoursHundredths: null },
  })
  await seal()
  const later = await ask(id)
  expect(later.entered?.notAfter?.by).toEqual(['office.example/w'])
  expect([later.changed?.rev, later.changed?.notBefore?.size, later.changed?.notAfter]).toEqual([
    2,
    later.entered?.notAfter?.size,
    null,
  ])
})

test('where only phones sign, a day is granted after: they cut their time', async () => {
  await setQuorum(world, { committees: 0, phones: 1 })
  pass(3_600)
  const id = await enter(dayAt(world.now()))
  await seal()
  const sealedS = nowS()
  pass(60)
  await checkpoint()
  await phone.cosign(nowS() - (nowS() % S_PER_DAY))
  const { entered } = await ask(id)
  if (!entered?.notAfter) throw new Error('not bounded')
  expect(Date.parse(entered.notAfter.seenAt)).toBeLessThan(sealedS * 1000)
  expect([holds(entered, sealedS), entered.agrees]).toEqual([true, true])
})

test('a log that says another time than its witnesses is told so', async () => {
  await setQuorum(world, { committees: 1, phones: 0 })
  await checkpoint()
  const id = await enter(dayAt(world.now()))
  await seal()
  await checkpoint()
  await office.cosign(nowS() - 3_600)
  expect((await ask(id)).entered?.agrees).toBe(false)
})

test('nobody’s word is asked for: not bounded', async () => {
  await setQuorum(world, { committees: 0, phones: 0 })
  const id = await enter(dayAt(world.now()))
  await seal()
  const { entered } = await ask(id)
  expect([entered?.notBefore, entered?.notAfter, entered?.agrees]).toEqual([null, null, true])
})

test('another branch’s secretary is not told', async () => {
  const other = await world.as('secretary', await records.branch())
  const id = await enter(dayAt(world.now()))
  const { problem } = await other.get('journal.findWhen', { subject: id as never })
  expect(problem.code).toBe('not-allowed')
})
