import { expect, test } from 'vitest'
import { addDays, day } from '../../kit/day.ts'
import fc from '../../kit/test/check.ts'
import {
  checkRota,
  checkSystem,
  isNight,
  type Rota,
  type ShiftSystem,
  shiftOn,
  startOf,
  USUAL_SYSTEMS,
  type Worker,
  workOf,
  worksNights,
} from './shifts.ts'

const system = (name: string): ShiftSystem => {
  const found = USUAL_SYSTEMS.find((one) => one.name === name)
  if (!found) throw new Error(`no system ${name}`)
  return found
}
const THREE = system('三八制')
const OFFICE = system('常白班')
const rota: Rota = {
  from: day('2026-01-01'),
  cycle: ['早班', '早班', '中班', '中班', '夜班', '夜班', '', ''],
  crews: ['甲班', '乙班', '丙班', '丁班'].map((name, at) => ({ name, offset: at * 2 })),
}
const always = { first: day('1900-01-01'), last: day('2999-12-31') }
const worker = (
  crew: string,
  unit: Worker['stretches'][number]['unit'],
  days: [string, string][] = [],
): Worker => ({
  stretches: [{ ...always, crew, unit }],
  days: new Map(days.map(([on, shift]) => [day(on), shift])),
})
const crewed = (crew: string, days: [string, string][] = []): Worker =>
  worker(crew, { system: THREE, rotas: [rota] }, days)

test.each([
  ['the first crew begins with the first entry', crewed('甲班'), '2026-01-01', '早班'],
  ['the second is two days ahead', crewed('乙班'), '2026-01-01', '中班'],
  ['the cycle begins anew', crewed('甲班'), '2026-01-09', '早班'],
  ['its last day is rest', crewed('甲班'), '2026-01-08', ''],
  ['it goes on over the end of a month', crewed('甲班'), '2026-02-02', '早班'],
  ['an exception comes before the rota', crewed('甲班', [['2026-01-01', '夜班']]), '2026-01-01', '夜班'],
  ['an exception may be rest', crewed('甲班', [['2026-01-01', '']]), '2026-01-01', ''],
  ['before the rota begins nothing is known', crewed('甲班'), '2025-12-31', undefined],
  ['a crew the rota does not name is not known', crewed('戊班'), '2026-01-01', undefined],
  ['who is always on one shift is', worker('夜班', { system: THREE, rotas: [] }), '2026-01-03', '夜班'],
  ['but for the weekly rest', worker('夜班', { system: THREE, rotas: [] }), '2026-01-04', ''],
  ['an office rests on Saturdays', worker('白班', { system: OFFICE, rotas: [] }), '2026-01-03', ''],
  ['a name of no shift says nothing', worker('后勤', { system: OFFICE, rotas: [] }), '2026-01-05', undefined],
])('%s', (_, who, on, shift) => expect(shiftOn(who, day(on))).toBe(shift))

test('the later of two rotas holds from its day on', () => {
  const later = { ...rota, from: day('2026-01-05'), cycle: ['夜班'] }
  const who = worker('甲班', { system: THREE, rotas: [rota, later] })
  expect(shiftOn(who, day('2026-01-04'))).toBe('中班')
  expect(shiftOn(who, day('2026-01-05'))).toBe('夜班')
})

test('from the day of a move the new unit counts', () => {
  const moved: Worker = {
    stretches: [
      { first: day('2026-01-01'), last: day('2026-01-10'), crew: '早班', unit: { system: THREE, rotas: [] } },
      { first: day('2026-01-11'), last: always.last, crew: '白班', unit: { system: OFFICE, rotas: [] } },
    ],
    days: new Map(),
  }
  expect(shiftOn(moved, day('2026-01-10'))).toBe('早班')
  expect(shiftOn(moved, day('2026-01-12'))).toBe('白班')
})

const said = (who: Worker, first: string, last: string): string[] =>
  workOf(who, { first: day(first), last: day(last) }).map(({ from, to, why }) => {
    const at = (minute: number): string => {
      const days = Math.floor((minute - startOf(day(first))) / 1440)
      const rest = minute - startOf(day(first)) - days * 1440
      return `${days}d${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`
    }
    return `${why} ${at(from)}–${at(to)}`
  })

test.each([
  [
    'an early shift with its ways, and eight hours of the night',
    worker('', { system: THREE, rotas: [] }, [['2026-01-10', '早班']]),
    ['shift 0d07:00–0d17:00', 'rest 0d22:00–1d06:00'],
  ],
  [
    'a shift until midnight, its way up and the rest after it reach into the next day',
    worker('', { system: THREE, rotas: [] }, [['2026-01-10', '中班']]),
    ['shift 0d15:00–1d01:00', 'rest 1d01:00–1d09:00'],
  ],
  [
    'eleven hours of rest after a night',
    worker('', { system: THREE, rotas: [] }, [['2026-01-10', '夜班']]),
    ['shift -1d23:00–0d09:00', 'rest 0d09:00–0d20:00'],
  ],
  [
    'the night begun in the month before reaches into this one',
    worker(
      '',
      { system: { ...THREE, shifts: [{ name: '大夜', starts: '22:00', ends: '06:00' }] }, rotas: [] },
      [['2026-01-09', '大夜']],
    ),
    ['shift -1d21:00–0d07:00', 'rest 0d07:00–0d18:00'],
  ],
  [
    'a shift nobody knows the hours of takes the day',
    worker('', { system: THREE, rotas: [] }, [['2026-01-10', '检修班']]),
    ['shift 0d00:00–1d00:00'],
  ],
])('%s', (_, who, expected) => expect(said(who, '2026-01-10', '2026-01-11')).toEqual(expected))

test.each([
  ['from midnight on', { name: '', starts: '00:00', ends: '08:00' }, true],
  ['over midnight', { name: '', starts: '22:00', ends: '06:00' }, true],
  ['until midnight', { name: '', starts: '16:00', ends: '00:00' }, false],
  ['until two', { name: '', starts: '18:00', ends: '02:00' }, false],
  ['until three, the end being outside', { name: '', starts: '19:00', ends: '03:00' }, false],
  ['by day', { name: '', starts: '08:00', ends: '16:00' }, false],
])('a night shift goes through three in the morning: %s', (_, shift, night) =>
  expect(isNight(shift)).toBe(night),
)

test('everybody rests at least eight hours after a shift', () => {
  const days = fc.array(fc.constantFrom('早班', '中班', '夜班', ''), { minLength: 10, maxLength: 40 })
  fc.assert(
    fc.property(days, fc.constantFrom('2026-01-20', '2026-02-20', '2024-02-25'), (cycle, from) => {
      const unit = {
        system: THREE,
        rotas: [{ from: day(from), cycle, crews: [{ name: '甲班', offset: 0 }] }],
      }
      const who = worker('甲班', unit)
      const busy = workOf(who, { first: day(from), last: addDays(day(from), 39) })
      const works = busy.filter(({ why }) => why === 'shift')
      for (const one of works) {
        const rest = busy.find(({ why, from: begins }) => why === 'rest' && begins >= one.to)
        expect(rest === undefined || rest.to - rest.from >= 8 * 60).toBe(true)
      }
      expect(worksNights(who, { first: day(from), last: addDays(day(from), cycle.length - 1) })).toBe(
        cycle.includes('夜班'),
      )
    }),
  )
})

test.each([
  ['two shifts of one name', [THREE.shifts[0], THREE.shifts[0]], 'shift-twice'],
  ['a shift without hours', [{ name: '早班', starts: '08:00', ends: '08:00' }], 'no-hours'],
])('%s are no system', (_, shifts, code) =>
  expect(checkSystem({ shifts: shifts.flatMap((one) => one ?? []) })).toMatchObject({ refused: code }),
)

test.each([
  ['a unit without a system', rota, undefined, 'no-shift-system'],
  ['a shift the system does not have', { ...rota, cycle: ['早班', '四班'] }, THREE, 'no-such-shift'],
  [
    'a crew named twice',
    { ...rota, crews: [{ name: '甲班', offset: 0 }, { name: '甲班', offset: 1 }] }, // biome-ignore format: one row
    THREE,
    'crew-twice',
  ],
])('%s has no such rota', (_, given, of, code) =>
  expect(checkRota(given, of)).toMatchObject({ refused: code }),
)
test('a rota by its system is fine', () => expect(checkRota(rota, THREE)).toBe('fine'))
