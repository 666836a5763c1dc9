import type { Db } from '../kit/db/db.ts'
import { forgetAnswers } from '../kit/server/idempotency.ts'
import { expireOld } from '../ledger/jobs.ts'

type Fault = { readonly reference: string; readonly action: string; readonly error: unknown }
export type Upkeep = { readonly stop: () => Promise<void> }

/** Something to do again and again. */
export type Chore = {
  readonly action: string
  readonly everyMs: number
  readonly run: (db: Db, now: Date) => Promise<unknown>
}

const MINUTE_MS = 60_000

/** What is tidied up on time. */
export const CHORES: readonly Chore[] = [
  { action: 'ledger.expire', everyMs: 10 * MINUTE_MS, run: expireOld },
  { action: 'idempotency.forget', everyMs: 60 * MINUTE_MS, run: forgetAnswers },
]

type House = {
  readonly db: Db
  readonly clock: () => Date
  readonly log: (fault: Fault) => void
}

function startChore({ db, clock, log }: House, { action, everyMs, run }: Chore): Upkeep {
  let running: Promise<unknown> | undefined
  const turn = (): void => {
    running ??= run(db, clock())
      .catch((error: unknown) => log({ reference: 'upkeep', action, error }))
      .finally(() => {
        running = undefined
      })
  }
  turn()
  const timer = setInterval(turn, everyMs)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

/** Does every chore now and whenever its time has come, never twice at once, until stopped. */
export function startUpkeep(house: House, chores: readonly Chore[] = CHORES): Upkeep {
  const started = chores.map((chore) => startChore(house, chore))
  return {
    stop: async () => {
      await Promise.all(started.map(({ stop }) => stop()))
    },
  }
}
