import pg from 'pg'
import { MIGRATION_LOCK } from './migrate.ts'

/** Whether the login a server runs with is held to what a server needs, or owns the tables and could undo every guard. */
export type RunRole = 'apart' | 'owner'

const connect = async (connectionString: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  await client.connect()
  return client
}

async function asOne<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(url)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes the login of an address, with the address's password; sets the password of one that is there. */
export const makeLogin = (ownerUrl: string, runUrl: string): Promise<void> =>
  asOne(ownerUrl, async (client) => {
    const { username, password } = new URL(runUrl)
    const [name, secret] = [decodeURIComponent(username), decodeURIComponent(password)]
    const { rows } = await client.query('select from pg_roles where rolname = $1', [name])
    const login = `login password ${client.escapeLiteral(secret)}`
    await client.query(
      `${rows.length > 0 ? 'alter' : 'create'} role ${client.escapeIdentifier(name)} ${login}`,
    )
  })

const WHO = `
  select current_user as name, rolsuper or pg_has_role(current_user, (
    select relowner from pg_class where oid = 'public.journal_entry'::regclass), 'member') as owner
  from pg_roles where rolname = current_user`

/** Tables nobody takes anything out of or changes: their migration says so by a trigger. */
const KEPT = `
  select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where t.tgname = 'keep_rows' and c.relnamespace = 'public'::regnamespace`

/** What only owners touch: which migrations ran, and the guard's own memory. */
const OWNERS = ['migration', 'journal_due']

async function grant(client: pg.Client, login: string): Promise<void> {
  const name = client.escapeIdentifier(login)
  const { rows } = await client.query<{ name: string }>(KEPT)
  const kept = rows.map((row) => client.escapeIdentifier(row.name)).join()
  await client.query(`
    begin;
    select pg_advisory_xact_lock(${MIGRATION_LOCK});
    revoke create on schema public from public, ${name};
    revoke all on all tables in schema public from ${name};
    grant usage on schema public to ${name};
    grant select, insert, update, delete on all tables in schema public to ${name};
    revoke update, delete on ${kept} from ${name};
    revoke insert, update, delete on ${OWNERS.join()} from ${name};
    commit`)
}

/**
 * Lets the login of `runUrl` do in a migrated database what a server does: read and write rows, but neither change nor delete any of the
 * journal, nor empty, alter or make a table, nor switch a trigger off. Does nothing where that login is the owner, and says so.
 */
export async function letRun(ownerUrl: string, runUrl: string): Promise<RunRole> {
  const { rows } = await asOne(runUrl, (client) => client.query<{ name: string; owner: boolean }>(WHO))
  const [who] = rows
  if (!who || who.owner) return 'owner'
  await asOne(ownerUrl, (client) => grant(client, who.name))
  return 'apart'
}
