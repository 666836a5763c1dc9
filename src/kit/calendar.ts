import { addDays, type Day } from './day.ts'

/** A time, `HH:MM`, of a day in the calendar's zone. */
export type Moment = { readonly day: Day; readonly time: string }

/** When something is: from a moment on, to a later one where it is known; or a whole day. */
export type When = { readonly from: Moment; readonly to?: Moment | undefined } | { readonly wholeDay: Day }

/** An event as a calendar program keeps it. `uid` never changes; `sequence` grows with every change. */
export type CalendarEvent = {
  readonly uid: string
  readonly sequence: number
  readonly changedAt: Date
  readonly when: When
  readonly summary: string
  readonly description?: string
  readonly location?: string
  readonly url?: string
  readonly state: 'confirmed' | 'cancelled'
  /** Whether it takes the person's time; a day by which something is due does not. */
  readonly takes: 'time' | 'none'
}

export type Calendar = { readonly name: string; readonly events: readonly CalendarEvent[] }

const ZONE = 'Asia/Shanghai'
/** China has kept one time without summer time since 1991. */
const ZONE_LINES = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19911215T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** A line is at most so many octets long, its end not counted (RFC 5545 §3.1). */
const MOST_OCTETS = 75

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** Folds a line between characters: what goes on begins with a blank, which counts (RFC 5545 §3.1). */
export function fold(line: string): string {
  const lines: string[] = []
  let [text, octets] = ['', 0]
  for (const character of line) {
    const more = octetsOf(character)
    if (octets + more > MOST_OCTETS) {
      lines.push(text)
      ;[text, octets] = [' ', 1]
    }
    text += character
    octets += more
  }
  return [...lines, text].join('\r\n')
}

/** Text as a property's value: no control characters, and what has a meaning of its own escaped (RFC 5545 §3.3.11). */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (found) => `\\${found}`)
    .replace(/\n/g, '\\n')

const plain = (text: string): string => text.replace(/[-:]/g, '')
const utc = (at: Date): string => `${plain(at.toISOString().slice(0, 19))}Z`
const local = ({ day, time }: Moment): string => `;TZID=${ZONE}:${plain(day)}T${plain(time)}00`

function whenLines(when: When): string[] {
  if ('wholeDay' in when)
    return [
      `DTSTART;VALUE=DATE:${plain(when.wholeDay)}`,
      `DTEND;VALUE=DATE:${plain(addDays(when.wholeDay, 1))}`,
    ]
  return [`DTSTART${local(when.from)}`, ...(when.to ? [`DTEND${local(when.to)}`] : [])]
}

function eventLines(event: CalendarEvent): string[] {
  const { uid, sequence, changedAt, when, summary, description, location, url, state, takes } = event
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${utc(changedAt)}`,
    `LAST-MODIFIED:${utc(changedAt)}`,
    `SEQUENCE:${sequence}`,
    ...whenLines(when),
    `SUMMARY:${escapeText(summary)}`,
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    ...(location ? [`LOCATION:${escapeText(location)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    `STATUS:${state === 'confirmed' ? 'CONFIRMED' : 'CANCELLED'}`,
    `TRANSP:${takes === 'time' ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ]
}

/** A calendar as RFC 5545 writes it: UTF-8, lines of at most 75 octets ended by CRLF, times in Asia/Shanghai. */
export function writeCalendar({ name, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pitlamp//Meetings//ZH',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...ZONE_LINES,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}
