import { stepWords } from '../../joining/words/steps.ts'
import type { PlacedChange } from '../../journal/store/reader.ts'
import { dayAt } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { isConvened, sessionFor } from '../../meetings/rules/plans.ts'
import { findDecision } from '../../meetings/store/decisions.ts'
import { findPlan, type Plan } from '../../meetings/store/plans.ts'
import { listPeopleOf } from '../../meetings/store/roll.ts'
import { listUnitsOf } from '../../meetings/store/units.ts'
import { meetingKindWords } from '../../meetings/words/kinds.ts'
import { leaveStateWords } from '../../meetings/words/leave.ts'
import { fieldNames } from '../../people/words/catalogue.ts'
import type { Facts, NoticeKind } from '../rules.ts'
import type { NewNotice, To } from '../store/notices.ts'
import { findLeaveTold, findStepTold, findUnmaskedTold, findVoiceTold, listShifts } from '../store/sources.ts'
import { listVisible } from './visible.ts'

type Told = { readonly to: To; readonly about: string | null; readonly facts: Facts }
type In = { readonly db: Db; readonly mineId: Id<'mine'> }
type Deriving = {
  readonly kind: NoticeKind
  readonly derive: (at: In, change: PlacedChange) => Promise<Told[]>
}

const toPerson = (personId: Id<'person'>): To => ({ personId, accountId: null })

const both = (name: string, words: { zh: string; en: string }): Facts => ({
  [`${name}Zh`]: words.zh,
  [`${name}En`]: words.en,
})

/** Everybody a planned meeting is for, with the sitting of their shift. */
async function tellPlan({ db, mineId }: In, plan: Plan, received: Date): Promise<Told[]> {
  const units = await listUnitsOf(db, { mineId, branches: [plan.orgId] })
  const orgIds = [...new Set([plan.orgId, ...units.map(({ id }) => id)])]
  const people = (await listPeopleOf(db, mineId, orgIds, dayAt(received))).filter((one) =>
    isConvened(plan.kind, one),
  )
  const shifts = await listShifts(db, mineId, {
    people: people.map(({ personId }) => personId),
    on: dayAt(received),
  })
  const { subject, whyCancelled } = plan
  return people.map(({ personId }) => {
    const shift = shifts.get(personId) ?? ''
    const { day = '', starts = '', place = '' } = sessionFor(plan.sessions, shift) ?? {}
    const facts = { ...both('kind', meetingKindWords[plan.kind]), subject, day, starts, place }
    const why: Facts = whyCancelled === '' ? {} : { why: whyCancelled }
    return { to: toPerson(personId), about: plan.id, facts: { ...facts, ...why } }
  })
}

/** Of a planned meeting, unless it was called off since: then only that is told. */
const ofPlan =
  (wanted: Plan['state'] | 'not-cancelled') =>
  async (at: In, { subject, received }: PlacedChange): Promise<Told[]> => {
    const plan = await findPlan(at.db, at.mineId, subject as Id<'planned_meeting'>)
    if (!plan) return []
    const isTold = wanted === 'not-cancelled' ? plan.state !== 'cancelled' : plan.state === wanted
    return isTold ? tellPlan(at, plan, received) : []
  }

async function ofLeave({ db, mineId }: In, { subject: id }: PlacedChange): Promise<Told[]> {
  const leave = await findLeaveTold(db, { mineId, id })
  if (!leave || leave.state === 'asked' || leave.state === 'withdrawn') return []
  const { personId, plannedId, state, subject, answer } = leave
  const facts = { ...both('state', leaveStateWords[state]), subject, answer }
  return [{ to: toPerson(personId), about: plannedId, facts }]
}

async function ofVoice({ db, mineId }: In, { subject: id }: PlacedChange): Promise<Told[]> {
  const voice = await findVoiceTold(db, { mineId, id })
  return voice ? [{ to: voice.to, about: id, facts: { answer: voice.answer } }] : []
}

async function ofStep({ db, mineId }: In, { subject: id }: PlacedChange): Promise<Told[]> {
  const step = await findStepTold(db, { mineId, id })
  if (!step) return []
  const facts = { ...both('step', stepWords[step.step]), day: step.on ?? '' }
  return [{ to: toPerson(step.personId), about: step.caseId, facts }]
}

async function ofDecision({ db, mineId }: In, { subject: id }: PlacedChange): Promise<Told[]> {
  const decision = await findDecision(db, mineId, id as Id<'decision'>)
  if (!decision?.ownerId || decision.state !== 'open') return []
  const { ownerId, text, dueOn, orgName } = decision
  return [{ to: toPerson(ownerId), about: id, facts: { text, day: dueOn ?? '', orgName } }]
}

async function ofUnmasking({ db, mineId }: In, { subject: id }: PlacedChange): Promise<Told[]> {
  const seen = await findUnmaskedTold(db, { mineId, id })
  if (!seen) return []
  const { personId, field, byName, reason } = seen
  const facts = { ...both('field', fieldNames[field]), byName, reason }
  return [{ to: toPerson(personId), about: id, facts }]
}

/** What is told of which change: by the action, and the table of the record it changed. */
const DERIVINGS: Readonly<Record<string, Deriving>> = {
  'meetings.planMeeting planned_meeting': { kind: 'meetingPlanned', derive: ofPlan('not-cancelled') },
  'meetings.changePlanned planned_meeting': { kind: 'meetingChanged', derive: ofPlan('planned') },
  'meetings.cancelPlanned planned_meeting': { kind: 'meetingCancelled', derive: ofPlan('cancelled') },
  'meetings.answerLeave leave_request': { kind: 'leaveAnswered', derive: ofLeave },
  'meetings.decideItem decision': { kind: 'decisionMade', derive: ofDecision },
  'voice.answer voice': { kind: 'voiceAnswered', derive: ofVoice },
  'joining.openCase admission_step': { kind: 'caseMoved', derive: ofStep },
  'joining.recordStep admission_step': { kind: 'caseMoved', derive: ofStep },
  'joining.correctStep admission_step': { kind: 'caseMoved', derive: ofStep },
  'people.unmask unmasking': { kind: 'unmasked', derive: ofUnmasking },
}

/** The notices that come of a change of the journal; none of most. */
export async function noticesOf(at: In, change: PlacedChange): Promise<NewNotice[]> {
  const deriving = DERIVINGS[`${change.kind} ${change.record}`]
  if (!deriving) return []
  const told = await deriving.derive(at, change)
  const people = [...new Set(told.flatMap(({ to }) => to.personId ?? []))]
  const visible = await listVisible(at, people, change.received)
  return told.map((one): NewNotice => {
    return {
      ...one.to,
      ...{ kind: deriving.kind, about: one.about, facts: one.facts, origin: `leaf:${change.idx}` },
      ...{ at: change.received, visibleFrom: visible(one.to.personId) },
    }
  })
}
