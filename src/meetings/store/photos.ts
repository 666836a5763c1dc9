import { sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'

type Of = { readonly mineId: Id<'mine'>; readonly meetingId: Id<'meeting'> }

/** How the journal seals a photo: of its file the hash, with the key of the unit that met. */
export const photoRecord: Journaled = {
  ...{ table: 'meeting_photo', scope: 'org_id', person: null },
  unsealed: { kept_hash: 'follows from file_hash and removed_at' },
}

/** A photo as it is listed. */
export type Photo = {
  readonly id: Id<'meeting_photo'>
  readonly caption: string
  readonly by: string
  readonly at: Date
}

/** The photos that stand beside a record, in the order they were added. */
export const listPhotos = (db: Db, { mineId, meetingId }: Of): Promise<Photo[]> =>
  db
    .selectFrom('meeting_photo as p')
    .innerJoin('account as a', (on) =>
      on.onRef('a.mine_id', '=', 'p.mine_id').onRef('a.id', '=', 'p.account_id'),
    )
    .select(['p.id', 'p.caption', 'a.name as by', 'p.recorded_at as at'])
    .where('p.mine_id', '=', mineId)
    .where('p.meeting_id', '=', meetingId)
    .where('p.removed_at', 'is', null)
    .orderBy('p.recorded_at')
    .orderBy('p.id')
    .execute()

/** A photo as it is signed with the record: its file by the hash, in hexadecimal digits. */
export type KeptPhoto = {
  readonly id: Id<'meeting_photo'>
  readonly caption: string
  readonly sha256: string
}

/** The photos that stand beside a record, with the hashes of their files. */
export async function listKeptPhotos(db: Db, { mineId, meetingId }: Of): Promise<KeptPhoto[]> {
  const rows = await db
    .selectFrom('meeting_photo')
    .select(['id', 'caption', 'file_hash'])
    .where('mine_id', '=', mineId)
    .where('meeting_id', '=', meetingId)
    .where('removed_at', 'is', null)
    .execute()
  return rows.map(({ id, caption, file_hash }) => ({ id, caption, sha256: file_hash.toString('hex') }))
}

/** Of which meeting a photo is, and whose; undefined when it is none, was taken away, or its room was given up. */
export const findPhoto = (
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'meeting_photo'>,
): Promise<{ readonly meetingId: Id<'meeting'>; readonly orgId: Id<'org'> } | undefined> =>
  db
    .selectFrom('meeting_photo as p')
    .innerJoin('meeting as m', (on) =>
      on.onRef('m.mine_id', '=', 'p.mine_id').onRef('m.id', '=', 'p.meeting_id'),
    )
    .select(['p.meeting_id as meetingId', 'p.org_id as orgId'])
    .where('p.mine_id', '=', mineId)
    .where('p.id', '=', id)
    .where('p.removed_at', 'is', null)
    .where('m.discarded_why', 'is', null)
    .executeTakeFirst()

/** The file of a photo that stands. */
export const findPhotoFile = (db: Db, mineId: Id<'mine'>, id: Id<'meeting_photo'>) =>
  db
    .selectFrom('meeting_photo as p')
    .innerJoin('stored_file as f', (on) =>
      on.onRef('f.mine_id', '=', 'p.mine_id').onRef('f.hash', '=', 'p.file_hash'),
    )
    .select(['f.kind', 'f.bytes'])
    .where('p.mine_id', '=', mineId)
    .where('p.id', '=', id)
    .where('p.removed_at', 'is', null)
    .executeTakeFirst()

/** A photo to be added. */
export type NewPhoto = {
  readonly fileHash: Buffer
  readonly caption: string
  readonly orgId: Id<'org'>
  readonly accountId: Id<'account'>
  readonly at: Date
}

/** Adds a photo whose file is kept already. */
export async function addPhoto(
  tx: Tx,
  { mineId, meetingId }: Of,
  { fileHash, caption, orgId, accountId, at }: NewPhoto,
): Promise<Id<'meeting_photo'>> {
  const id = newId<'meeting_photo'>()
  await tx
    .insertInto('meeting_photo')
    .values({
      ...{ mine_id: mineId, id, meeting_id: meetingId, org_id: orgId, file_hash: fileHash, caption },
      ...{ account_id: accountId, recorded_at: at, removed_at: null },
    })
    .execute()
  return id
}

/** Takes a photo away: shown nowhere, its line kept for the journal, its picture deleted unless something else shows the same. */
export async function removePhoto(
  tx: Tx,
  mineId: Id<'mine'>,
  { id, at }: { readonly id: Id<'meeting_photo'>; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('meeting_photo')
    .set({ removed_at: at })
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .execute()
  await sql`delete from stored_file f using meeting_photo p
    where p.mine_id = ${mineId} and p.id = ${id} and f.mine_id = p.mine_id and f.hash = p.file_hash
      and not exists (select from meeting_photo o where o.mine_id = f.mine_id and o.kept_hash = f.hash)
      and not exists (select from material m where m.mine_id = f.mine_id and m.file_hash = f.hash)`.execute(
    tx,
  )
}
