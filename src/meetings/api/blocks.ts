import { append } from '../../journal/store/append.ts'
import { findStanding, type Standing } from '../../journal/store/history.ts'
import type { OutputOf, ParsedOf } from '../../kit/contract.ts'
import { dayAt } from '../../kit/day.ts'
import type { Tx } from '../../kit/db/db.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { checkUnseen } from '../../kit/revision.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { callRoll, placeOf } from '../api.ts'
import { contract } from '../contract.ts'
import type { Block } from '../rules/blocks.ts'
import { checkHeld } from '../rules/expected.ts'
import { checkRoom, DENIED } from '../rules/room.ts'
import { failedClauses } from '../rules.ts'
import * as blocks from '../store/blocks.ts'
import * as meetings from '../store/meetings.ts'
import * as rolls from '../store/roll.ts'
import { listCalled } from '../store/room.ts'
import { by } from './meet.ts'

/** Actions that note which blocks they change; any other that gives a meeting a revision changes all of it. */
const NOTING: readonly string[] = [contract.changeBlock.name, contract.changeMeeting.name]

/** The last change of the meeting as a whole: recorded, or imported over. */
const wholeChange = ({ kinds }: Standing): Standing['kinds'][number] | undefined =>
  kinds.filter(({ kind }) => !NOTING.includes(kind)).toSorted((a, b) => b.rev - a.rev)[0]

type Changes = OutputOf<'meetings.findBlocks'>['changes']

/** Block by block the last change: of the block itself, or of the whole record when that came later and it was not the first. */
function showChanges(standing: Standing, own: readonly blocks.BlockChange[]): Changes {
  const whole = wholeChange(standing)
  return own
    .map(({ block, rev, at, by: name }) =>
      whole && whole.rev > rev
        ? { block, rev: whole.rev, at: whole.at, by: '' }
        : { block, rev, at, by: name },
    )
    .map((change) => ({ ...change, at: change.at.toISOString() }))
}

const findBlocks = on(
  contract.findBlocks,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.id),
  async ({ input, actor, tx }) => {
    const { mineId } = actor
    const meeting = await meetings.findMeeting(tx, mineId, input.id)
    if (!meeting) return refuse('no-such-meeting')
    const of = { mineId, meetingId: meeting.id }
    const roll = await rolls.listRoll(tx, mineId, meeting.id)
    const standing = await findStanding(tx, mineId, meeting.id)
    const changes = showChanges(standing, await blocks.listBlockChanges(tx, of))
    return { ...meeting, rev: standing.rev, roll, changes }
  },
)

type Refusal = Refused<
  'in-the-future' | 'ends-before-start' | 'not-on-the-roster' | 'called-twice' | 'changed-meanwhile'
>
type Input = ParsedOf<'meetings.changeBlock'>
type Changing = meetings.Entered & { readonly meeting: meetings.Meeting; readonly change: Input['change'] }

/** The meeting with the block as it shall be, and its roll where that is the block. */
async function decideChange(
  tx: Tx,
  { meeting, change, now, mineId }: Changing,
): Promise<{ changed: meetings.Meeting; lines?: readonly rolls.RollLine[] } | Refusal> {
  if (change.block !== 'roll') {
    const { block, ...fields } = change
    const changed: meetings.Meeting = { ...meeting, ...fields, source: 'product' }
    const checked = block === 'facts' ? checkHeld(changed, dayAt(now)) : 'fine'
    return isRefused(checked) ? checked : { changed }
  }
  const called = await callRoll(tx, { ...meeting, mineId, now, roll: change.roll })
  if (isRefused(called)) return called
  const { expected, present } = called
  const calledAt = new Map(
    (await listCalled(tx, { mineId, meetingId: meeting.id })).map((one) => [one.personId, one.sessionId]),
  )
  const lines = called.lines.map((line) => ({ ...line, sessionId: calledAt.get(line.personId) ?? null }))
  return { changed: { ...meeting, expected, present, source: 'product' }, lines }
}

/** With which revision a block was changed last. */
async function lastChange(
  tx: Tx,
  of: Parameters<typeof blocks.listBlockChanges>[1],
  block: Block,
  standing: Standing,
): Promise<number> {
  const own = (await blocks.listBlockChanges(tx, of)).find((change) => change.block === block)
  return Math.max(own?.rev ?? 0, wholeChange(standing)?.rev ?? 0)
}

const changeBlock = on(
  contract.changeBlock,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.id),
  async ({ input, actor, now, tx, keys }) => {
    const { mineId, accountId } = actor
    const { block } = input.change
    const meeting = await meetings.holdMeeting(tx, mineId, input.id)
    if (!meeting) return refuse('no-such-meeting')
    const denied = block === 'roll' ? DENIED.correctRoll : DENIED.changeRecord
    const allowed = checkRoom(meeting.roomState ?? null, denied)
    if (isRefused(allowed)) return allowed
    const of = { mineId, meetingId: meeting.id }
    const standing = await findStanding(tx, mineId, meeting.id)
    const changedAt = await lastChange(tx, of, block, standing)
    const checked = checkUnseen({ readAt: input.rev, changedAt })
    if (isRefused(checked)) return checked
    const decided = await decideChange(tx, { meeting, change: input.change, now, mineId })
    if (isRefused(decided)) return decided

    const rev = standing.rev + 1
    await meetings.changeMeetings(tx, { mineId, now }, [decided.changed])
    if (decided.lines) await rolls.setRoll(tx, mineId, meeting.id, decided.lines)
    await blocks.setBlockChanges(tx, of, [block], { rev, accountId, at: now })
    await append(tx, by({ actor, now, keys }), contract.changeBlock.name, meetings.meetingRecord, [
      meeting.id,
    ])
    return { rev, failed: failedClauses(decided.changed) }
  },
)

/** Correcting a meeting block by block. */
export const blockActions: readonly Action[] = [findBlocks, changeBlock]
