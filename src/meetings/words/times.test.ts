import { expect, test } from 'vitest'
import { nextDayHint, sayTimes } from './times.ts'

test.each([
  ['14:00', '15:30', '14:00—15:30', '14:00–15:30', undefined],
  ['23:30', '00:20', '23:30—次日 00:20', '23:30 to 00:20 next day', '次日 00:20'],
  ['22:00', '00:00', '22:00—次日 00:00', '22:00 to 00:00 next day', '次日 00:00'],
  ['23:30', '次日0:20', '23:30—次日 00:20', '23:30 to 00:20 next day', '次日 00:20'],
  ['14:00', '', '14:00', '14:00', undefined],
  ['', '09:00', '09:00', '09:00', undefined],
  // An old ledger may say what cannot be: it is shown as it was written.
  ['14:00', '13:00', '14:00—13:00', '14:00–13:00', undefined],
  ['下午', '饭后', '下午—饭后', '下午–饭后', undefined],
])('from "%s" to "%s" is said %s', (starts, ends, zh, en, hint) => {
  const times = { starts, ends }
  expect([sayTimes(times, 'zh'), sayTimes(times, 'en'), nextDayHint(times, 'zh')]).toEqual([zh, en, hint])
})
