import { type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Day } from '../../kit/day.ts'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { DecisionKind } from '../rules/votes.ts'

type Row = Selectable<Tables['meeting_vote']>
type Of = { readonly mineId: Id<'mine'>; readonly meetingId: Id<'meeting'> }

/** How the journal seals a vote: with the key of the unit that voted. */
export const voteRecord: Journaled = {
  ...{ table: 'meeting_vote', scope: 'org_id', person: null },
  happened: {
    ...{ column: 'held_on', through: { table: 'meeting', key: 'meeting_id' } },
    counted: { at: ['recorded_at'] },
  },
}

/** A vote as it was counted, with who wrote it down. */
export type CountedVote = {
  readonly id: Id<'meeting_vote'>
  readonly itemId: Id<'agenda_item'>
  readonly rule: Row['rule']
  readonly clause: string
  readonly expected: number
  readonly present: number
  readonly yes: number
  readonly no: number
  readonly abstain: number
  readonly written: number
  readonly writtenYes: number
  readonly carried: boolean
  readonly repeatWhy: string
  readonly by: string
  readonly at: Date
}

/** The votes of a meeting, in the order they were taken. */
export const listVotes = (db: Db, { mineId, meetingId }: Of): Promise<CountedVote[]> =>
  db
    .selectFrom('meeting_vote as v')
    .innerJoin('account as a', (on) =>
      on.onRef('a.mine_id', '=', 'v.mine_id').onRef('a.id', '=', 'v.account_id'),
    )
    .select(['v.id', 'v.item_id as itemId', 'v.rule', 'v.clause', 'v.expected', 'v.present'])
    .select(['v.yes', 'v.no', 'v.abstain', 'v.written', 'v.written_yes as writtenYes', 'v.carried'])
    .select(['v.repeat_why as repeatWhy', 'a.name as by', 'v.recorded_at as at'])
    .where('v.mine_id', '=', mineId)
    .where('v.meeting_id', '=', meetingId)
    .orderBy('v.recorded_at')
    .orderBy('v.id')
    .execute()

/** A vote about somebody, with the meeting that took it. */
export type VoteOn = Pick<CountedVote, 'expected' | 'present' | 'yes' | 'writtenYes'> & {
  readonly id: Id<'meeting_vote'>
  readonly kind: DecisionKind
  readonly meetingId: Id<'meeting'>
  readonly subject: string
  readonly heldOn: Day
}

/** The votes about a person, of some kinds, the latest first. */
export async function listVotesOn(
  db: Db,
  mineId: Id<'mine'>,
  { personId, kinds }: { readonly personId: Id<'person'>; readonly kinds: readonly DecisionKind[] },
): Promise<VoteOn[]> {
  const { rows } = await sql<VoteOn>`
    select v.id, i.vote as kind, v.meeting_id as "meetingId", m.subject, m.held_on as "heldOn", v.expected, v.present,
      v.yes, v.written_yes as "writtenYes"
    from agenda_item i
      join meeting_vote v on v.mine_id = i.mine_id and v.item_id = i.id
      join meeting m on m.mine_id = v.mine_id and m.id = v.meeting_id
    where i.mine_id = ${mineId} and i.person_id = ${personId} and i.vote = any(${kinds}::text[])
    order by m.held_on desc, v.recorded_at desc`.execute(db)
  return rows
}

/** A vote to be written down. */
export type NewVote = Omit<CountedVote, 'id' | 'by'> & {
  readonly orgId: Id<'org'>
  readonly accountId: Id<'account'>
}

/** Adds a vote. */
export async function addVote(tx: Tx, { mineId, meetingId }: Of, vote: NewVote): Promise<Id<'meeting_vote'>> {
  const id = newId<'meeting_vote'>()
  const { rule, clause, expected, present, yes, no, abstain, written, carried } = vote
  const row: Row = {
    ...{ mine_id: mineId, id, meeting_id: meetingId, org_id: vote.orgId, item_id: vote.itemId },
    ...{ rule, clause, expected, present, yes, no, abstain, written, written_yes: vote.writtenYes },
    ...{ carried, repeat_why: vote.repeatWhy, account_id: vote.accountId, recorded_at: vote.at },
  }
  await insertRows(tx, 'meeting_vote', [row])
  return id
}
