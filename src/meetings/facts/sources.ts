import { type RawBuilder, sql } from 'kysely'
import type { Span } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { ratio } from '../../kit/ratio.ts'
import {
  type Counts,
  type Evidence,
  evidenceFrom,
  type FactSource,
  type FactValue,
  type Scope,
  shareOf,
} from '../../org/facts.ts'
import { ATTENDED_KINDS, type MeetingKind } from '../rules.ts'
import { missedWindows } from './missed.ts'
import { type BranchTally, heldBy, listTallies, listUnits, type Tally, tallyMeetings } from './tally.ts'
import { isValid } from './validity.ts'

type Valuer = (of: BranchTally) => FactValue
type Told = {
  /** Makes, for one reading, what tells a branch's value. */
  readonly valuer: (span: Span, lateDays: readonly number[]) => Valuer
  /** The days a reading must count lateness by for this fact. */
  readonly lateDays: readonly number[]
  readonly listEvidence: FactSource['listEvidence']
}

/** A fact of meetings: several of them are answered by one reading of the records. */
export type MeetingFact = FactSource & Told

/** Whether a fact is one of those that are answered together. */
export const isMeetingFact = (fact: FactSource): fact is MeetingFact => 'valuer' in fact

/** The values of several facts of meetings, in their order, from one reading (three statements). */
export async function countMeetings(db: Db, scope: Scope, facts: readonly MeetingFact[]): Promise<Counts[]> {
  const lateDays = [...new Set(facts.flatMap((fact) => fact.lateDays))]
  const tallies = await tallyMeetings(db, scope, lateDays)
  return facts.map(({ valuer }) => {
    const valueIn = valuer(scope.span, lateDays)
    return new Map(tallies.map((of): [Id<'org'>, FactValue] => [of.branch.id, valueIn(of)]))
  })
}

function factOf(told: Told): MeetingFact {
  const fact: MeetingFact = {
    ...told,
    count: async (db, scope) => (await countMeetings(db, scope, [fact]))[0] ?? new Map(),
  }
  return fact
}

const whole = (value: number): FactValue => ratio(value)
const sumOf = (tallies: readonly Tally[], count: (tally: Tally) => number): number =>
  tallies.reduce((sum, tally) => sum + count(tally), 0)
const ofKinds = ({ tallies }: BranchTally, kinds: readonly MeetingKind[]): Tally[] =>
  tallies.filter(({ kind }) => kinds.includes(kind))

/** Record numbers of the meetings `m` in the span that fit. */
const records =
  (fits: RawBuilder<unknown>) =>
  async (db: Db, scope: Scope): Promise<Evidence> => {
    const units = await listUnits(db, scope)
    const { rows } = await sql<{ orgId: Id<'org'>; id: string }>`
      select m.org_id as "orgId", m.no as id from meeting m
      where m.mine_id = ${scope.mineId} and m.held_on between ${scope.span.first} and ${scope.span.last}
        and m.room_state is distinct from 'open' and ${fits} ${heldBy(units)}`.execute(db)
    const branchOf = new Map(units.map((unit) => [unit.id, unit.branchId]))
    return evidenceFrom(
      rows.flatMap(({ orgId, id }) => {
        const branchId = branchOf.get(orgId)
        return branchId ? [{ branchId, id }] : []
      }),
    )
  }

const isOf = (kinds: readonly MeetingKind[]): RawBuilder<boolean> =>
  sql<boolean>`m.kind = any(${[...kinds]}::text[])`

/** `meeting.held(kind)`: valid meetings of a kind dated in the span (A3). */
export const held = (kind: MeetingKind): MeetingFact =>
  factOf({
    lateDays: [],
    valuer: () => (of) => whole(sumOf(ofKinds(of, [kind]), (tally) => tally.held)),
    listEvidence: records(sql`${isOf([kind])} and ${isValid}`),
  })

/** `meeting.invalid`: records dated in the span that do not count (A3, A2). */
export const invalid: MeetingFact = factOf({
  lateDays: [],
  valuer:
    () =>
    ({ tallies }) =>
      whole(sumOf(tallies, (tally) => tally.invalid)),
  listEvidence: records(sql`not ${isValid}`),
})

/** `meeting.attendance`: 100 × present / expected over valid general meetings, lectures and theme days; n/a when there were none (A3). */
export const attendance: MeetingFact = factOf({
  lateDays: [],
  valuer: () => (of) => {
    const attended = ofKinds(of, ATTENDED_KINDS)
    return shareOf(
      sumOf(attended, (tally) => tally.present),
      sumOf(attended, (tally) => tally.expected),
    )
  },
  listEvidence: records(sql`${isOf(ATTENDED_KINDS)} and ${isValid}`),
})

/** `meeting.late(days)`: valid meetings dated in the span and recorded more than `days` calendar days after (A3). */
export const late = (days: number): MeetingFact =>
  factOf({
    lateDays: [days],
    valuer: (_, lateDays) => {
      const at = lateDays.indexOf(days)
      return ({ tallies }) => whole(sumOf(tallies, (tally) => tally.late[at] ?? 0))
    },
    listEvidence: records(sql`${isValid} and m.registered_on - m.held_on > ${days}::int`),
  })

/** `meeting.missed(kind)`: duty windows wholly inside the span with no valid meeting of the kind (A3.1); 0 for a kind without a duty. */
export const missed = (kind: MeetingKind): MeetingFact =>
  factOf({
    lateDays: [],
    valuer: (span) => {
      const windowsOf = missedWindows(kind, span)
      return (of) => whole(windowsOf(of).length)
    },
    listEvidence: async (db, scope) => {
      const windowsOf = missedWindows(kind, scope.span)
      const tallies = await listTallies(db, scope)
      return evidenceFrom(
        tallies.flatMap((of) => windowsOf(of).map((id) => ({ branchId: of.branch.id, id }))),
      )
    },
  })
