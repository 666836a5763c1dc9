import type { Db } from '../kit/db/db.ts'
import { expireImports } from './store/imports.ts'

/** An uploaded workbook is kept no longer than this. */
const KEPT_MS = 24 * 3_600_000
const EVERY_MS = 10 * 60_000

type Fault = { readonly reference: string; readonly action: string; readonly error: unknown }
export type Upkeep = { readonly stop: () => Promise<void> }

/** Ends previews nobody committed within a day: their workbooks are gone. */
export const expireOld = (db: Db, now: Date): Promise<number> =>
  expireImports(db, new Date(now.getTime() - KEPT_MS), now)

/** Does so now and every ten minutes, until stopped. */
export function startUpkeep(db: Db, clock: () => Date, log: (fault: Fault) => void): Upkeep {
  let running: Promise<unknown> = Promise.resolve()
  const turn = (): void => {
    running = expireOld(db, clock()).catch((error: unknown) =>
      log({ reference: 'upkeep', action: 'ledger.expire', error }),
    )
  }
  turn()
  const timer = setInterval(turn, EVERY_MS)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
