import { sql } from 'kysely'
import type { Step } from '../../joining/rules.ts'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { LeaveState } from '../../meetings/rules/plans.ts'
import type { SealedField } from '../../people/store/sealed.ts'
import type { To } from './notices.ts'

type In = { readonly mineId: Id<'mine'>; readonly id: string }

/** An answer to somebody's request for leave. */
export type LeaveTold = {
  readonly personId: Id<'person'>
  readonly plannedId: string
  readonly state: LeaveState
  readonly answer: string
  readonly subject: string
}

/** A request for leave as its answer is told; undefined when it is gone. */
export async function findLeaveTold(db: Db, { mineId, id }: In): Promise<LeaveTold | undefined> {
  const { rows } = await sql<LeaveTold>`
    select l.person_id as "personId", l.planned_id as "plannedId", l.state, l.answer, p.subject
    from leave_request l join planned_meeting p on p.mine_id = l.mine_id and p.id = l.planned_id
    where l.mine_id = ${mineId} and l.id = ${id}`.execute(db)
  return rows[0]
}

/** Whom the answer to a voice is told: the person, else the account; undefined when it is gone. */
export async function findVoiceTold(
  db: Db,
  { mineId, id }: In,
): Promise<{ readonly to: To; readonly answer: string } | undefined> {
  const { rows } = await sql<{ personId: Id<'person'> | null; accountId: Id<'account'>; answer: string }>`
    select person_id as "personId", account_id as "accountId", answer from voice
    where mine_id = ${mineId} and id = ${id}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { personId, accountId, answer } = row
  return { answer, to: personId ? { personId, accountId: null } : { personId: null, accountId } }
}

/** A step of somebody's admission that was recorded; `on` null: struck out. */
export type StepTold = {
  readonly personId: Id<'person'>
  readonly caseId: string
  readonly step: Step
  readonly on: Day | null
}

/** A recorded step; undefined when it is gone. */
export async function findStepTold(db: Db, { mineId, id }: In): Promise<StepTold | undefined> {
  const { rows } = await sql<StepTold>`
    select person_id as "personId", case_id as "caseId", step, happened_on as "on" from admission_step
    where mine_id = ${mineId} and id = ${id}`.execute(db)
  return rows[0]
}

/** Somebody saw a value of a person. */
export type UnmaskedTold = {
  readonly personId: Id<'person'>
  readonly field: SealedField
  readonly byName: string
  readonly reason: string
}

/** Who saw what of whom; undefined when it was everybody's, in an export. */
export async function findUnmaskedTold(db: Db, { mineId, id }: In): Promise<UnmaskedTold | undefined> {
  const { rows } = await sql<UnmaskedTold>`
    select u.person_id as "personId", u.field, a.name as "byName", u.reason
    from unmasking u join account a on a.mine_id = u.mine_id and a.id = u.account_id
    where u.mine_id = ${mineId} and u.id = ${id} and u.person_id is not null`.execute(db)
  return rows[0]
}

/** In which shift people work on a day; who is not on the roster is left out. */
export async function listShifts(
  db: Db,
  mineId: Id<'mine'>,
  { people, on }: { readonly people: readonly Id<'person'>[]; readonly on: Day },
): Promise<Map<Id<'person'>, string>> {
  const { rows } = await sql<{ personId: Id<'person'>; shift: string }>`
    select person_id as "personId", shift from standing
    where mine_id = ${mineId} and person_id = any(${people}::uuid[])
      and from_day <= ${on} and (to_day is null or to_day >= ${on})`.execute(db)
  return new Map(rows.map(({ personId, shift }) => [personId, shift]))
}

/** A secretary's account, their unit, and the shift of their person on a day. */
export type SecretaryFound = {
  readonly accountId: Id<'account'>
  readonly orgId: Id<'org'>
  readonly orgName: string
  readonly personId: Id<'person'> | null
}

/** Every secretary of a mine, by account. */
export async function listSecretaries(db: Db, mineId: Id<'mine'>): Promise<SecretaryFound[]> {
  const { rows } = await sql<SecretaryFound>`
    select distinct on (o.account_id) o.account_id as "accountId", o.org_id as "orgId", u.name as "orgName",
      a.person_id as "personId"
    from office o
      join account a on a.mine_id = o.mine_id and a.id = o.account_id and a.disabled_at is null
      join org_unit u on u.mine_id = o.mine_id and u.id = o.org_id
    where o.mine_id = ${mineId} and o.role = 'secretary' and o.ended_at is null
    order by o.account_id, o.id`.execute(db)
  return rows
}

/** How much waits for an answer in a unit and all below it. */
export async function countWaiting(
  db: Db,
  mineId: Id<'mine'>,
  orgId: Id<'org'>,
): Promise<{ readonly leave: number; readonly voices: number }> {
  const { rows } = await sql<{ leave: number; voices: number }>`
    with unit as (select org_id from org_path where mine_id = ${mineId} and ancestor_id = ${orgId})
    select
      (select count(*)::int from leave_request l join planned_meeting p on p.mine_id = l.mine_id and p.id = l.planned_id
        where l.mine_id = ${mineId} and l.state = 'asked' and p.state = 'planned' and p.org_id in (select org_id from unit)) as leave,
      (select count(*)::int from voice v
        where v.mine_id = ${mineId} and v.outcome is null and v.org_id in (select org_id from unit)) as voices`.execute(
    db,
  )
  return rows[0] ?? { leave: 0, voices: 0 }
}

/** Every mine of this database. */
export async function listMines(db: Db): Promise<Id<'mine'>[]> {
  const rows = await db.selectFrom('mine').select('id').execute()
  return rows.map(({ id }) => id)
}
