import { daysLate } from '../../journal/rules/when.ts'
import { append } from '../../journal/store/append.ts'
import { addDays, dayAt } from '../../kit/day.ts'
import { isRefused, refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { listMaterialIds } from '../../library/store.ts'
import { findUnit } from '../../org/store.ts'
import { placeOf } from '../api.ts'
import { contract } from '../contract.ts'
import { checkDone } from '../rules/decisions.ts'
import { MADE_UP_DAYS, MADE_UP_KINDS } from '../rules/make-ups.ts'
import { DENIED } from '../rules/room.ts'
import { addMakeUp, listMissed, type Missed, makeUpRecord } from '../store/make-ups.ts'
import { listCalled } from '../store/room.ts'
import { by, unitsOf } from './meet.ts'
import { holdRoom } from './room/held.ts'

const record = on(
  contract.recordMakeUp,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.meetingId),
  async ({ input, tx, ...asked }) => {
    const { mineId, accountId } = asked.actor
    const of = { mineId, meetingId: input.meetingId }
    const meeting = await holdRoom(tx, of, DENIED.recordMakeUp)
    if (isRefused(meeting)) return meeting
    const line = (await listCalled(tx, of)).find(({ personId }) => personId === input.personId)
    if (line?.state !== 'absent') return refuse('not-absent')
    const done = checkDone(input.on, { heldOn: meeting.heldOn, today: dayAt(asked.now) })
    if (isRefused(done)) return done
    const { materialId } = input
    if (materialId && !(await listMaterialIds(tx, mineId, [materialId])).has(materialId))
      return refuse('no-such-material')

    const made = { ...input, orgId: meeting.orgId, accountId }
    const id = await addMakeUp(tx, { mineId, now: asked.now }, made)
    if (!id) return refuse('made-up')
    await append(tx, by(asked), contract.recordMakeUp.name, makeUpRecord, [id])
    return { id }
  },
)

const show = ({ made, recordedAt, ...missed }: Missed) => ({
  ...missed,
  made: made && recordedAt && { ...made, recordedAfterDays: daysLate(made.on, dayAt(recordedAt)) },
})

const list = on(
  contract.listMakeUps,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor, now, tx }) => {
    const { mineId } = actor
    if (!(await findUnit(tx, mineId, input.branchId))) return refuse('no-such-unit')
    const today = dayAt(now)
    const orgIds = await unitsOf(tx, mineId, input.branchId)
    const since = addDays(today, -MADE_UP_DAYS)
    const found = await listMissed(tx, mineId, { orgIds, kinds: MADE_UP_KINDS, since, today })
    const missed = found.map(show)
    return { missed, owed: missed.filter(({ made }) => made === null).length }
  },
)

/** Giving absentees what they missed. */
export const makeUpActions: readonly Action[] = [record, list]
