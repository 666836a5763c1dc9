import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Day } from '../../kit/day.ts'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { Clause } from '../../law/clauses.ts'
import type { Recheck, Severity } from '../rules/inspection.ts'
import type { Entered } from './inspection.ts'
import type { Pointed } from './inspection-links.ts'

type Row = Selectable<Tables['finding']>

/** How the journal seals a finding: with the records it rests on and the branch's own words. */
export const findingRecord: Journaled = {
  table: 'finding',
  scope: 'org_id',
  person: null,
  parts: [{ name: 'evidence', table: 'finding_evidence', key: 'finding_id', orderBy: 'subject' }],
}
/** How the journal seals putting right: with the records that show it. */
export const rectificationRecord: Journaled = {
  table: 'rectification',
  scope: 'org_id',
  person: null,
  parts: [{ name: 'proof', table: 'rectification_proof', key: 'rectification_id', orderBy: 'subject' }],
}
/** How the journal seals a second look. */
export const recheckRecord: Journaled = { table: 'recheck', scope: 'org_id', person: null }

/** A record as it stood when somebody pointed at it. */
export type Link = Omit<Pointed, 'orgId'>

/** One round of putting right, with the second look at it. */
export type Round = {
  readonly id: Id<'rectification'>
  readonly round: number
  readonly ownerId: Id<'person'> | null
  readonly ownerName: string | null
  readonly dueOn: Day
  readonly how: string
  readonly doneOn: Day | null
  readonly proof: readonly Link[]
  readonly recheck: { readonly result: Recheck; readonly text: string; readonly at: string } | null
}

type Said = { readonly text: string; readonly at: Date }

/** What was found, and what became of it: rounds in their order. */
export type Finding = {
  readonly id: Id<'finding'>
  readonly inspectionId: Id<'inspection'>
  readonly orgId: Id<'org'>
  readonly orgName: string
  readonly no: number
  readonly text: string
  readonly clause: Clause | null
  readonly severity: Severity
  readonly at: Date
  readonly by: string
  readonly evidence: readonly Link[]
  readonly contested: Said | null
  readonly withdrawn: Said | null
  readonly rounds: readonly Round[]
}

type Found = Omit<Finding, 'contested' | 'withdrawn'> & {
  readonly contestedText: string
  readonly contestedAt: Date | null
  readonly withdrawnText: string
  readonly withdrawnAt: Date | null
}

const said = (text: string, at: Date | null): Said | null => at && { text, at }

const findingOf = ({ contestedText, contestedAt, withdrawnText, withdrawnAt, ...found }: Found): Finding => ({
  ...found,
  contested: said(contestedText, contestedAt),
  withdrawn: said(withdrawnText, withdrawnAt),
})

const LINK =
  sql.raw(`json_build_object('subject', l.subject, 'record', l.record, 'rev', l.rev, 'leafIndex', l.leaf_index)
  order by l.leaf_index`)

async function select(db: Db, mineId: Id<'mine'>, which: RawBuilder<unknown>): Promise<Finding[]> {
  const { rows } = await sql<Found>`
    select f.id, f.inspection_id as "inspectionId", f.org_id as "orgId", u.name as "orgName", f.no, f.text, f.clause, f.severity,
      f.recorded_at as at, a.name as by, f.contested as "contestedText", f.contested_at as "contestedAt",
      f.withdrawn as "withdrawnText", f.withdrawn_at as "withdrawnAt",
      coalesce((select json_agg(${LINK}) from finding_evidence l where l.mine_id = f.mine_id and l.finding_id = f.id), '[]') as evidence,
      coalesce((select json_agg(json_build_object('id', r.id, 'round', r.round, 'ownerId', r.owner_id, 'ownerName', p.name,
          'dueOn', r.due_on, 'how', r.how, 'doneOn', r.done_on,
          'proof', coalesce((select json_agg(${LINK}) from rectification_proof l
            where l.mine_id = r.mine_id and l.rectification_id = r.id), '[]'),
          'recheck', case when c.id is not null then json_build_object('result', c.result, 'text', c.text, 'at', c.recorded_at) end)
          order by r.round)
        from rectification r
          left join person p on p.mine_id = r.mine_id and p.id = r.owner_id
          left join recheck c on c.mine_id = r.mine_id and c.rectification_id = r.id
        where r.mine_id = f.mine_id and r.finding_id = f.id), '[]') as rounds
    from finding f
      join org_unit u on u.mine_id = f.mine_id and u.id = f.org_id
      join account a on a.mine_id = f.mine_id and a.id = f.account_id
    where f.mine_id = ${mineId} and ${which}
    order by f.inspection_id, f.no`.execute(db)
  return rows.map(findingOf)
}

/** What was found in inspections, in the order of the numbers. */
export const listFindings = (
  db: Db,
  mineId: Id<'mine'>,
  inspectionIds: readonly Id<'inspection'>[],
): Promise<Finding[]> => select(db, mineId, sql`f.inspection_id = any(${inspectionIds}::uuid[])`)

/** One finding; undefined when the mine has none of that id. */
export const findFinding = async (
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'finding'>,
): Promise<Finding | undefined> => (await select(db, mineId, sql`f.id = ${id}`))[0]

/** Reads a finding and keeps others from changing what becomes of it until this transaction ends. */
export async function holdFinding(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'finding'>,
): Promise<Finding | undefined> {
  await sql`select 1 from finding where mine_id = ${mineId} and id = ${id} for no key update`.execute(tx)
  return findFinding(tx, mineId, id)
}

/** A finding to be written down. */
export type NewFinding = Pick<
  Finding,
  'inspectionId' | 'orgId' | 'text' | 'clause' | 'severity' | 'evidence'
> & {
  readonly dueOn: Day | null
  readonly accountId: Id<'account'>
}

/** Writes a finding down under the next number of its inspection, which must be held. */
export async function addFinding(
  tx: Tx,
  { mineId, now }: Entered,
  { inspectionId, orgId, text, clause, severity, evidence, dueOn, accountId }: NewFinding,
): Promise<{ readonly id: Id<'finding'>; readonly no: number }> {
  const id = newId<'finding'>()
  const { rows } = await sql<{ no: number }>`
    select coalesce(max(no), 0) + 1 as no from finding
    where mine_id = ${mineId} and inspection_id = ${inspectionId}`.execute(tx)
  const no = rows[0]?.no ?? 1
  const row: Row = {
    ...{ mine_id: mineId, id, inspection_id: inspectionId, org_id: orgId, no, text, clause, severity },
    ...{ due_on: dueOn, account_id: accountId, contested: '', contested_at: null },
    ...{ withdrawn: '', withdrawn_at: null, recorded_at: now },
  }
  await insertRows(tx, 'finding', [row])
  await insertRows(
    tx,
    'finding_evidence',
    evidence.map((link) => ({ mine_id: mineId, finding_id: id, ...linkRow(link) })),
  )
  return { id, no }
}

const linkRow = ({ subject, record, rev, leafIndex }: Link) => ({
  ...{ subject: subject as Id<string> as never, record, rev, leaf_index: leafIndex },
})

/** Writes the branch's words against a finding, or the inspector's that take it back. */
export async function setSaid(
  tx: Tx,
  { mineId, now }: Entered,
  id: Id<'finding'>,
  said: { readonly which: 'contested' | 'withdrawn'; readonly text: string },
): Promise<void> {
  const set =
    said.which === 'contested'
      ? { contested: said.text, contested_at: now }
      : { withdrawn: said.text, withdrawn_at: now }
  await tx.updateTable('finding').set(set).where('mine_id', '=', mineId).where('id', '=', id).execute()
}

/** A round to begin. */
export type NewRound = {
  readonly findingId: Id<'finding'>
  readonly orgId: Id<'org'>
  readonly round: number
  readonly ownerId: Id<'person'> | null
  readonly dueOn: Day
  readonly accountId: Id<'account'>
}

/** Begins a round of putting right. */
export async function addRound(
  tx: Tx,
  { mineId, now }: Entered,
  { findingId, orgId, round, ownerId, dueOn, accountId }: NewRound,
): Promise<Id<'rectification'>> {
  const id = newId<'rectification'>()
  const row: Selectable<Tables['rectification']> = {
    ...{ mine_id: mineId, id, finding_id: findingId, org_id: orgId, round, owner_id: ownerId },
    ...{ due_on: dueOn, how: '', done_on: null, account_id: accountId, recorded_at: now },
  }
  await insertRows(tx, 'rectification', [row])
  return id
}

/** Says who puts it right. */
export async function setOwner(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'rectification'>,
  ownerId: Id<'person'>,
): Promise<void> {
  await tx
    .updateTable('rectification')
    .set({ owner_id: ownerId })
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .execute()
}

/** Says what was done, when, and which records show it. */
export async function setDone(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'rectification'>,
  { how, on, proof }: { readonly how: string; readonly on: Day; readonly proof: readonly Link[] },
): Promise<void> {
  await tx
    .updateTable('rectification')
    .set({ how, done_on: on })
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .execute()
  await insertRows(
    tx,
    'rectification_proof',
    proof.map((link) => ({ mine_id: mineId, rectification_id: id, ...linkRow(link) })),
  )
}

/** Writes a second look down. */
export async function addRecheck(
  tx: Tx,
  { mineId, now }: Entered,
  of: Omit<Selectable<Tables['recheck']>, 'mine_id' | 'id' | 'recorded_at'>,
): Promise<Id<'recheck'>> {
  const id = newId<'recheck'>()
  await insertRows(tx, 'recheck', [{ ...of, mine_id: mineId, id, recorded_at: now }])
  return id
}

/** What somebody is to put right, with what was found, in which inspection, and the branch it was found in. */
export type OwnRectification = {
  readonly id: Id<'finding'>
  readonly text: string
  readonly dueOn: Day
  readonly title: string
  readonly orgName: string
}

/** What a person is to put right and has not yet, the soonest first. */
export async function listRectificationsOf(
  db: Db,
  mineId: Id<'mine'>,
  personId: Id<'person'>,
): Promise<OwnRectification[]> {
  const { rows } = await sql<OwnRectification>`
    select f.id, f.text, r.due_on as "dueOn", i.title, u.name as "orgName"
    from rectification r
      join finding f on f.mine_id = r.mine_id and f.id = r.finding_id
      join inspection i on i.mine_id = f.mine_id and i.id = f.inspection_id
      join org_unit u on u.mine_id = r.mine_id and u.id = r.org_id
    where r.mine_id = ${mineId} and r.owner_id = ${personId} and r.done_on is null and f.withdrawn_at is null
    order by r.due_on, r.id`.execute(db)
  return rows
}
