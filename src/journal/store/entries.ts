import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'

/** One entry as a list shows it; `index` null: still waiting for its place. */
export type Told = {
  readonly id: string
  readonly kind: string
  readonly record: string
  readonly scope: Id<'org'> | null
  readonly subject: string
  readonly rev: number
  readonly occurred: Date | null
  readonly at: Date
  readonly index: number | null
  /** The ended log it stands in; null: the one that grows. */
  readonly log: string | null
}

/** Which entries; `scopes` undefined: all of the mine, those of no unit included. Days are those of the mine's calendar. */
export type Asked = {
  readonly scopes?: readonly Id<'org'>[] | undefined
  readonly kind?: string | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly before?: string | undefined
  readonly limit: number
}

const ZONE = 'Asia/Shanghai'

/** Entries, latest first. */
export async function listEntries(db: Db, mineId: Id<'mine'>, asked: Asked): Promise<Told[]> {
  const { scopes, kind, from, to, before, limit } = asked
  const kept: RawBuilder<boolean>[] = [
    sql`e.mine_id = ${mineId}`,
    ...(scopes ? [sql<boolean>`e.scope = any(${scopes}::uuid[])`] : []),
    ...(kind ? [sql<boolean>`e.kind = ${kind}`] : []),
    ...(from ? [sql<boolean>`e.at >= (${from}::date)::timestamp at time zone ${ZONE}`] : []),
    ...(to ? [sql<boolean>`e.at < (${to}::date + 1)::timestamp at time zone ${ZONE}`] : []),
    ...(before ? [sql<boolean>`e.id < ${before}`] : []),
  ]
  const { rows } = await sql<Told>`
    select e.id, e.kind, e.record, e.scope, e.subject, e.rev, e.occurred, e.at, coalesce(l.idx, f.idx) as index, b.origin as log
    from (select * from journal_entry e where ${sql.join(kept, sql` and `)} order by e.id desc limit ${limit}) e
      left join journal_leaf l on l.mine_id = e.mine_id and l.entry_id = e.id
      left join journal_former_leaf f on f.mine_id = e.mine_id and f.entry_id = e.id
      left join journal_break b on b.mine_id = f.mine_id and b.no = f.no
    order by e.id desc`.execute(db)
  return rows
}

/** How far a mine's journal is: its leaves, and the latest checkpoint over them with the time of its last leaf. */
export async function findProgress(
  db: Db,
  mineId: Id<'mine'>,
): Promise<{ readonly size: number; readonly sealed: { readonly size: number; readonly at: Date } | null }> {
  const { rows } = await sql<{ size: number; sealed: number | null; at: Date | null }>`
    select coalesce((select size from journal_head where mine_id = ${mineId}), 0) as size, c.size as sealed, c.at
    from (select 1) one left join lateral (
      select size, at from journal_checkpoint where mine_id = ${mineId} order by size desc limit 1) c on true`.execute(
    db,
  )
  const [found] = rows
  const sealed = found?.sealed && found.at ? { size: found.sealed, at: found.at } : null
  return { size: found?.size ?? 0, sealed }
}
