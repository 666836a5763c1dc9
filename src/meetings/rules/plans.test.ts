import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { standingOf } from './plans.ts'

const sitting = (on: string) => ({ day: day(on), starts: '14:00', ends: '15:30', place: '', shift: '' })
const sessions = [sitting('2026-10-08'), sitting('2026-10-09')]
const at = (instant: string): Date => new Date(`${instant}+08:00`)

test.each([
  ['before its sittings', { state: 'planned', meetingId: null, sessions }, '2026-10-08T08:00', 'planned'],
  ['between its sittings', { state: 'planned', meetingId: null, sessions }, '2026-10-09T08:00', 'planned'],
  [
    'the day after, without a room',
    { state: 'planned', meetingId: null, sessions },
    '2026-10-10T08:00',
    'past',
  ],
  ['with its room open', { state: 'planned', meetingId: 'room', sessions }, '2026-10-10T08:00', 'underWay'],
  ['held', { state: 'held', meetingId: 'room', sessions }, '2026-10-10T08:00', 'held'],
  ['called off', { state: 'cancelled', meetingId: null, sessions }, '2026-10-10T08:00', 'cancelled'],
] as const)('a plan %s', (_, plan, now, standing) => {
  expect(standingOf(plan, at(now))).toBe(standing)
})
