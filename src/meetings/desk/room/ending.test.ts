import { expect, test } from 'vitest'
import { day } from '../../../kit/day.ts'
import { offerEnd } from './ending.ts'

const room = { starts: '22:30', ends: '', heldOn: day('2026-10-08'), sessions: [{}] }
const at = (today: string, time: string) => ({ today: day(today), time })

test.each([
  ['while it is held, now', room, at('2026-10-08', '23:40'), '23:40'],
  ['after midnight, now', room, at('2026-10-09', '00:20'), '00:20'],
  ['what it has', { ...room, ends: '23:50' }, at('2026-10-09', '00:20'), '23:50'],
  ['the next evening, none', room, at('2026-10-09', '23:00'), ''],
  ['the next noon, none: too long', room, at('2026-10-09', '12:00'), ''],
  ['of several sittings, none', { ...room, sessions: [{}, {}] }, at('2026-10-08', '23:40'), ''],
])('closing a room offers %s', (_, of, now, end) => {
  expect(offerEnd(of, now)).toBe(end)
})
