import { addDays, dayAt } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { isAhead, isConvened, isFor, type Session, sessionFor } from '../rules/plans.ts'
import { findStanding, type Standing } from '../store/mine.ts'
import { listPlansAhead, type Plan } from '../store/plans.ts'

/** Whose meetings, and when the question is asked. */
export type Asker = {
  readonly mineId: Id<'mine'>
  readonly personId: Id<'person'> | null
  readonly now: Date
}

/** Somebody of the roster with what they are today. */
export type Me = Standing & { readonly personId: Id<'person'> }

/** Who asks; undefined when the roster does not have them today. */
export async function findMe(db: Db, { mineId, personId, now }: Asker): Promise<Me | undefined> {
  const standing = personId && (await findStanding(db, { mineId, personId, on: dayAt(now) }))
  return personId && standing ? { ...standing, personId } : undefined
}

/** Whether a planned meeting is for somebody: of their group or branch, and they are among those it is for. */
export const isMine = (plan: Pick<Plan, 'orgId' | 'kind'>, me: Me): boolean =>
  (plan.orgId === me.orgId || plan.orgId === me.branchId) && isConvened(plan.kind, me)

/** The sitting for my shift; `isMine` false: my shift has none, this is the next best. */
export type MySession = Session & { readonly isMine: boolean }

/** The sitting of a planned meeting for somebody of a shift; null without any. */
export function mySession(sessions: readonly Session[], shift: string): MySession | null {
  const found = sessionFor(sessions, shift)
  return found ? { ...found, isMine: isFor(found, shift) } : null
}

/** What is coming up for somebody, the next first. */
export async function listComing(
  db: Db,
  asker: Asker,
): Promise<(Plan & { readonly mySession: MySession | null })[]> {
  const { mineId, now } = asker
  const me = await findMe(db, asker)
  if (!me) return []
  // One past midnight is still to come on the day after it began.
  const from = addDays(dayAt(now), -1)
  const near = await listPlansAhead(db, mineId, { orgIds: [me.orgId, me.branchId], from })
  return near
    .filter((plan) => isAhead(plan, now) && isMine(plan, me))
    .map((plan) => ({ ...plan, mySession: mySession(plan.sessions, me.shift) }))
    .sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
}

const startOf = ({ mySession: session }: { readonly mySession: MySession | null }): string =>
  `${session?.day ?? '9999'} ${session?.starts ?? ''}`
