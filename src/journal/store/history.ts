import { sql } from 'kysely'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'

/** One revision of a record as the journal holds it; place and hash are null until the sequencer has given them. */
export type Revision = {
  readonly id: string
  readonly record: string
  readonly scope: Id<'org'> | null
  /** Whose key seals it: a person, a unit or the mine. */
  readonly owner: string
  readonly kind: string
  readonly rev: number
  /** Commitment to who did it, base64: the same for the same account, and not to be read back. */
  readonly actor: string
  /** By which way it came in. */
  readonly src: string
  /** When the server took it. */
  readonly at: Date
  readonly occurred: Date | null
  readonly received: Date | null
  readonly index: number | null
  /** The ended log it stands in; null: the one that grows. */
  readonly log: string | null
  /** Base64. */
  readonly leafHash: string | null
}

/** Every revision of a record, the first one first. */
export async function listRevisions(db: Db, mineId: Id<'mine'>, subject: string): Promise<Revision[]> {
  const { rows } = await sql<Revision>`
    select e.id, e.record, e.scope, e.key_owner as owner, e.kind, e.rev, encode(e.actor, 'base64') as actor, e.src, e.at, e.occurred,
      coalesce(l.received, f.received) as received, coalesce(l.idx, f.idx) as index, b.origin as log,
      encode(coalesce(l.hash, f.hash), 'base64') as "leafHash"
    from journal_entry e left join journal_leaf l on l.mine_id = e.mine_id and l.entry_id = e.id
      left join journal_former_leaf f on f.mine_id = e.mine_id and f.entry_id = e.id
      left join journal_break b on b.mine_id = f.mine_id and b.no = f.no
    where e.mine_id = ${mineId} and e.subject = ${subject} order by e.rev`.execute(db)
  return rows
}

/** The size of the latest signed checkpoint; undefined before the first. */
export async function findSignedSize(db: Db, mineId: Id<'mine'>): Promise<number | undefined> {
  const row = await db
    .selectFrom('journal_checkpoint')
    .select('size')
    .where('mine_id', '=', mineId)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.size
}

/** How often records were changed and when last, by record; what the journal does not have is left out. */
export async function listLatest(
  db: Db,
  mineId: Id<'mine'>,
  subjects: readonly string[],
): Promise<Map<string, { readonly rev: number; readonly at: Date }>> {
  const { rows } = await sql<{ subject: string; rev: number; at: Date }>`
    select e.subject, e.rev, e.at from unnest(${subjects}::uuid[]) s (id) cross join lateral (
      select subject, rev, at from journal_entry
      where mine_id = ${mineId} and subject = s.id order by rev desc limit 1) e`.execute(db)
  return new Map(rows.map(({ subject, ...latest }) => [subject, latest]))
}

/** By which way records first came in, by record; what the journal does not have is left out. */
export async function listFirstSources(
  db: Db,
  mineId: Id<'mine'>,
  subjects: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ subject: string; src: string }>`
    select e.subject, e.src from unnest(${subjects}::uuid[]) s (id) cross join lateral (
      select subject, src from journal_entry
      where mine_id = ${mineId} and subject = s.id order by rev limit 1) e`.execute(db)
  return new Map(rows.map(({ subject, src }) => [subject, src]))
}

/** The latest revision of a record, and the latest of each kind of action: with which revision, and when. */
export type Standing = {
  readonly rev: number
  readonly kinds: readonly { readonly kind: string; readonly rev: number; readonly at: Date }[]
}

/** How a record stands in the journal; revision 0 when it does not. */
export async function findStanding(db: Db, mineId: Id<'mine'>, subject: string): Promise<Standing> {
  const { rows } = await sql<Standing['kinds'][number]>`
    select distinct on (kind) kind, rev, at from journal_entry
    where mine_id = ${mineId} and subject = ${subject} order by kind, rev desc`.execute(db)
  return { rev: Math.max(0, ...rows.map(({ rev }) => rev)), kinds: rows }
}
