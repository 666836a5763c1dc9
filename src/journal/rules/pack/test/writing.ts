import { toBase64 } from '../../base64.ts'
import type { Json } from '../../jcs.ts'
import { commitActor, commitField, type Entry, leafBytes, leafHash, showInstant } from '../../leaf.ts'
import type { Quorum } from '../../policy.ts'
import { DAY_FIELDS } from '../day.ts'
import type { PackScores } from '../shape.ts'
import type { Chance } from './random.ts'

/** A pack to be made. `others`: leaves of the log that are not in the pack. */
export type Recipe = {
  readonly seed: number
  readonly records: number
  readonly others: number
  readonly checkpoints: number
  readonly quorum: Quorum
  readonly committees: number
  readonly phones: number
  readonly opening: 'last' | 'all' | 'none'
  readonly erased: boolean
  readonly draw: boolean
  readonly scores: PackScores | null
  readonly faults: Faults
}

/** What goes wrong while the log is written and signed, so that everything above it is good. */
export type Faults = {
  readonly entry?: (entry: Entry) => Entry
  readonly cosignedAtS?: (timeS: number) => number
}

/** A record type of a made pack: its fields by name. */
type Kind = {
  readonly table: string
  readonly action: string
  readonly value: (name: string, chance: Chance) => Json
  readonly names: readonly string[]
}

const TEXTS = [
  '安全生产责任制学习',
  '党员大会',
  'Themed day 主题党日',
  '“引号”与\\反斜杠',
  'line\nbreak',
  '𠮷野 😀',
  '',
  '\u2028\u007f',
]
const someText = (_: string, chance: Chance): Json => chance.pick(TEXTS)
const anything = (name: string, chance: Chance): Json =>
  chance.pick<Json>([
    null,
    true,
    false,
    chance.below(10 ** 9),
    -chance.below(999),
    someText(name, chance),
    [1, 'a', null],
    { b: [], a: { ö: 1, z: '€', '😀': 0, '\ufb33': 1 } },
  ])

/** As `anything`; a field that holds the day of the thing holds a day or nothing. */
const dayOr = (name: string, chance: Chance): Json =>
  DAY_FIELDS.some((field) => field === name) ? chance.pick([null, '2026-07-03']) : anything(name, chance)

const KINDS: readonly Kind[] = [
  {
    table: 'meeting',
    action: 'meetings.enterMeeting',
    names: ['held_on', 'subject', 'place', 'present', 'attendance', 'id'],
    value: dayOr,
  },
  {
    table: 'dues_payment',
    action: 'dues.recordPayment',
    names: ['paid_on', 'month', 'paid_fen'],
    value: dayOr,
  },
  {
    table: 'study_plan_row',
    action: 'study.record',
    names: ['a', 'B', 'ä', '中文', '__proto__', 'constructor'],
    value: anything,
  },
]

/** A record to be written. */
export type Made = { readonly kind: Kind; readonly subject: string; readonly stratum: string }
/** A revision that was written; `index` is its place in the log. */
export type Written = {
  readonly of: Made
  readonly index: number
  readonly bytes: Uint8Array
  readonly values: ReadonlyMap<string, Json>
  readonly salts: ReadonlyMap<string, Uint8Array>
  readonly isErasure: boolean
}

/** When the log begins, microseconds since 1970. */
export const START_MICROS = 1_782_864_000_000_000
const GAP_MICROS = 600_000_000
/** The strata records are put into. */
export const STRATA = ['三会一课', '党费', '学习 study']

/** A log while it is written. */
export type Writing = {
  readonly chance: Chance
  readonly origin: string
  readonly recipe: Recipe
  readonly written: Map<Made, Written[]>
  /** When each leaf was received, seconds since 1970. */
  readonly receivedS: number[]
  readonly hashes: Uint8Array[]
  micros: number
}

function entryOf(writing: Writing, of: Made, fields: Entry['fields'], isErasure: boolean): Entry {
  const { chance, origin, written } = writing
  const before = written.get(of) ?? []
  const last = before.at(-1)
  return {
    ...{
      v: 1,
      log: origin,
      kind: isErasure ? 'people.erase' : of.kind.action,
      scope: chance.pick([null, 'b1']),
    },
    ...{ subject: of.subject, rev: before.length + 1, prev: last ? toBase64(leafHash(last.bytes)) : null },
    ...{
      actor: commitActor(chance.bytes('actor'), 'u1'),
      occurred: chance.pick([null, showInstant(writing.micros)]),
    },
    ...{ received: showInstant(writing.micros), fields, files: [], src: 'web' },
  }
}

function write(writing: Writing, of: Made, isErasure: boolean): void {
  const { chance, written, hashes, recipe } = writing
  writing.micros += 1 + chance.below(GAP_MICROS)
  const names = isErasure ? [] : of.kind.names
  const values = new Map(names.map((name) => [name, of.kind.value(name, chance)]))
  const salts = new Map(names.map((name) => [name, chance.bytes(`${hashes.length} ${name}`)]))
  const fields = Object.fromEntries(
    names.map((name) => [
      name,
      commitField(salts.get(name) ?? new Uint8Array(32), name, values.get(name) ?? null),
    ]),
  )
  const entry = entryOf(writing, of, fields, isErasure)
  const bytes = leafBytes(recipe.faults.entry?.(entry) ?? entry)
  const one = { of, index: hashes.length, bytes, values, salts, isErasure }
  written.set(of, [...(written.get(of) ?? []), one])
  writing.receivedS[hashes.length] = Math.floor(writing.micros / 1_000_000)
  hashes.push(leafHash(bytes))
}

/** Writes the log: every record once, some again, some erased, leaves of others between. */
export function writeLog(writing: Writing): Made[] {
  const { chance, recipe, hashes } = writing
  const made = Array.from({ length: recipe.records }, () => ({
    kind: chance.pick(KINDS),
    subject: chance.id(),
    stratum: chance.pick(STRATA),
  }))
  const again = made.filter(() => chance.below(3) === 0)
  const erased = recipe.erased ? made.slice(-1) : []
  const turns = [...made, ...again, ...again.filter(() => chance.below(2) === 0)]
  for (const [at, of] of turns.entries()) {
    while (hashes.length * turns.length < at * (turns.length + recipe.others))
      hashes.push(chance.bytes(`other ${hashes.length}`))
    write(writing, of, false)
  }
  for (const of of erased) write(writing, of, true)
  return made
}
