import type { z } from 'zod'
import { type Day, dayAt } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { refuse } from '../../kit/refuse.ts'
import { on } from '../../kit/server/action.ts'
import { voteRule } from '../../meetings/rules/votes.ts'
import { listVotesOn } from '../../meetings/store/votes.ts'
import { findPerson } from '../../people/store/find.ts'
import { type caseShape, contract } from '../contract.ts'
import { stageOfCase, stationsOf } from '../rules/stations.ts'
import { type AdmissionCase, defectsOf } from '../rules.ts'
import { findCase as findCaseBy, findCaseOf } from '../store/cases.ts'
import { listNamed } from '../store/named.ts'
import { listStepEntries, type StepEntry } from '../store/steps.ts'
import { placeOfCase } from './steps.ts'

type ShownCase = z.input<typeof caseShape>
type CaseFound = AdmissionCase & { readonly id: Id<'admission_case'> }

/** The day the present date of each step was recorded in the product. */
const recordedOn = (entries: readonly StepEntry[]): Map<string, Day> =>
  new Map(entries.map(({ step, recordedOn: on }) => [step, on]))

type Shown = {
  readonly mineId: Id<'mine'>
  readonly entries: readonly StepEntry[]
  readonly today: Day
}

/** A case as pages show it: steps with clocks, and every defect as of a day. */
async function showCase(db: Db, of: CaseFound, { mineId, entries, today }: Shown): Promise<ShownCase> {
  const recorded = recordedOn(entries)
  const namedIn = await listNamed(db, mineId, [of.id])
  return {
    id: of.id,
    stage: stageOfCase(of),
    stations: stationsOf(of).map(({ on: day, clock, ...station }) => ({
      ...station,
      on: day ?? null,
      recordedOn: (day && recorded.get(station.step)) ?? null,
      clock: clock ?? null,
    })),
    numbers: Object.fromEntries(
      Object.entries(of.numbers).flatMap(([name, n]) => (n === undefined ? [] : [[name, n]])),
    ),
    defects: defectsOf(of, today).map(({ clause, on: day, step }) => ({ clause, on: day, step })),
    ...namedIn(of.id),
  }
}

/** The step a vote of a general meeting is about. */
const VOTED = { acceptanceMeeting: 'admission', conversionMeeting: 'conversion' } as const

/** The votes about a person that may be taken over into their case. */
async function votesOn(db: Db, mineId: Id<'mine'>, personId: Id<'person'>) {
  const votes = await listVotesOn(db, mineId, { personId, kinds: Object.values(VOTED) })
  return votes.map(({ id, kind, heldOn, subject, expected, present, yes, writtenYes }) => {
    const written = voteRule(kind, heldOn).countsWritten ? writtenYes : 0
    const step: keyof typeof VOTED =
      kind === VOTED.conversionMeeting ? 'conversionMeeting' : 'acceptanceMeeting'
    return { id, step, heldOn, subject, expected, present, yes: yes + written }
  })
}

export const findMine = on(contract.findMine, 'wherever-allowed', async ({ actor, now, tx }) => {
  const { mineId, personId } = actor
  const own = personId ? await findCaseOf(tx, mineId, personId) : undefined
  if (!own) return { case: null }
  const entries = (await listStepEntries(tx, mineId, [own.id])).get(own.id) ?? []
  return { case: await showCase(tx, own, { mineId, entries, today: dayAt(now) }) }
})

export const findCase = on(contract.findCase, placeOfCase, async ({ input, actor, now, tx }) => {
  const { mineId } = actor
  const today = dayAt(now)
  const of = await findCaseBy(tx, mineId, input.id)
  const person = of && (await findPerson(tx, mineId, of.personId))
  if (!of || !person) return refuse('no-such-case')
  const stands = person.standings.findLast(({ from }) => from === null || from <= today)
  if (!stands) return refuse('no-such-case')
  const entries = (await listStepEntries(tx, mineId, [of.id])).get(of.id) ?? []
  const { personId, personNo, name, source } = of
  return {
    ...(await showCase(tx, of, { mineId, entries, today })),
    ...{ personId, personNo, name, source, orgId: stands.orgId, category: stands.category },
    votes: await votesOn(tx, mineId, personId),
    entries: entries.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
  }
})
