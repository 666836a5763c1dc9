import { mkdir } from 'node:fs/promises'
import { type Opened, openDb } from '../kit/db/db.ts'
import { migrate } from '../kit/db/migrate.ts'
import { letRun, makeLogin, type RunRole } from '../kit/db/run-role.ts'
import { type Keys, keyFolder, openKeys } from '../kit/keys/keys.ts'
import { type Mail, mailOf } from '../kit/mail.ts'
import { startPostgres } from '../kit/postgres/launch.ts'
import { isRefused, type Refused, refuse } from '../kit/refuse.ts'

/** An open database, migrated, with its keys: what every command but `assess` works on. */
export type House = Opened & {
  /** As the login the server runs with. */
  readonly url: string
  /** Whether that login is held apart from the owner of the tables. */
  readonly runs: RunRole
  readonly keys: Keys
  readonly dataDir: string
  readonly embedded: boolean
  /** Where letters go; undefined when no mail server is named. */
  readonly mail: Mail | undefined
  /** Migrations that ran now. */
  readonly migrated: readonly string[]
  /** Settles when the embedded database was lost and could not be brought back. */
  readonly lost: Promise<Refused>
}

export type HouseOptions = {
  readonly dataDir: string
  readonly log: (line: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
}

const never: Promise<Refused> = new Promise(() => {})

/**
 * Opens the database of `DATABASE_URL`, or the embedded one in the data folder. It is brought forward as its owner
 * (`PITLAMP_OWNER_URL`), and served as a login that owns nothing where there are two.
 */
export async function openHouse({ dataDir, log, env }: HouseOptions): Promise<House | Refused> {
  const mail = mailOf(env)
  if (isRefused(mail)) return mail
  const given = env['DATABASE_URL']
  const server = given ? undefined : await startPostgres({ dataDir, log })
  if (server && isRefused(server)) return server
  const url = server?.runUrl ?? given ?? ''
  const ownerUrl = server?.url ?? (env['PITLAMP_OWNER_URL'] || url)
  const stop = async (): Promise<void> => server?.stop()

  const migrated = await migrate(ownerUrl).catch((error: unknown) => unreachable(ownerUrl, error))
  if (isRefused(migrated)) {
    await stop()
    return migrated
  }
  if (server) await makeLogin(ownerUrl, url)
  const runs = await letRun(ownerUrl, url).catch((error: unknown) => unreachable(url, error))
  if (isRefused(runs)) {
    await stop()
    return runs
  }
  if (given) await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const keys = openKeys(keyFolder(dataDir, { PITLAMP_KEYS: env['PITLAMP_KEYS'] }))
  const opened = openDb(url)
  const close = async (): Promise<void> => {
    await opened.close()
    await stop()
  }
  return {
    ...opened,
    close,
    url,
    runs,
    keys,
    dataDir,
    embedded: !given,
    mail,
    migrated,
    lost: server?.lost ?? never,
  }
}

/** Says which database could not be used, without its password. */
export function unreachable(url: string, error: unknown): Refused<'database-unreachable'> {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const place = URL.canParse(url) ? new URL(url).host : 'DATABASE_URL'
  const detail = error instanceof Error ? error.message.split('\n')[0] || code : code
  return refuse('database-unreachable', undefined, { place, detail: detail || 'no answer' })
}
