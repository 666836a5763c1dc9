import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import { type Db, openDb } from '../kit/db/db.ts'
import { type Database, withDatabase } from './database.ts'
import type { Verb } from './verbs.ts'
import { fill, inLanguage, languageOf, type Sentence, words } from './words.ts'

type State = 'good' | 'mind' | 'bad'
type Check = { readonly check: string; readonly state: State; readonly sentence: Sentence }
type Facts = Readonly<Record<string, string | number>>

const MARKS: Record<State, string> = { good: '●', mind: '◐', bad: '○' }
const LEAST_FREE_BYTES = 500_000_000
const LEAST_NODE = 24
const LEAST_POSTGRES = 150_000
const MOST_SKEW_MS = 2_000
const MOST_PENDING_MS = 60_000

const report = (check: keyof typeof words.doctorChecks, state: State, facts: Facts): Check => ({
  check,
  state,
  sentence: fill(words.doctorChecks[check][state], facts),
})

const checkNode = (): Check => {
  const version = process.versions.node
  return report('node', Number(version.split('.')[0]) >= LEAST_NODE ? 'good' : 'bad', {
    version,
    least: LEAST_NODE,
  })
}

async function checkDatabase(db: Db): Promise<Check> {
  const asked = await sql<{ version: string; number: number }>`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number`.execute(
    db,
  )
  const { version = '', number = 0 } = asked.rows[0] ?? {}
  return report('database', number >= LEAST_POSTGRES ? 'good' : 'bad', { version })
}

async function checkDisk(dataDir: string): Promise<Check> {
  const { bavail, bsize } = await statfs(existsSync(dataDir) ? dataDir : '.')
  const free = bavail * bsize
  return report('disk', free >= LEAST_FREE_BYTES ? 'good' : 'mind', { free: Math.round(free / 1e6) })
}

function checkKeys(keysDir: string): Check {
  if (!existsSync(keysDir)) return report('keys', 'bad', { folder: keysDir })
  const open = (statSync(keysDir).mode & 0o077) !== 0
  return report('keys', open ? 'mind' : 'good', { folder: keysDir })
}

async function checkClock(db: Db): Promise<Check> {
  const before = Date.now()
  const asked = await sql<{ now: Date; last: Date | null }>`
    select clock_timestamp() as now, (select max(last_received) from journal_head) as last`.execute(db)
  const { now = new Date(before), last = null } = asked.rows[0] ?? {}
  const skew = Math.round(Math.abs(now.getTime() - (before + Date.now()) / 2))
  if (last && last.getTime() > Date.now() + MOST_SKEW_MS)
    return report('clock', 'bad', { last: last.toISOString() })
  return report('clock', skew <= MOST_SKEW_MS ? 'good' : 'mind', { skew })
}

async function checkJournal(db: Db): Promise<Check> {
  const asked = await sql<{ size: number; pending: number; oldest: Date | null; signed: number }>`
    select coalesce((select sum(size) from journal_head), 0)::bigint as size,
      (select count(*) from journal_pending)::bigint as pending,
      (select min(e.at) from journal_pending p join journal_entry e on e.mine_id = p.mine_id and e.id = p.entry_id) as oldest,
      coalesce((select max(size) from journal_checkpoint), 0)::bigint as signed`.execute(db)
  const { size = 0, pending = 0, oldest = null, signed = 0 } = asked.rows[0] ?? {}
  const waits = oldest !== null && Date.now() - oldest.getTime() > MOST_PENDING_MS
  return report('journal', waits || signed < size ? 'mind' : 'good', { size, pending, signed })
}

async function checkAll({ url, keysDir, dataDir }: Database): Promise<Check[]> {
  const { db, close } = openDb(url, 2)
  try {
    const atDatabase = [await checkDatabase(db), await checkClock(db), await checkJournal(db)]
    return [checkNode(), await checkDisk(dataDir), checkKeys(keysDir), ...atDatabase]
  } finally {
    await close()
  }
}

export const doctor: Verb = {
  about: words.doctor,
  usage: '[--data DIR] [--json]',
  run: (call) =>
    withDatabase(call, async (database) => {
      const checks = await checkAll(database)
      const language = languageOf(call.env)
      if (call.options['json']) call.print(JSON.stringify({ checks }))
      for (const { state, sentence } of call.options['json'] ? [] : checks) {
        call.print(`${MARKS[state]} ${inLanguage(sentence, language)}`)
      }
      return checks.some(({ state }) => state === 'bad') ? 1 : 0
    }),
}
