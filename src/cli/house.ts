import { ensureMine } from '../access/store/set-up.ts'
import type { Db } from '../kit/db/db.ts'
import { openDb } from '../kit/db/db.ts'
import { migrate } from '../kit/db/migrate.ts'
import { letRun, makeLogin } from '../kit/db/run-role.ts'
import type { Id } from '../kit/id.ts'
import { openKeys } from '../kit/keys/keys.ts'
import { isRefused } from '../kit/refuse.ts'
import type { Asked } from '../ledger/api/desk.ts'
import { type Database, givenDatabase, withDatabase, withDatabaseBegun } from './database.ts'
import type { Call, Exit } from './verbs.ts'

export type House = { readonly db: Db; readonly asked: Asked }

/** The command line acts as the mine itself: whoever may start it holds the machine. */
const itself = (mineId: Id<'mine'>): Asked['actor'] => ({
  mineId,
  accountId: mineId as string as Id<'account'>,
  personId: null,
  offices: [],
  mustChange: false,
})

type Work = (house: House) => Promise<Exit>

const inHouse =
  (call: Call, work: Work) =>
  async ({ url, runUrl, keysDir }: Database): Promise<Exit> => {
    const migrated = await migrate(url)
    if (isRefused(migrated)) {
      call.sayNo(migrated)
      return 1
    }
    if (!givenDatabase(call.env)) await makeLogin(url, runUrl)
    await letRun(url, runUrl)
    const { db, close } = openDb(runUrl, 4)
    const keys = openKeys(keysDir)
    try {
      const { id } = await ensureMine(db, keys, new Date())
      return await work({ db, asked: { actor: itself(id), keys, now: new Date() } })
    } finally {
      keys.close()
      await close()
    }
  }

/** Runs work on the migrated database of a command, with its mine and keys; says so where there is no mine. */
export const withHouse = (call: Call, work: Work): Promise<Exit> => withDatabase(call, inHouse(call, work))

/** The same, with a mine begun where there is none. */
export const withHouseBegun = (call: Call, work: Work): Promise<Exit> =>
  withDatabaseBegun(call, inHouse(call, work))
