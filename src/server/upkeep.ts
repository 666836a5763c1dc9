import { findMine } from '../access/store/set-up.ts'
import { keepDaily } from '../journal/jobs/daily.ts'
import { sendCheckpoints } from '../journal/jobs/witness/send.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import type { Keys } from '../kit/keys/keys.ts'
import type { Mail } from '../kit/mail.ts'
import { forgetAnswers } from '../kit/server/idempotency.ts'
import { expireOld } from '../ledger/jobs.ts'
import { catchUpWords } from '../meetings/jobs.ts'
import { writeDigests } from '../notices/jobs/digest.ts'
import { catchUp } from '../notices/jobs.ts'
import { destroyKeys } from '../people/jobs.ts'

type Fault = { readonly reference: string; readonly action: string; readonly error: unknown }
export type Upkeep = { readonly stop: () => Promise<void> }

/** Something to do again and again. */
export type Chore = {
  readonly action: string
  readonly everyMs: number
  readonly run: (house: Omit<House, 'clock' | 'log'>, now: Date) => Promise<unknown>
}

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

/** What is tidied up on time. */
export const CHORES: readonly Chore[] = [
  { action: 'ledger.expire', everyMs: 10 * MINUTE_MS, run: ({ db }, now) => expireOld(db, now) },
  {
    action: 'idempotency.forget',
    everyMs: 60 * MINUTE_MS,
    run: ({ db }, now) => forgetAnswers(db, now),
  },
  { action: 'meetings.catchUpWords', everyMs: 2 * SECOND_MS, run: ({ db }) => catchUpWords(db) },
  {
    action: 'journal.sendCheckpoints',
    everyMs: 10 * SECOND_MS,
    run: ({ db }, now) => sendCheckpoints({ db }, now),
  },
  {
    action: 'journal.keepDaily',
    everyMs: 5 * MINUTE_MS,
    run: ({ db, dataDir, mail }, now) => {
      const nameOf = async (mineId: string): Promise<string> =>
        (await findMine(db, mineId as Id<'mine'>))?.name ?? ''
      return keepDaily({ db, dataDir, mail, nameOf }, now)
    },
  },
  {
    action: 'people.destroyKeys',
    everyMs: MINUTE_MS,
    run: ({ db, keys }) => destroyKeys(db, keys),
  },
  { action: 'notices.catchUp', everyMs: 5 * SECOND_MS, run: ({ db }, now) => catchUp(db, now) },
  {
    action: 'notices.digest',
    everyMs: 10 * MINUTE_MS,
    run: ({ db, keys }, now) => writeDigests(db, keys, now),
  },
]

type House = {
  readonly db: Db
  readonly keys: Keys
  readonly dataDir: string
  /** Where letters go; undefined when no mail server is named. */
  readonly mail?: Mail | undefined
  readonly clock: () => Date
  readonly log: (fault: Fault) => void
}

function startChore(house: House, { action, everyMs, run }: Chore): Upkeep {
  const { clock, log } = house
  let running: Promise<unknown> | undefined
  const turn = (): void => {
    running ??= run(house, clock())
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
