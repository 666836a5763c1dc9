import { afterAll, beforeAll, expect, test } from 'vitest'
import { sequence } from '../../journal/jobs/sequence.ts'
import type { InputOf } from '../../kit/contract.ts'
import type { Id } from '../../kit/id.ts'
import { SESSION_COOKIE } from '../../kit/server/serve.ts'
import { records as journaled } from '../records.ts'
import { type Caller, makeWorld, type World } from '../world.ts'
import { type Records, recordsIn } from '../world-records.ts'
import { SHOWN } from './shown.ts'

let world: World
let records: Records
let branch: Id<'org'>
let other: Id<'org'>
let person: Id<'person'>
beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
  branch = await records.branch()
  other = await records.branch()
  person = await records.person(branch)
})
afterAll(() => world.close())

type Event = { readonly id: number; readonly name: string; readonly data: Record<string, unknown> }
type Line = {
  readonly next: () => Promise<Event | 'ended'>
  readonly page: string
  readonly leave: () => void
}

function eventsOf(response: Response): { next: () => Promise<Event | 'ended'>; leave: () => void } {
  const reader = response.body?.getReader()
  let text = ''
  const next = async (): Promise<Event | 'ended'> => {
    while (!text.includes('\n\n')) {
      const chunk = await reader?.read()
      if (!chunk || chunk.done) return 'ended'
      text += new TextDecoder().decode(chunk.value)
    }
    const [event = ''] = text.split('\n\n', 1)
    text = text.slice(event.length + 2)
    const [id, name, data] = event.split('\n').map((line) => line.slice(line.indexOf(': ') + 2))
    return { id: Number(id), name: name ?? '', data: JSON.parse(data ?? '') }
  }
  return { next, leave: () => void reader?.cancel() }
}

const cookieOf = ({ cookie }: Caller) => ({ cookie: `${SESSION_COOKIE}=${cookie}` })
const ask = (caller: Caller, query = ''): Promise<Response> =>
  Promise.resolve(world.app.request(`/api/live${query}`, { headers: cookieOf(caller) }))

async function open(caller: Caller, query = ''): Promise<Line> {
  const { next, leave } = eventsOf(await ask(caller, query))
  const first = await next()
  if (first === 'ended' || first.name !== 'open') throw new Error('no line')
  return { next, leave, page: String(first.data['page']) }
}
const edit = async (caller: Caller, page: string, editing: string | null): Promise<number> => {
  const response = await world.app.request('/api/live', {
    method: 'POST',
    headers: { ...cookieOf(caller), 'content-type': 'application/json' },
    body: JSON.stringify({ page, editing }),
  })
  return response.status
}

const meetingOf = (orgId: Id<'org'>): InputOf<'meetings.enterMeeting'> => ({
  orgId,
  kind: 'groupMeeting',
  heldOn: '2026-10-07',
  starts: '',
  ends: '',
  place: '',
  chair: '张三',
  recorder: '李四',
  lecturer: '',
  subject: '学习',
  resolution: '',
  absence: '',
  hoursHundredths: null,
  roll: [{ personId: person, state: 'present', reason: '' }],
})

/** A meeting of the branch, in its place in the journal and told to whoever listens. */
async function meet(by: Caller): Promise<Id<'meeting'>> {
  const { body } = await by.post('meetings.enterMeeting', meetingOf(branch))
  await sequence(world.db, world.mineId, world.now)
  await world.live.look()
  return body.id
}
const sizeNow = async (): Promise<number> =>
  (await world.db.selectFrom('journal_head').select('size').executeTakeFirst())?.size ?? 0

test('what is written is told to whoever may see it, by record, unit and all above', async () => {
  const secretary = await world.as('secretary', branch)
  const inspector = await open(await world.as('inspector'))
  const id = await meet(secretary)
  const told = await inspector.next()
  expect(told).toMatchObject({ name: 'change', id: await sizeNow() })
  expect(told).toMatchObject({
    data: {
      changes: [
        { slices: expect.arrayContaining(['meetings', 'home']), ids: expect.arrayContaining([id, branch]) },
      ],
    },
  })
  inspector.leave()
})

test('nobody is told of a branch that is not theirs to see', async () => {
  const secretary = await world.as('secretary', branch)
  const [near, far] = [
    await open(await world.as('commissioner', branch)),
    await open(await world.as('secretary', other)),
  ]
  const auditor = await open(await world.as('auditAdmin'))
  await meet(secretary)
  expect(await near.next()).toMatchObject({ name: 'change' })
  const theirs = await world.as('commissioner', other)
  for (const line of [far, auditor]) expect(await edit(theirs, line.page, null)).toBe(403)
  world.live.stop()
  expect(await far.next()).toBe('ended')
  expect(await auditor.next()).toBe('ended')
})

test('what a page missed while it was away is told when it comes back', async () => {
  const secretary = await world.as('secretary', branch)
  const before = await sizeNow()
  const id = await meet(secretary)
  const back = await open(secretary, `?since=${before}`)
  await world.live.look()
  expect(await back.next()).toMatchObject({
    name: 'change',
    data: { changes: [{ ids: expect.arrayContaining([id]) }] },
  })
  back.leave()
})

test('a position beyond the journal is no position: everything is read anew', async () => {
  const line = await open(await world.as('secretary', branch), `?since=${(await sizeNow()) + 5}`)
  await world.live.look()
  expect(await line.next()).toMatchObject({ name: 'lost', id: await sizeNow() })
  line.leave()
})

test('an office that ended is told nothing more', async () => {
  const [secretary, leaving] = [await world.as('secretary', branch), await world.as('secretary', branch)]
  const line = await open(leaving)
  await world.db
    .updateTable('office')
    .set({ ended_at: world.now() })
    .where('account_id', '=', leaving.accountId)
    .execute()
  await meet(secretary)
  world.live.stop()
  expect(await line.next()).toBe('ended')
})

test('the end of a session ends the line', async () => {
  const caller = await world.as('secretary', branch)
  const line = await open(caller)
  await world.db.deleteFrom('session').where('account_id', '=', caller.accountId).execute()
  world.live.nudge('access.signOut')
  await world.live.look()
  expect(await line.next()).toMatchObject({ name: 'end' })
  expect(await line.next()).toBe('ended')
  expect(world.live.open()).toBe(0)
})

test('an import of hundreds is told by kind and unit, not record by record', async () => {
  const secretary = await world.as('secretary', branch)
  const before = await sizeNow()
  for (let n = 0; n < 201; n += 1) await secretary.post('meetings.enterMeeting', meetingOf(branch))
  await sequence(world.db, world.mineId, world.now)
  const line = await open(secretary, `?since=${before}`)
  await world.live.look()
  const told = await line.next()
  expect(told).toMatchObject({ name: 'change', data: { changes: [{ ids: null }] } })
  line.leave()
})

test('two who have the same record open for editing are told of each other by name, until one leaves', async () => {
  const [one, two, far] = [
    await world.as('secretary', branch),
    await world.as('commissioner', branch),
    await world.as('secretary', other),
  ]
  const id = await meet(one)
  const [first, second, third] = [await open(one), await open(two), await open(far)]
  expect(await edit(one, first.page, id)).toBe(200)
  expect(await first.next()).toMatchObject({ name: 'editing', data: { subject: id, names: [] } })
  expect(await edit(two, second.page, id)).toBe(200)
  expect(await first.next()).toMatchObject({ data: { subject: id, names: ['测试'] } })
  expect(await second.next()).toMatchObject({ data: { subject: id, names: ['测试'] } })
  second.leave()
  expect(await first.next()).toMatchObject({ data: { subject: id, names: [] } })
  expect(await edit(far, third.page, id)).toBe(403)
  first.leave()
  third.leave()
})

test('five hundred open pages are told by one look', async () => {
  world.live.stop()
  // What was written a moment ago is told to every new line; this is about what comes after.
  world.setNow(new Date(world.now().getTime() + 60_000))
  const callers: Caller[] = []
  for (let n = 0; n < 25; n += 1) callers.push(await world.as('inspector'))
  const lines: Line[] = []
  for (const caller of callers) for (let n = 0; n < 20; n += 1) lines.push(await open(caller))
  expect(world.live.open()).toBe(500)
  const id = await meet(await world.as('secretary', branch))
  const told = await Promise.all(lines.map(({ next }) => next()))
  for (const event of told)
    expect(event).toMatchObject({
      name: 'change',
      data: { changes: [{ ids: expect.arrayContaining([id]) }] },
    })
  world.live.stop()
  expect(world.live.open()).toBe(0)
})

test('one person has at most twenty lines: the oldest is ended', async () => {
  const caller = await world.as('inspector')
  const lines: Line[] = []
  for (let n = 0; n < 21; n += 1) lines.push(await open(caller))
  expect(await lines[0]?.next()).toBe('ended')
  expect(world.live.open()).toBe(20)
  world.live.stop()
})

test.each([
  ['nobody', '', 401],
  ['a cookie that is none', 'x', 401],
])('%s gets no line', async (_, cookie, status) => {
  const response = await world.app.request('/api/live', {
    headers: { cookie: `${SESSION_COOKIE}=${cookie}` },
  })
  expect(response.status).toBe(status)
})

test('every kind of record that is journaled is told of', () => {
  expect(Object.keys(SHOWN).sort()).toEqual([...new Set(journaled.map(({ table }) => table))].sort())
})
