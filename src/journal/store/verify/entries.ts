import type { OwnerKey } from '../../../kit/keys/owners.ts'
import { instantOf } from '../../rules/leaf.ts'
import { ENTRY_COLUMNS, openSalts, type StoredEntry } from '../entry.ts'
import { ask, exactly, micros, told } from '../statement.ts'
import { attempt, type Checking, report } from './mine.ts'

const MOST_AT_ONCE = 1000
const LONG_MICROS = 3_600_000_000

const PAGE = `
select ${ENTRY_COLUMNS}, e.salts, ${told('coalesce(l.idx, f.idx)')} as "leafIdx", f.no as "leafNo",
  encode(coalesce(l.prev, f.prev), 'base64') as "leafPrev", encode(coalesce(l.hash, f.hash), 'base64') as "leafHash",
  ${micros('coalesce(l.received, f.received)')} as "leafReceived",
  p.waits is not null as waits
from (select * from journal_entry where mine_id = $1 and (subject, rev) > ($2, $3) order by subject, rev limit $4) e
left join lateral (
  select * from journal_leaf l where l.mine_id = $1 and ${exactly('l.entry_id', 'e.id')}) l on true
left join lateral (
  select * from journal_former_leaf f where l.idx is null and f.mine_id = $1 and ${exactly('f.entry_id', 'e.id')}) f on true
left join lateral (
  select true as waits from journal_pending p where p.mine_id = $1 and ${exactly('p.entry_id', 'e.id')}) p on true
order by e.subject, e.rev`

type Row = StoredEntry & {
  readonly salts: Buffer
  readonly leafIdx: number | null
  /** Which ended log it stands in; null: the one that grows. */
  readonly leafNo: number | null
  readonly leafReceived: number | null
  readonly leafPrev: string | null
  readonly leafHash: string | null
  readonly waits: boolean
}

/** A record's latest entry with the salts that open it; none when its key is destroyed or its seal is broken. */
export type Latest = { readonly entry: StoredEntry; readonly salts: Map<string, Uint8Array> | undefined }

const NIL = '00000000-0000-0000-0000-000000000000'

/** Walks all entries by record and revision; hands on the latest of each record, many at a time. */
export async function checkEntries(
  checking: Checking,
  onLatest: (latest: readonly Latest[]) => Promise<void>,
): Promise<void> {
  const erased = new Set<string>()
  let before: Row | undefined
  let latest: Latest | undefined
  for (;;) {
    const after = [before?.subject ?? NIL, before?.rev ?? -1]
    const rows = await ask<Row>(checking.tx, PAGE, [checking.mineId, ...after, MOST_AT_ONCE])
    const ended: Latest[] = []
    for (const row of rows) {
      if (latest && latest.entry.subject !== row.subject) ended.push(latest)
      latest = { entry: row, salts: checkEntry(checking, row, erased) }
      checkRevision(checking, row, before?.subject === row.subject ? before : undefined)
      before = row
    }
    if (rows.length === 0 && latest) ended.push(latest)
    await onLatest(ended)
    if (rows.length === 0) break
  }
  await checkErased(checking, erased)
}

/** Holds a revision against the one before. */
function checkRevision(checking: Checking, row: Row, before: Row | undefined): void {
  const broken = (column: string): void =>
    report(checking, { code: 'revision-broken', table: 'journal_entry', id: row.id, column })
  if (row.rev !== (before?.rev ?? 0) + 1) broken('rev')
  if (before && row.record !== before.record && !checking.findings.blames(before.id)) broken('record')
  if (row.leafIdx === null) return
  if (row.leafPrev !== (before?.leafHash ?? null)) broken('prev')
  if (before && !isAfter(row, before)) broken('idx')
}

/** Whether a revision stands later than the one before; ended logs come first, in their order. */
function isAfter(row: Row, before: Row): boolean {
  const [log, own] = [before.leafNo ?? Number.POSITIVE_INFINITY, row.leafNo ?? Number.POSITIVE_INFINITY]
  return own > log || (own === log && (row.leafIdx ?? -1) > (before.leafIdx ?? Number.POSITIVE_INFINITY))
}

/** Whether an entry's content was lost under notice: its leaf stands where leaves were put back by themselves. */
function isLost({ breaks, origin }: Checking, { leafIdx, leafNo }: Row): boolean {
  const log = leafNo === null ? origin : breaks.find(({ no }) => no === leafNo)?.origin
  return breaks.some(
    ({ kind, from, to, ...broken }) =>
      kind === 'refilled' && broken.origin === log && leafIdx !== null && leafIdx >= from && leafIdx < to,
  )
}

/** An entry without salts: lost under notice, with what stands for the columns that were lost with them; else somebody took them. */
function checkLost(checking: Checking, row: Row): void {
  const changed = (column: string): void =>
    report(checking, { code: 'entry-changed', table: 'journal_entry', id: row.id, column })
  if (!isLost(checking, row)) {
    changed('salts')
    return
  }
  checking.counts.lost += 1
  if (row.at !== row.leafReceived) changed('at')
  if (row.owner !== checking.mineId) changed('key_owner')
}

/** Whether an entry has its place or waits for it, and what its seal says; answers its salts. */
function checkEntry(checking: Checking, row: Row, erased: Set<string>): Latest['salts'] {
  checking.counts.entries += 1
  checkPlace(checking, row)
  if (row.salts.length === 0) {
    checkLost(checking, row)
    return undefined
  }
  const key = checking.keys.owners.find(checking.mineId, row.owner)
  const isBlamed = checking.findings.blames(row.id)
  if (key === 'erased') {
    erased.add(row.owner)
    checking.counts.erased += 1
    return undefined
  }
  const found = { table: 'journal_entry', id: row.id }
  if (!key) {
    report(checking, { code: 'key-missing', ...found, column: 'key_owner' })
    return undefined
  }
  const salts = attempt(() => openSalts(key, checking.mineId, row, row.salts))
  if (!salts && !isBlamed) {
    const column = findChanged(checking, row, key)
    report(checking, { code: 'entry-changed', ...found, ...(column && { column }) })
  }
  return salts
}

function checkPlace(checking: Checking, row: Row): void {
  const found = { table: 'journal_entry', id: row.id }
  if (row.leafIdx === null && !row.waits) report(checking, { code: 'entry-lost', ...found })
  if (!row.waits) return
  checking.counts.waiting += 1
  if (row.leafIdx !== null) report(checking, { code: 'waiting-changed', ...found, table: 'journal_pending' })
  else if (instantOf(checking.now) - row.at > LONG_MICROS)
    report(checking, { code: 'waiting-long', ...found })
}

/** 1 January 2000: PostgreSQL counts from there. */
const EPOCH_MICROS = 946_684_800_000_000
const TIMESTAMP_BITS = 53

/** Which column of an entry broke its seal: the one that mends it when it is put back. Without a leaf it can be any. */
function findChanged(checking: Checking, row: Row, key: OwnerKey): string | undefined {
  const mends = (put: Partial<StoredEntry>): boolean =>
    attempt(() => openSalts(key, checking.mineId, { ...row, ...put }, row.salts)) !== undefined
  if (checking.records.some(({ table }) => mends({ record: table }))) return 'record'
  if (!Number.isSafeInteger(row.at)) return 'at' // no clock tells such an instant, and it was read too roughly to put a bit back
  const at = BigInt(Math.trunc(row.at)) - BigInt(EPOCH_MICROS)
  for (let bit = 0; bit < TIMESTAMP_BITS; bit++) {
    const flipped = Number(BigInt.asIntN(64, at ^ (1n << BigInt(bit)))) + EPOCH_MICROS
    if (mends({ at: flipped })) return 'at'
  }
  return row.leafIdx === null ? undefined : 'salts'
}

const NOTICE = `
select o.id from unnest($2::uuid[]) as o (id) left join lateral (
  select e.fields from journal_entry e where e.mine_id = $1 and e.subject = o.id order by e.rev desc limit 1) e on true
where e.fields is distinct from '{}'`

/** A key may be destroyed only under notice: the record of its owner is sealed as gone. */
async function checkErased(checking: Checking, owners: Set<string>): Promise<void> {
  const unnoticed = await ask<{ id: string }>(checking.tx, NOTICE, [checking.mineId, [...owners]])
  for (const { id } of unnoticed)
    report(checking, { code: 'erased-without-notice', table: 'journal_entry', column: 'key_owner', id })
}

const STRAY = `
select p.entry_id as id from journal_pending p left join lateral (
  select e.id from journal_entry e where e.mine_id = $1 and ${exactly('e.id', 'p.entry_id')}) e on true
where p.mine_id = $1 and e.id is null`

/** Reports what waits and is no entry. */
export async function checkWaiting(checking: Checking): Promise<void> {
  const strays = await ask<{ id: string }>(checking.tx, STRAY, [checking.mineId])
  for (const { id } of strays)
    report(checking, { code: 'waiting-changed', table: 'journal_pending', column: 'entry_id', id })
}
