import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '../kit/contract.ts'
import type { Id } from '../kit/id.ts'
import { type Caller, makeWorld, type World } from './world.ts'
import { asPerson } from './world-people.ts'
import { type Records, recordsIn } from './world-records.ts'

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

const sitting = (day: string, starts: string, shift: string) => ({
  ...{ day, starts, ends: '18:00', place: '会议室', shift },
})
const plan = (orgId: Id<'org'>): InputOf<'meetings.planMeeting'> => ({
  ...{ orgId, kind: 'partyLecture', subject: '与张三谈话', note: '李四带材料', materialIds: [] },
  sessions: [sitting('2026-10-20', '14:00', '早班'), sitting('2026-10-21', '17:00', '夜班')],
})

const read = async (path: string) => {
  const response = await world.app.request(path)
  const text = await response.text()
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    lines: text.replace(/\r\n /g, '').split('\r\n'),
  }
}
const pathOf = async (who: Caller): Promise<string> => (await who.post('access.makeFeed', {})).body.path
const line = (lines: readonly string[], name: string): string[] => lines.filter((one) => one.startsWith(name))

test('a calendar holds the sitting of one’s own shift, counts its changes, and keeps what was called off', async () => {
  const branch = await records.branch()
  const night = await asPerson(world, await records.person(branch, {}, { shift: '夜班' }))
  const secretary = await world.as('secretary', branch)
  const { id } = (await secretary.post('meetings.planMeeting', plan(branch))).body
  const path = await pathOf(night)

  const first = await read(path)
  expect([first.status, first.type]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(line(first.lines, 'DTSTART;TZID')).toEqual(['DTSTART;TZID=Asia/Shanghai:20261021T170000'])
  expect(line(first.lines, 'UID')).toEqual([`UID:${id}@${world.mineId}`])
  expect(line(first.lines, 'SEQUENCE')).toEqual(['SEQUENCE:0'])
  expect(first.lines.join()).not.toMatch(/张三|李四/)

  await secretary.post('meetings.changePlanned', { id, rev: 1, ...plan(branch) })
  await secretary.post('meetings.cancelPlanned', { id, why: '张三出差' })
  const last = await read(path)
  expect(line(last.lines, 'SEQUENCE')).toEqual(['SEQUENCE:2'])
  expect(line(last.lines, 'STATUS')).toEqual(['STATUS:CANCELLED'])
  expect(line(last.lines, 'UID')).toEqual(line(first.lines, 'UID'))
  expect(last.lines.join()).not.toContain('张三')
})

test.each([
  ['past midnight ends the next day', '23:30', '00:20', ['DTEND;TZID=Asia/Shanghai:20261021T002000']],
  ['whose end nobody gave has none', '23:30', '', []],
])('a sitting %s', async (_, starts, ends, expected) => {
  const branch = await records.branch()
  const who = await asPerson(world, await records.person(branch))
  const secretary = await world.as('secretary', branch)
  const session = { ...sitting('2026-10-20', starts, ''), ends }
  await secretary.post('meetings.planMeeting', { ...plan(branch), sessions: [session] })
  const { lines } = await read(await pathOf(who))
  expect(line(lines, 'DTSTART;TZID')).toEqual(['DTSTART;TZID=Asia/Shanghai:20261020T233000'])
  expect(line(lines, 'DTEND;TZID')).toEqual(expected)
})

test('a secretary finds what is due on the last day, until it is planned', async () => {
  const branch = await records.branch()
  const secretary = await world.as('secretary', branch)
  const path = await pathOf(secretary)
  const uids = async () => line((await read(path)).lines, 'UID').join()
  expect(await uids()).toContain('partyLecture.2026Q4')
  await secretary.post('meetings.planMeeting', plan(branch))
  expect(await uids()).not.toContain('partyLecture.2026Q4')
  expect(await uids()).toContain('themeDay.2026-10')
})

test('an address ends when another is made, when it is ended, and with the account', async () => {
  const who = await world.as('inspector')
  expect((await who.get('access.findFeed', {})).body.madeAt).toBeNull()
  const first = await pathOf(who)
  expect((await who.get('access.findFeed', {})).body.madeAt).not.toBeNull()
  const second = await pathOf(who)
  expect((await read(first)).status).toBe(404)
  expect((await read(second)).status).toBe(200)
  await who.post('access.endFeed', {})
  expect((await read(second)).status).toBe(404)

  const third = await pathOf(who)
  const security = await world.as('securityAdmin')
  await security.post('access.disableAccount', { accountId: who.accountId })
  expect((await read(third)).status).toBe(404)
})

test('no address answers for a secret that was not drawn, or for no secret', async () => {
  expect((await read(`/feed/${world.mineId}.${'a'.repeat(43)}.ics`)).status).toBe(404)
  expect((await read('/feed/nothing.ics')).status).toBe(404)
})

test('the journal knows of every address, and no table holds the secret', async () => {
  const who = await world.as('inspector')
  const secret = (await pathOf(who)).slice('/feed/'.length, -'.ics'.length).split('.')[1] ?? ''
  const { rows } = await world.db
    .selectFrom('journal_entry')
    .select(['kind', 'record'])
    .where('record', '=', 'calendar_feed')
    .execute()
    .then((found) => ({ rows: found }))
  expect(rows.length).toBeGreaterThan(0)
  const kept = await world.db.selectFrom('calendar_feed').selectAll().execute()
  expect(
    JSON.stringify(
      kept.map(({ secret_hash, ...row }) => ({ ...row, hash: secret_hash.toString('base64url') })),
    ),
  ).not.toContain(secret)
})
