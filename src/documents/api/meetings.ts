import { daysLate } from '../../journal/rules/when.ts'
import { day, dayAt, spanOfYear } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { unitsOf } from '../../meetings/api/meet.ts'
import { placeOfPlan } from '../../meetings/api/plans.ts'
import { findStandings } from '../../meetings/api/room/numbers.ts'
import { isExcluded } from '../../meetings/rules/expected-people.ts'
import { isConvened, type Session, sessionFor, stillToRead } from '../../meetings/rules/plans.ts'
import { type Item, listAgenda } from '../../meetings/store/agenda.ts'
import { listLeave } from '../../meetings/store/leave.ts'
import { listMeetings } from '../../meetings/store/meetings.ts'
import { findPlan, type Plan } from '../../meetings/store/plans.ts'
import { leaveReasonWords } from '../../meetings/words/leave.ts'
import { findUnit } from '../../org/store.ts'
import { contract } from '../contract.ts'
import { writeLedger } from '../sheets.ts'
import { listPeopleOn, type OfUnit } from '../store.ts'
import { paperDay } from '../words/dates.ts'
import { ledgerPaper, noticePaper, type SignInLine, signInPaper } from '../words/meetings.ts'
import { groupIn } from '../words/papers.ts'
import { fileOf } from './file.ts'

/** What an item is, where a notice says it; a discussion is what an item usually is. */
const MARKED: Readonly<Record<Item['kind'], string>> = {
  report: '（通报）',
  discussion: '',
  vote: '（表决）',
}

const markPromise = ({ promise }: Item): string =>
  promise?.state === 'open' ? `（以前的决定，${promise.ownerName}，${paperDay(promise.dueOn)}前）` : ''

const notice = on(
  contract.meetingNotice,
  ({ input, actor, db }) => placeOfPlan(db, actor.mineId, input.id),
  async ({ input, actor, now, tx }) => {
    const plan = await findPlan(tx, actor.mineId, input.id)
    if (!plan) return refuse('no-such-plan')
    const { orgName, kind, subject, note, sessions, materials } = plan
    const agenda = await listAgenda(tx, { mineId: actor.mineId, plannedId: plan.id })
    const paper = noticePaper({
      ...{ unit: orgName, kind, subject, note, sessions },
      agenda: agenda.map((item) => `${item.title}${MARKED[item.kind]}${markPromise(item)}`),
      materials: stillToRead(materials).map(({ title }) => `《${title.replace(/^《|》$/g, '')}》`),
      today: dayAt(now),
    })
    return fileOf(paper, input.format)
  },
)

type Sitting = { readonly session: Session; readonly people: SignInLine[]; readonly expected: number }
type Remarks = ReadonlyMap<Id<'person'>, string>

const lineOf = ({ personId, name, orgName, shift }: OfUnit, unit: string, remarks: Remarks): SignInLine => ({
  ...{ name, shift, group: groupIn(orgName, unit) },
  remark: remarks.get(personId) ?? '',
})

const NOT_COUNTED = '不计入应到'
const notCounted = (line: SignInLine): SignInLine => ({
  ...line,
  remark: [NOT_COUNTED, line.remark].filter(Boolean).join('；'),
})

/** Leave from a planned meeting, by who asked: granted with its reason, or waiting. */
async function listRemarks(db: Db, mineId: Id<'mine'>, plan: Plan): Promise<Remarks> {
  const leave = (await listLeave(db, mineId, [plan.orgId])).filter(({ plannedId }) => plannedId === plan.id)
  return new Map(
    leave
      .filter(({ state }) => state === 'granted' || state === 'asked')
      .map(({ personId, reason, state }) => [
        personId,
        `${state === 'granted' ? '请假' : '请假待批'}：${leaveReasonWords[reason].zh}`,
      ]),
  )
}

/** Each sitting with whom it is for, as the roster stands on its day: less those excluded, and with who comes without being counted said so (R1.3). */
async function listSittings(db: Db, mineId: Id<'mine'>, plan: Plan): Promise<Sitting[]> {
  const orgIds = await unitsOf(db, mineId, plan.orgId)
  const remarks = await listRemarks(db, mineId, plan)
  const sittings: Sitting[] = []
  for (const session of plan.sessions) {
    const people = await listPeopleOn(db, { mineId, orgIds, on: session.day })
    const called = people
      .filter((one) => isConvened(plan.kind, one))
      .filter(({ shift }) => sessionFor(plan.sessions, shift) === session)
    const standings = await findStandings(db, mineId, { ...plan, heldOn: session.day }, people)
    const stands = new Map(standings.map((one) => [one.personId, one]))
    const own = called.flatMap((one) => {
      const standing = stands.get(one.personId)
      if (!standing || isExcluded(standing)) return []
      return [{ line: lineOf(one, plan.orgName, remarks), isExpected: standing.isExpected }]
    })
    sittings.push({
      ...{ session, expected: own.filter(({ isExpected }) => isExpected).length },
      people: own.map(({ line, isExpected }) => (isExpected ? line : notCounted(line))),
    })
  }
  return sittings
}

const signIn = on(
  contract.signInSheet,
  ({ input, actor, db }) => placeOfPlan(db, actor.mineId, input.id),
  async ({ input, actor, tx }) => {
    const plan = await findPlan(tx, actor.mineId, input.id)
    if (!plan) return refuse('no-such-plan')
    const sittings = await listSittings(tx, actor.mineId, plan)
    const { orgName: unit, kind, subject } = plan
    return fileOf(signInPaper({ unit, kind, subject, sittings }), input.format)
  },
)

const ledger = on(
  contract.meetingLedger,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor: { mineId }, now, tx }) => {
    const { branchId, year, format } = input
    const unit = await findUnit(tx, mineId, branchId)
    if (!unit) return refuse('no-such-unit')
    const orgIds = await unitsOf(tx, mineId, branchId)
    const { first: from, last: to } = spanOfYear(day(`${year}-01-01`))
    const held = await listMeetings(tx, mineId, { orgIds, from, to })
    const meetings = held
      .map((one) => ({
        ...one,
        recordedAfterDays: one.registeredOn === null ? null : daysLate(one.heldOn, one.registeredOn),
      }))
      .toReversed()
    const of = { unit: unit.name, year, today: dayAt(now), meetings }
    return format === 'xlsx' ? writeLedger(of) : fileOf(ledgerPaper(of), format)
  },
)

/** The papers of meetings. */
export const meetingPapers: readonly Action[] = [notice, signIn, ledger]
