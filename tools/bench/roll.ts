import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type pg from 'pg'
import { dayAt } from '../../src/kit/day.ts'
import { unguard } from '../../src/kit/test/clone.ts'
import type { Recorded } from './bare.ts'
import { addCaller } from './callers.ts'
import { withClient } from './client.ts'
import type { Ground } from './ground.ts'
import type { Loaded, Request } from './load.ts'
import type { Line, Measure } from './measure.ts'
import { branchId, fillMine, MINE, seedId } from './mine.ts'
import { median, showMs, showRate } from './numbers.ts'
import { startProduct } from './product.ts'
import { recordStatements, type Statement } from './recorder.ts'
import { type Kept, withApp } from './replay.ts'
import { startBare } from './sides.ts'

const BRANCHES = 200
const ROLL = 50
const MOST_P99_MS = 150

/** Every branch's room, open since this morning. */
const ROOMS = `
insert into meeting (mine_id, id, no, org_id, kind, held_on, subject, expected, present, source, recorded_at, room_state, opened_at)
select '${MINE}'::uuid, meeting, no, org, 'generalMeeting', $4::date, '讨论本月安全生产', ${ROLL}, 0, 'product', now(), 'open', now() - interval '1 hour'
from unnest($1::uuid[], $2::text[], $3::uuid[]) as room (meeting, no, org)`

const branches = Array.from({ length: BRANCHES }, (_, at) => at + 1)

async function fill(client: pg.Client): Promise<readonly string[]> {
  await fillMine(client, { branches: BRANCHES, people: BRANCHES * ROLL, meetings: 0, groupsEvery: 5 })
  const rooms = [
    branches.map((n) => seedId('meeting', n)),
    branches.map((n) => `R-${n}`),
    branches.map(branchId),
  ]
  await client.query(ROOMS, [...rooms, dayAt(new Date())])
  const cookies: string[] = []
  for (const n of branches)
    cookies.push(await addCaller(client, n, { role: 'secretary', orgId: branchId(n) }))
  await client.query('vacuum analyze')
  return cookies
}

/** A branch's secretary calls the roll of its fifty, for the so-manieth time. */
function rollOf(branch: number, cookie: string, times: number): Request {
  const roll = Array.from({ length: ROLL }, (_, at) => ({
    personId: seedId('person', at * BRANCHES + branch - 1 || BRANCHES * ROLL),
    state: at % 7 === 3 ? 'absent' : 'present',
    reason: at % 7 === 3 ? '上夜班' : '',
  }))
  const body = JSON.stringify({ id: seedId('meeting', branch), times, roll, guests: [] })
  return { path: '/api/meetings.takeRoll', cookie, body }
}

const isWord = (word: string) => (statement: Statement) => statement.text === word

/** What the product does for each branch's second roll, when nothing is made for the first time any more. */
async function record(kept: Kept, cookies: readonly string[]): Promise<Recorded[]> {
  return withApp(kept, async (ask) => {
    const send = ({ path, cookie, body = '' }: Request): Promise<string> => {
      const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
      return ask(path, { method: 'POST', headers, body })
    }
    const all: Recorded[] = []
    for (const [at, cookie] of cookies.entries()) {
      await send(rollOf(at + 1, cookie, 0))
      const { answer, statements } = await recordStatements(() => send(rollOf(at + 1, cookie, 1)))
      const begins = statements.findIndex(isWord('begin'))
      all.push({ before: statements.slice(0, begins), inside: statements.slice(begins), answer })
    }
    return all
  })
}

type Turn = { readonly ours: Loaded; readonly bare: Loaded }

function linesOf(turns: readonly Turn[], statements: number): Line[] {
  const middle = (side: keyof Turn, of: keyof Loaded): number => median(turns.map((turn) => turn[side][of]))
  const p99 = middle('ours', 'p99')
  return [
    {
      what: `a roll call of ${ROLL}, ${BRANCHES} branches at once, the slowest hundredth`,
      asked: `≤ ${MOST_P99_MS} ms`,
      measured: `${showMs(p99)} (half ${showMs(middle('ours', 'p50'))}, ${showRate(middle('ours', 'perSecond'))})`,
      bare: `${showMs(middle('bare', 'p99'))}, ${showRate(middle('bare', 'perSecond'))} (${statements} statements)`,
      met: p99 <= MOST_P99_MS,
    },
  ]
}

async function measure(ground: Ground): Promise<Line[]> {
  const seeded = await ground.makeDatabase()
  const cookies = await withClient({ url: seeded.url }, fill)
  const [ours, bareOwn, scratch] = await Promise.all([1, 2, 3].map(() => ground.makeDatabase(seeded.url)))
  if (!ours || !bareOwn || !scratch) throw new Error('no databases')
  await unguard(bareOwn)
  const recorded = await record({ url: scratch.url, keys: join(ground.home, 'roll-recorded') }, cookies)
  const product = await startProduct(ours.url, join(ground.home, 'roll'))
  const bare = await startBare(bareOwn.url)
  const turns: Turn[] = []
  try {
    await ground.settle()
    for (let times = 0; times <= (ground.small ? 1 : 7); times += 1) {
      const requests = cookies.map((cookie, at) => rollOf(at + 1, cookie, times))
      const load = { requests, callers: BRANCHES, count: BRANCHES }
      await bare.ready({ requests, recorded }, BRANCHES)
      const own = await bare.load({ port: product.port, ...load })
      const other = await bare.load({ port: bare.port, ...load })
      if (times > 1 || ground.small) turns.push({ ours: own, bare: other })
    }
  } finally {
    await bare.end()
    await product.stop()
    for (const database of [ours, bareOwn, scratch, seeded]) await database.drop()
  }
  const [first] = recorded
  return linesOf(turns, (first?.before.length ?? 0) + (first?.inside.length ?? 0))
}

/** Everybody's secretary sends the whole roll in one request at the same moment. Bare: the very statements the product ran, by `pg` alone. */
export const rolling: Measure = {
  title: 'roll calls, all branches at once, over HTTP (fsync on)',
  run: measure,
}
