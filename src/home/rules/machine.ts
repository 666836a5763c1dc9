/** What is looked at on the machine the product runs on. */
export const CHECKS = ['node', 'disk', 'keys', 'database', 'role', 'clock', 'journal', 'daily'] as const
export type Check = (typeof CHECKS)[number]

/** `good`; `mind`: works, and somebody should see to it; `bad`: does not work as it must. */
export const CHECK_STATES = ['good', 'mind', 'bad'] as const
export type CheckState = (typeof CHECK_STATES)[number]

/** One check, with what its sentence says. */
export type Checked = {
  readonly check: Check
  readonly state: CheckState
  readonly facts: Readonly<Record<string, string | number>>
}

const LEAST_FREE_BYTES = 500_000_000
const LEAST_NODE = 24
const LEAST_POSTGRES = 150_000
const MOST_SKEW_MS = 2_000
const MOST_PENDING_MS = 60_000

/** Whether this Node.js is one the product runs on; `version` like `24.1.0`. */
export const checkNode = (version: string): Checked => ({
  check: 'node',
  state: Number(version.split('.')[0]) >= LEAST_NODE ? 'good' : 'bad',
  facts: { version, least: LEAST_NODE },
})

/** Whether PostgreSQL is new enough; `number` as `server_version_num` counts, 150000 for 15. */
export const checkDatabase = ({ version, number }: { version: string; number: number }): Checked => ({
  check: 'database',
  state: number >= LEAST_POSTGRES ? 'good' : 'bad',
  facts: { version },
})

export type Login = { readonly login: string; readonly found: 'apart' | 'owner' }

/** Whether the login the server runs with is held to reading and writing rows, or could undo every guard. */
export const checkRole = ({ login, found }: Login): Checked => ({
  check: 'role',
  state: found === 'apart' ? 'good' : 'mind',
  facts: { login },
})

/** Whether the disk of the data folder has room; said in whole megabytes. */
export const checkDisk = (freeBytes: number): Checked => ({
  check: 'disk',
  state: freeBytes >= LEAST_FREE_BYTES ? 'good' : 'mind',
  facts: { free: Math.round(freeBytes / 1e6) },
})

export type KeyFolder = { readonly folder: string; readonly found: 'missing' | 'open' | 'closed' }
const STATE_OF_KEYS = { missing: 'bad', open: 'mind', closed: 'good' } as const

/** Whether the keys are there and nobody else may enter. */
export const checkKeys = ({ folder, found }: KeyFolder): Checked => ({
  check: 'keys',
  state: STATE_OF_KEYS[found],
  facts: { folder },
})

export type Clocks = {
  /** How far the machine's clock is from the database's. */
  readonly skewMs: number
  readonly now: Date
  /** When the last leaf of the journal was received; null: there is none. */
  readonly last: Date | null
}

/** Whether the clock agrees with the database's, and no leaf of the journal lies in the future. */
export function checkClock({ skewMs, now, last }: Clocks): Checked {
  if (last && last.getTime() > now.getTime() + MOST_SKEW_MS)
    return { check: 'clock', state: 'bad', facts: { last: last.toISOString() } }
  const skew = Math.round(skewMs)
  return { check: 'clock', state: skew <= MOST_SKEW_MS ? 'good' : 'mind', facts: { skew } }
}

export type JournalLook = {
  readonly size: number
  /** How many leaves there are. */
  readonly leaves: number
  /** Why a log is not signed, by its code; null: nothing stands in the way. */
  readonly refused: string | null
  readonly pending: number
  readonly signed: number
  /** When the entry that waits longest was made; null: none waits. */
  readonly oldest: Date | null
  readonly now: Date
}

/** The signer waits for the clock, which is a check of its own. */
const isOfClock = (refused: string): boolean => refused.startsWith('clock-')

/** Whether the journal's leaves are all there, get their places and are signed. */
export function checkJournal({ size, leaves, refused, pending, signed, oldest, now }: JournalLook): Checked {
  const isRefused = refused !== null && !isOfClock(refused)
  if (leaves !== size || isRefused)
    return {
      check: 'journal',
      state: 'bad',
      facts: { size, leaves, signed, refused: isRefused ? refused : '—' },
    }
  const waits = oldest !== null && now.getTime() - oldest.getTime() > MOST_PENDING_MS
  return {
    check: 'journal',
    state: waits || signed < size ? 'mind' : 'good',
    facts: { size, pending, signed },
  }
}

/** The last day's checkpoint of each mine, and why its letter did not go out; null: it did, or none was to. */
export type DailyLook = { readonly day: string; readonly failure: string | null }

/** Whether the letters with the day's checkpoint go out; one that does not is named. */
export function checkDaily(looks: readonly DailyLook[]): Checked {
  const failed = looks.find(({ failure }) => failure !== null)
  const day = failed?.day ?? looks[0]?.day ?? '—'
  return { check: 'daily', state: failed ? 'mind' : 'good', facts: { day, failure: failed?.failure ?? '' } }
}
