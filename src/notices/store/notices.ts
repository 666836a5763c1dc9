import { sql } from 'kysely'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { Facts, NoticeKind } from '../rules.ts'

/** To whom something is told: a person of the roster, or an account. */
export type To =
  | { readonly personId: Id<'person'>; readonly accountId: null }
  | { readonly personId: null; readonly accountId: Id<'account'> }

/** A notice to add; `origin`: the leaf or the week it came of, one of each for everybody. */
export type NewNotice = To & {
  readonly kind: NoticeKind
  readonly about: string | null
  readonly facts: Facts
  readonly origin: string
  readonly at: Date
  readonly visibleFrom: Date
}

/** A notice. */
export type Notice = {
  readonly id: Id<'notice'>
  readonly kind: NoticeKind
  readonly about: string | null
  readonly facts: Facts
  readonly at: Date
}

type Mine = {
  readonly mineId: Id<'mine'>
  readonly personId: Id<'person'> | null
  readonly accountId: Id<'account'>
  readonly since: Date
  readonly now: Date
}

const MOST = 100

/** What is visible to an account and its person, the latest first. */
export async function listNotices(
  db: Db,
  { mineId, personId, accountId, since, now }: Mine,
): Promise<Notice[]> {
  const { rows } = await sql<Omit<Notice, 'facts'> & { facts: string }>`
    select id, kind, about, facts, at from (
      select * from notice where mine_id = ${mineId} and person_id = ${personId} and at >= ${since}
      union all
      select * from notice where mine_id = ${mineId} and account_id = ${accountId} and at >= ${since}) n
    where n.visible_from <= ${now}
    order by n.at desc, n.id desc limit ${sql.lit(MOST)}`.execute(db)
  return rows.map(({ facts, ...row }) => ({ ...row, facts: JSON.parse(facts) as Facts }))
}

/** What waits until somebody's rest is over: how many, and until when the first of it does; undefined when nothing waits. */
export async function findWaiting(
  db: Db,
  { mineId, personId, accountId, since, now }: Mine,
): Promise<{ readonly count: number; readonly until: Date } | undefined> {
  const { rows } = await sql<{ count: number; until: Date | null }>`
    select count(*)::int as count, min(visible_from) as until from notice
    where mine_id = ${mineId} and (person_id = ${personId} or account_id = ${accountId})
      and at >= ${since} and visible_from > ${now}`.execute(db)
  const [found] = rows
  return found?.until ? { count: found.count, until: found.until } : undefined
}

/** Who was told of an origin already: persons and accounts. */
export async function listTold(db: Db, mineId: Id<'mine'>, origin: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('notice')
    .select(['person_id', 'account_id'])
    .where('mine_id', '=', mineId)
    .where('origin', '=', origin)
    .execute()
  return new Set(rows.flatMap(({ person_id, account_id }) => person_id ?? account_id ?? []))
}

/** Adds notices; one that came of the same before is passed over. */
export async function addNotices(tx: Tx, mineId: Id<'mine'>, added: readonly NewNotice[]): Promise<void> {
  if (added.length === 0) return
  const known = new Set<string>()
  for (const origin of new Set(added.map((one) => one.origin)))
    for (const to of await listTold(tx, mineId, origin)) known.add(`${origin} ${to}`)
  const fresh = added.filter(
    ({ origin, personId, accountId }) => !known.has(`${origin} ${personId ?? accountId}`),
  )
  await insertRows(
    tx,
    'notice',
    fresh.map((one) => ({
      ...{ mine_id: mineId, id: newId<'notice'>(), person_id: one.personId, account_id: one.accountId },
      ...{ kind: one.kind, about: one.about, facts: JSON.stringify(one.facts), origin: one.origin },
      ...{ at: one.at, visible_from: one.visibleFrom },
    })),
  )
}
