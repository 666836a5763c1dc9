import { addDays, type Day } from '../kit/day.ts'
import { type Refused, refuse } from '../kit/refuse.ts'

/** What somebody may say; a correction concerns what is held about them (R10.1). */
export const VOICE_KINDS = ['complaint', 'suggestion', 'correction'] as const
export type VoiceKind = (typeof VOICE_KINDS)[number]

/** What became of it. */
export const OUTCOMES = ['done', 'underway', 'declined'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Whoever speaks is answered within so many working days (R10.1). */
export const ANSWER_WITHIN_WORKING_DAYS = 15

const MS_PER_DAY = 86_400_000
const SUNDAY = 0
const SATURDAY = 6

const isWeekend = (of: Day): boolean => {
  const weekday = (Math.floor(Date.parse(`${of}T00:00:00Z`) / MS_PER_DAY) + 4) % 7
  return weekday === SUNDAY || weekday === SATURDAY
}

/** The last day to answer what was said on a day: Saturdays and Sundays are not counted, holidays are (R10.1). */
export function answerBy(saidOn: Day): Day {
  let [at, left] = [saidOn, ANSWER_WITHIN_WORKING_DAYS]
  while (left > 0) {
    at = addDays(at, 1)
    if (!isWeekend(at)) left -= 1
  }
  return at
}

/** Whether an account may answer: once, and never what it said itself. */
export function checkAnswer(
  voice: { readonly accountId: string; readonly outcome: Outcome | null },
  answererId: string,
): 'fine' | Refused<'voice-answered' | 'own-voice'> {
  if (voice.accountId === answererId) return refuse('own-voice')
  return voice.outcome === null ? 'fine' : refuse('voice-answered')
}
