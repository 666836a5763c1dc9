import { expect, test } from 'vitest'
import { type CalendarEvent, escapeText, fold, type Moment, writeCalendar } from './calendar.ts'
import { day } from './day.ts'
import fc from './test/check.ts'

const at = (time: string, on = '2026-11-20'): Moment => ({ day: day(on), time })
const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{ uid: 'a@b', sequence: 0, changedAt: new Date('2026-11-01T02:03:04.567Z') },
  ...{ when: { from: at('14:00'), to: at('15:30') }, summary: '党课' },
  ...{ state: 'confirmed', takes: 'time', ...more },
})
const linesOf = (more: Partial<CalendarEvent> = {}): string[] =>
  writeCalendar({ name: '会议', events: [event(more)] })
    .replace(/\r\n /g, '')
    .split('\r\n')

test('a calendar says its version, its maker and its zone, and every line ends in CRLF', () => {
  const text = writeCalendar({ name: '会议', events: [event()] })
  expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true)
  expect(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true)
  expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
  expect(text).toContain('TZID:Asia/Shanghai\r\n')
})

test('an event says when in the zone, when it changed in UTC, and which change it is', () => {
  expect(linesOf({ sequence: 3 })).toEqual(
    expect.arrayContaining([
      'DTSTART;TZID=Asia/Shanghai:20261120T140000',
      'DTEND;TZID=Asia/Shanghai:20261120T153000',
      'DTSTAMP:20261101T020304Z',
      'SEQUENCE:3',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
    ]),
  )
})

test('an end nobody knows is left out', () => {
  const lines = linesOf({ when: { from: at('14:00') } })
  expect(lines.filter((line) => line.startsWith('DTEND'))).toEqual([])
})

test('an end may be on another day', () =>
  expect(linesOf({ when: { from: at('23:30'), to: at('00:20', '2026-11-21') } })).toEqual(
    expect.arrayContaining([
      'DTSTART;TZID=Asia/Shanghai:20261120T233000',
      'DTEND;TZID=Asia/Shanghai:20261121T002000',
    ]),
  ))

test('a whole day ends with the next, also over the year, and takes no time', () => {
  expect(linesOf({ when: { wholeDay: day('2026-12-31') }, takes: 'none' })).toEqual(
    expect.arrayContaining([
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'TRANSP:TRANSPARENT',
    ]),
  )
})

test('what was called off stays and says so', () =>
  expect(linesOf({ state: 'cancelled' })).toContain('STATUS:CANCELLED'))

test.each([
  ['commas, semicolons and strokes', 'a,b;c\\d', 'a\\,b\\;c\\\\d'],
  ['the end of a line', 'a\r\nb\nc\rd', 'a\\nb\\nc\\nd'],
  ['characters of control', 'a\u0007b\u0000', 'ab'],
])('text is escaped: %s', (_, text, expected) => expect(escapeText(text)).toBe(expected))

test('folding cuts no character, makes no line longer than 75 octets, and is undone by joining', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const line = escapeText(text)
      const folded = fold(line)
      const lines = folded.split('\r\n')
      expect(Math.max(...lines.map((one) => Buffer.byteLength(one)))).toBeLessThanOrEqual(75)
      expect(folded.replace(/\r\n /g, '')).toBe(line)
      expect(lines.every((one) => one.isWellFormed())).toBe(true)
    }),
  )
})

test.each([
  ['75 octets stay one line', 'x'.repeat(75), 1],
  ['76 do not', 'x'.repeat(76), 2],
  ['a character of three octets goes to the next line whole', `${'x'.repeat(73)}党`, 2],
])('%s', (_, line, lines) => expect(fold(line).split('\r\n')).toHaveLength(lines))
