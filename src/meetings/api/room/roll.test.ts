import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../kit/id.ts'
import { convene, type Scene, setScene } from '../test/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.close())

test('a room begins from its plan, dated by the sitting, and counts for nothing while it is open', async () => {
  const { branch, secretary, plannedId, people } = await convene(scene)
  const opened = await secretary.post('meetings.openMeeting', { plannedId })
  expect(opened).toMatchObject({ status: 200, body: { no: expect.stringContaining('-2026-') } })
  const { body: room } = await secretary.get('meetings.findRoom', { id: opened.body.id })
  expect(room).toMatchObject({
    ...{ roomState: 'open', heldOn: '2026-10-08', starts: '09:00', place: '会议室', plannedId },
    ...{ kind: 'generalMeeting', subject: '讨论发展党员', planState: 'planned', registeredOn: null },
    numbers: { expected: people.length, present: 0, called: 0, quorate: false },
  })
  const again = await secretary.post('meetings.openMeeting', { plannedId })
  expect(again.body).toEqual(opened.body)
  expect((await secretary.get('meetings.listMeetings', { branchId: branch })).body.meetings).toEqual([])
  const held = await secretary.get('meetings.listHeld', {})
  expect(held.body.sums).toMatchObject({ meetings: 0, countsNot: 0 })
  const { body } = await secretary.get('meetings.listDuties', { branchId: branch, year: '2026' })
  const windows = body.duties.find(({ kind }) => kind === 'generalMeeting')?.windows ?? []
  expect(windows.find(({ window }) => window === '2026Q4')).toMatchObject({ state: 'due', meetingIds: [] })
})

test('what has begun is no plan any more: it is neither changed, called off nor entered again', async () => {
  const { branch, secretary, plannedId, plan, people } = await convene(scene)
  await secretary.post('meetings.openMeeting', { plannedId })
  const { orgId: _, ...given } = plan
  const changed = await secretary.post('meetings.changePlanned', { id: plannedId, rev: 1, ...given })
  expect(changed.problem.code).toBe('plan-begun')
  const off = await secretary.post('meetings.cancelPlanned', { id: plannedId, why: '停产' })
  expect(off.problem.code).toBe('plan-begun')
  const entered = await secretary.post('meetings.enterMeeting', {
    ...{ orgId: branch, plannedId, kind: 'generalMeeting', heldOn: '2026-10-08', starts: '', ends: '' },
    ...{ place: '', chair: '张三', recorder: '李四', lecturer: '', hoursHundredths: null },
    ...{ subject: '学习', resolution: '', absence: '' },
    roll: people.map((personId) => ({ personId, state: 'present' as const, reason: '' })),
  })
  expect(entered.problem.code).toBe('plan-begun')
})

test.each([
  ['before its day', '2026-10-07T02:00:00Z', 'in-the-future'],
  ['on its day', '2026-10-08T02:00:00Z', undefined],
  ['a day late, to write it up', '2026-10-09T02:00:00Z', undefined],
])('a room opened %s', async (_, at, code) => {
  const { secretary, plannedId } = await convene(scene)
  const before = scene.world.now()
  scene.world.setNow(new Date(at))
  const { problem } = await secretary.post('meetings.openMeeting', { plannedId })
  scene.world.setNow(before)
  expect(problem.code).toBe(code)
})

test('the roll is called at once for everybody, and the numbers follow', async () => {
  const { secretary, id, people, call } = await convene(scene, { open: true })
  const [first, ...others] = people
  const roll = [{ personId: first, state: 'absent' as const, reason: '病假' }, ...call(others)]
  const taken = await secretary.post('meetings.takeRoll', {
    ...{ id, times: 0, roll, guests: [{ name: '王处长', origin: '集团党委' }] },
  })
  expect(taken.body).toEqual({ times: 1, expected: 4, present: 3, quorate: true })
  const { body: room } = await secretary.get('meetings.findRoom', { id })
  expect(room.guests).toEqual([{ name: '王处长', origin: '集团党委', sessionId: null }])
  expect(room.sessions[0]?.call).toEqual({ times: 1, by: '测试', at: scene.world.now().toISOString() })
  expect(room.people.find(({ personId }) => personId === first)?.called).toEqual({
    ...{ state: 'absent', reason: '病假', sessionId: null },
  })
})

test('of two roll calls at once one is taken; the other learns that it was, and who took it', async () => {
  const { secretary, other, id, call, people } = await convene(scene, { open: true })
  const both = await Promise.all(
    [secretary, other].map((who) => who.post('meetings.takeRoll', { id, times: 0, roll: call(people) })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const lost = both.find(({ status }) => status === 409)
  expect(lost?.problem).toMatchObject({ code: 'roll-taken', clause: 'R9', facts: { times: 1 } })
  const { body } = await other.get('meetings.findRoom', { id })
  expect(body.sessions[0]?.call).toMatchObject({ times: 1, by: '测试' })
  const anew = await other.post('meetings.takeRoll', { id, times: 1, roll: call(people.slice(1)) })
  expect(anew.body).toMatchObject({ times: 2, present: people.length - 1 })
  const kinds = await scene.kindsOf(id)
  expect(kinds).toEqual(['meetings.openMeeting', 'meetings.takeRoll', 'meetings.takeRoll'])
})

test('a roll put right after the closing keeps who came to which sitting', async () => {
  const sitting = { day: '2026-10-08', starts: '09:00', ends: '10:30', place: '会议室' } as const
  const sessions = [
    { ...sitting, shift: '早班' },
    { ...sitting, starts: '15:00', ends: '16:30', shift: '中班' },
  ]
  const { secretary, id, call, people } = await convene(scene, { open: true, kind: 'partyLecture', sessions })
  const [early, late] = (await secretary.get('meetings.findRoom', { id })).body.sessions
  if (!early || !late) throw new Error('no sittings')
  const [first, second, third, fourth] = people
  await secretary.post('meetings.takeRoll', {
    id,
    times: 0,
    sessionId: early.id,
    roll: call([first, second]),
  })
  await secretary.post('meetings.takeRoll', { id, times: 0, sessionId: late.id, roll: call([third]) })
  await secretary.post('meetings.closeMeeting', { id, ends: '', chair: '张三', recorder: '李四' })
  const { rev } = (await secretary.get('meetings.findBlocks', { id })).body
  const roll = call([first, third, fourth])
  const put = await secretary.post('meetings.changeBlock', { id, rev, change: { block: 'roll', roll } })
  expect(put.status).toBe(200)
  const room = (await secretary.get('meetings.findRoom', { id })).body
  const at = (personId: string) => room.people.find((one) => one.personId === personId)?.called
  expect([at(first), at(second), at(third)]).toMatchObject([
    { state: 'present', sessionId: early.id },
    { state: 'absent', sessionId: early.id },
    { state: 'present', sessionId: late.id },
  ])
})

test('the same roll sent twice under its key is taken once', async () => {
  const { secretary, id, call, people } = await convene(scene, { open: true })
  const key = newId()
  const input = { id, times: 0, roll: call(people) }
  const first = await secretary.post('meetings.takeRoll', input, key)
  const again = await secretary.post('meetings.takeRoll', input, key)
  expect([first.status, again.status, again.body]).toEqual([200, 200, first.body])
  expect(await scene.kindsOf(id)).toHaveLength(2)
})

test.each([
  ['somebody twice', 'called-twice'],
  ['a stranger', 'not-on-the-roster'],
])('a roll with %s is refused', async (who, code) => {
  const { secretary, id, call, people } = await convene(scene, { open: true })
  const stranger = await scene.records.person(await scene.records.branch())
  const roll = who === 'a stranger' ? call([stranger]) : [...call(people), ...call(people.slice(0, 1))]
  const taken = await secretary.post('meetings.takeRoll', { id, times: 0, roll })
  expect(taken).toMatchObject({ status: 422, problem: { code } })
})

test('a clock that was set back before the opening dates nothing', async () => {
  const { secretary, id, call, people } = await convene(scene, { open: true })
  const before = scene.world.now()
  scene.world.setNow(new Date(before.getTime() - 60_000))
  const taken = await secretary.post('meetings.takeRoll', { id, times: 0, roll: call(people) })
  scene.world.setNow(before)
  expect(taken).toMatchObject({ status: 409, problem: { code: 'clock-behind' } })
  expect((await secretary.post('meetings.takeRoll', { id, times: 0, roll: call(people) })).status).toBe(200)
})

test('a lecture in two sittings has one roll: nobody is present at both, whoever missed one may come to the other', async () => {
  const { secretary, id, call, people } = await convene(scene, {
    ...{ open: true, kind: 'partyLecture' },
    sessions: [
      { day: '2026-10-07', starts: '15:00', ends: '16:00', place: '会议室', shift: '早班' },
      { day: '2026-10-08', starts: '08:00', ends: '09:00', place: '会议室', shift: '夜班' },
    ],
  })
  const [one, two, three, four] = people
  const { body: room } = await secretary.get('meetings.findRoom', { id })
  const [early, night] = room.sessions.map((session) => session.id)
  const take = (sessionId: typeof early, roll: ReturnType<typeof call>) =>
    secretary.post('meetings.takeRoll', { id, times: 0, roll, ...(sessionId && { sessionId }) })

  expect((await take(undefined, call([one]))).problem.code).toBe('session-needed')
  expect((await take(newId(), call([one]))).problem.code).toBe('no-such-session')
  const absent = { personId: two, state: 'absent' as const, reason: '当班' }
  expect((await take(early, [...call([one]), absent])).body).toMatchObject({ expected: 4, present: 1 })
  const twice = await take(night, call([one, two]))
  expect(twice).toMatchObject({ status: 409, problem: { code: 'in-two-sittings', facts: { n: 1 } } })
  const second = await take(night, [...call([two, three]), { ...absent, personId: one }])
  expect(second.body).toMatchObject({ times: 1, expected: 4, present: 3 })
  const { people: seated } = (await secretary.get('meetings.findRoom', { id })).body
  const at = new Map(
    seated.map(({ personId, called }) => [personId, called && [called.state, called.sessionId]]),
  )
  expect([one, two, three, four].map((person) => at.get(person))).toEqual([
    ...[['present', early], ['present', night], ['present', night], null],
  ])
})

test('a room of another branch, or none, is not there', async () => {
  const { secretary } = await convene(scene, { open: true })
  const { id } = await convene(scene, { open: true })
  expect((await secretary.get('meetings.findRoom', { id })).status).toBe(403)
  expect((await secretary.get('meetings.findRoom', { id: newId() })).status).toBe(404)
})
