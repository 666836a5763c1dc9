import { randomUUID } from 'node:crypto'
import { type ClientRequest, get } from 'node:http'
import { join } from 'node:path'
import type pg from 'pg'
import { dayAt } from '../../src/kit/day.ts'
import { addCaller } from './callers.ts'
import { withClient } from './client.ts'
import type { Ground } from './ground.ts'
import type { Line, Measure } from './measure.ts'
import { branchId, fillMine, MINE, seedId } from './mine.ts'
import { median, quantile, showMs } from './numbers.ts'
import { type Product, startProduct } from './product.ts'

const SCREENS = 500
const ROLL = 50
const MOST_MS = 1000
/** Nobody waits longer for a line that says nothing. */
const GIVE_UP_MS = 20_000

const ROOM = `
insert into meeting (mine_id, id, no, org_id, kind, held_on, subject, expected, present, source, recorded_at, room_state, opened_at)
values ('${MINE}', $1, 'L-1', $2, 'generalMeeting', $3, '讨论本月安全生产', ${ROLL}, 0, 'product', now(), 'open', now() - interval '1 hour')`

/** A branch whose room is open, its secretary, and those who look on from desks of their own. */
async function fill(client: pg.Client, screens: number): Promise<readonly string[]> {
  await fillMine(client, { branches: 2, people: 2 * ROLL, meetings: 0, groupsEvery: 5 })
  await client.query(ROOM, [seedId('meeting', 1), branchId(1), dayAt(new Date())])
  const cookies: string[] = []
  for (let n = 1; n <= screens + 1; n += 1)
    cookies.push(
      await addCaller(client, n, { role: n === 1 ? 'secretary' : 'inspector', orgId: branchId(1) }),
    )
  return cookies
}

/** A page that listens: when it was told last, and closing it. */
type Screen = { readonly toldAt: () => number; readonly close: () => void }

/** Opens a line and waits until the server has greeted it. */
function openScreen({ port }: Product, cookie: string): Promise<Screen> {
  return new Promise((opened, failed) => {
    let told = 0
    const request: ClientRequest = get({
      port,
      host: '127.0.0.1',
      path: '/api/live',
      headers: { cookie },
      agent: false,
    })
    request.on('error', failed)
    request.on('response', (response) => {
      if (response.statusCode !== 200) failed(new Error(`live: ${response.statusCode}`))
      response.setEncoding('utf8')
      response.on('error', () => undefined)
      response.on('data', (text: string) => {
        if (text.includes('event: change')) told = performance.now()
        if (text.includes('event: open')) opened({ toldAt: () => told, close: () => request.destroy() })
      })
    })
  })
}

/** Calls the roll for the so-manieth time. Throws when it was refused. */
async function callRoll({ address }: Product, cookie: string, times: number): Promise<void> {
  const roll = Array.from({ length: ROLL - 1 }, (_, at) => ({
    personId: seedId('person', (at + 1) * 2),
    state: (at + times) % 7 === 3 ? 'absent' : 'present',
    reason: '',
  }))
  const response = await fetch(`${address}/api/meetings.takeRoll`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ id: seedId('meeting', 1), times, roll, guests: [] }),
  })
  if (response.status !== 200) throw new Error(`takeRoll: ${response.status} ${await response.text()}`)
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** How long after the roll was sent each screen was told of it. Throws when one never was. */
async function tell(screens: readonly Screen[], call: () => Promise<void>): Promise<number[]> {
  const began = performance.now()
  await call()
  while (screens.some(({ toldAt }) => toldAt() < began)) {
    if (performance.now() - began > GIVE_UP_MS) throw new Error('a screen was never told')
    await pause(10)
  }
  return screens.map(({ toldAt }) => toldAt() - began)
}

function linesOf(turns: readonly number[][], screens: number): Line[] {
  const last = median(turns.map((told) => Math.max(...told)))
  const half = median(turns.map((told) => quantile(told, 0.5)))
  return [
    {
      what: `a roll call of ${ROLL - 1}, until the last of ${screens} open screens is told`,
      asked: `≤ ${showMs(MOST_MS)}`,
      measured: `${showMs(last)} (half of them ${showMs(half)})`,
      met: last <= MOST_MS,
    },
  ]
}

async function measure(ground: Ground): Promise<Line[]> {
  const count = ground.small ? 20 : SCREENS
  const database = await ground.makeDatabase()
  const [secretary = '', ...others] = await withClient({ url: database.url }, (client) => fill(client, count))
  const product = await startProduct(database.url, join(ground.home, 'live'))
  const screens: Screen[] = []
  try {
    for (const cookie of others) screens.push(await openScreen(product, cookie))
    const turns: number[][] = []
    for (let times = 0; times < (ground.small ? 2 : 7); times += 1) {
      turns.push(await tell(screens, () => callRoll(product, secretary, times)))
      await pause(500)
    }
    return linesOf(turns.slice(1), count)
  } finally {
    for (const { close } of screens) close()
    await product.stop()
    await database.drop()
  }
}

/** One secretary calls the roll while many look on, each signed in as somebody else. */
export const live: Measure = { title: 'open screens told of a roll call, over SSE (fsync on)', run: measure }
