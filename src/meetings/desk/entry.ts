import type { InputOf } from '../../kit/contract.ts'
import { type Day, parseDay } from '../../kit/day.ts'
import type { Words } from '../../kit/web/say.ts'
import type { MeetingKind } from '../contract.ts'
import { checkTimes, clockAt, lastDayOf, readClock } from '../rules/times.ts'
import { meetingKindWords } from '../words/kinds.ts'
import { words } from '../words/pages.ts'

export type RollState = 'present' | 'absent' | 'excluded'
/** What the secretary changed on the roll, by person; everybody else counts as present. */
export type RollChanges = Readonly<Record<string, { readonly state: RollState; readonly reason: string }>>
export type Rolled = {
  readonly personId: string
  readonly name: string
  readonly state: RollState
  readonly reason: string
}

/** A meeting while it is being typed. */
export type Entry = {
  readonly orgId: string
  readonly kind: MeetingKind | ''
  readonly heldOn: string
  readonly starts: string
  readonly ends: string
  readonly place: string
  readonly chair: string
  readonly recorder: string
  readonly lecturer: string
  readonly subject: string
  readonly resolution: string
  readonly absence: string
  readonly hours: string
  readonly roll: RollChanges
}

/** What of a meeting is not text and not its roll. */
export type FactEntry = Omit<Entry, 'orgId' | 'subject' | 'resolution' | 'absence' | 'roll'>

const isKind = (text: string): text is MeetingKind => text in meetingKindWords

/** A fresh form, with what the address says already. */
export function blankMeeting(asked: { branch: string; org: string; kind: string; on: string }): Entry {
  const texts = { starts: '', ends: '', place: '', chair: '', recorder: '', lecturer: '' }
  return {
    orgId: asked.org || asked.branch,
    kind: isKind(asked.kind) ? asked.kind : '',
    heldOn: parseDay(asked.on) ?? '',
    ...texts,
    subject: '',
    resolution: '',
    absence: '',
    hours: '',
    roll: {},
  }
}

/** `9:05`, `9.05`, `0905`, `次日 9:05` and full-width colons, as `09:05`; undefined for what is no time of day. Empty stays empty. */
export function readTime(text: string): string | undefined {
  if (text.trim() === '') return ''
  const clock = readClock(text)
  return clock && clockAt(clock.minute)
}

/** Hours as typed, in hundredths; null when none are given, undefined when it is no number. */
export function readHours(text: string): number | null | undefined {
  const typed = text.normalize('NFKC').trim()
  if (typed === '') return null
  return /^\d{1,3}(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) : undefined
}

export type Fault = { readonly path: string; readonly words: Words }
const NEEDED = ['orgId', 'kind', 'heldOn', 'chair', 'recorder', 'subject'] as const

const missingIn = (entry: Partial<Entry>): Fault[] =>
  NEEDED.filter((path) => entry[path]?.trim() === '').map((path) => ({ path, words: words.needed }))

/** What must be mended in the facts of a meeting: what A2.1 asks of a record, what cannot be read, and a day after `now`. */
export function faultsIn(entry: FactEntry & Partial<Entry>, now: Day): Fault[] {
  const held = parseDay(entry.heldOn)
  const checks: readonly [string, unknown, Words][] = [
    ['heldOn', entry.heldOn === '' || held, words.badDay],
    ['heldOn', !held || held <= now, words.notYet],
    ['starts', readTime(entry.starts) !== undefined, words.badTime],
    ['ends', readTime(entry.ends) !== undefined, words.badTime],
    ['ends', checkTimes(entry) === 'fine', words.endsFirst],
    ['ends', !held || held > now || lastDayOf(held, entry) <= now, words.notYet],
    ['hoursHundredths', readHours(entry.hours) !== undefined, words.badHours],
  ]
  const wrong = checks.filter(([, holds]) => !holds)
  return [...missingIn(entry), ...wrong.map(([path, , why]) => ({ path, words: why }))]
}

/** The facts of a meeting as they are sent. */
export const factsOf = ({ kind, hours, ...facts }: FactEntry) => ({
  ...facts,
  kind: kind === '' ? ('generalMeeting' as const) : kind,
  starts: readTime(facts.starts) ?? '',
  ends: readTime(facts.ends) ?? '',
  hoursHundredths: readHours(hours) ?? null,
})

/** What is sent of an entry without faults. */
export function inputOf(entry: Entry, roll: readonly Rolled[]): InputOf<'meetings.enterMeeting'> {
  const { orgId, subject, resolution, absence, roll: _changes, ...facts } = entry
  return {
    orgId,
    subject,
    resolution,
    absence,
    ...factsOf(facts),
    roll: roll.map(({ personId, state, reason }) => ({ personId, state, reason })),
  }
}
