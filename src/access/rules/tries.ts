/** Wrong sign-ins of one login in a row, and until when it is locked. */
export type Tries = { readonly wrong: number; readonly lockedUntil: Date | null }

/** So many wrong ones in a row lock a login (R10.2). */
export const MOST_WRONG = 5
/** How long it stays locked, in minutes (R10.2). */
export const LOCK_MINUTES = 15
const MINUTE_MS = 60_000

/** Whether a login is locked at an instant; no longer so at the very end. */
export const isLocked = ({ lockedUntil }: Tries, now: Date): boolean =>
  lockedUntil !== null && now < lockedUntil

/** After one more wrong sign-in: the fifth locks, and counting begins anew. */
export function countWrong({ wrong }: Tries, now: Date): Tries {
  if (wrong + 1 < MOST_WRONG) return { wrong: wrong + 1, lockedUntil: null }
  return { wrong: 0, lockedUntil: new Date(now.getTime() + LOCK_MINUTES * MINUTE_MS) }
}

/** After a right one. */
export const NO_TRIES: Tries = { wrong: 0, lockedUntil: null }
