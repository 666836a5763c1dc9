import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type pg from 'pg'
import { dayAt } from '../../src/kit/day.ts'
import { unguard } from '../../src/kit/test/clone.ts'
import type { Recorded } from './bare.ts'
import { addCaller } from './callers.ts'
import { withClient } from './client.ts'
import type { Ground } from './ground.ts'
import type { Request } from './load.ts'
import type { Line, Measure } from './measure.ts'
import { branchId, fillMine, MINE, seedId } from './mine.ts'
import { showMs, showPart, showRate, showTimes } from './numbers.ts'
import { type Product, startProduct } from './product.ts'
import { recordStatements, type Statement } from './recorder.ts'
import { type Kept, withApp } from './replay.ts'
import { type Bare, type Case, compareSides, startBare } from './sides.ts'

const BRANCHES = 200
const ROLL = 10
const LEAST_RATE = 0.6
const MOST_P99 = 2.5

/** A branch's secretary enters a meeting with the roll of its ten members. */
function meetingOf(branch: number, cookie: string): Request {
  const roll = Array.from({ length: ROLL }, (_, at) => ({
    personId: seedId('person', at * BRANCHES + branch - 1 || BRANCHES * ROLL),
    state: at === 3 ? 'absent' : 'present',
    reason: at === 3 ? '上夜班' : '',
  }))
  const about = { kind: 'generalMeeting', heldOn: dayAt(new Date()), starts: '08:30', ends: '10:00' }
  const who = { place: '三楼会议室', chair: '张建国', recorder: '李明', lecturer: '' }
  const said = { subject: '学习党章，讨论本月安全生产', resolution: '同意，由组织委员落实。', absence: '' }
  const body = { orgId: branchId(branch), ...about, ...who, ...said, hoursHundredths: 150, roll }
  return { path: '/api/meetings.enterMeeting', cookie, body: JSON.stringify(body) }
}

/** The committee's staff writes down a unit's theme day. */
function unitOf(branch: number, cookie: string): Request {
  const words = { name: `第${branch}党支部`, shiftSystem: '三八制', themeDay: '每月5日', note: '' }
  const days = { foundedOn: null, termFrom: '2025-01-01', termTo: '2027-12-31' }
  // The same words are sent again and again: as of a revision that is never behind.
  const rev = 100_000
  const body = { id: branchId(branch), rev, parentId: branchId(0), ...words, ...days }
  return { path: '/api/org.changeUnit', cookie, body: JSON.stringify(body) }
}

type Cookies = { readonly secretaries: readonly string[]; readonly staff: string }

async function fill(client: pg.Client): Promise<Cookies> {
  await fillMine(client, { branches: BRANCHES, people: BRANCHES * ROLL, meetings: 0, groupsEvery: 5 })
  const secretaries: string[] = []
  for (let branch = 1; branch <= BRANCHES; branch += 1)
    secretaries.push(await addCaller(client, branch, { role: 'secretary', orgId: branchId(branch) }))
  const staff = await addCaller(client, BRANCHES + 1, { role: 'committeeStaff', orgId: null })
  await client.query('vacuum analyze')
  return { secretaries, staff }
}

const isWord = (word: string) => (statement: Statement) => statement.text === word

/** What the product does for a request: recorded the second time it is asked, when nothing is made for the first time any more. */
async function record(kept: Kept, requests: readonly Request[]): Promise<Recorded[]> {
  return withApp(kept, async (ask) => {
    const send = ({ path, cookie, body }: Request): Promise<string> => {
      const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
      return ask(path, { method: 'POST', headers, ...(body && { body }) })
    }
    const all: Recorded[] = []
    for (const request of requests) {
      await send(request)
      const { answer, statements } = await recordStatements(() => send(request))
      const begins = statements.findIndex(isWord('begin'))
      all.push({ before: statements.slice(0, begins), inside: statements.slice(begins), answer })
    }
    return all
  })
}

/** One meeting and nothing else, committed by itself. */
const INSERT = `insert into meeting (mine_id, id, no, org_id, kind, held_on, expected, present, source, recorded_at)
values ($1, $2::uuid, $2::uuid::text, $3, 'generalMeeting', '2026-05-01', 10, 9, 'product', now())`
const singleInsert = (branch: number): Recorded => ({
  before: [{ name: 'insert', text: INSERT, values: [MINE, randomUUID(), branchId(branch)] }],
  inside: [],
  answer: '{}',
})

type Scene = { readonly ground: Ground; readonly product: Product; readonly bare: Bare }

async function compareWrite({ ground, product, bare }: Scene, what: string, of: Case): Promise<Line[]> {
  const [count, rounds] = ground.small ? [1000, 1] : [2000, 5]
  await ground.settle()
  const some = await compareSides(bare, product, of, { callers: 16, count, rounds })
  const many = await compareSides(bare, product, of, { callers: 64, count, rounds })
  const statements = (of.recorded[0]?.before.length ?? 0) + (of.recorded[0]?.inside.length ?? 0)
  return [
    {
      what: `${what}, 16 callers`,
      asked: `≥ ${showPart(LEAST_RATE)} of bare`,
      measured: `${showPart(some.rate)} (${showRate(some.ours.perSecond)}, p99 ${showMs(some.ours.p99)})`,
      bare: `${showRate(some.bare.perSecond)}, p99 ${showMs(some.bare.p99)} (${statements} statements)`,
      met: some.rate >= LEAST_RATE,
    },
    {
      what: `${what}, 64 callers, the slowest hundredth`,
      asked: `≤ ${MOST_P99} × bare`,
      measured: `${showTimes(many.p99)} (${showMs(many.ours.p99)}, ${showRate(many.ours.perSecond)})`,
      bare: `${showMs(many.bare.p99)}, ${showRate(many.bare.perSecond)}`,
      met: many.p99 <= MOST_P99,
    },
    {
      what: `${what}, processor time of a request in the server`,
      measured: showMs(some.processor.ours),
      bare: showMs(some.processor.bare),
    },
    await besideInsert({ ground, product, bare }, what, some.ours.perSecond),
  ]
}

async function besideInsert({ ground, bare }: Scene, what: string, perSecond: number): Promise<Line> {
  const recorded = Array.from({ length: BRANCHES }, (_, at) => singleInsert(at + 1))
  const requests = [{ path: '/', cookie: '', body: '{}' }]
  const count = ground.small ? 50 : 4000
  await bare.ready({ requests, recorded }, count)
  const inserted = await bare.load({ port: bare.port, requests, callers: 16, count })
  return {
    what: `${what}, beside a single bare insert, 16 callers`,
    measured: showPart(perSecond / inserted.perSecond),
    bare: showRate(inserted.perSecond),
  }
}

async function measure(ground: Ground): Promise<Line[]> {
  const seeded = await ground.makeDatabase()
  const { secretaries, staff } = await withClient({ url: seeded.url }, fill)
  const [ours, bareOwn, scratch] = await Promise.all([1, 2, 3].map(() => ground.makeDatabase(seeded.url)))
  if (!ours || !bareOwn || !scratch) throw new Error('no databases')
  await unguard(bareOwn)
  const meetings = secretaries.map((cookie, at) => meetingOf(at + 1, cookie))
  const units = secretaries.map((_, at) => unitOf(at + 1, staff))
  const kept = { url: scratch.url, keys: join(ground.home, 'write-recorded') }
  const cases = {
    meetings: { requests: meetings, recorded: await record(kept, meetings) },
    units: { requests: units, recorded: await record(kept, units) },
  }
  const product = await startProduct(ours.url, join(ground.home, 'write'))
  const bare = await startBare(bareOwn.url)
  try {
    const scene = { ground, product, bare }
    return [
      ...(await compareWrite(scene, `meetings.enterMeeting with a roll of ${ROLL}`, cases.meetings)),
      ...(await compareWrite(scene, 'org.changeUnit', cases.units)),
    ]
  } finally {
    await bare.end()
    await product.stop()
    for (const database of [ours, bareOwn, scratch, seeded]) await database.drop()
  }
}

/** Writes with their journal. Bare: Node's own server and `pg` with as many connections, running the very statements the product ran. */
export const write: Measure = {
  title: 'a write with its journal, over HTTP (fsync on; journal sequenced and signed meanwhile)',
  run: measure,
}
