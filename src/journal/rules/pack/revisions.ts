import { isRefused } from '../../../kit/refuse.ts'
import { fromBase64, toBase64 } from '../base64.ts'
import { commitField, type Entry, leafHash, SALT_BYTES } from '../leaf.ts'
import { parseTlogProof } from '../tlog-proof.ts'
import { isIncluded } from '../tree.ts'
import { CLOCK_SLACK_S } from '../when.ts'
import { sealedDay } from './day.ts'
import { entryOf, microsOf } from './entry.ts'
import type { Place, Tell } from './finding.ts'
import type { Log, Witnessed } from './log.ts'
import type { Pack, PackRecord, PackRevision } from './shape.ts'

/** A revision that could be read. `index`: its place in the log, where its proof holds. */
export type Read = {
  readonly entry: Entry
  readonly hash: Uint8Array
  readonly micros: bigint
  readonly index: number | undefined
}

/** When a leaf was sealed: the witnessed checkpoints around it; an end that nobody bounds is undefined (docs/pack.md, Time). */
export type Bounds = { readonly notBefore: Witnessed | undefined; readonly notAfter: Witnessed | undefined }

/** What was found out of one revision, for the eye. */
export type Shown = {
  readonly entry: Entry | undefined
  readonly index: number | undefined
  readonly bounds: Bounds
}

/** What the records are checked with. `subjects`: those before. */
type Ground = { readonly log: Log; readonly subjects: Set<string>; readonly tell: Tell }

/** A time cut to the day, as phones cut theirs, is a multiple of this. */
const DAY_S = 86_400
const MICROS_PER_S = 1_000_000n
const UNBOUND: Bounds = { notBefore: undefined, notAfter: undefined }

/** The witnessed checkpoints around the leaf at an index. */
function boundsOf(index: number, witnessed: readonly Witnessed[]): Bounds {
  let [from, to] = [0, witnessed.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((witnessed[middle]?.size ?? 0) <= index) from = middle + 1
    else to = middle
  }
  return { notBefore: witnessed[from - 1], notAfter: witnessed[from] }
}

/** The last second a witnessed time may stand for: a time cut to the day tells the day only. */
export const lastSecondOf = (timeS: number): number => (timeS % DAY_S === 0 ? timeS + DAY_S - 1 : timeS)

function isInTime(micros: bigint, { notBefore, notAfter }: Bounds): boolean {
  const early = notBefore && micros < BigInt(notBefore.timeS - CLOCK_SLACK_S) * MICROS_PER_S
  const late = notAfter && micros > BigInt(lastSecondOf(notAfter.timeS) + CLOCK_SLACK_S) * MICROS_PER_S
  return !early && !late
}

function checkProof({ proof: text }: PackRevision, hash: Uint8Array, { byNote }: Log): number | undefined {
  const parsed = parseTlogProof(text)
  if (isRefused(parsed)) return undefined
  const checkpoint = byNote.get(parsed.note)
  if (!checkpoint) return undefined
  const { index, proof } = parsed
  return isIncluded({ hash, index, size: checkpoint.size, proof }, checkpoint.root) ? index : undefined
}

type Before = Read | 'unread' | undefined

function isChained({ entry, index, micros }: Read, before: Before): boolean {
  if (before === 'unread') return true
  if (!before) return entry.prev === null
  const isAfter = index === undefined || before.index === undefined || index > before.index
  return entry.prev === toBase64(before.hash) && isAfter && micros > before.micros
}

function checkContent(
  { opened, withheld }: PackRevision,
  { entry }: Read,
  tell: (code: 'field-bad' | 'fields-bad', name?: string) => void,
): void {
  for (const [name, { value, salt }] of Object.entries(opened)) {
    const committed = Object.hasOwn(entry.fields, name) ? entry.fields[name] : undefined
    if (committed === undefined) continue
    const bytes = fromBase64(salt)
    const isGood = bytes?.length === SALT_BYTES && commitField(bytes, name, value) === committed
    if (!isGood) tell('field-bad', name)
  }
  const told = [...Object.keys(opened), ...withheld]
  const names = new Set(Object.keys(entry.fields))
  const fits =
    told.length === names.size && new Set(told).size === told.length && told.every((name) => names.has(name))
  if (!fits) tell('fields-bad')
}

function readRevision(
  revision: PackRevision,
  place: Required<Pick<Place, 'subject' | 'rev'>>,
  ground: Ground,
): Read | 'unread' {
  const { log, tell } = ground
  const bytes = fromBase64(revision.leaf)
  const entry = bytes && entryOf(bytes)
  const micros = entry && microsOf(entry.received)
  const isOwn = entry?.log === log.origin && entry.subject === place.subject && entry.rev === place.rev
  if (!bytes || !entry || micros === undefined || !isOwn) {
    tell('leaf-bad', place)
    return 'unread'
  }
  const hash = leafHash(bytes)
  const index = checkProof(revision, hash, log)
  if (index === undefined) tell('proof-bad', place)
  return { entry, hash, micros, index }
}

function checkRevision(
  revision: PackRevision,
  read: Read,
  of: { place: Place; before: Before; ground: Ground },
): Bounds {
  const { place, before, ground } = of
  const { tell, log } = ground
  if (!isChained(read, before)) tell('chain-bad', place)
  checkContent(revision, read, (code, name) => tell(code, { ...place, ...(name !== undefined && { name }) }))
  const bounds = read.index === undefined ? UNBOUND : boundsOf(read.index, log.witnessed)
  if (log.isTimed && !isInTime(read.micros, bounds)) tell('time-bad', place)
  return bounds
}

function checkRecord(record: PackRecord, ground: Ground): Shown[] {
  const { subject } = record
  if (ground.subjects.has(subject)) ground.tell('leaf-bad', { subject })
  ground.subjects.add(subject)
  let before: Before
  return record.revisions.map((revision, at) => {
    const place = { subject, rev: at + 1 }
    const read = readRevision(revision, place, ground)
    const bounds = read === 'unread' ? UNBOUND : checkRevision(revision, read, { place, before, ground })
    before = read
    return read === 'unread'
      ? { entry: undefined, index: undefined, bounds }
      : { entry: read.entry, index: read.index, bounds }
  })
}

/** The kind of the leaf that says that something was erased. */
const ERASE = 'people.erase'

function checkErased({ records }: Pack, shown: readonly (readonly Shown[])[], tell: Tell): void {
  const all = shown.flat()
  const notices = new Set(all.filter(({ entry }) => entry?.kind === ERASE).map(({ index }) => index))
  for (const [at, { subject, revisions }] of records.entries()) {
    for (const [nth, { erased, opened }] of revisions.entries()) {
      if (erased === null || !shown[at]?.[nth]?.entry) continue
      if (!notices.has(erased) || Object.keys(opened).length > 0)
        tell('erased-bad', { subject, rev: nth + 1 })
    }
  }
}

/** Whether the day a record is said to tell of is the one that was sealed; where nothing sealed tells it, it is a claim and left to the reader. */
function checkDay({ subject, happened, revisions }: PackRecord, last: Shown | undefined, tell: Tell): void {
  const revision = revisions.at(-1)
  if (!revision || !last?.entry) return
  const sealed = sealedDay(Object.keys(last.entry.fields), revision.opened)
  if (sealed && sealed.day !== happened) tell('day-bad', { subject, rev: revisions.length })
}

/** Checks every revision of every record; answers what is to be shown of each, in the order of the pack. Yields how many are done. */
export function* checkRecords(pack: Pack, log: Log, tell: Tell): Generator<number, Shown[][]> {
  const ground: Ground = { log, subjects: new Set(), tell }
  const shown: Shown[][] = []
  for (const record of pack.records) {
    const revisions = checkRecord(record, ground)
    checkDay(record, revisions.at(-1), tell)
    shown.push(revisions)
    yield shown.length
  }
  checkErased(pack, shown, tell)
  return shown
}
