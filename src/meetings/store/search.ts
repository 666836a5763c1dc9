import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../kit/contract.ts'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { listIdsWithin } from '../../org/store.ts'
import {
  amongTerms,
  type Excerpt,
  findIn,
  monthTerm,
  type Piece,
  type Query,
  type Stretch,
  stretchesBack,
  unitTerm,
} from '../rules/search.ts'
import type { MeetingKind } from '../rules.ts'

/** What is looked for, and among which meetings. */
export type Sought = {
  readonly mineId: Id<'mine'>
  readonly reach: Reach
  readonly query: Query
  readonly orgId?: Id<'org'> | undefined
  readonly kind?: MeetingKind | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly most: number
}

/** A meeting in whose record it stands. */
export type Said = {
  readonly id: Id<'meeting'>
  readonly no: string
  readonly orgName: string
  readonly kind: MeetingKind
  readonly heldOn: Day
  readonly subject: string
  readonly excerpts: Excerpt[]
}

type Row = Omit<Said, 'excerpts'> & { readonly pieces: readonly Piece[] }
type After = { readonly heldOn: Day; readonly id: string }

/** A question of the index: its terms, and what the rows themselves must fulfil besides. */
type Asked = { readonly terms: string; readonly besides: readonly RawBuilder<unknown>[] }

/** So many units are asked of the index by name; more of them by the tree, row by row. */
const MOST_UNITS = 60

/** Which units: none said: all of the mine. */
async function amongUnits(db: Db, { mineId, reach, orgId, query }: Sought): Promise<Asked> {
  const scopes = [reach, ...(orgId ? [[orgId]] : [])].filter((scope) => scope !== 'mine')
  if (scopes.length === 0) return { terms: query.terms, besides: [] }
  const within = scopes.map((scope) => sql`id in (${listIdsWithin(mineId, scope)})`)
  const { rows } = await sql<{ id: Id<'org'> }>`
    select id from org_unit where mine_id = ${mineId} and ${sql.join(within, sql` and `)} limit ${MOST_UNITS + 1}`.execute(
    db,
  )
  if (rows.length <= MOST_UNITS)
    // A sign alone is no record's term: who may see no unit finds nothing.
    return { terms: amongTerms(query.terms, ['#', ...rows.map(({ id }) => unitTerm(id))]), besides: [] }
  const besides = scopes.map((scope) => sql`x.org_id in (${listIdsWithin(mineId, scope)})`)
  return { terms: query.terms, besides }
}

const besidesOf = ({ kind, from, to }: Sought): RawBuilder<unknown>[] => [
  ...(kind ? [sql`x.kind = ${kind}`] : []),
  ...(from ? [sql`x.held_on + 0 >= ${from}::date`] : []),
  ...(to ? [sql`x.held_on + 0 <= ${to}::date`] : []),
]

/** A stretch of months asked of the index by name; what lies before all of them by its day. */
const inStretch = ({ terms, besides }: Asked, { last, months }: Stretch): Asked =>
  months
    ? { terms: amongTerms(terms, months.map(monthTerm)), besides }
    : { terms, besides: [...besides, sql`x.held_on + 0 < ${last}::date`] }

/**
 * The next candidates, latest first: their terms all occur; whether side by side, their pieces tell. The mine is compared so that only
 * the index on terms can serve: any other way would unpack the terms of every meeting of the mine to look into them.
 */
async function listCandidates(
  db: Db,
  { mineId }: Sought,
  { terms, besides }: Asked,
  { after, most }: { readonly after: After | undefined; readonly most: number },
): Promise<Row[]> {
  const conditions = [
    sql`x.mine_id is not distinct from ${mineId}::uuid`,
    sql`x.terms @@ ${terms}::tsquery`,
    ...besides,
  ]
  const older = after
    ? sql`where (f.held_on, f.meeting_id) < (${after.heldOn}::date, ${after.id}::uuid)`
    : sql``
  const { rows } = await sql<Row>`
    with f as materialized (select x.meeting_id, x.held_on from meeting_text x where ${sql.join(conditions, sql` and `)}),
    page as (select f.* from f ${older} order by f.held_on desc, f.meeting_id desc limit ${most})
    select m.id, m.no, u.name as "orgName", m.kind, m.held_on as "heldOn", m.subject, t.pieces
    from page p
      join meeting_text t on t.mine_id = ${mineId} and t.meeting_id = p.meeting_id
      join meeting m on m.mine_id = ${mineId} and m.id = p.meeting_id
      join org_unit u on u.mine_id = m.mine_id and u.id = m.org_id
    order by p.held_on desc, p.meeting_id desc`.execute(db)
  return rows
}

/** From which day to which there are words of meetings; undefined: there are none. */
async function findSpan(
  db: Db,
  { mineId, from, to }: Sought,
): Promise<{ first: Day; last: Day } | undefined> {
  const { rows } = await sql<{ first: Day | null; last: Day | null }>`
    select min(held_on) as first, max(held_on) as last from meeting_text where mine_id = ${mineId}`.execute(
    db,
  )
  const { first, last } = rows[0] ?? {}
  if (!first || !last) return undefined
  return { first: from && from > first ? from : first, last: to && to < last ? to : last }
}

/** Candidates looked into at once, and how often at most: what is common and yet nowhere side by side ends there. */
const AT_ONCE = 200
const MOST_ROUNDS = 10

type Found = { readonly said: Said[]; readonly more: boolean }

async function lookIn(db: Db, sought: Sought, asked: Asked, said: Said[]): Promise<'enough' | 'all'> {
  let after: After | undefined
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const most = round === 0 ? sought.most + 1 : AT_ONCE
    const rows = await listCandidates(db, sought, asked, { after, most })
    for (const { pieces, ...row } of rows) {
      const excerpts = findIn(pieces, sought.query)
      if (excerpts && said.length === sought.most) return 'enough'
      if (excerpts) said.push({ ...row, excerpts })
    }
    const last = rows.at(-1)
    if (!last || rows.length < most) return 'all'
    after = { heldOn: last.heldOn, id: last.id }
  }
  return 'enough'
}

async function look(db: Db, sought: Sought): Promise<Found> {
  const said: Said[] = []
  const span = await findSpan(db, sought)
  if (!span || span.last < span.first) return { said, more: false }
  const units = await amongUnits(db, sought)
  const asked = { ...units, besides: [...units.besides, ...besidesOf(sought)] }
  for (const stretch of stretchesBack(span.last, span.first))
    if ((await lookIn(db, sought, inStretch(asked, stretch), said)) === 'enough') return { said, more: true }
  return { said, more: false }
}

const letScan = (db: Db, whole: 'on' | 'off'): Promise<unknown> =>
  sql`select set_config('enable_seqscan', ${whole}, true)`.execute(db)

/** Meetings in whose record everything looked for stands, latest first; `more`: there may be older ones. Within a transaction. */
export async function listSaid(db: Db, sought: Sought): Promise<Found> {
  // A common term is in every second row: reading the table whole would look cheaper than the index, and is not.
  await letScan(db, 'off')
  const found = await look(db, sought)
  await letScan(db, 'on')
  return found
}
