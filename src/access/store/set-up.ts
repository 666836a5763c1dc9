import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { append } from '../../journal/store/append.ts'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { addLink } from './tickets.ts'

/** How the journal seals the mine itself. */
export const mineRecord: Journaled = {
  table: 'mine',
  scope: null,
  person: null,
  mine: 'id',
  unsealed: { demo: 'whether it is a demo is told by its records' },
}

/** The mine of this installation. */
export type Mine = {
  readonly id: Id<'mine'>
  readonly name: string
  readonly demo: boolean
  /** It has had an administrator. */
  readonly isSetUp: boolean
}

/** The mine of this id, or the only one, the first made where there are several; undefined before the first start. */
export async function findMine(db: Db, id?: Id<'mine'>): Promise<Mine | undefined> {
  const { rows } = await sql<Mine>`
    select m.id, m.name, m.demo,
      exists (select from office o where o.mine_id = m.id and o.role = 'systemAdmin') as "isSetUp"
    from mine m where ${id ? sql`m.id = ${id}` : sql`true`} order by m.created_at, m.id limit 1`.execute(db)
  return rows[0]
}

const ORIGIN_BYTES = 8
/** The name its log goes by; short, so that a checkpoint fits a small code on paper. */
const drawOrigin = (): string => `pitlamp/${randomBytes(ORIGIN_BYTES).toString('hex')}`

/** What the machine does by itself, as the journal tells it. */
const BY_MACHINE = 'access.makeMine'

/** The mine of this installation, made and sealed when there is none; of servers starting together, one makes it. */
export async function ensureMine(db: Db, keys: Keys, now: Date): Promise<Mine> {
  const known = await findMine(db)
  if (known) return known
  return db.transaction().execute(async (tx) => {
    await sql`lock table mine in share row exclusive mode`.execute(tx)
    const meanwhile = await findMine(tx)
    if (meanwhile) return meanwhile
    const id = newId<'mine'>()
    await tx.insertInto('mine').values({ id, log_origin: drawOrigin(), created_at: now }).execute()
    const by = { mineId: id, actorId: id, now, src: 'command', keys } as const
    await append(tx, by, BY_MACHINE, mineRecord, [id])
    return { id, name: '', demo: false, isSetUp: false }
  })
}

/** The mine there is; throws when none was made. */
async function theMine(db: Db): Promise<Mine> {
  const mine = await findMine(db)
  if (!mine) throw new Error('no mine was made')
  return mine
}

/** Draws the one-time link that sets the mine up, good for a day; earlier ones are no longer. Answers its token. */
export async function makeSetUpLink(db: Db, now: Date): Promise<string> {
  const { id } = await theMine(db)
  return db.transaction().execute((tx) => addLink(tx, id, 'setup', now))
}

/** Draws a one-time link that makes another administrator, for when the first one was lost; earlier ones are no longer good. */
export async function makeOfficeLink(
  db: Db,
  role: 'securityAdmin' | 'auditAdmin',
  now: Date,
): Promise<string> {
  const { id } = await theMine(db)
  return db.transaction().execute((tx) => addLink(tx, id, role, now))
}

/** Names the mine. */
export async function nameMine(tx: Tx, id: Id<'mine'>, name: string): Promise<void> {
  await tx.updateTable('mine').set({ name }).where('id', '=', id).execute()
}

/** Marks the mine as a demo: every page says so, for ever. */
export async function markDemo(tx: Tx, id: Id<'mine'>): Promise<void> {
  await tx.updateTable('mine').set({ demo: true }).where('id', '=', id).execute()
}
