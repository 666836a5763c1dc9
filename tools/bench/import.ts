import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startChild } from './child.ts'
import { copyRows } from './copy-rows.ts'
import type { Ground } from './ground.ts'
import type { Imported, Importing } from './import-once.ts'
import type { Line, Measure } from './measure.ts'
import { median, showMs, showTimes } from './numbers.ts'
import { rosterWorkbook } from './roster.ts'

const FIXTURE = fileURLToPath(new URL('../../src/ledger/fixtures/mine-2026.xlsx', import.meta.url))
const RUNS = 5

type Book = { readonly what: string; readonly file: string; readonly mostMs: number }
type Run = Imported & { readonly againMs: number; readonly bareMs: number }

/** The workbook into a database of its own by a process of its own, once more by the same into another, then its rows alone into a third. */
async function runOnce({ makeDatabase, settle, home }: Ground, file: string, run: string): Promise<Run> {
  const [into, second, bare] = [await makeDatabase(), await makeDatabase(), await makeDatabase()]
  const child = startChild<Importing, Imported>('import-once.ts')
  const bring = async (url: string, times: string): Promise<Imported> => {
    const keys = join(home, `keys-${run}-${times}`)
    mkdirSync(keys, { mode: 0o700 })
    await settle()
    return child.tell({ url, file, keys })
  }
  const imported = await bring(into.url, 'once')
  const again = await bring(second.url, 'again')
  await child.end()
  await settle()
  const bareMs = await copyRows(into.url, bare.url)
  await Promise.all([into, second, bare].map((database) => database.drop()))
  return { ...imported, againMs: again.readMs + again.writeMs, bareMs }
}

async function importBook(ground: Ground, { what, file, mostMs }: Book): Promise<Line[]> {
  const runs: Run[] = []
  for (let at = 0; at < (ground.small ? 1 : RUNS); at += 1)
    runs.push(await runOnce(ground, file, `${what.slice(0, 4)}-${at}`))
  const ms = median(runs.map(({ readMs, writeMs }) => readMs + writeMs))
  const bareMs = median(runs.map((run) => run.bareMs))
  const read = showMs(median(runs.map(({ readMs }) => readMs)))
  const written = showMs(median(runs.map(({ writeMs }) => writeMs)))
  return [
    {
      what: `${what}, ${runs[0]?.rows} rows, from bytes to committed with journal`,
      asked: `≤ ${showMs(mostMs)}`,
      measured: showMs(ms),
      bare: `${showMs(bareMs)} (${showTimes(ms / bareMs)})`,
      met: ms <= mostMs,
    },
    { what: '  of it: read and checked · compared, written and sealed', measured: `${read} · ${written}` },
    {
      what: '  once more by the same process, into another database',
      measured: showMs(median(runs.map(({ againMs }) => againMs))),
    },
  ]
}

/** Import of ledgers by a process that has imported nothing before. Bare: the same rows of the same tables by plain inserts of many rows. */
export const importing: Measure = {
  title: 'a ledger workbook comes in (a cold process, fsync on)',
  run: async (ground) => {
    const roster = join(ground.home, 'roster.xlsx')
    const people = ground.small ? 50 : 5000
    writeFileSync(roster, rosterWorkbook(people))
    return [
      ...(await importBook(ground, { what: 'mine-2026.xlsx', file: FIXTURE, mostMs: 3000 })),
      ...(await importBook(ground, { what: `roster of ${people}`, file: roster, mostMs: 1000 })),
    ]
  },
}
