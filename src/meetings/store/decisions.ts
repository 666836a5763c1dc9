import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Day } from '../../kit/day.ts'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import { findNameAt } from '../../people/store/names.ts'
import type { MeetingKind } from '../rules.ts'
import type { Entered } from './meetings.ts'
import { sealedAt } from './signatures.ts'

type Row = Selectable<Tables['decision']>

/** How the journal seals a decision: with the key of the unit that decided. */
export const decisionRecord: Journaled = {
  ...{ table: 'decision', scope: 'org_id', person: null },
  happened: {
    ...{ column: 'held_on', through: { table: 'meeting', key: 'meeting_id' } },
    counted: { at: ['recorded_at'] },
  },
}

/** What was decided; with owner and day it is a promise. */
export type Decided = {
  readonly id: Id<'decision'>
  readonly meetingId: Id<'meeting'>
  readonly itemId: Id<'agenda_item'> | null
  readonly text: string
  readonly ownerId: Id<'person'> | null
  readonly ownerName: string | null
  readonly dueOn: Day | null
  readonly state: Row['state']
  readonly doneOn: Day | null
  readonly how: string
}

/** A decision with where and when it was taken. */
export type DecidedIn = Decided & {
  readonly orgId: Id<'org'>
  readonly orgName: string
  readonly kind: MeetingKind
  readonly heldOn: Day
  readonly itemTitle: string | null
}

const NOW = sql<null>`null::timestamptz`

/** `called`: as of which moment its owner is named. */
async function select(
  db: Db,
  mineId: Id<'mine'>,
  which: RawBuilder<unknown>,
  called: RawBuilder<Date | null> = NOW,
): Promise<DecidedIn[]> {
  const { rows } = await sql<DecidedIn>`
    select d.id, d.meeting_id as "meetingId", d.item_id as "itemId", d.text, d.owner_id as "ownerId", ${findNameAt('o', called)} as "ownerName",
      d.due_on as "dueOn", d.state, d.done_on as "doneOn", d.how, d.org_id as "orgId", u.name as "orgName", m.kind,
      m.held_on as "heldOn", i.title as "itemTitle"
    from decision d
      join meeting m on m.mine_id = d.mine_id and m.id = d.meeting_id
      join org_unit u on u.mine_id = d.mine_id and u.id = d.org_id
      left join agenda_item i on i.mine_id = d.mine_id and i.id = d.item_id
      left join person o on o.mine_id = d.mine_id and o.id = d.owner_id
    where d.mine_id = ${mineId} and ${which}
    order by d.state <> 'open', case when d.state = 'open' then d.due_on end, m.held_on desc, d.id`.execute(
    db,
  )
  return rows
}

/** The decisions of a meeting, as its record names their owners. */
export const listDecidedIn = (
  db: Db,
  { mineId, meetingId }: { readonly mineId: Id<'mine'>; readonly meetingId: Id<'meeting'> },
): Promise<DecidedIn[]> => select(db, mineId, sql`d.meeting_id = ${meetingId}`, sealedAt(mineId, meetingId))

/** The decisions of units: open promises first, the soonest first; then the others, latest first. */
export const listDecisions = (
  db: Db,
  mineId: Id<'mine'>,
  orgIds: readonly Id<'org'>[],
): Promise<DecidedIn[]> => select(db, mineId, sql`d.org_id = any(${orgIds}::uuid[])`)

/** One decision; undefined when the mine has none of that id. */
export async function findDecision(
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'decision'>,
): Promise<DecidedIn | undefined> {
  return (await select(db, mineId, sql`d.id = ${id}`))[0]
}

/** Reads a decision and keeps others from ending it until this transaction ends. */
export async function holdDecision(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'decision'>,
): Promise<DecidedIn | undefined> {
  await sql`select 1 from decision where mine_id = ${mineId} and id = ${id} for no key update`.execute(tx)
  return findDecision(tx, mineId, id)
}

/** A decision to be written down. */
export type NewDecision = Pick<Decided, 'meetingId' | 'itemId' | 'text' | 'ownerId' | 'dueOn'> & {
  readonly orgId: Id<'org'>
  readonly accountId: Id<'account'>
}

/** Adds a decision: an open promise when somebody owns it, else one that stands. */
export async function addDecision(
  tx: Tx,
  { mineId, now }: Entered,
  { meetingId, orgId, itemId, text, ownerId, dueOn, accountId }: NewDecision,
): Promise<Id<'decision'>> {
  const id = newId<'decision'>()
  const row: Row = {
    ...{ mine_id: mineId, id, meeting_id: meetingId, org_id: orgId, item_id: itemId, text },
    ...{ owner_id: ownerId, due_on: dueOn, state: ownerId === null ? 'stands' : 'open', done_on: null },
    ...{ how: '', account_id: accountId, recorded_at: now },
  }
  await insertRows(tx, 'decision', [row])
  return id
}

/** Ends a promise: kept or let go. */
export async function endDecision(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'decision'>,
  how: { readonly state: 'done' | 'dropped'; readonly on: Day; readonly how: string },
): Promise<void> {
  await tx
    .updateTable('decision')
    .set({ state: how.state, done_on: how.on, how: how.how })
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .execute()
}

/** An open promise that comes back by a day. */
export type OpenPromise = { readonly id: Id<'decision'>; readonly text: string; readonly dueOn: Day }

/** Which agendas already have a promise: the meeting's own, and when it is planned those of every meeting to come. */
const TAKEN_BY = {
  planned: (own: Id<'planned_meeting'>) => sql`(p.id = ${own} or p.state = 'planned')`,
  opened: (own: Id<'planned_meeting'>) => sql`p.id = ${own}`,
} as const

type Taking = { readonly orgId: Id<'org'>; readonly plannedId: Id<'planned_meeting'> }

/** The open promises of a unit for the agenda of a meeting that is planned or opened, which have no place yet; the soonest first. */
export async function listPromises(
  db: Db,
  mineId: Id<'mine'>,
  { orgId, plannedId }: Taking,
  when: keyof typeof TAKEN_BY,
): Promise<OpenPromise[]> {
  const { rows } = await sql<OpenPromise>`
    select d.id, d.text, d.due_on as "dueOn" from decision d
    where d.mine_id = ${mineId} and d.org_id = ${orgId} and d.state = 'open'
      and not exists (
        select from agenda_item i join planned_meeting p on p.mine_id = i.mine_id and p.id = i.planned_id
        where i.mine_id = d.mine_id and i.promise_id = d.id and ${TAKEN_BY[when](plannedId)})
    order by d.due_on, d.id`.execute(db)
  return rows
}

/** What somebody promised, with the unit they promised it to and the meeting they did it in. */
export type OwnPromise = OpenPromise & {
  readonly orgName: string
  readonly kind: Selectable<Tables['meeting']>['kind']
  readonly heldOn: Day
}

/** The open promises of a person whose day comes by a day, the soonest first. */
export async function listPromisesOf(
  db: Db,
  mineId: Id<'mine'>,
  { personId, by }: { readonly personId: Id<'person'>; readonly by: Day },
): Promise<OwnPromise[]> {
  const { rows } = await sql<OwnPromise>`
    select d.id, d.text, d.due_on as "dueOn", u.name as "orgName", m.kind, m.held_on as "heldOn"
    from decision d join org_unit u on u.mine_id = d.mine_id and u.id = d.org_id
      join meeting m on m.mine_id = d.mine_id and m.id = d.meeting_id
    where d.mine_id = ${mineId} and d.owner_id = ${personId} and d.state = 'open' and d.due_on <= ${by}
    order by d.due_on, d.id`.execute(db)
  return rows
}
