import { append } from '../../../journal/store/append.ts'
import { dayAt } from '../../../kit/day.ts'
import { isRefused, refuse } from '../../../kit/refuse.ts'
import { type Action, on } from '../../../kit/server/action.ts'
import { placeOf } from '../../api.ts'
import { contract } from '../../contract.ts'
import { checkAgenda, MOST_ITEMS } from '../../rules/agenda.ts'
import { DENIED } from '../../rules/room.ts'
import { addItems } from '../../store/agenda.ts'
import { planRecord } from '../../store/plans.ts'
import { areOfUnit } from '../agenda.ts'
import { by } from '../meet.ts'
import { holdRoom, readAgendaOf } from './held.ts'

const addItem = on(
  contract.addAgendaItem,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.id),
  async ({ input, tx, ...asked }) => {
    const { mineId } = asked.actor
    const { id: meetingId, ...item } = input
    const of = { mineId, meetingId }
    const meeting = await holdRoom(tx, of, DENIED.addAgendaItem)
    if (isRefused(meeting)) return meeting
    const { begun, agenda } = await readAgendaOf(tx, of)
    if (!begun) return refuse('no-agenda')
    const checked = checkAgenda([item], { kind: meeting.kind, sittings: begun.sessions.length })
    if (isRefused(checked)) return checked
    const about = item.personId ? [item.personId] : []
    const today = dayAt(asked.now)
    if (!(await areOfUnit(tx, { mineId, today }, meeting.orgId, about))) return refuse('no-such-person')
    if (agenda.length >= MOST_ITEMS) return refuse('agenda-full')

    const { plannedId } = begun
    const [id] = await addItems(tx, { mineId, plannedId }, [item], agenda.at(-1)?.no ?? 0)
    if (!id) throw new Error('an item was not added')
    await append(tx, by(asked), contract.addAgendaItem.name, planRecord, [plannedId])
    return { id }
  },
)

/** The agenda in the room. */
export const agendaActions: readonly Action[] = [addItem]
