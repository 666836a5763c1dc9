import { append } from '../../../journal/store/append.ts'
import type { ParsedOf } from '../../../kit/contract.ts'
import { dayAt } from '../../../kit/day.ts'
import type { Tx } from '../../../kit/db/db.ts'
import type { Id } from '../../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../../kit/refuse.ts'
import { type Action, on } from '../../../kit/server/action.ts'
import { placeOf } from '../../api.ts'
import { contract } from '../../contract.ts'
import { checkPromise } from '../../rules/decisions.ts'
import type { Standing } from '../../rules/expected-people.ts'
import { DENIED } from '../../rules/room.ts'
import { checkCount, decide, voteRule } from '../../rules/votes.ts'
import { addDecision, decisionRecord } from '../../store/decisions.ts'
import type { Meeting } from '../../store/meetings.ts'
import { type CalledLine, listCalled, listCalls } from '../../store/room.ts'
import { addVote, listVotes, voteRecord } from '../../store/votes.ts'
import { areOfUnit } from '../agenda.ts'
import { by } from '../meet.ts'
import { holdDated, holdRoom, type Of, readAgendaOf } from './held.ts'
import { findStandings, numbersOf } from './numbers.ts'

type Input = ParsedOf<'meetings.recordVote'>
type Roll = { readonly standings: readonly Standing<Id<'person'>>[]; readonly called: readonly CalledLine[] }

/** Whether those who handed in an opinion may vote, once each, and are not in the room as well. */
function checkWritten(
  written: Input['written'],
  { standings, called }: Roll,
): 'fine' | Refused<'no-right-to-vote' | 'voted-twice'> {
  const mayVote = new Set(standings.filter((one) => one.isExpected).map(({ personId }) => personId))
  const strangers = written.filter(({ personId }) => !mayVote.has(personId)).length
  if (strangers > 0) return refuse('no-right-to-vote', 'R1.3', { n: strangers })
  const here = new Set(called.filter(({ state }) => state === 'present').map(({ personId }) => personId))
  const absent = new Set(written.map(({ personId }) => personId).filter((id) => !here.has(id)))
  const twice = written.length - absent.size
  return twice > 0 ? refuse('voted-twice', 'R2', { n: twice }) : 'fine'
}

/** What was counted, in numbers. */
function countOf(input: Input, numbers: { readonly expected: number; readonly present: number }) {
  const { yes, no, abstain, written } = input
  return {
    ...{ expected: numbers.expected, called: numbers.present, yes, no, abstain },
    present: input.present ?? numbers.present,
    written: written.length,
    writtenYes: written.filter(({ opinion }) => opinion === 'yes').length,
  }
}

async function readRoll(tx: Tx, of: Of, meeting: Meeting): Promise<Roll | Refused<'roll-first'>> {
  if ((await listCalls(tx, of)).length === 0) return refuse('roll-first', 'R1.3')
  return { standings: await findStandings(tx, of.mineId, meeting), called: await listCalled(tx, of) }
}

const vote = on(
  contract.recordVote,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.id),
  async ({ input, tx, ...asked }) => {
    const { actor, now } = asked
    const of = { mineId: actor.mineId, meetingId: input.id }
    const meeting = await holdDated(tx, of, { denied: DENIED.recordVote, now })
    if (isRefused(meeting)) return meeting
    const item = (await readAgendaOf(tx, of)).agenda.find(({ id }) => id === input.itemId)
    if (!item) return refuse('no-such-item')
    if (!item.vote) return refuse('nothing-to-vote')
    const before = (await listVotes(tx, of)).filter(({ itemId }) => itemId === item.id)
    if (before.length > 0 && input.repeatWhy === '') return refuse('voted-already')
    const roll = await readRoll(tx, of, meeting)
    if (isRefused(roll)) return roll
    const written = checkWritten(input.written, roll)
    if (isRefused(written)) return written
    const rule = voteRule(item.vote, meeting.heldOn)
    const count = countOf(input, numbersOf(meeting, roll.standings, roll.called))
    const checked = checkCount(count, rule)
    if (isRefused(checked)) return checked
    const decided = decide(count, rule)
    if (isRefused(decided)) return decided

    const { called: _, ...counted } = count
    const id = await addVote(tx, of, {
      ...{ ...counted, itemId: item.id, rule: item.vote, clause: rule.clause, carried: decided.carried },
      ...{ repeatWhy: before.length > 0 ? input.repeatWhy : '', at: now },
      ...{ orgId: meeting.orgId, accountId: actor.accountId },
    })
    await append(tx, by(asked), contract.recordVote.name, voteRecord, [id])
    return { id, carried: decided.carried, yes: decided.yes, of: decided.of, clause: rule.clause }
  },
)

/** Whether something may be decided of an item: what is voted on, only once it was carried. */
async function checkItem(
  tx: Tx,
  of: Of,
  itemId: Id<'agenda_item'> | null,
): Promise<'fine' | Refused<'no-such-item' | 'not-carried'>> {
  if (itemId === null) return 'fine'
  const item = (await readAgendaOf(tx, of)).agenda.find(({ id }) => id === itemId)
  if (!item) return refuse('no-such-item')
  if (!item.vote) return 'fine'
  const last = (await listVotes(tx, of)).findLast((one) => one.itemId === itemId)
  return last?.carried ? 'fine' : refuse('not-carried', 'R1.3')
}

const decideItem = on(
  contract.decideItem,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.id),
  async ({ input, tx, ...asked }) => {
    const { actor, now } = asked
    const { mineId, accountId } = actor
    const { id: meetingId, ...given } = input
    const of = { mineId, meetingId }
    const meeting = await holdRoom(tx, of, DENIED.decideItem)
    if (isRefused(meeting)) return meeting
    const item = await checkItem(tx, of, given.itemId)
    if (isRefused(item)) return item
    const promised = checkPromise(given, meeting.heldOn)
    if (isRefused(promised)) return promised
    const owner = given.ownerId ? [given.ownerId] : []
    const today = dayAt(now)
    if (!(await areOfUnit(tx, { mineId, today }, meeting.orgId, owner))) return refuse('no-such-person')

    const { orgId } = meeting
    const id = await addDecision(tx, { mineId, now }, { ...given, meetingId, orgId, accountId })
    await append(tx, by(asked), contract.decideItem.name, decisionRecord, [id])
    return { id }
  },
)

/** Voting and deciding in the room. */
export const voteActions: readonly Action[] = [vote, decideItem]
