import { expect, test } from 'vitest'
import { type Busy, minuteAt } from '../people/rules/shifts.ts'
import { digestDue, hasNews, visibleFrom, visibleFromWork } from './rules.ts'

/** An instant by the mine’s clock. */
const local = (text: string): Date => new Date(`${text}:00+08:00`)

test.each([
  ['night shift, at its beginning: after the rest', '夜班', '2026-10-08T00:00', '2026-10-08T16:00'],
  ['night shift, asleep in the morning', '夜班', '2026-10-08T11:20', '2026-10-08T16:00'],
  ['night shift, a minute before the rest ends', '夜班', '2026-10-08T15:59', '2026-10-08T16:00'],
  ['night shift, rested', '夜班', '2026-10-08T16:00', '2026-10-08T16:00'],
  ['night shift, in the evening', '夜班', '2026-10-08T23:59', '2026-10-08T23:59'],
  ['first of four shifts', '一班', '2026-10-08T13:59', '2026-10-08T14:00'],
  ['middle shift, after work', '中班', '2026-10-08T02:00', '2026-10-08T10:00'],
  ['middle shift, at noon', '中班', '2026-10-08T12:00', '2026-10-08T12:00'],
  ['early shift, in the evening: before the next shift', '早班', '2026-10-08T21:00', '2026-10-09T05:00'],
  ['early shift, a minute earlier', '早班', '2026-10-08T20:59', '2026-10-08T20:59'],
  ['days', '白班', '2026-10-08T23:30', '2026-10-09T07:00'],
  ['days, after midnight', '白班', '2026-10-09T06:59', '2026-10-09T07:00'],
  ['no shift on the roster', '', '2026-10-08T12:00', '2026-10-08T12:00'],
  ['on the last day of a year', '早班', '2026-12-31T22:00', '2027-01-01T05:00'],
])('quiet hours: %s', (_, shift, happened, visible) => {
  expect(visibleFrom(local(happened), shift)).toEqual(local(visible))
})

const busy = (why: Busy['why'], from: string, to: string): Busy => ({
  ...{ why, from: minuteAt(local(from)), to: minuteAt(local(to)) },
})
const night = [
  busy('shift', '2026-10-07T23:00', '2026-10-08T09:00'),
  busy('rest', '2026-10-08T09:00', '2026-10-08T20:00'),
  busy('shift', '2026-10-08T23:00', '2026-10-09T09:00'),
  busy('rest', '2026-10-09T09:00', '2026-10-09T20:00'),
]
test.each([
  ['underground: after the rest', night, '2026-10-08T02:30', '2026-10-08T20:00'],
  ['at rest, a minute before its end', night, '2026-10-08T19:59', '2026-10-08T20:00'],
  ['rested', night, '2026-10-08T20:00', '2026-10-08T20:00'],
  ['at night before the next shift: after that one’s rest', night, '2026-10-08T22:30', '2026-10-09T20:00'],
  ['a day off', [], '2026-10-08T12:00', '2026-10-08T12:00'],
  ['a day off, at night', [], '2026-10-08T23:10', '2026-10-09T07:00'],
])('quiet by the roster of shifts: %s', (_, of, happened, visible) =>
  expect(visibleFromWork(local(happened), of)).toEqual(local(visible)),
)

test.each([
  ['Monday a minute before eight: last week’s', '2026-10-05T07:59', '2026-09-28T08:00'],
  ['Monday at eight', '2026-10-05T08:00', '2026-10-05T08:00'],
  ['Thursday', '2026-10-08T10:00', '2026-10-05T08:00'],
  ['Sunday night', '2026-10-11T23:59', '2026-10-05T08:00'],
])('digest: %s', (_, now, due) => expect(digestDue(local(now))).toEqual(local(due)))

test('a week without anything has no digest', () => {
  expect(hasNews({ due: 0, missed: 0, orgName: '一队' })).toBe(false)
  expect(hasNews({ due: 0, missed: 1 })).toBe(true)
})
