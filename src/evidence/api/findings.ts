import { append } from '../../journal/store/append.ts'
import type { Actor } from '../../kit/contract.ts'
import { type Day, dayAt } from '../../kit/day.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { type Action, on, type Place } from '../../kit/server/action.ts'
import { postsIn } from '../../org/rules.ts'
import { findBranchOf, listAncestors } from '../../org/store.ts'
import { findOrgOfPerson } from '../../people/store/find.ts'
import { listStrengthsOn } from '../../people/store/members.ts'
import { contract } from '../contract.ts'
import { checkDoneOn, checkDue, type FindingState, stateOf } from '../rules/inspection.ts'
import {
  addFinding,
  addRecheck,
  addRound,
  type Finding,
  findFinding,
  findingRecord,
  holdFinding,
  type Round,
  recheckRecord,
  rectificationRecord,
  setDone,
  setOwner,
  setSaid,
} from '../store/findings.ts'
import { holdInspection, listDrawn } from '../store/inspection.ts'
import { listPointed, listPointedSince, listTitles, type Pointed } from '../store/inspection-links.ts'
import { by, holdDrawn, placeOfInspection } from './inspection.ts'
import { standingOf } from './inspection-view.ts'

async function placeOfFinding({
  input,
  actor,
  db,
}: {
  input: { readonly id: Id<'finding'> }
  actor: Actor
  db: Db
}): Promise<Place | Refused<'no-such-finding'>> {
  const found = await findFinding(db, actor.mineId, input.id)
  return found ? { orgId: found.orgId } : refuse('no-such-finding')
}

/** A finding that stands, of an inspection that is not over. */
async function holdStanding(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'finding'>,
): Promise<Finding | Refused<'no-such-finding' | 'inspection-closed' | 'finding-withdrawn'>> {
  const known = await findFinding(tx, mineId, id)
  const inspection = known && (await holdInspection(tx, mineId, known.inspectionId))
  if (inspection?.closedAt) return refuse('inspection-closed')
  const finding = await holdFinding(tx, mineId, id)
  if (!finding) return refuse('no-such-finding')
  return finding.withdrawn ? refuse('finding-withdrawn') : finding
}

/** The last round of a finding, when it stands so. */
function roundIn<C extends string>(finding: Finding, state: FindingState, code: C): Round | Refused<C> {
  const last = finding.rounds.at(-1)
  return last && stateOf(standingOf(finding)) === state ? last : refuse(code)
}

type Where = { readonly mineId: Id<'mine'>; readonly orgId: Id<'org'>; readonly on: Day }

/** Who puts it right until the branch says otherwise: its secretary; null: it has none. */
async function findSecretary(tx: Tx, { mineId, orgId, on: day }: Where): Promise<Id<'person'> | null> {
  const branch = await findBranchOf(tx, mineId, orgId)
  const [strength] = branch ? await listStrengthsOn(tx, mineId, day, [branch]) : []
  return strength?.posted.find(({ posts }) => postsIn(posts).includes('secretary'))?.personId ?? null
}

const add = on(contract.addFinding, placeOfInspection, async ({ input, tx, ...asked }) => {
  const { mineId, accountId } = asked.actor
  const inspection = await holdDrawn(tx, mineId, input.id)
  if (isRefused(inspection)) return inspection
  const drawn = await listDrawn(tx, mineId, [inspection.id])
  const evidence = drawn.filter(({ id }) => input.sampleIds.includes(id))
  const [first] = evidence
  if (!first || evidence.length !== new Set(input.sampleIds).size) return refuse('not-drawn')
  if (evidence.some(({ orgId }) => orgId !== first.orgId)) return refuse('several-branches')
  const today = dayAt(asked.now)
  const { severity, dueOn, text, clause } = input
  const due = checkDue(severity, dueOn, today)
  if (isRefused(due)) return due

  const entered = { mineId, now: asked.now }
  const { orgId } = first
  const finding = { inspectionId: inspection.id, orgId, text, clause, severity, dueOn, evidence, accountId }
  const { id, no } = await addFinding(tx, entered, finding)
  await append(tx, by(asked), contract.addFinding.name, findingRecord, [id])
  if (dueOn === null) return { id, no }
  const ownerId = await findSecretary(tx, { mineId, orgId, on: today })
  const round = await addRound(tx, entered, { findingId: id, orgId, round: 1, ownerId, dueOn, accountId })
  await append(tx, by(asked), contract.addFinding.name, rectificationRecord, [round])
  return { id, no }
})

const withdraw = on(contract.withdrawFinding, placeOfFinding, async ({ input, tx, ...asked }) => {
  const { mineId } = asked.actor
  const finding = await holdStanding(tx, mineId, input.id)
  if (isRefused(finding)) return finding

  const said = { which: 'withdrawn', text: input.why } as const
  await setSaid(tx, { mineId, now: asked.now }, finding.id, said)
  await append(tx, by(asked), contract.withdrawFinding.name, findingRecord, [finding.id])
  return {}
})

const contest = on(contract.contestFinding, placeOfFinding, async ({ input, tx, ...asked }) => {
  const { mineId } = asked.actor
  const finding = await holdStanding(tx, mineId, input.id)
  if (isRefused(finding)) return finding
  if (finding.contested) return refuse('contested-already')

  const said = { which: 'contested', text: input.text } as const
  await setSaid(tx, { mineId, now: asked.now }, finding.id, said)
  await append(tx, by(asked), contract.contestFinding.name, findingRecord, [finding.id])
  return {}
})

/** Whether a unit is the one above or stands below it. */
async function isWithin(
  tx: Tx,
  mineId: Id<'mine'>,
  orgId: Id<'org'> | null,
  top: Id<'org'>,
): Promise<boolean> {
  return orgId !== null && (await listAncestors(tx, mineId, orgId)).includes(top)
}

const assign = on(contract.assignRectification, placeOfFinding, async ({ input, tx, ...asked }) => {
  const { mineId } = asked.actor
  const finding = await holdStanding(tx, mineId, input.id)
  if (isRefused(finding)) return finding
  const round = roundIn(finding, 'open', 'not-open')
  if (isRefused(round)) return round
  const { ownerId } = input
  const standsIn = await findOrgOfPerson(tx, mineId, { personId: ownerId, on: dayAt(asked.now) })
  if (!(await isWithin(tx, mineId, standsIn ?? null, finding.orgId))) return refuse('no-such-person')

  await setOwner(tx, mineId, round.id, ownerId)
  await append(tx, by(asked), contract.assignRectification.name, rectificationRecord, [round.id])
  return {}
})

/** Records of a branch that somebody points at, each as it stands; refused when one is not there or another's. */
async function pointAt(
  tx: Tx,
  { mineId, orgId }: Pick<Where, 'mineId' | 'orgId'>,
  subjects: readonly string[],
): Promise<readonly Pointed[] | Refused<'no-such-record'>> {
  const wanted = [...new Set(subjects)]
  const found = await listPointed(tx, mineId, wanted)
  if (found.length !== wanted.length) return refuse('no-such-record')
  for (const one of found)
    if (!(await isWithin(tx, mineId, one.orgId, orgId))) return refuse('no-such-record')
  return found
}

const rectify = on(contract.rectify, placeOfFinding, async ({ input, tx, ...asked }) => {
  const { mineId } = asked.actor
  const finding = await holdStanding(tx, mineId, input.id)
  if (isRefused(finding)) return finding
  const round = roundIn(finding, 'open', 'not-open')
  if (isRefused(round)) return round
  const dayFine = checkDoneOn(input.on, { foundOn: dayAt(finding.at), today: dayAt(asked.now) })
  if (isRefused(dayFine)) return dayFine
  const proof = await pointAt(tx, { mineId, orgId: finding.orgId }, input.subjects)
  if (isRefused(proof)) return proof

  await setDone(tx, mineId, round.id, { how: input.how, on: input.on, proof })
  await append(tx, by(asked), contract.rectify.name, rectificationRecord, [round.id])
  return {}
})

const MOST_PROOF = 200

const listProof = on(contract.listProof, placeOfFinding, async ({ input, actor, tx }) => {
  const { mineId } = actor
  const finding = await findFinding(tx, mineId, input.id)
  if (!finding) return refuse('no-such-finding')
  const since = { orgId: finding.orgId, since: finding.at, most: MOST_PROOF }
  const found = await listPointedSince(tx, mineId, since)
  const titles = await listTitles(
    tx,
    mineId,
    found.map(({ subject }) => subject),
  )
  return {
    records: found.map(({ subject, record, rev, leafIndex, at }) => ({
      ...{ subject, record, rev, leafIndex, recordedAt: at.toISOString() },
      title: titles.get(subject) ?? '',
    })),
  }
})

const recheck = on(contract.recheck, placeOfFinding, async ({ input, tx, ...asked }) => {
  const { mineId, accountId } = asked.actor
  const finding = await holdStanding(tx, mineId, input.id)
  if (isRefused(finding)) return finding
  const round = roundIn(finding, 'done', 'not-done')
  if (isRefused(round)) return round
  const { result, text, dueOn } = input
  const due = checkDue(result === 'again' ? finding.severity : 'note', dueOn, dayAt(asked.now))
  if (isRefused(due)) return due

  const entered = { mineId, now: asked.now }
  const { orgId } = finding
  const looked = { rectification_id: round.id, org_id: orgId, result, text, account_id: accountId }
  const id = await addRecheck(tx, entered, looked)
  await append(tx, by(asked), contract.recheck.name, recheckRecord, [id])
  if (dueOn === null) return {}
  const next = {
    findingId: finding.id,
    orgId,
    round: round.round + 1,
    ownerId: round.ownerId,
    dueOn,
    accountId,
  }
  const begun = await addRound(tx, entered, next)
  await append(tx, by(asked), contract.recheck.name, rectificationRecord, [begun])
  return {}
})

/** Finding, contesting, putting right and looking again. */
export const findingActions: readonly Action[] = [add, withdraw, contest, assign, listProof, rectify, recheck]
