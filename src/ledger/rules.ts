import { DEFAULT_BANDS, hasCeilingAmong } from '../assessment/rules/scheme.ts'

/** The ledgers of a workbook, in the order in which they are listed. */
export const LEDGERS = [
  'org',
  'roster',
  'meetings',
  'dues',
  'joining',
  'targets',
  'study',
  'scheme',
  'grades',
] as const
export type Ledger = (typeof LEDGERS)[number]

/** A row of a workbook as it stands among the others. */
export type LedgerRow = {
  readonly ledger: Ledger
  /** What no other row of the ledger may share, as one text; absent when it could not be read. */
  readonly key: string | undefined
  /** The first field of the key. */
  readonly keyField: string
  /** What could be read of the row, by field. */
  readonly draft: Readonly<Record<string, unknown>>
  /** Whether the row is refused for what stands in it alone. */
  readonly refused: boolean
}

/** What is wrong with a row because of other rows. */
export type CrossFault<R extends LedgerRow = LedgerRow> = {
  readonly row: R
  readonly field: string
  readonly code: 'duplicate' | 'cycle' | 'unreadable' | 'unknown-ref'
}

/** What is on record already: organisations by code with the code of the one above them, numbers of persons and of meetings. */
export type OnRecord = {
  readonly org: ReadonlyMap<string, string | null>
  readonly roster: ReadonlySet<string>
  readonly meetings: ReadonlySet<string>
}

/** Nothing on record yet. */
export const NOTHING_ON_RECORD: OnRecord = { org: new Map(), roster: new Set(), meetings: new Set() }

type Referred = keyof OnRecord
type Reference = { readonly field: string; readonly to: Referred }

const TO_ORG: Reference = { field: 'orgCode', to: 'org' }
const TO_PERSON: Reference = { field: 'personNo', to: 'roster' }
const REFERENCES: Readonly<Record<Ledger, readonly Reference[]>> = {
  org: [{ field: 'parentCode', to: 'org' }],
  roster: [TO_ORG],
  meetings: [TO_ORG],
  dues: [TO_PERSON],
  joining: [TO_PERSON],
  targets: [TO_ORG],
  study: [TO_ORG, { field: 'meetingNo', to: 'meetings' }],
  scheme: [],
  grades: [],
}

const textAt = ({ draft }: LedgerRow, field: string): string | undefined => {
  const value = draft[field]
  return typeof value === 'string' ? value : undefined
}

function findRepeats<R extends LedgerRow>(rows: readonly R[]): CrossFault<R>[] {
  const seen = new Set<string>()
  return rows.flatMap((row): CrossFault<R>[] => {
    if (row.key === undefined) return []
    const key = `${row.ledger}\u0000${row.key}`
    if (seen.has(key)) return [{ row, field: row.keyField, code: 'duplicate' }]
    seen.add(key)
    return []
  })
}

/** The codes that come back to themselves when one goes up from parent to parent. Costs grow with the rows only. */
function onCycles(parents: ReadonlyMap<string, string | null>): Set<string> {
  const cyclic = new Set<string>()
  const done = new Set<string>()
  for (const start of parents.keys()) {
    const path: string[] = []
    const at = new Map<string, number>()
    let code: string | null | undefined = start
    while (code && !done.has(code) && !at.has(code)) {
      at.set(code, path.length)
      path.push(code)
      code = parents.get(code)
    }
    const from = code ? at.get(code) : undefined
    if (from !== undefined) for (const member of path.slice(from)) cyclic.add(member)
    for (const member of path) done.add(member)
  }
  return cyclic
}

function findCycles<R extends LedgerRow>(rows: readonly R[], onRecord: OnRecord): CrossFault<R>[] {
  const units = rows.filter((row) => row.ledger === 'org')
  const parents = new Map(onRecord.org)
  for (const row of units.toReversed()) {
    const code = textAt(row, 'code')
    const parent = textAt(row, 'parentCode')
    if (code !== undefined && parent !== undefined) parents.set(code, parent)
  }
  const cyclic = onCycles(parents)
  return units.flatMap((row): CrossFault<R>[] => {
    const code = textAt(row, 'code')
    const isCyclic = code !== undefined && cyclic.has(code) && parents.get(code) === textAt(row, 'parentCode')
    return isCyclic ? [{ row, field: 'parentCode', code: 'cycle' }] : []
  })
}

/** Vetoes whose ceiling is no grade of the scheme: those of its own sheet, else those of A4.3. */
function findStrangeCeilings<R extends LedgerRow>(rows: readonly R[]): CrossFault<R>[] {
  const own = rows.filter(({ ledger, refused }) => ledger === 'grades' && !refused)
  const stated = own.flatMap((row) => textAt(row, 'grade') ?? [])
  const grades = stated.length > 0 ? stated : DEFAULT_BANDS.map(({ grade }) => grade)
  return rows.flatMap((row): CrossFault<R>[] => {
    const isVeto = row.ledger === 'scheme' && textAt(row, 'rule') === 'veto'
    const parameters = textAt(row, 'parameters')
    if (!isVeto || parameters === undefined || hasCeilingAmong(parameters, grades)) return []
    return [{ row, field: 'parameters', code: 'unreadable' }]
  })
}

const placeOf = (to: Referred, code: string): string => `${to}\u0000${code}`

const ownPlace = (row: LedgerRow): string | undefined =>
  row.key !== undefined && (row.ledger === 'org' || row.ledger === 'roster' || row.ledger === 'meetings')
    ? placeOf(row.ledger, row.key)
    : undefined

type Wish<R> = { readonly row: R; readonly field: string }

function wishes<R extends LedgerRow>(rows: readonly R[]): Map<string, Wish<R>[]> {
  const wanted = new Map<string, Wish<R>[]>()
  for (const row of rows) {
    for (const { field, to } of REFERENCES[row.ledger]) {
      const code = textAt(row, field)
      if (code === undefined) continue
      const place = placeOf(to, code)
      const wishing = wanted.get(place)
      if (wishing) wishing.push({ row, field })
      else wanted.set(place, [{ row, field }])
    }
  }
  return wanted
}

function placesOnRecord({ org, roster, meetings }: OnRecord): Set<string> {
  const places = new Set<string>()
  for (const code of org.keys()) places.add(placeOf('org', code))
  for (const no of roster) places.add(placeOf('roster', no))
  for (const no of meetings) places.add(placeOf('meetings', no))
  return places
}

/** Follows refusals to their end: a row that names a refused row is refused, and so are those that name it. */
function findUnknown<R extends LedgerRow>(
  rows: readonly R[],
  refusedAlready: Iterable<R>,
  onRecord: OnRecord,
): CrossFault<R>[] {
  const refused = new Set(refusedAlready)
  const recorded = placesOnRecord(onRecord)
  const offered = new Set(recorded)
  for (const row of rows) {
    const place = refused.has(row) ? undefined : ownPlace(row)
    if (place !== undefined) offered.add(place)
  }
  const wanted = wishes(rows)
  const missing = [...wanted.keys()].filter((place) => !offered.has(place))
  const faults: CrossFault<R>[] = []
  for (const place of missing) {
    for (const { row, field } of wanted.get(place) ?? []) {
      faults.push({ row, field, code: 'unknown-ref' })
      const own = refused.has(row) ? undefined : ownPlace(row)
      refused.add(row)
      if (own !== undefined && !recorded.has(own)) missing.push(own)
    }
  }
  return faults
}

/** The first fault of each cell. */
function firstOfEach<R extends LedgerRow>(faults: readonly CrossFault<R>[]): CrossFault<R>[] {
  const told = new Map<R, Set<string>>()
  return faults.filter(({ row, field }) => {
    const fields = told.get(row) ?? new Set()
    told.set(row, fields)
    const isFirst = !fields.has(field)
    fields.add(field)
    return isFirst
  })
}

/**
 * What is wrong with rows because of others, one code for a cell: a key that an earlier row has, even one that is refused
 * itself; else an organisation that is its own ancestor; else a veto whose ceiling is no
 * grade of the scheme; else a code that neither a sound row nor the record has.
 */
export function findCrossFaults<R extends LedgerRow>(
  rows: readonly R[],
  onRecord: OnRecord,
): CrossFault<R>[] {
  const found = [...findRepeats(rows), ...findCycles(rows, onRecord), ...findStrangeCeilings(rows)]
  const refused = [...rows.filter((row) => row.refused), ...found.map(({ row }) => row)]
  return firstOfEach([...found, ...findUnknown(rows, refused, onRecord)])
}

type Values = Readonly<Record<string, unknown>>

/** A record as its ledger would write it, and who wrote it last. */
export type Recorded<R extends Values = Values> = {
  readonly id: string
  readonly source: 'import' | 'product'
  readonly values: R
  /** Struck out in the product: known to an import, left out of an export. */
  readonly gone?: boolean
}

/** What a row does to the record of its key: nothing stands yet, nothing differs, it differs, or the product changed the record since. */
export type Effect = 'added' | 'same' | 'changed' | 'conflict'

/** What an import brings in on top of a record: an empty cell changes nothing. */
export const mergeRow = <R extends Values>(recorded: R, row: R): R => ({
  ...recorded,
  ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
})

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

/** The effect of a row; a record that the product wrote since is never overwritten. */
export function effectOf<R extends Values>(recorded: Recorded<R> | undefined, row: R): Effect {
  if (!recorded) return 'added'
  const differs = Object.entries(row).some(
    ([field, value]) => value !== null && !isSame(value, recorded.values[field]),
  )
  if (!differs) return 'same'
  return recorded.source === 'product' ? 'conflict' : 'changed'
}
