import type { Tx } from '../../../kit/db/db.ts'
import type { Id } from '../../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../../kit/refuse.ts'
import { checkClock, checkRoom, type RoomState } from '../../rules/room.ts'
import { type Item, listAgenda } from '../../store/agenda.ts'
import { holdMeeting, type Meeting } from '../../store/meetings.ts'
import { type Begun, findBegun } from '../../store/room.ts'

/** Which meeting of which mine. */
export type Of = { readonly mineId: Id<'mine'>; readonly meetingId: Id<'meeting'> }

type Denied<C extends string> = Readonly<Partial<Record<RoomState, C>>>

/** The meeting, held until this transaction ends, when its room stands so that something may be done in it. */
export async function holdRoom<C extends string>(
  tx: Tx,
  { mineId, meetingId }: Of,
  denied: Denied<C>,
): Promise<Meeting | Refused<C | 'no-such-meeting'>> {
  const meeting = await holdMeeting(tx, mineId, meetingId)
  if (!meeting) return refuse('no-such-meeting')
  const allowed = checkRoom(meeting.roomState ?? null, denied)
  return isRefused(allowed) ? allowed : meeting
}

/** The same, for what is dated: by a clock that does not stand before the opening. */
export async function holdDated<C extends string>(
  tx: Tx,
  of: Of,
  { denied, now }: { readonly denied: Denied<C>; readonly now: Date },
): Promise<Meeting | Refused<C | 'no-such-meeting' | 'clock-behind'>> {
  const meeting = await holdRoom(tx, of, denied)
  if (isRefused(meeting)) return meeting
  const clock = checkClock(meeting.openedAt ?? null, now)
  return isRefused(clock) ? clock : meeting
}

/** The plan a meeting began from with its agenda; no items without one. */
export async function readAgendaOf(
  tx: Tx,
  of: Of,
): Promise<{ readonly begun: Begun | undefined; readonly agenda: readonly Item[] }> {
  const begun = await findBegun(tx, of)
  const agenda = begun ? await listAgenda(tx, { mineId: of.mineId, plannedId: begun.plannedId }) : []
  return { begun, agenda }
}
