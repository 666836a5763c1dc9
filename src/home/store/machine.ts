import { existsSync, statSync } from 'node:fs'
import { mkdir, readFile, rename, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { listLastDaily } from '../../journal/store/daily.ts'
import { listRefusals } from '../../journal/store/signer.ts'
import type { Db } from '../../kit/db/db.ts'
import {
  type Checked,
  checkClock,
  checkDaily,
  checkDatabase,
  checkDisk,
  checkJournal,
  checkKeys,
  checkNode,
  checkRole,
  type JournalLook,
  type KeyFolder,
} from '../rules/machine.ts'

/** Where an installation keeps what is not in its database; the login its server runs with, where that is not who asks. */
export type Installed = { readonly dataDir: string; readonly keysDir: string; readonly login?: string }

async function lookAtDatabase(db: Db): Promise<Checked> {
  const asked = await sql<{ version: string; number: number }>`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number`.execute(
    db,
  )
  return checkDatabase(asked.rows[0] ?? { version: '', number: 0 })
}

async function lookAtRole(db: Db, login: string | undefined): Promise<Checked> {
  const asked = await sql<{ login: string; owner: boolean }>`
    select r.rolname as login, r.rolsuper or pg_has_role(r.oid, c.relowner, 'member')
      or has_table_privilege(r.oid, c.oid, 'update, delete, truncate') as owner
    from pg_class c cross join pg_roles r
    where c.oid = 'public.journal_entry'::regclass and r.rolname = coalesce(${login ?? null}::name, current_user)`.execute(
    db,
  )
  const [found] = asked.rows
  return checkRole({ login: found?.login ?? login ?? '', found: found?.owner ? 'owner' : 'apart' })
}

async function lookAtDisk(dataDir: string): Promise<Checked> {
  const { bavail, bsize } = await statfs(existsSync(dataDir) ? dataDir : '.')
  return checkDisk(bavail * bsize)
}

function lookAtKeys(folder: string): KeyFolder {
  if (!existsSync(folder)) return { folder, found: 'missing' }
  return { folder, found: (statSync(folder).mode & 0o077) === 0 ? 'closed' : 'open' }
}

async function lookAtClock(db: Db): Promise<Checked> {
  const before = Date.now()
  const asked = await sql<{ now: Date; last: Date | null }>`
    select clock_timestamp() as now, (select max(last_received) from journal_head) as last`.execute(db)
  const after = Date.now()
  const { now = new Date(before), last = null } = asked.rows[0] ?? {}
  return checkClock({
    skewMs: Math.abs(now.getTime() - (before + after) / 2),
    now: new Date(after),
    last,
  })
}

async function lookAtJournal(db: Db, dataDir: string): Promise<Checked> {
  const asked = await sql<Omit<JournalLook, 'now' | 'refused'> & { mines: string[] }>`
    select coalesce((select sum(size) from journal_head), 0)::bigint as size,
      (select count(*) from journal_leaf)::bigint as leaves,
      coalesce((select array_agg(id::text) from mine), '{}') as mines,
      (select count(*) from journal_pending)::bigint as pending,
      (select min(e.at) from journal_pending p join journal_entry e on e.mine_id = p.mine_id and e.id = p.entry_id) as oldest,
      coalesce((select sum(size) from (select max(size) as size from journal_checkpoint group by mine_id) signed), 0)::bigint as signed`.execute(
    db,
  )
  const look = asked.rows[0] ?? { size: 0, leaves: 0, pending: 0, oldest: null, signed: 0, mines: [] }
  const [refused] = await listRefusals(dataDir, look.mines)
  const index = refused?.facts['index']
  const why = refused && (index === undefined ? refused.code : `${refused.code} ${index}`)
  return checkJournal({ ...look, refused: why ?? null, now: new Date() })
}

/** Looks at the machine itself, by its own clock: versions, disk, keys, clock and journal. */
export async function findChecks(db: Db, { dataDir, keysDir, login }: Installed): Promise<Checked[]> {
  return [
    checkNode(process.versions.node),
    await lookAtDisk(dataDir),
    checkKeys(lookAtKeys(keysDir)),
    await lookAtDatabase(db),
    await lookAtRole(db, login),
    await lookAtClock(db),
    await lookAtJournal(db, dataDir),
    checkDaily(await listLastDaily(dataDir)),
  ]
}

/** A backup that was made: when, where to, its bytes and the rows it holds. */
export type LastBackup = {
  readonly at: string
  readonly file: string
  readonly bytes: number
  readonly rows: number
}

const noteIn = (dataDir: string): string => join(dataDir, 'last-backup.json')

/** Notes in the data folder that a backup was made; the one before is forgotten. */
export async function noteBackup(dataDir: string, made: LastBackup): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const draft = `${noteIn(dataDir)}.part`
  await writeFile(draft, JSON.stringify(made), { mode: 0o600 })
  await rename(draft, noteIn(dataDir))
}

/** The last backup made by the command, wherever the file is now; null: none was made here. */
export async function findLastBackup(dataDir: string): Promise<LastBackup | null> {
  const text = await readFile(noteIn(dataDir), 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) satisfies LastBackup)
}
