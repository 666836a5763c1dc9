/** Imports in a process of its own, as `pitlamp import FILE --commit` does it: what it says is milliseconds, and how it went. */
import { readFile } from 'node:fs/promises'
import { ensureMine } from '../../src/access/store/set-up.ts'
import { openDb } from '../../src/kit/db/db.ts'
import { newId } from '../../src/kit/id.ts'
import { openKeys } from '../../src/kit/keys/keys.ts'
import { isRefused } from '../../src/kit/refuse.ts'
import { bringIn } from '../../src/ledger/api/bring-in.ts'
import { deskOf } from '../../src/ledger/api/desk.ts'
import { findOnRecord, readAgainst } from '../../src/ledger/api/preview.ts'
import { answerParent } from './child.ts'
import { timed } from './numbers.ts'

export type Importing = { readonly url: string; readonly file: string; readonly keys: string }
export type Imported = { readonly readMs: number; readonly writeMs: number; readonly rows: number }

async function importOnce({ url, file, keys: folder }: Importing): Promise<Imported> {
  const { db, close } = openDb(url, 4)
  const keys = openKeys(folder)
  const { id: mineId } = await ensureMine(db, keys, new Date())
  const bytes = await readFile(file)
  const read = await timed(async () => readAgainst(bytes, await findOnRecord(db, mineId)))
  const reading = read.answer
  if (isRefused(reading)) throw new Error(`${file}: ${reading.refused}`)
  const actor = { mineId, accountId: newId<'account'>(), personId: null, offices: [], mustChange: false }
  const desk = deskOf({ actor, keys, now: new Date() })
  const write = await timed(() =>
    db.transaction().execute((tx) => bringIn(tx, desk, reading.ledgers, () => 'on')),
  )
  keys.close()
  await close()
  const rows = Object.values(reading.ledgers).reduce((sum, { length }) => sum + length, 0)
  return { readMs: read.ms, writeMs: write.ms, rows }
}

answerParent(importOnce)
