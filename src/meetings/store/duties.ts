import { sql } from 'kysely'
import type { Span } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { type DutyMeeting, failedClauses, type Minutes } from '../rules.ts'

export type HeldOf = {
  readonly mineId: Id<'mine'>
  readonly orgIds: readonly Id<'org'>[]
  readonly span: Span
}

/** A meeting as duties are judged by it, and the unit that held it. */
export type HeldMeeting = DutyMeeting<Id<'meeting'>> & { readonly orgId: Id<'org'> }

type Row = Omit<HeldMeeting, 'valid' | 'recordedOn'> &
  Omit<Minutes, 'kind' | 'heldOn'> & { readonly registeredOn: HeldMeeting['recordedOn'] | null }

/** The meetings of units in a span, with whether each counts (A2). One statement. */
export async function listHeld(db: Db, { mineId, orgIds, span }: HeldOf): Promise<HeldMeeting[]> {
  const { rows } = await sql<Row>`
    select id, org_id as "orgId", kind, held_on as "heldOn", registered_on as "registeredOn",
      chair, recorder, left(subject, 1) as subject, expected, present
    from meeting
    where mine_id = ${mineId} and org_id = any(${orgIds}::uuid[]) and held_on between ${span.first} and ${span.last}
      and room_state is distinct from 'open'`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    orgId: row.orgId,
    kind: row.kind,
    heldOn: row.heldOn,
    recordedOn: row.registeredOn ?? undefined,
    valid: failedClauses(row).length === 0,
  }))
}
