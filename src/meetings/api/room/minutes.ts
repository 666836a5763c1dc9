import { append } from '../../../journal/store/append.ts'
import { findStanding } from '../../../journal/store/history.ts'
import type { Tx } from '../../../kit/db/db.ts'
import type { Id } from '../../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../../kit/refuse.ts'
import { checkUnseen } from '../../../kit/revision.ts'
import { type Action, on } from '../../../kit/server/action.ts'
import { placeOf } from '../../api.ts'
import { contract } from '../../contract.ts'
import { checkLength, DENIED } from '../../rules/room.ts'
import { addMinute, holdMinute, minuteRecord, type NewMinute, setMinute } from '../../store/minutes.ts'
import { by } from '../meet.ts'
import { holdRoom, type Of, readAgendaOf } from './held.ts'

type Block = { readonly id: Id<'minute'> | undefined; readonly rev: number }

/** A block as it stands, held until this transaction ends; revision 0 when nobody wrote it yet. */
async function holdBlock(tx: Tx, of: Of, itemId: Id<'agenda_item'> | null): Promise<Block> {
  const id = await holdMinute(tx, of, itemId)
  return { id, rev: id ? (await findStanding(tx, of.mineId, id)).rev : 0 }
}

async function write(tx: Tx, of: Of, { id }: Block, minute: NewMinute): Promise<Id<'minute'>> {
  if (!id) return addMinute(tx, of, minute)
  await setMinute(tx, of.mineId, id, minute)
  return id
}

/** Whether minutes may be of this: an item of the agenda, or the meeting as a whole. */
async function checkItem(
  tx: Tx,
  of: Of,
  itemId: Id<'agenda_item'> | null,
): Promise<'fine' | Refused<'no-such-item'>> {
  if (itemId === null) return 'fine'
  const { agenda } = await readAgendaOf(tx, of)
  return agenda.some(({ id }) => id === itemId) ? 'fine' : refuse('no-such-item')
}

const save = on(
  contract.saveMinute,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.id),
  async ({ input, tx, ...asked }) => {
    const { actor, now } = asked
    const { itemId, text, rev: readAt } = input
    const fits = checkLength(text)
    if (isRefused(fits)) return fits
    const of = { mineId: actor.mineId, meetingId: input.id }
    const meeting = await holdRoom(tx, of, DENIED.saveMinute)
    if (isRefused(meeting)) return meeting
    const item = await checkItem(tx, of, itemId)
    if (isRefused(item)) return item
    const block = await holdBlock(tx, of, itemId)
    const checked = checkUnseen({ readAt, changedAt: block.rev })
    if (isRefused(checked)) return checked

    const { orgId } = meeting
    const id = await write(tx, of, block, { orgId, itemId, text, accountId: actor.accountId, at: now })
    await append(tx, by(asked), contract.saveMinute.name, minuteRecord, [id])
    return { rev: block.rev + 1 }
  },
)

/** Writing the minutes, block by block. */
export const minuteActions: readonly Action[] = [save]
