import { sql } from 'kysely'
import type { Db } from './db.ts'

/** Between a write and the look at what grew; the database counts rows with a second's delay. */
const AFTER_MS = 2000
/** Growth below this hurts no plan: four tables of 20 rows taken for empty are soon joined row by row; of 120, it took five seconds. */
const FEW = 20

export type Planner = {
  /** Rows were written. */
  readonly kick: () => void
  readonly stop: () => Promise<void>
}

/** Tables that have more than doubled since the planner last looked at them. */
async function listGrown(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select s.relname as name from pg_stat_user_tables s join pg_class c on c.oid = s.relid
    where s.schemaname = current_schema() and s.n_mod_since_analyze > greatest(c.reltuples, ${FEW}::int)`.execute(
    db,
  )
  return rows.map(({ name }) => name)
}

/** Tells the planner of tables that grew, and has every plan on them made anew, those of foreign-key checks too; answers which. */
export async function measureGrown(db: Db): Promise<string[]> {
  const grown = await listGrown(db)
  for (const name of grown) await sql`select measure(${name}::regclass)`.execute(db)
  return grown
}

/**
 * Keeps the planner's idea of a growing database true. A plan made while a table was empty reads it whole, for every row and every check
 * of a key, until somebody measures it; the database's own housekeeping comes round once a minute at best, and in a new mine that is too late.
 */
export function keepPlanner(db: Db, fail: (error: unknown) => void): Planner {
  const state = { timer: undefined as NodeJS.Timeout | undefined, running: Promise.resolve() }
  const look = async (): Promise<void> => {
    state.timer = undefined
    await measureGrown(db).catch(fail)
  }
  const kick = (): void => {
    state.timer ??= setTimeout(() => {
      state.running = look()
    }, AFTER_MS).unref()
  }
  const stop = async (): Promise<void> => {
    clearTimeout(state.timer)
    await state.running
  }
  return { kick, stop }
}
