import { afterAll, beforeAll, expect, test } from 'vitest'
import { sequence } from '../journal/jobs/sequence.ts'
import { day } from '../kit/day.ts'
import { type Id, newId } from '../kit/id.ts'
import { USUAL_SYSTEMS } from '../people/rules/shifts.ts'
import { type Caller, makeWorld, type World } from '../server/world.ts'
import { asPerson } from '../server/world-people.ts'
import { type Records, recordsIn } from '../server/world-records.ts'
import { writeDigests } from './jobs/digest.ts'
import { catchUp } from './jobs.ts'

let world: World
let records: Records
beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

/** The sequencer places what was written, and the notices catch up. */
async function settle(): Promise<void> {
  await sequence(world.db, world.mineId, world.now)
  await catchUp(world.db, world.now())
}

async function titlesOf(who: Caller): Promise<string[]> {
  return (await who.get('notices.listMine', {})).body.notices.map(({ title }) => title.zh)
}

async function at<T>(text: string, run: () => Promise<T>): Promise<T> {
  const before = world.now()
  world.setNow(new Date(`2026-10-${text}:00+08:00`))
  const found = await run()
  world.setNow(before)
  return found
}

async function planned(branch: Id<'org'>, secretary: Caller): Promise<Id<'planned_meeting'>> {
  const session = { day: '2026-10-20', ends: '', place: '一楼会议室' }
  const { body } = await secretary.post('meetings.planMeeting', {
    ...{ orgId: branch, kind: 'themeDay', subject: '安全月', note: '', materialIds: [] },
    sessions: [
      { ...session, starts: '09:00', shift: '中班' },
      { ...session, starts: '17:00', shift: '夜班' },
    ],
  })
  return body.id
}

test('a planned meeting is told to each with the sitting of their shift, after the rest of who works at night', async () => {
  const branch = await records.branch()
  const days = await asPerson(world, await records.person(branch))
  const night = await asPerson(world, await records.person(branch, {}, { shift: '夜班' }))
  const other = await asPerson(world, await records.person(await records.branch()))
  const secretary = await world.as('secretary', branch)
  await at('08T10:00', async () => {
    await planned(branch, secretary)
    await settle()
    expect(await titlesOf(days)).toEqual(['主题党日已安排'])
    expect(await titlesOf(night)).toEqual([])
    expect(await titlesOf(other)).toEqual([])
    const waitingOf = async (who: Caller) => (await who.get('notices.listMine', {})).body.waiting
    expect(await waitingOf(days)).toBeNull()
    expect(await waitingOf(night)).toEqual({ count: 1, until: '2026-10-08T08:00:00.000Z' })
  })
  await at('08T16:00', async () => {
    const { notices, waiting } = (await night.get('notices.listMine', {})).body
    expect(waiting).toBeNull()
    expect(notices.map(({ title, lines }) => [title.en, lines.map(({ zh }) => zh)])).toEqual([
      ['Planned: Themed Party day', ['安全月', '10月20日 周二 17:00', '地点：一楼会议室']],
    ])
  })
})

test('the journal is read once: nothing is told twice, and what was undone is read again', async () => {
  const branch = await records.branch()
  const days = await asPerson(world, await records.person(branch))
  const secretary = await world.as('secretary', branch)
  await planned(branch, secretary)
  await settle()
  await settle()
  expect(await titlesOf(days)).toEqual(['主题党日已安排'])
  await world.db.updateTable('journal_reader').set({ idx: 0 }).where('name', '=', 'notices').execute()
  await catchUp(world.db, world.now())
  expect(await titlesOf(days)).toEqual(['主题党日已安排'])
})

test('what was called off before anybody was told is told as called off, once', async () => {
  const branch = await records.branch()
  const days = await asPerson(world, await records.person(branch))
  const secretary = await world.as('secretary', branch)
  const id = await planned(branch, secretary)
  await secretary.post('meetings.cancelPlanned', { id, why: '停产检修' })
  await settle()
  const { notices } = (await days.get('notices.listMine', {})).body
  expect(notices.map(({ title, about, lines }) => [title.zh, about, lines.at(-1)?.zh])).toEqual([
    ['主题党日已取消', id, '原因：停产检修'],
  ])
})

test('answers to leave and voices and unmasked values reach whom they concern, and nobody else', async () => {
  const branch = await records.branch()
  const [me, mate] = [await records.person(branch), await records.person(branch)]
  const [own, others] = [await asPerson(world, me), await asPerson(world, mate)]
  const secretary = await world.as('secretary', branch)
  const plannedId = await planned(branch, secretary)
  const { id } = (await own.post('meetings.askLeave', { plannedId, reason: 'ill' })).body
  await secretary.post('meetings.answerLeave', { id, state: 'granted' })
  const said = await own.post('voice.send', { kind: 'correction', text: '班次不对', field: 'shift' })
  await secretary.post('voice.answer', { id: said.body.id, outcome: 'done', text: '已改' })
  await world.as('auditAdmin')
  await world.as('securityAdmin')
  await world.db.updateTable('person').set({ phone: null, id_number: null }).where('id', '=', me).execute()
  await secretary.post('people.unmask', { personId: me, field: 'duesBase', reason: '核对党费基数' })
  await settle()
  expect((await titlesOf(own)).sort()).toEqual(
    ['主题党日已安排', '请假已批准', '您反映的事有答复了', '有人查看了您的月计费基数'].sort(),
  )
  expect(await titlesOf(others)).toEqual(['主题党日已安排'])
})

test('a recorded step of an admission is told to whoever it is about', async () => {
  const branch = await records.branch()
  const person = await records.person(branch, {}, { category: 'applicant' })
  const id = await records.joining(person, { submit_application: day('2026-09-20') })
  const [own, mate] = [await asPerson(world, person), await asPerson(world, await records.person(branch))]
  const secretary = await world.as('secretary', branch)
  await secretary.post('joining.recordStep', { id, step: 'intakeTalk', on: '2026-10-06' })
  await settle()
  const { notices } = (await own.get('notices.listMine', {})).body
  expect(notices.map(({ title, about, lines }) => [title.zh, about, lines.map(({ zh }) => zh)])).toEqual([
    ['您的入党材料有新进展', id, ['党组织谈话', '日期：10月6日 周二']],
  ])
  expect(await titlesOf(mate)).toEqual([])
})

test('a secretary gets one digest a week, of what is due and waiting, and none about nothing', async () => {
  const branch = await records.branch()
  const own = await asPerson(world, await records.person(branch))
  const secretary = await world.as('secretary', branch)
  const plannedId = await planned(branch, secretary)
  await own.post('meetings.askLeave', { plannedId, reason: 'ill' })
  await own.post('voice.send', { kind: 'complaint', text: '会议室太冷' })
  await writeDigests(world.db, world.keys, world.now())
  expect(await writeDigests(world.db, world.keys, world.now())).toBe(0)
  const { notices } = (await secretary.get('notices.listMine', {})).body
  const [digest] = notices.filter(({ kind }) => kind === 'digest')
  expect(digest?.lines.map(({ zh }) => zh)).toEqual(
    expect.arrayContaining(['请假待批 1 件', '心声待复 1 件']),
  )
  expect(digest?.at).toBe('2026-10-05T00:00:00.000Z')
  const nextWeek = new Date(world.now().getTime() + 7 * 86_400_000)
  expect(await writeDigests(world.db, world.keys, nextWeek)).toBeGreaterThan(0)
})

test('a digest waits for the end of the rest the roster of shifts gives the secretary', async () => {
  const branch = await records.branch({ shift_system: '三八制' })
  const staff = await world.as('committeeStaff')
  const [system] = USUAL_SYSTEMS
  if (!system) throw new Error('no system')
  const { restDays, shifts, ...rest } = system
  await staff.post('people.setShiftSystem', { ...rest, restDays: [...restDays], shifts: [...shifts] })
  const person = await records.person(branch, {}, { shift: '甲班' })
  await staff.post('people.setRota', {
    ...{ orgId: branch, from: '2026-01-01', cycle: ['夜班'], crews: [{ name: '甲班', offset: 0 }] },
  })
  const secretary = await asPerson(world, person)
  const office = { mine_id: world.mineId, id: newId<'office'>(), account_id: secretary.accountId }
  const held = { role: 'secretary', org_id: branch, recorded_at: world.now() } as const
  await world.db
    .insertInto('office')
    .values({ ...office, ...held })
    .execute()
  await secretary.post('voice.send', { kind: 'complaint', text: '会议室太冷' })
  await writeDigests(world.db, world.keys, world.now())
  const found = await world.db
    .selectFrom('notice')
    .select('visible_from')
    .where('account_id', '=', secretary.accountId)
    .where('kind', '=', 'digest')
    .executeTakeFirstOrThrow()
  // Monday at eight the night shift ends; an hour up and eleven of rest follow.
  expect(found.visible_from.toISOString()).toBe('2026-10-05T12:00:00.000Z')
})
