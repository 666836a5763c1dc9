import { expect, test } from 'vitest'
import { addDays, day } from '../../kit/day.ts'
import { isRefused } from '../../kit/refuse.ts'
import fc from '../../kit/test/check.ts'
import { USUAL_SYSTEMS, type Worker, workOf } from '../../people/rules/shifts.ts'
import { hinders, stretchOf } from './planner/sittings.ts'
import {
  checkTimes,
  clockAt,
  endOf,
  intervalOf,
  isPastMidnight,
  lastDayOf,
  MOST_HOURS_PAST_MIDNIGHT,
  readClock,
} from './times.ts'

const MOST = MOST_HOURS_PAST_MIDNIGHT * 60
const DAY = 1440

test.each<[string, string, string, [from: number | undefined, to: number | undefined] | 'ends-before-start']>(
  [
    ['by day', '14:00', '15:30', [840, 930]],
    ['past midnight', '23:30', '00:20', [1410, 1460]],
    ['until midnight', '23:30', '00:00', [1410, 1440]],
    ['from midnight on', '00:00', '00:20', [0, 20]],
    ['six hours past midnight', '18:01', '00:01', [1081, 1441]],
    ['a minute more', '18:00', '00:01', 'ends-before-start'],
    ['a minute before it starts', '14:00', '13:59', 'ends-before-start'],
    ['no time at all', '14:00', '14:00', 'ends-before-start'],
    ['all day, longer than a night', '00:00', '23:59', [0, 1439]],
    ['an end that says so itself', '23:30', '次日 0:20', [1410, 1460]],
    ['one that says so and is a day too late', '14:00', '次日16:00', 'ends-before-start'],
    ['nobody noted the end', '14:00', '', [840, undefined]],
    ['nobody noted the start', '', '09:00', [undefined, 540]],
    ['of a ledger, as people write', '8点30分', '９：０５', [510, 545]],
    ['of a ledger, as Excel shows it', '08:30:00', '09:05:59', [510, 545]],
    ['no times of day', '下午', '饭后', [undefined, undefined]],
  ],
)('when it is: %s', (_, starts, ends, expected) => {
  const found = intervalOf({ starts, ends })
  expect(isRefused(found) ? found.refused : [found.from, found.to]).toEqual(expected)
})

test('a refusal says how long a meeting past midnight may be', () =>
  expect(checkTimes({ starts: '14:00', ends: '13:00' })).toEqual({
    ...{ refused: 'ends-before-start', clause: 'A2.1', facts: { hours: 6 } },
  }))

const minute = fc.integer({ min: 0, max: DAY - 1 })

test('any start and any end: later within the day, or the next day and not too long, or refused', () =>
  fc.assert(
    fc.property(minute, minute, (from, end) => {
      const times = { starts: clockAt(from), ends: clockAt(end) }
      const found = intervalOf(times)
      const isNext = end <= from
      if (isNext && end + DAY - from > MOST) {
        expect(found).toMatchObject({ refused: 'ends-before-start' })
        expect([endOf(times), isPastMidnight(times)]).toEqual([undefined, false])
        return
      }
      const to = isNext ? end + DAY : end
      expect(found).toEqual({ from, to })
      expect(to).toBeGreaterThan(from)
      expect(clockAt(to)).toBe(times.ends)
      expect(isPastMidnight(times)).toBe(isNext)
    }),
  ))

test('a day later begins where the one before ends, whatever the day: the mine keeps one clock all year', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), minute, minute, (n, from, end) => {
      const on = addDays(day('1986-01-01'), n)
      const times = { starts: clockAt(from), ends: clockAt(end) }
      const { from: begins, to } = stretchOf({ day: on, ...times })
      const next = stretchOf({ day: addDays(on, 1), ...times })
      expect([next.from - begins, next.to - to]).toEqual([DAY, DAY])
      const last = lastDayOf(on, times)
      expect(last).toBe(isPastMidnight(times) ? addDays(on, 1) : on)
      if (endOf(times) !== undefined)
        expect(to).toBe(stretchOf({ day: last, starts: times.ends, ends: '' }).from)
    }),
  ))

test('what a clock shows is read back', () =>
  fc.assert(
    fc.property(minute, (at) => {
      expect(readClock(clockAt(at))).toEqual({ minute: at, isNextDay: false })
    }),
  ))

const NIGHT = { name: '夜班', starts: '00:00', ends: '08:00' }
const EVENING = day('2026-10-20')
const onNight = (beforeMinutes: number): Worker => {
  const [three] = USUAL_SYSTEMS
  if (!three) throw new Error('no usual system')
  const system = { ...three, beforeMinutes, shifts: [NIGHT] }
  const unit = { system, rotas: [] }
  const always = { first: day('2000-01-01'), last: day('2999-12-31') }
  return { stretches: [{ ...always, crew: '夜班', unit }], days: new Map() }
}

test.each([
  ['goes past midnight', 0, '23:30', '00:20', 'shift'],
  ['ends with the day, as the shift begins', 0, '23:30', '00:00', undefined],
  ['ends with the day, when they are on their way', 60, '23:30', '00:00', 'shift'],
  ['ends before they leave', 60, '22:00', '23:00', undefined],
])(
  'whoever is on the night shift from midnight cannot come to a sitting that %s',
  (_, before, starts, ends, why) => {
    const times = { starts, ends }
    const busy = workOf(onNight(before), { first: EVENING, last: lastDayOf(EVENING, times) })
    expect(
      hinders(
        busy.filter((one) => one.why === 'shift'),
        stretchOf({ day: EVENING, ...times }),
      ),
    ).toBe(why)
  },
)
