import type { Language, Words } from '../../kit/web/say.ts'
import { clockAt, endOf, isPastMidnight, MOST_HOURS_PAST_MIDNIGHT, type Times } from '../rules/times.ts'

/** A meeting that ends before it starts, and is not one past midnight either. */
export const endsBeforeStart: Words = {
  zh: `结束不晚于开始；跨过零点的会议最长 ${MOST_HOURS_PAST_MIDNIGHT} 小时。请改时间。`,
  en: `It ends no later than it starts; a meeting past midnight lasts ${MOST_HOURS_PAST_MIDNIGHT} hours at most. Mend the times.`,
}

/** When a meeting ends: `15:30`, `次日 00:20`, `00:20 next day`; what can be no end as it was noted. */
export function sayEnd(times: Times, language: Language): string {
  const end = endOf(times)
  if (end === undefined || !isPastMidnight(times)) return times.ends
  return language === 'zh' ? `次日 ${clockAt(end)}` : `${clockAt(end)} next day`
}

/** What stands below the field of an end that is the next day's; undefined: it is not. */
export const nextDayHint = (times: Times, language: Language): string | undefined =>
  isPastMidnight(times) ? sayEnd(times, language) : undefined

/** From when to when: `14:00—15:30`, `23:30—次日 00:20`; in English `14:00–15:30`, `23:30 to 00:20 next day`. What nobody noted is left out. */
export function sayTimes(times: Times, language: Language): string {
  const between = language === 'zh' ? '—' : isPastMidnight(times) ? ' to ' : '–'
  return [times.starts, sayEnd(times, language)].filter(Boolean).join(between)
}
