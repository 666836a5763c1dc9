import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '../../kit/id.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'
import { asPerson } from '../../server/world-people.ts'
import { type Records, recordsIn } from '../../server/world-records.ts'

let world: World
let records: Records
let branch: Id<'org'>
let secretary: Caller
beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
  branch = await records.branch()
  secretary = await world.as('secretary', branch)
})
afterAll(() => world.close())

const plan = async (kind: 'themeDay' | 'partyLecture', day: string): Promise<Id<'planned_meeting'>> => {
  const session = { day, starts: '14:00', ends: '15:30', place: '会议室', shift: '' }
  const given = { orgId: branch, kind, subject: '学习', note: '', materialIds: [], sessions: [session] }
  return (await secretary.post('meetings.planMeeting', given)).body.id
}
const linesFor = async (who: Caller, kind: 'duty' | 'leave' | 'leaveWithdrawn') =>
  (await who.get('home.findOpen', {})).body.lines.filter((line) => line.kind === kind)
const dutyOf = async (what: string) =>
  (await linesFor(secretary, 'duty')).find((line) => line.what === what && line.state !== 'missed')

test('a duty says the day a meeting is planned for it; one after its window is none', async () => {
  await plan('themeDay', '2026-11-02')
  expect((await dutyOf('themeDay'))?.branches[0]?.planned).toBeNull()
  const id = await plan('themeDay', '2026-10-27')
  await plan('themeDay', '2026-10-30')
  expect(await dutyOf('themeDay')).toMatchObject({
    state: 'due',
    isPlanned: true,
    branches: [{ planned: { id, day: '2026-10-27' } }],
  })
  expect((await dutyOf('partyLecture'))?.isPlanned).toBe(false)
  await secretary.post('meetings.cancelPlanned', { id, why: '改期' })
  expect((await dutyOf('themeDay'))?.branches[0]?.planned?.day).toBe('2026-10-30')
})

test('leave that waits is a line for those who may answer it, until it is answered; not for who asked it', async () => {
  const id = await plan('partyLecture', '2026-10-21')
  const own = await records.person(branch, { name: '孙八' })
  const member = await asPerson(world, await records.person(branch, { name: '钱七' }))
  await member.post('meetings.askLeave', { plannedId: id, reason: 'onShift' })
  expect(await linesFor(secretary, 'leave')).toMatchObject([
    { what: id, until: '2026-10-21', count: 1, branches: [{ branchId: branch, name: '钱七' }] },
  ])
  expect(await linesFor(await world.as('inspector', branch), 'leave')).toEqual([])
  expect(await linesFor(await world.as('secretary', await records.branch()), 'leave')).toEqual([])

  const herself = await asPerson(world, own)
  await herself.post('meetings.askLeave', { plannedId: id, reason: 'trip' })
  await world.db
    .updateTable('account')
    .set({ person_id: own })
    .where('id', '=', secretary.accountId)
    .execute()
  expect((await linesFor(secretary, 'leave')).flatMap(namesIn)).toEqual(['钱七'])
  const { requests } = (await secretary.get('meetings.listLeave', { branchId: branch })).body
  for (const { id: asked, name } of requests)
    if (name === '钱七') await secretary.post('meetings.answerLeave', { id: asked, state: 'granted' })
  expect(await linesFor(secretary, 'leave')).toEqual([])
  await member.post('meetings.withdrawLeave', { plannedId: id })
  expect(await linesFor(secretary, 'leaveWithdrawn')).toMatchObject([
    { what: id, branches: [{ name: '钱七' }] },
  ])
  await member.post('meetings.askLeave', { plannedId: id, reason: 'ill' })
  expect(await linesFor(secretary, 'leaveWithdrawn')).toEqual([])
  await member.post('meetings.withdrawLeave', { plannedId: id })
  expect([...(await linesFor(secretary, 'leave')), ...(await linesFor(secretary, 'leaveWithdrawn'))]).toEqual(
    [],
  )
})

const namesIn = ({ branches }: { branches: { name: string }[] }): string[] => branches.map(({ name }) => name)
