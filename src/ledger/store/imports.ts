import type { Db, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'

/** Whose workbook, in which mine. */
export type Owner = { readonly mineId: Id<'mine'>; readonly keys: Keys }

export type ImportState = 'previewed' | 'committed' | 'cancelled' | 'expired'

/** A workbook on its way in. `summary`: what the preview, or the commit, said, as JSON. */
export type Import = {
  readonly id: Id<'ledger_import'>
  readonly fileName: string
  readonly state: ImportState
  readonly summary: string
  readonly recordedAt: Date
}

const contextOf = (mineId: Id<'mine'>, id: Id<'ledger_import'>): string =>
  `ledger_import.file:${mineId}:${id}`

export type NewImport = {
  readonly id: Id<'ledger_import'>
  readonly accountId: Id<'account'>
  readonly fileName: string
  readonly content: Uint8Array
  readonly summary: string
  readonly now: Date
}

/** A fresh id for an import, needed before it is summed up. */
export const newImportId = (): Id<'ledger_import'> => newId()

/** Keeps a workbook, sealed, until it is committed, cancelled or a day old. */
export async function addImport(tx: Tx, { mineId, keys }: Owner, added: NewImport): Promise<void> {
  const content = Buffer.from(added.content).toString('base64')
  await tx
    .insertInto('ledger_import')
    .values({
      mine_id: mineId,
      id: added.id,
      file_name: added.fileName,
      file: keys.field.seal(contextOf(mineId, added.id), content),
      state: 'previewed',
      summary: added.summary,
      account_id: added.accountId,
      recorded_at: added.now,
    })
    .execute()
}

const imports = (db: Db, mineId: Id<'mine'>, id: Id<'ledger_import'>) =>
  db.selectFrom('ledger_import').where('mine_id', '=', mineId).where('id', '=', id)

const COLUMNS = ['id', 'file_name as fileName', 'state', 'summary', 'recorded_at as recordedAt'] as const

export const findImport = (
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'ledger_import'>,
): Promise<Import | undefined> => imports(db, mineId, id).select(COLUMNS).executeTakeFirst()

/** An import as a list shows it: with who brought it, and when it ended. */
export type ListedImport = Import & { readonly by: string; readonly endedAt: Date | null }

/** Imports, latest first. */
export const listImports = (db: Db, mineId: Id<'mine'>, most: number): Promise<ListedImport[]> =>
  db
    .selectFrom('ledger_import as i')
    .innerJoin('account as a', (on) =>
      on.onRef('a.mine_id', '=', 'i.mine_id').onRef('a.id', '=', 'i.account_id'),
    )
    .select(['i.id', 'i.file_name as fileName', 'i.state', 'i.summary', 'i.recorded_at as recordedAt'])
    .select(['i.ended_at as endedAt', 'a.name as by'])
    .where('i.mine_id', '=', mineId)
    .orderBy('i.recorded_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(most)
    .execute()

/** Reads and locks an import; a second commit waits here and then finds it ended. */
export const holdImport = (
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'ledger_import'>,
): Promise<Import | undefined> => imports(tx, mineId, id).select(COLUMNS).forUpdate().executeTakeFirst()

/** The workbook itself; undefined once it is gone. */
export async function findFile(
  db: Db,
  { mineId, keys }: Owner,
  id: Id<'ledger_import'>,
): Promise<Buffer | undefined> {
  const row = await imports(db, mineId, id).select('file').executeTakeFirst()
  return row?.file ? Buffer.from(keys.field.open(contextOf(mineId, id), row.file), 'base64') : undefined
}

export type Ended = { readonly state: ImportState; readonly summary: string; readonly now: Date }

/** Ends an import: its workbook is gone. */
export async function endImport(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'ledger_import'>,
  ended: Ended,
): Promise<void> {
  await tx
    .updateTable('ledger_import')
    .set({ state: ended.state, summary: ended.summary, ended_at: ended.now, file: null })
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .execute()
}

/** Ends every preview recorded before `before`; answers how many. */
export async function expireImports(db: Db, before: Date, now: Date): Promise<number> {
  const ended = await db
    .updateTable('ledger_import')
    .set({ state: 'expired', ended_at: now, file: null })
    .where('state', '=', 'previewed')
    .where('recorded_at', '<', before)
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}
