import { reachOf } from '../../access/rules/may.ts'
import { clockOf, nextStep } from '../../joining/rules/stations.ts'
import { listCasesOf } from '../../joining/store/cases.ts'
import type { Actor } from '../../kit/contract.ts'
import { addDays, addMonths, type Day, day, dayAt, monthOf, spanOfMonth } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { ruleAt } from '../../law/table.ts'
import { listUnfilled } from '../../meetings/facts/unfilled.ts'
import { runningWindows } from '../../meetings/rules/running.ts'
import { type TermStanding, termStanding, vacancies } from '../../org/rules.ts'
import { listBranches, type Unit } from '../../org/store.ts'
import { listStaffedOn, type Staffed } from '../../people/store/members.ts'
import { contract } from '../contract.ts'
import { AHEAD_DAYS, gather, isNear, type Open, plannedFor, RECENT_DAYS } from '../rules/open.ts'
import {
  listDeadlines,
  listDuesOpen,
  listLeaveWaiting,
  listOpenPromises,
  listOpenRectifications,
  listPlannedAhead,
  listPlanOpen,
} from '../store/open.ts'

type Looking = {
  readonly db: Db
  readonly actor: Actor
  readonly mineId: Id<'mine'>
  readonly today: Day
  readonly units: readonly Unit[]
  /** How many full members each branch has, and its posts. */
  readonly staffed: readonly Staffed[]
}

const ids = ({ units }: Looking): Id<'org'>[] => units.map(({ id }) => id)

/** What is open in a branch, with its name. */
function opener({ units }: Looking): (branchId: Id<'org'>, of: Partial<Open> & Pick<Open, 'kind'>) => Open {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return (branchId, of) => ({
    ...{ what: '', until: null, count: 1, groupId: null, groupName: null, name: '', planned: null },
    ...of,
    branchId,
    branchName: names.get(branchId) ?? '',
  })
}

/** Windows that run today and are not filled, and those that closed unfilled a short time ago (A3.1). */
async function openDuties(looking: Looking): Promise<Open[]> {
  const { db, mineId, today, staffed } = looking
  const open = opener(looking)
  const committeeFrom = ruleAt('branch.committeeFrom', day(`${today.slice(0, 4)}-01-01`))
  const withCommittee = staffed.filter(({ full }) => full >= committeeFrom).map(({ branchId }) => branchId)
  const windows = runningWindows(today, (last) => isNear(last, today))
  const unfilled = await listUnfilled(db, { mineId, branches: ids(looking), withCommittee, windows })
  const plans = await listPlannedAhead(db, { mineId, branches: ids(looking), from: today })
  return unfilled.map((window) => {
    const { branchId, kind, last, groupId, groupName } = window
    const planned = plannedFor(plans, window)
    return open(branchId, { kind: 'duty', what: kind, until: last, groupId, groupName, planned })
  })
}

const LEAVE_LINES = { asked: 'leave', withdrawn: 'leaveWithdrawn' } as const

/** Requests for leave that wait for the asker, and leave they granted that was taken back: of branches whose requests they may answer, save their own. */
async function openLeave(looking: Looking): Promise<Open[]> {
  const { db, actor, mineId, today } = looking
  const reach = reachOf(actor, 'meetings.answerLeave')
  if (reach.length === 0) return []
  const own = await listBranches(db, mineId, reach)
  const answering = new Set(own.map(({ id }) => id))
  const branches = ids(looking).filter((id) => answering.has(id))
  const waiting = await listLeaveWaiting(db, { mineId, branches, from: today })
  const open = opener(looking)
  return waiting
    .filter(({ personId }) => personId !== actor.personId)
    .map(({ branchId, plannedId, name, state, day: until }) =>
      open(branchId, { kind: LEAVE_LINES[state], what: plannedId, until, name }),
    )
}

async function openMonths(looking: Looking): Promise<Open[]> {
  const { db, mineId, today } = looking
  const open = opener(looking)
  const branches = ids(looking)
  const months = [monthOf(addMonths(today, -1)), monthOf(today)]
  const plan = await listPlanOpen(db, { mineId, branches, months })
  const rows = plan.map(({ branchId, month, count }) =>
    open(branchId, { kind: 'plan', what: month, until: spanOfMonth(month).last, count }),
  )
  for (const month of months) {
    const { last } = spanOfMonth(month)
    const owing = await listDuesOpen(db, { mineId, branches, month, on: last < today ? last : today })
    rows.push(
      ...owing.map(({ branchId, count }) =>
        open(branchId, { kind: 'dues', what: month, until: last, count }),
      ),
    )
  }
  return rows
}

async function openDeadlines(looking: Looking): Promise<Open[]> {
  const { db, mineId, today } = looking
  const open = opener(looking)
  const branches = ids(looking)
  const due = await listDeadlines(db, { mineId, branches, from: today, to: addDays(today, AHEAD_DAYS) })
  const targets = due.map(({ branchId, deadline, task }) =>
    open(branchId, { kind: 'target', what: '', until: deadline, name: task }),
  )
  const cases = await listCasesOf(db, { mineId, branches, on: today })
  const steps = cases.flatMap((one) => {
    const step = nextStep(one)
    const clock = step && clockOf(one, step)
    if (!step || clock?.kind !== 'latest' || clock.on > addDays(today, AHEAD_DAYS)) return []
    return [open(one.branchId, { kind: 'case', what: step, until: clock.on, name: one.name })]
  })
  return [...targets, ...steps]
}

/** Promises made in meetings that fall due soon, or did; each with the meeting it was made in. */
async function openPromises(looking: Looking): Promise<Open[]> {
  const { db, mineId, today } = looking
  const open = opener(looking)
  const by = addDays(today, AHEAD_DAYS)
  const due = await listOpenPromises(db, {
    mineId,
    branches: ids(looking),
    from: addDays(today, -RECENT_DAYS),
    to: by,
  })
  return due.map(({ branchId, meetingId, dueOn, text }) =>
    open(branchId, { kind: 'promise', what: meetingId, until: dueOn, name: text }),
  )
}

/** What inspections found and is to be put right: all of it, whenever it falls due; each with its inspection. */
async function openRectifications(looking: Looking): Promise<Open[]> {
  const { db, mineId } = looking
  const open = opener(looking)
  const due = await listOpenRectifications(db, { mineId, branches: ids(looking) })
  return due.map(({ branchId, inspectionId, dueOn, text }) =>
    open(branchId, { kind: 'rectification', what: inspectionId, until: dueOn, name: text }),
  )
}

const NEARS_ITS_END: readonly TermStanding['state'][] = ['ending', 'overdue']

/** Terms that end or ended, and posts that must be held and are not (A3.3). */
function openPosts(looking: Looking): Open[] {
  const { today, units, staffed } = looking
  const open = opener(looking)
  const ends = units.filter(({ termTo }) =>
    NEARS_ITS_END.includes(termStanding(termTo ?? undefined, today).state),
  )
  const terms = ends.map(({ id, termTo }) => open(id, { kind: 'term', until: termTo }))
  const vacant = staffed.flatMap(({ branchId, full, posts }) =>
    vacancies(full, posts, today).map((post) => open(branchId, { kind: 'vacancy', what: post })),
  )
  return [...terms, ...vacant]
}

/** What is due and what is at risk, of every branch the asker may see, the same thing of many branches in one line. */
export const findOpen: Action = on(
  contract.findOpen,
  'wherever-allowed',
  async ({ actor, reach, tx, now }) => {
    const { mineId } = actor
    const today = dayAt(now)
    const units = (await listBranches(tx, mineId, reach)).filter(({ kind }) => kind !== 'temporaryBranch')
    const branches = units.map(({ id }) => id)
    const staffed = await listStaffedOn(tx, mineId, today, branches)
    const looking = { db: tx, actor, mineId, today, units, staffed }
    const parts = [
      ...[openDuties, openLeave, openMonths, openDeadlines],
      ...[openPromises, openRectifications, openPosts],
    ]
    const open: Open[] = []
    for (const part of parts) open.push(...(await part(looking)))
    const lines = gather(open, today).map((line) => ({ ...line, branches: [...line.branches] }))
    return { today, branches: units.length, lines }
  },
)
