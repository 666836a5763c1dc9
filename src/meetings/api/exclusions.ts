import { append } from '../../journal/store/append.ts'
import { dayAt } from '../../kit/day.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { type Action, on, type Place } from '../../kit/server/action.ts'
import { BRANCH_KINDS } from '../../org/rules.ts'
import { findUnit } from '../../org/store.ts'
import { contract } from '../contract.ts'
import { type Consent, checkExclusion, holdsOn, overlap } from '../rules/expected-people.ts'
import { failedClauses } from '../rules.ts'
import * as exclusions from '../store/exclusions.ts'
import { findMeeting } from '../store/meetings.ts'
import { areOfUnit } from './agenda.ts'
import { by, placeIn, unitsOf } from './meet.ts'

const BRANCHES: readonly string[] = BRANCH_KINDS

/** The meeting that consented, of the same branch and closed; undefined when none is named, or it is none of those. */
async function findConsent(
  db: Db,
  mineId: Id<'mine'>,
  { orgId, consentMeetingId }: { orgId: Id<'org'>; consentMeetingId: Id<'meeting'> | null },
): Promise<Consent | undefined> {
  const meeting = consentMeetingId ? await findMeeting(db, mineId, consentMeetingId) : undefined
  if (!meeting || meeting.orgId !== orgId) return undefined
  const counts = meeting.roomState !== 'open' && failedClauses(meeting).length === 0
  return { kind: meeting.kind, heldOn: meeting.heldOn, counts }
}

/** Whether the unit is a branch and the person on its roster. */
async function checkWhom(
  tx: Tx,
  { mineId, now }: { readonly mineId: Id<'mine'>; readonly now: Date },
  { orgId, personId }: { readonly orgId: Id<'org'>; readonly personId: Id<'person'> },
): Promise<'fine' | Refused<'no-such-unit' | 'not-a-branch' | 'no-such-person'>> {
  const unit = await findUnit(tx, mineId, orgId)
  if (!unit) return refuse('no-such-unit')
  if (!BRANCHES.includes(unit.kind)) return refuse('not-a-branch', 'A1.6')
  const isThere = await areOfUnit(tx, { mineId, today: dayAt(now) }, orgId, [personId])
  return isThere ? 'fine' : refuse('no-such-person')
}

const exclude = on(
  contract.excludeFromExpected,
  async ({ input }) => ({ orgId: input.orgId }),
  async ({ input, tx, ...asked }) => {
    const { actor, now } = asked
    const { mineId, accountId } = actor
    const whom = await checkWhom(tx, { mineId, now }, input)
    if (isRefused(whom)) return whom
    const consent = await findConsent(tx, mineId, input)
    const checked = checkExclusion({ ...input, consent })
    if (isRefused(checked)) return checked
    const others = await exclusions.holdExclusionsOf(tx, mineId, input.personId)
    if (others.some((other) => overlap(other, input))) return refuse('excluded-already', 'R1.3')

    const id = await exclusions.addExclusion(tx, { mineId, now }, { ...input, accountId })
    await append(tx, by(asked), contract.excludeFromExpected.name, exclusions.exclusionRecord, [id])
    return { id }
  },
)

async function placeOfExclusion(
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'expected_exclusion'>,
): Promise<Place | Refused<'no-such-exclusion'>> {
  return placeIn(await exclusions.findExclusion(db, mineId, id), 'no-such-exclusion')
}

const end = on(
  contract.endExclusion,
  ({ input, actor, db }) => placeOfExclusion(db, actor.mineId, input.id),
  async ({ input, tx, ...asked }) => {
    const { mineId } = asked.actor
    const found = await exclusions.findExclusion(tx, mineId, input.id)
    if (!found) return refuse('no-such-exclusion')
    await exclusions.holdExclusionsOf(tx, mineId, found.personId)
    if (input.on < found.from) return refuse('ends-before-it-begins', 'R1.3')

    await exclusions.endExclusion(tx, mineId, found.id, input.on)
    await append(tx, by(asked), contract.endExclusion.name, exclusions.exclusionRecord, [found.id])
    return {}
  },
)

const list = on(
  contract.listExclusions,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor, now, tx }) => {
    const { mineId } = actor
    if (!(await findUnit(tx, mineId, input.branchId))) return refuse('no-such-unit')
    const orgIds = await unitsOf(tx, mineId, input.branchId)
    const all = await exclusions.listExclusions(tx, mineId, orgIds)
    const shown = all.map((one) => ({ ...one, holds: holdsOn(one, dayAt(now)) }))
    return { exclusions: [...shown.filter(({ holds }) => holds), ...shown.filter(({ holds }) => !holds)] }
  },
)

/** Who is not counted among those expected, or may not vote. */
export const exclusionActions: readonly Action[] = [exclude, end, list]
