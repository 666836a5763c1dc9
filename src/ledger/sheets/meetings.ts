import type { Db } from '../../kit/db/db.ts'
import {
  addMeetings,
  changeMeetings,
  listMeetingsByNo,
  type Meeting,
  meetingRecord,
} from '../../meetings/store/meetings.ts'
import { type Desk, type Hand, type LedgerRowOf, type Names, named } from './hand.ts'
import { decimalOf, hundredthsOf } from './numbers.ts'

type Row = LedgerRowOf<'meetings'>

const meetingOf = (names: Names, row: Row): Omit<Meeting, 'id'> => ({
  no: row.no,
  orgId: named(names.org, row.orgCode),
  kind: row.kind,
  heldOn: row.heldOn,
  starts: row.starts ?? '',
  ends: row.ends ?? '',
  place: row.place ?? '',
  chair: row.chair ?? '',
  recorder: row.recorder ?? '',
  lecturer: row.lecturer ?? '',
  expected: row.expected,
  present: row.present,
  absence: row.absence ?? '',
  subject: row.subject ?? '',
  resolution: row.resolution ?? '',
  hoursHundredths: hundredthsOf(row.hours),
  registeredOn: row.registeredOn,
  source: 'import',
})

const rowOf = (meeting: Meeting, codes: ReadonlyMap<string, string>): Row =>
  ({
    no: meeting.no,
    orgCode: codes.get(meeting.orgId) ?? '',
    kind: meeting.kind,
    heldOn: meeting.heldOn,
    starts: meeting.starts || null,
    ends: meeting.ends || null,
    place: meeting.place || null,
    chair: meeting.chair || null,
    recorder: meeting.recorder || null,
    lecturer: meeting.lecturer || null,
    expected: meeting.expected,
    present: meeting.present,
    absence: meeting.absence || null,
    subject: meeting.subject || null,
    resolution: meeting.resolution || null,
    hours: decimalOf(meeting.hoursHundredths),
    registeredOn: meeting.registeredOn,
  }) as Row

async function list(db: Db, { mineId, names }: Desk): ReturnType<Hand<'meetings'>['list']> {
  const codes = new Map([...names.org].map(([code, id]) => [id, code]))
  const meetings = await listMeetingsByNo(db, mineId, 'all')
  for (const { id, no } of meetings) names.meetings.set(no, id)
  return meetings.map((meeting) => ({
    id: meeting.id,
    // What was run in a room or signed is never written over; what is still open is no record yet.
    source: meeting.roomState ? 'product' : meeting.source,
    gone: meeting.roomState === 'open',
    values: rowOf(meeting, codes),
  }))
}

/** 会议记录. */
export const meetingHand: Hand<'meetings'> = {
  record: meetingRecord,
  list,
  write: async (tx, { mineId, now, names }, { added, changed }) => {
    const entered = { mineId, now }
    const ids = await addMeetings(
      tx,
      entered,
      added.map((row) => meetingOf(names, row)),
    )
    for (const [at, { no }] of added.entries()) {
      const id = ids[at]
      if (id) names.meetings.set(no, id)
    }
    const renewed = changed.map(({ values }) => ({
      ...meetingOf(names, values),
      id: named(names.meetings, values.no),
    }))
    await changeMeetings(tx, entered, renewed)
    return [...ids, ...renewed.map(({ id }) => id)]
  },
}
