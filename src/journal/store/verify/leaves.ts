import { sameBytes } from '../../rules/hash.ts'
import { jcs } from '../../rules/jcs.ts'
import { type Entry, leafHash } from '../../rules/leaf.ts'
import { appendLeaves, EMPTY_RANGE, type Range } from '../../rules/tree.ts'
import { sha256 } from '../commit.ts'
import { ENTRY_COLUMNS, type StoredEntry } from '../entry.ts'
import { type LogNo, leavesOf } from '../restore/former.ts'
import { leafEntry } from '../sequence.ts'
import { ask, exactly, MOST_LEAVES, micros, told } from '../statement.ts'
import { attempt, type Checking, report } from './mine.ts'

const MOST_AT_ONCE = 1000

const pageOf = (no: LogNo): string => `
select ${told('l.idx')} as "leafIdx", l.entry_id as "entryId", ${micros('l.received')} as "leafReceived",
  encode(l.prev, 'base64') as "leafPrev", l.bytes, l.hash, e.*
from (select * from ${leavesOf(no)} of_log where mine_id = $1 and idx > $2 and $2 < ${MOST_LEAVES} order by idx limit $3) l
left join lateral (
  select ${ENTRY_COLUMNS} from journal_entry e where e.mine_id = $1 and ${exactly('e.id', 'l.entry_id')}) e on true
order by l.idx`

type LeafOnly = {
  readonly leafIdx: number
  readonly entryId: string
  readonly leafReceived: number | null
  readonly leafPrev: string | null
  readonly bytes: Buffer
  readonly hash: Buffer
}
type Row = LeafOnly & (StoredEntry | { readonly id: null })

/** The tree so far. `whole`: no leaf was missing, so that roots can be compared. `received`: of the last leaf, microseconds. */
export type Walked = { readonly range: Range; readonly whole: boolean; readonly received: number | null }

/** Where the leaves of the log that is walked are kept. */
const tableOf = ({ no }: Checking): string => (no === null ? 'journal_leaf' : 'journal_former_leaf')

/** Where each part of a leaf is kept. */
const COLUMNS: Record<keyof Omit<Entry, 'v'>, readonly [table: string, column: string]> = {
  log: ['mine', 'log_origin'],
  kind: ['journal_entry', 'kind'],
  scope: ['journal_entry', 'scope'],
  subject: ['journal_entry', 'subject'],
  rev: ['journal_entry', 'rev'],
  prev: ['journal_leaf', 'prev'],
  actor: ['journal_entry', 'actor'],
  occurred: ['journal_entry', 'occurred'],
  received: ['journal_leaf', 'received'],
  fields: ['journal_entry', 'fields'],
  files: ['journal_entry', 'files'],
  src: ['journal_entry', 'src'],
  dev: ['journal_entry', 'dev'],
}

function rebuild(row: LeafOnly & StoredEntry, log: string): Entry | undefined {
  const { leafPrev: prev, leafReceived: received } = row
  return received === null ? undefined : attempt(() => leafEntry(row, { log, prev, received }))
}

function parse(bytes: Buffer): Record<string, unknown> {
  const told: unknown = attempt(() => JSON.parse(bytes.toString()))
  return typeof told === 'object' && told !== null ? { ...told } : {}
}

/** Says which columns of entry and leaf are not what the leaf's bytes tell. */
function compareColumns(checking: Checking, row: LeafOnly & StoredEntry): void {
  const { kept, told } = { kept: rebuild(row, checking.origin), told: parse(row.bytes) }
  let named = false
  const name = (table: string, column: string): void => {
    named = true
    const id = table === 'journal_entry' ? row.id : table === 'mine' ? checking.mineId : undefined
    const code = table === 'journal_entry' ? 'entry-changed' : 'leaf-changed'
    report(checking, { code, table, column, idx: row.leafIdx, ...(id && { id }) })
  }
  const shown = (value: unknown): string | undefined => attempt(() => jcs(JSON.parse(JSON.stringify(value))))
  for (const [part, [table, column]] of Object.entries(COLUMNS)) {
    const value = kept && new Map(Object.entries(kept)).get(part)
    if (shown(value) !== shown(told[part])) name(table === 'journal_leaf' ? tableOf(checking) : table, column)
  }
  if (!named) name(tableOf(checking), 'bytes')
}

/** Holds a leaf's bytes, hash and entry against each other; answers the hash that most of them agree on. */
function checkLeaf(checking: Checking, row: Row): Uint8Array {
  const idx = row.leafIdx
  const changed = (column: string): void =>
    report(checking, { code: 'leaf-changed', table: tableOf(checking), column, idx })
  const hash = leafHash(row.bytes, sha256)
  if (row.id === null) {
    report(checking, {
      code: 'entry-missing',
      table: tableOf(checking),
      column: 'entry_id',
      idx,
      id: row.entryId,
    })
    if (!sameBytes(hash, row.hash)) changed('bytes')
    return hash
  }
  const entry = rebuild(row, checking.origin)
  const bytes = entry && attempt(() => Buffer.from(jcs(entry)))
  const agrees = bytes?.equals(row.bytes) === true
  if (sameBytes(hash, row.hash)) {
    if (!agrees) compareColumns(checking, row)
    return hash
  }
  changed(agrees ? 'hash' : 'bytes')
  return agrees || !bytes ? hash : leafHash(bytes, sha256)
}

/** What is compared at a size of the tree: the next one asked for, and the comparison itself. */
export type AtSize = {
  readonly next: () => number
  readonly compare: (walked: Walked) => Promise<void>
}

/** Walks all leaves in their order, counts the tree up and stops at each size that somebody wants to compare. */
export async function checkLeaves(checking: Checking, atSize: AtSize): Promise<Walked> {
  const { tx, mineId, counts } = checking
  const page = pageOf(checking.no)
  let walked: Walked = { range: EMPTY_RANGE, whole: true, received: null }
  let last = -1
  for (;;) {
    const rows = await ask<Row>(tx, page, [mineId, last, MOST_AT_ONCE])
    for (const row of rows) {
      walked = addLeaf(checking, walked, { row, expected: last + 1 })
      last = row.leafIdx
      counts.leaves += 1
      while (atSize.next() <= walked.range.size) await atSize.compare(walked)
    }
    if (rows.length === 0) return walked
  }
}

function addLeaf(
  checking: Checking,
  { range, whole, received }: Walked,
  { row, expected }: { row: Row; expected: number },
): Walked {
  const idx = row.leafIdx
  if (idx !== expected) report(checking, { code: 'leaf-missing', table: tableOf(checking), idx: expected })
  const before = checking.findings.count()
  const hash = checkLeaf(checking, row)
  const isWhole = checking.findings.count() === before
  if (isWhole && received !== null && !((row.leafReceived ?? 0) > received))
    report(checking, { code: 'time-not-rising', table: tableOf(checking), column: 'received', idx })
  return {
    range: appendLeaves(range, [hash], sha256),
    whole: whole && idx === expected,
    received: isWhole ? row.leafReceived : received,
  }
}
