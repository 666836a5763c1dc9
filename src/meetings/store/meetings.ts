import { type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Day } from '../../kit/day.ts'
import { insertRows, updateRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import { BEGINS_MEETING } from '../rules/begun.ts'

type Row = Selectable<Tables['meeting']>

/** A meeting as recorded. `hoursHundredths`: study hours in hundredths of an hour; `registeredOn` null: nobody noted when it was recorded. */
export type Meeting = {
  readonly id: Id<'meeting'>
  readonly no: Row['no']
  readonly orgId: Row['org_id']
  readonly kind: Row['kind']
  readonly heldOn: Row['held_on']
  readonly starts: Row['starts']
  readonly ends: Row['ends']
  readonly place: Row['place']
  readonly chair: Row['chair']
  readonly recorder: Row['recorder']
  readonly lecturer: Row['lecturer']
  readonly expected: Row['expected']
  readonly present: Row['present']
  readonly absence: Row['absence']
  readonly subject: Row['subject']
  readonly resolution: Row['resolution']
  readonly hoursHundredths: Row['hours_hundredths']
  readonly registeredOn: Row['registered_on']
  readonly source: Row['source']
  /** How its room stands; null, or left out: recorded without one. */
  readonly roomState?: Row['room_state']
  readonly openedAt?: Date | null
  readonly closedAt?: Date | null
  /** When it was opened again, and why; null, or left out: never. */
  readonly reopenedAt?: Date | null
  readonly reopenedWhy?: string | null
}

/** A meeting as it is shown: with the name of its unit, and when the record was made. */
export type ShownMeeting = Meeting & { readonly orgName: string; readonly recordedAt: Date }

/** In which mine something is written, and when. */
export type Entered = { readonly mineId: Id<'mine'>; readonly now: Date }

/** How the journal seals a meeting, its roll call with it. */
export const meetingRecord: Journaled = {
  table: 'meeting',
  scope: 'org_id',
  person: null,
  happened: {
    column: 'held_on',
    begun: BEGINS_MEETING,
    counted: {
      ...{ at: ['closed_at', 'recorded_at'], source: 'source' },
      open: { column: 'room_state', state: 'open' },
    },
  },
  parts: [
    {
      ...{ name: 'roll', table: 'attendance', key: 'meeting_id', orderBy: 'person_id' },
      later: ['session_id'],
    },
    { name: 'calls', table: 'roll_call', key: 'meeting_id', orderBy: 'session_id' },
    { name: 'guests', table: 'guest', key: 'meeting_id', orderBy: 'id' },
  ],
}

const meetingOf = (row: Row): Meeting => ({
  id: row.id,
  no: row.no,
  orgId: row.org_id,
  kind: row.kind,
  heldOn: row.held_on,
  starts: row.starts,
  ends: row.ends,
  place: row.place,
  chair: row.chair,
  recorder: row.recorder,
  lecturer: row.lecturer,
  expected: row.expected,
  present: row.present,
  absence: row.absence,
  subject: row.subject,
  resolution: row.resolution,
  hoursHundredths: row.hours_hundredths,
  registeredOn: row.registered_on,
  source: row.source,
  roomState: row.room_state,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
  reopenedAt: row.reopened_at,
  reopenedWhy: row.reopened_why,
})

const rowOf = (meeting: Meeting, { mineId, now }: Entered): Row => ({
  mine_id: mineId,
  id: meeting.id,
  no: meeting.no,
  org_id: meeting.orgId,
  kind: meeting.kind,
  held_on: meeting.heldOn,
  starts: meeting.starts,
  ends: meeting.ends,
  place: meeting.place,
  chair: meeting.chair,
  recorder: meeting.recorder,
  lecturer: meeting.lecturer,
  expected: meeting.expected,
  present: meeting.present,
  absence: meeting.absence,
  subject: meeting.subject,
  resolution: meeting.resolution,
  hours_hundredths: meeting.hoursHundredths,
  registered_on: meeting.registeredOn,
  source: meeting.source,
  recorded_at: now,
  room_state: meeting.roomState ?? null,
  opened_at: meeting.openedAt ?? null,
  closed_at: meeting.closedAt ?? null,
  discarded_why: null,
  reopened_at: meeting.reopenedAt ?? null,
  reopened_why: meeting.reopenedWhy ?? null,
})

/** Those given up in their room are there for the journal alone. */
const shown = (db: Db, mineId: Id<'mine'>) =>
  db
    .selectFrom('meeting as m')
    .innerJoin('org_unit as u', (on) =>
      on.onRef('u.mine_id', '=', 'm.mine_id').onRef('u.id', '=', 'm.org_id'),
    )
    .selectAll('m')
    .select('u.name as org_name')
    .where('m.mine_id', '=', mineId)
    .where('m.discarded_why', 'is', null)

const shownOf = (row: Row & { org_name: string }): ShownMeeting => ({
  ...meetingOf(row),
  orgName: row.org_name,
  recordedAt: row.recorded_at,
})

/** Which meetings: those of some units, in a stretch of days, of a kind. */
export type Which = {
  readonly orgIds: readonly Id<'org'>[]
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly kind?: Row['kind'] | undefined
}

/** Meetings, latest first; those still open are none yet. */
export async function listMeetings(
  db: Db,
  mineId: Id<'mine'>,
  { orgIds, from, to, kind }: Which,
): Promise<ShownMeeting[]> {
  let asked = shown(db, mineId)
    .where(sql<boolean>`m.org_id = any(${orgIds}::uuid[])`)
    .where(sql<boolean>`m.room_state is distinct from 'open'`)
  if (from) asked = asked.where('m.held_on', '>=', from)
  if (to) asked = asked.where('m.held_on', '<=', to)
  if (kind) asked = asked.where('m.kind', '=', kind)
  const rows = await asked.orderBy('m.held_on', 'desc').orderBy('m.no', 'desc').execute()
  return rows.map(shownOf)
}

/** Meetings by their ids, latest first; those there are not are left out. */
export async function listMeetingsById(
  db: Db,
  mineId: Id<'mine'>,
  ids: readonly Id<'meeting'>[],
): Promise<ShownMeeting[]> {
  const asked = shown(db, mineId).where(sql<boolean>`m.id = any(${ids}::uuid[])`)
  const rows = await asked.orderBy('m.held_on', 'desc').orderBy('m.no', 'desc').execute()
  return rows.map(shownOf)
}

/** One meeting; undefined when the mine has none of that id. */
export async function findMeeting(
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'meeting'>,
): Promise<ShownMeeting | undefined> {
  const row = await shown(db, mineId).where('m.id', '=', id).executeTakeFirst()
  return row && shownOf(row)
}

/** Reads a meeting and keeps others from changing it until this transaction ends. */
export async function holdMeeting(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'meeting'>,
): Promise<Meeting | undefined> {
  const row = await tx
    .selectFrom('meeting')
    .selectAll()
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .where('discarded_why', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && meetingOf(row)
}

/** Meetings by their numbers, or all of the mine, by number: what a ledger holds. */
export async function listMeetingsByNo(
  db: Db,
  mineId: Id<'mine'>,
  numbers: readonly string[] | 'all',
): Promise<Meeting[]> {
  const all = db.selectFrom('meeting').selectAll().where('mine_id', '=', mineId).orderBy(sql`no collate "C"`)
  const asked = numbers === 'all' ? all : all.where(sql<boolean>`no = any(${numbers}::text[])`)
  return (await asked.execute()).map(meetingOf)
}

/** Adds meetings, thousands in one statement; answers their ids in the same order. Violates a key when a number is taken. */
export async function addMeetings(
  tx: Tx,
  entered: Entered,
  added: readonly Omit<Meeting, 'id'>[],
): Promise<Id<'meeting'>[]> {
  const whole = added.map((meeting): Meeting => ({ ...meeting, id: newId() }))
  await insertRows(
    tx,
    'meeting',
    whole.map((meeting) => rowOf(meeting, entered)),
  )
  return whole.map(({ id }) => id)
}

const CHANGEABLE = [
  'org_id',
  'kind',
  'held_on',
  'starts',
  'ends',
  'place',
  'chair',
  'recorder',
  'lecturer',
  'expected',
  'present',
  'absence',
  'subject',
  'resolution',
  'hours_hundredths',
  'registered_on',
  'source',
] as const

/** Writes meetings found by id as they are given, all but number and time of record, thousands in one statement. */
export async function changeMeetings(tx: Tx, entered: Entered, changed: readonly Meeting[]): Promise<void> {
  await updateRows(
    tx,
    'meeting',
    CHANGEABLE,
    changed.map((meeting) => rowOf(meeting, entered)),
  )
}

/** The day of the latest meeting held up to a day; undefined: none was. */
export async function findLatestHeld(db: Db, mineId: Id<'mine'>, upTo: Day): Promise<Day | undefined> {
  const row = await db
    .selectFrom('meeting')
    .select('held_on')
    .where('mine_id', '=', mineId)
    .where('discarded_why', 'is', null)
    .where('held_on', '<=', upTo)
    .orderBy('held_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.held_on
}
