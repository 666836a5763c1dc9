import { join } from 'node:path'
import { assess } from '../../src/assessment/facts/assess.ts'
import { factsWith } from '../../src/assessment/facts/count.ts'
import { showFactKey } from '../../src/assessment/rules/fact-keys.ts'
import { listAssessed } from '../../src/assessment/store/branches.ts'
import { addScheme } from '../../src/assessment/store/new-scheme.ts'
import { findScheme } from '../../src/assessment/store/schemes.ts'
import { openDb } from '../../src/kit/db/db.ts'
import type { Id } from '../../src/kit/id.ts'
import { openKeys } from '../../src/kit/keys/keys.ts'
import { type Period, parsePeriod } from '../../src/kit/period.ts'
import { showRatio } from '../../src/kit/ratio.ts'
import { SCHEME, statementByHand } from './by-hand.ts'
import { addCaller } from './callers.ts'
import { withClient } from './client.ts'
import type { Ground } from './ground.ts'
import type { Line, Measure } from './measure.ts'
import { branchId, fillMine, MINE, type Size } from './mine.ts'
import { median, medianMs, showMs, showTimes, timed } from './numbers.ts'
import { type Product, startProduct } from './product.ts'
import { type Kept, replayAsked } from './replay.ts'

const FULL: Size = { branches: 5000, people: 100_000, meetings: 2_000_000, groupsEvery: 5 }
const SMALL: Size = { branches: 50, people: 1000, meetings: 20_000, groupsEvery: 5 }
const MOST_TIMES = 3
const ROUNDS = 7
const MINE_ID = MINE as Id<'mine'>

const periodOf = (name: string): Period => {
  const period = parsePeriod(name)
  if (!period) throw new Error(`no period: ${name}`)
  return period
}
const monthsOf = (period: Period): number => (period.name.length === 4 ? 12 : 3)

/** A mine of that size with a scheme, its tables analysed. */
async function makeMine({ url }: Kept, size: Size): Promise<string> {
  const cookie = await withClient({ url }, async (client) => {
    await fillMine(client, size)
    return addCaller(client, 1, { role: 'committeeStaff', orgId: null })
  })
  const { db, close } = openDb(url, 1)
  const items = SCHEME.map(([no, fact, rule, parameters, ofHundredths]) => ({
    ...{ no, fact, rule, parameters, ofHundredths, heading: '', title: `第${no}项`, basis: '' },
  }))
  await db
    .transaction()
    .execute((tx) =>
      addScheme(tx, { mineId: MINE_ID, now: new Date() }, { source: 'product', bands: [], items }),
    )
  await close()
  return cookie
}

type Values = Readonly<Record<string, string | number | null>> & { readonly code: string }

/** Text of a value by hand in lowest terms, as the product shows it. */
function lowest(value: string | number | null): string {
  if (value === null) return 'n/a'
  const [num = 0, den = 1] = String(value).split('/').map(Number)
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
  const by = divisor(num, den) || 1
  return den / by === 1 ? String(num / by) : `${num / by}/${den / by}`
}

/** Both must say the same of every branch, or what is measured is not the same thing. */
async function compare(
  { url, keys: folder }: Kept,
  period: Period,
  byHand: readonly Values[],
): Promise<void> {
  const { db, close } = openDb(url, 1)
  const keys = openKeys(folder)
  const scheme = await findScheme(db, MINE_ID, 'latest')
  const branches = await listAssessed(db, MINE_ID, period.last, 'mine')
  if (!scheme) throw new Error('no scheme')
  const scored = await assess(db, factsWith(keys), { mineId: MINE_ID, period, scheme, branches })
  keys.close()
  await close()
  const known = new Map(byHand.map((values) => [values.code, values]))
  for (const { branch, items, leftOut } of scored) {
    const all = [
      ...items.map(({ item, value }) => [showFactKey(item.fact), showRatio(value)] as const),
      ...leftOut.map(({ fact }) => [showFactKey(fact), 'n/a'] as const),
    ]
    for (const [fact, value] of all) {
      const other = lowest(known.get(branch.code)?.[fact] ?? null)
      if (other !== value) throw new Error(`${branch.code} ${fact}: ${value}, by hand ${other}`)
    }
  }
}

type Sides = { readonly product: Product; readonly cookie: string; readonly kept: Kept }

/** In turns, so that what else the machine does falls on both; the ratio is the median of theirs. */
async function measurePeriod({ product, cookie, kept }: Sides, name: string, records: number): Promise<Line> {
  const period = periodOf(name)
  const path = `/api/assessment.listScores?period=${name}`
  const rounds = await withClient({ url: kept.url }, async (client) => {
    const byHand = async (): Promise<Values[]> => {
      const values = [MINE, period.first, period.last]
      return (await client.query<Values>({ name, text: statementByHand(monthsOf(period)), values })).rows
    }
    await compare(kept, period, await byHand())
    await product.get(path, cookie)
    const all: { ours: number; bare: number }[] = []
    for (let round = 0; round < ROUNDS; round += 1)
      all.push({ bare: (await timed(byHand)).ms, ours: (await timed(() => product.get(path, cookie))).ms })
    return all
  })
  const ratio = median(rounds.map(({ ours, bare }) => ours / bare))
  return {
    what: `values and points of ${name} (${records.toLocaleString('en')} records in it), as a page asks for them`,
    asked: `≤ ${MOST_TIMES} × by hand`,
    measured: `${showTimes(ratio)} (${showMs(median(rounds.map(({ ours }) => ours)))})`,
    bare: showMs(median(rounds.map(({ bare }) => bare))),
    met: ratio <= MOST_TIMES,
  }
}

async function measureOne({ product, cookie, kept }: Sides): Promise<Line[]> {
  const asked = `branchId=${branchId(7)}&period=2026`
  const item = `/api/assessment.listEvidence?${asked}&no=8`
  const branch = `/api/assessment.findScore?${asked}`
  const { evidence }: { evidence: readonly unknown[] } = JSON.parse(await product.get(item, cookie))
  const itemMs = await medianMs(20, () => product.get(item, cookie))
  const branchMs = await medianMs(20, () => product.get(branch, cookie))
  return [
    {
      what: `evidence of one opened item (${evidence.length} rows, 2026)`,
      asked: '≤ 100 ms',
      measured: showMs(itemMs),
      bare: showMs((await replayAsked(kept, item, cookie)).ms),
      met: itemMs <= 100,
    },
    {
      what: 'one branch with all its reasons (2026)',
      measured: showMs(branchMs),
      bare: showMs((await replayAsked(kept, branch, cookie)).ms),
    },
  ]
}

async function measureAll(ground: Ground, size: Size): Promise<Line[]> {
  const database = await ground.makeDatabase()
  const dataDir = join(ground.home, 'thousands')
  const kept = { url: database.url, keys: join(dataDir, 'keys') }
  const cookie = await makeMine(kept, size)
  const product = await startProduct(database.url, dataDir)
  try {
    const sides = { product, cookie, kept }
    return [
      await measurePeriod(sides, '2026', size.meetings),
      await measurePeriod(sides, '2026Q3', Math.round(size.meetings / 4)),
      ...(await measureOne(sides)),
    ]
  } finally {
    await product.stop()
    await database.drop()
  }
}

/** A group of mines in one: by hand is one statement over sets that counts the same facts, and both must agree on every branch. */
export const thousands: Measure = {
  title: '5,000 branches with 100,000 members and 2 million meeting records (warm, over HTTP)',
  run: (ground) => measureAll(ground, ground.small ? SMALL : FULL),
}
