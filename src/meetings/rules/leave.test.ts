import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { isRefused } from '../../kit/refuse.ts'
import { checkWithdrawal, mayAskAnew } from './leave.ts'
import type { Arranged, LeaveState } from './plans.ts'

const now = new Date('2026-10-20T06:00:00Z')
const plan = (more: Partial<Arranged> = {}): Arranged => ({
  ...{ state: 'planned', meetingId: null },
  sessions: [{ day: day('2026-10-20'), starts: '14:00', ends: '', place: '', shift: '' }],
  ...more,
})

test.each<[string, Arranged, LeaveState | undefined, string]>([
  ['what waits', plan(), 'asked', 'fine'],
  ['what was granted', plan(), 'granted', 'fine'],
  ['what was refused', plan(), 'refused', 'no-leave-to-withdraw'],
  ['what was taken back', plan(), 'withdrawn', 'no-leave-to-withdraw'],
  ['nothing', plan(), undefined, 'no-leave-to-withdraw'],
  ['from a meeting whose room is open', plan({ meetingId: 'm' }), 'granted', 'plan-begun'],
  ['from a meeting that was held', plan({ state: 'held', meetingId: 'm' }), 'granted', 'plan-ended'],
  ['from a meeting called off', plan({ state: 'cancelled' }), 'asked', 'plan-ended'],
  [
    'the day after',
    plan({ sessions: [{ day: day('2026-10-19'), starts: '23:00', ends: '', place: '', shift: '' }] }),
    'asked',
    'plan-ended',
  ],
])('taking back %s', (_, from, state, expected) => {
  const found = checkWithdrawal(from, state, now)
  expect(isRefused(found) ? found.refused : found).toBe(expected)
})

test.each<[LeaveState | undefined, boolean]>([
  [undefined, true],
  ['asked', false],
  ['granted', false],
  ['refused', true],
  ['withdrawn', true],
])('asking when the request before is %s: %s', (state, may) => expect(mayAskAnew(state)).toBe(may))
