import type { OutputOf } from '../../kit/contract.ts'
import type { Say, Words } from '../../kit/web/say.ts'
import { failureWords, otherFailure, words } from '../words/witnesses.ts'

export type Witness = OutputOf<'journal.listWitnesses'>['witnesses'][number]

const [MINUTE_S, HOUR_S, DAY_S] = [60, 3600, 86_400]

/** How long ago something was, in whole minutes, hours (from 60 minutes) or days (from 48 hours); a clock ahead of ours says just now. */
export function sayAgo(thenS: number, now: Date, say: Say): string {
  const s = Math.floor(now.getTime() / 1000) - thenS
  if (s < MINUTE_S) return say(words.justNow)
  if (s < HOUR_S) return say(words.minutesAgo, { n: Math.floor(s / MINUTE_S) })
  if (s < 2 * DAY_S) return say(words.hoursAgo, { n: Math.floor(s / HOUR_S) })
  return say(words.daysAgo, { n: Math.floor(s / DAY_S) })
}

/** Why a witness does not sign, and what to do. */
export const failureOf = (code: string): { readonly says: Words; readonly todo: Words } =>
  failureWords[code] ?? otherFailure

/** The current witnesses that do not sign now. */
export const failingOf = (witnesses: readonly Witness[]): Witness[] =>
  witnesses.filter(({ until, failure }) => until === null && failure !== null)
