import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Journaled } from '../journal/store/journaled.ts'
import type { Reach } from '../kit/contract.ts'
import { insertRows } from '../kit/db/bulk.ts'
import type { Db, Tx } from '../kit/db/db.ts'
import { type Id, newId } from '../kit/id.ts'
import { listIdsWithin } from '../org/store.ts'
import type { FileKind } from './rules.ts'

/** A file as it is listed; `bytes`: how many. */
export type FileMeta = { readonly name: string; readonly kind: FileKind; readonly bytes: number }

/** Something to read. */
export type Material = {
  readonly id: Id<'material'>
  readonly title: string
  readonly body: string
  readonly orgId: Id<'org'>
  readonly orgName: string
  readonly addedAt: string
  readonly file: FileMeta | null
  /** Who took it back, when and why (empty: no reason given); null: nobody did. */
  readonly withdrawn: { readonly by: string; readonly at: string; readonly why: string } | null
}

/** How the journal seals a material; of its file the hash. */
export const materialRecord: Journaled = { table: 'material', scope: 'org_id', person: null }

/** The units of which somebody reads: those within reach and all above them. */
function readable(mineId: Id<'mine'>, reach: Reach): RawBuilder<boolean> {
  if (reach === 'mine') return sql`true`
  return sql`(m.org_id in (${listIdsWithin(mineId, reach)}) or m.org_id in (
    select ancestor_id from org_path where mine_id = ${mineId} and org_id = any(${reach}::uuid[])))`
}

/** In which mine, and how far somebody sees. */
export type Seen = { readonly mineId: Id<'mine'>; readonly reach: Reach }

type Row = Omit<Material, 'addedAt' | 'withdrawn'> & {
  readonly addedAt: Date
  readonly by: string | null
  readonly at: Date | null
  readonly why: string | null
}

async function select(db: Db, { mineId, reach }: Seen, which: RawBuilder<unknown>): Promise<Material[]> {
  const { rows } = await sql<Row>`
    select m.id, m.title, m.body, m.org_id as "orgId", u.name as "orgName", m.recorded_at as "addedAt",
      case when f.hash is not null then
        json_build_object('name', m.file_name, 'kind', f.kind, 'bytes', octet_length(f.bytes)) end as file,
      w.name as by, m.withdrawn_at as at, m.withdrawn_why as why
    from material m join org_unit u on u.mine_id = m.mine_id and u.id = m.org_id
      left join account w on w.mine_id = m.mine_id and w.id = m.withdrawn_by
      left join stored_file f on f.mine_id = m.mine_id and f.hash = m.file_hash
    where m.mine_id = ${mineId} and ${readable(mineId, reach)} and ${which}
    order by m.id desc`.execute(db)
  return rows.map(({ addedAt, by, at, why, ...row }) => ({
    ...row,
    addedAt: addedAt.toISOString(),
    withdrawn: at && { by: by ?? '', at: at.toISOString(), why: why ?? '' },
  }))
}

/** Everything somebody may read that nobody took back, the latest first. */
export const listMaterials = (db: Db, seen: Seen): Promise<Material[]> =>
  select(db, seen, sql`m.withdrawn_at is null`)

/** One material; undefined when there is none, or none for them. */
export const findMaterial = async (db: Db, seen: Seen, id: Id<'material'>): Promise<Material | undefined> =>
  (await select(db, seen, sql`m.id = ${id}`))[0]

/** Those of the given ids that are materials of the mine and were not taken back. */
export async function listMaterialIds(
  db: Db,
  mineId: Id<'mine'>,
  ids: readonly Id<'material'>[],
): Promise<Set<Id<'material'>>> {
  const rows = await db
    .selectFrom('material')
    .select('id')
    .where('mine_id', '=', mineId)
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** The bytes of a material's file; undefined when it has none. */
export async function findBytes(db: Db, mineId: Id<'mine'>, id: Id<'material'>): Promise<Buffer | undefined> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select f.bytes from material m join stored_file f on f.mine_id = m.mine_id and f.hash = m.file_hash
    where m.mine_id = ${mineId} and m.id = ${id}`.execute(db)
  return rows[0]?.bytes
}

/** A file to keep. */
export type NewFile = { readonly name: string; readonly kind: FileKind; readonly bytes: Buffer }

/** Something to read, to add. */
export type NewMaterial = Pick<Material, 'orgId' | 'title' | 'body'> & { readonly file: NewFile | null }

/** In which mine something is written, and when. */
export type Entered = { readonly mineId: Id<'mine'>; readonly now: Date }

/** Keeps a file under its hash; the same bytes are kept once. */
export async function keepFile(
  tx: Tx,
  { mineId, now }: Entered,
  { kind, bytes }: Omit<NewFile, 'name'>,
): Promise<Buffer> {
  const hash = createHash('sha256').update(bytes).digest()
  await tx
    .insertInto('stored_file')
    .values({ mine_id: mineId, hash, kind, bytes, recorded_at: now })
    .onConflict((on) => on.doNothing())
    .execute()
  return hash
}

/** Adds something to read. */
export async function addMaterial(
  tx: Tx,
  entered: Entered,
  { orgId, title, body, file }: NewMaterial,
): Promise<Id<'material'>> {
  const id = newId<'material'>()
  const file_hash = file && (await keepFile(tx, entered, file))
  const row = {
    ...{ mine_id: entered.mineId, id, org_id: orgId, title, body },
    ...{ file_name: file?.name ?? '', file_hash, recorded_at: entered.now },
    ...{ withdrawn_at: null, withdrawn_by: null, withdrawn_why: null },
  }
  await insertRows(tx, 'material', [row])
  return id
}

/** Whose a material is, and whether it was taken back; undefined when the mine has none of that id. */
export const findHolder = (
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'material'>,
): Promise<{ readonly orgId: Id<'org'>; readonly withdrawnAt: Date | null } | undefined> =>
  db
    .selectFrom('material')
    .select(['org_id as orgId', 'withdrawn_at as withdrawnAt'])
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Who takes a material back, and why; empty: without a reason. */
export type Withdrawal = { readonly id: Id<'material'>; readonly by: Id<'account'>; readonly why: string }

/** Takes a material back; false: it was taken back before, and stays as it is. */
export async function withdrawMaterial(
  tx: Tx,
  { mineId, now }: Entered,
  { id, by, why }: Withdrawal,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('material')
    .set({ withdrawn_at: now, withdrawn_by: by, withdrawn_why: why })
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
