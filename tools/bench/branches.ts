import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findMine } from '../../src/access/store/set-up.ts'
import { openDb } from '../../src/kit/db/db.ts'
import { addCaller } from './callers.ts'
import { startChild } from './child.ts'
import { withClient } from './client.ts'
import type { Imported, Importing } from './import-once.ts'
import type { Line, Measure } from './measure.ts'
import { medianMs, showMs, showTimes } from './numbers.ts'
import { type Product, startProduct } from './product.ts'
import { type Kept, replayAsked } from './replay.ts'

const FIXTURE = fileURLToPath(new URL('../../src/ledger/fixtures/mine-2026.xlsx', import.meta.url))
const PERIOD = '2026Q3'
const RUNS = 40

async function importFixture(url: string, keys: string): Promise<void> {
  mkdirSync(keys, { recursive: true, mode: 0o700 })
  const child = startChild<Importing, Imported>('import-once.ts')
  await child.tell({ url, file: FIXTURE, keys })
  await child.end()
}

async function signIn(url: string): Promise<string> {
  const { db, close } = openDb(url, 1)
  const mine = await findMine(db)
  await close()
  if (!mine) throw new Error('no mine was imported')
  return withClient({ url }, (client) =>
    addCaller(client, 1, { role: 'committeeStaff', orgId: null, mineId: mine.id }),
  )
}

type Scores = { readonly scores: readonly { readonly branchId: string; readonly score: string | null }[] }

async function measure(product: Product, cookie: string, kept: Kept): Promise<Line[]> {
  const all = `/api/assessment.listScores?period=${PERIOD}`
  const { scores }: Scores = JSON.parse(await product.get(all, cookie))
  const one = `/api/assessment.findScore?period=${PERIOD}&branchId=${scores[0]?.branchId}`
  const { items }: { items: readonly unknown[] } = JSON.parse(await product.get(one, cookie))
  const allMs = await medianMs(RUNS, () => product.get(all, cookie))
  const oneMs = await medianMs(RUNS, () => product.get(one, cookie))
  const [allBare, oneBare] = [await replayAsked(kept, all, cookie), await replayAsked(kept, one, cookie)]
  const beside = (ms: number, bare: { ms: number; count: number }): string =>
    `${showMs(bare.ms)} (${bare.count} statements, ${showTimes(ms / bare.ms)})`
  return [
    {
      what: `${scores.length} branches, all items of the scheme, as a page asks for them`,
      asked: '≤ 200 ms',
      measured: showMs(allMs),
      bare: beside(allMs, allBare),
      met: allMs <= 200,
    },
    {
      what: `one branch with reasons and evidence (${items.length} items)`,
      measured: showMs(oneMs),
      bare: beside(oneMs, oneBare),
    },
  ]
}

/** Scores of the mine in the fixture, warm. Bare: the same statements, one after the other on one connection, their rows thrown away. */
export const branches: Measure = {
  title: 'the branches of mine-2026.xlsx are assessed (warm, over HTTP)',
  run: async (ground) => {
    const database = await ground.makeDatabase()
    const dataDir = join(ground.home, 'branches')
    await importFixture(database.url, join(dataDir, 'keys'))
    const cookie = await signIn(database.url)
    const product = await startProduct(database.url, dataDir)
    try {
      return await measure(product, cookie, { url: database.url, keys: join(dataDir, 'keys') })
    } finally {
      await product.stop()
      await database.drop()
    }
  },
}
