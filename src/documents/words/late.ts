import { LATE_AFTER_DAYS } from '../../journal/rules/when.ts'
import { words } from '../../journal/words/when.ts'

/** What the pages say of a record that came so many days after; empty when it was in time. */
export const saidLate = (days: number): string =>
  days > LATE_AFTER_DAYS ? words.late.zh.replace('{n}', String(days)) : ''
