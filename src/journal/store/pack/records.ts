import type { Db } from '../../../kit/db/db.ts'
import type { Keys } from '../../../kit/keys/keys.ts'
import { type Refused, refuse } from '../../../kit/refuse.ts'
import { toBase64 } from '../../rules/base64.ts'
import { sameBytes } from '../../rules/hash.ts'
import { commitField, leafHash } from '../../rules/leaf.ts'
import type { PackRecord, PackRevision } from '../../rules/pack/shape.ts'
import { showTlogProof } from '../../rules/tlog-proof.ts'
import { commit, sha256 } from '../commit.ts'
import { ENTRY_COLUMNS, openSalts, type StoredEntry } from '../entry.ts'
import { type Journaled, type JournaledRow, listJournaledRows } from '../journaled.ts'
import { ask } from '../statement.ts'
import type { PackLog } from './log.ts'

type Kept = StoredEntry & {
  readonly salts: Uint8Array
  readonly index: number
  readonly bytes: Buffer
  readonly hash: Buffer
}
type Opened = PackRevision['opened']

/** What is asked of records of one table. `disclosed`: the fields that are opened; no others ever are. */
export type PackAsked = {
  readonly mineId: string
  readonly keys: Keys
  readonly log: PackLog
  readonly of: Journaled
  readonly disclosed: readonly string[]
  /** Where a person's erasure stands in the log, by person. */
  readonly notices: ReadonlyMap<string, number>
}

/** A record's revisions, for a pack. */
export type PackHistory = Pick<PackRecord, 'subject' | 'revisions'>
type Broken = Refused<'seal-broken' | 'erased-without-notice' | 'journal-damaged'>

const ENTRIES = `
select ${ENTRY_COLUMNS}, e.salts, l.idx as index, l.bytes, l.hash
from journal_entry e join journal_leaf l on l.mine_id = e.mine_id and l.entry_id = e.id
where e.mine_id = $1 and e.subject = any($2::uuid[]) and l.idx < $3 order by e.subject, e.rev`

/** Revisions from the first on, none missing; empty where the history begins in a log that ended. */
const unbroken = (entries: readonly Kept[]): Kept[] => {
  const end = entries.findIndex(({ rev }, at) => rev !== at + 1)
  return entries.slice(0, end < 0 ? entries.length : end)
}

/** The fields that may be seen, as they stand now; undefined: they are not what was sealed. */
function openFields(entry: Kept, row: JournaledRow, asked: PackAsked): Opened | undefined {
  const key = asked.keys.owners.find(asked.mineId, entry.owner)
  const salts = key && key !== 'erased' ? openSalts(key, asked.mineId, entry, entry.salts) : undefined
  if (!salts) return undefined
  const open: Record<string, Opened[string]> = {}
  for (const [name, salt] of salts) {
    if (!asked.disclosed.includes(name)) continue
    const value = row.get(name)
    if (commitField(salt, name, value, commit) !== entry.fields[name]) return undefined
    open[name] = { value, salt: toBase64(salt) }
  }
  return open
}

function revisionOf(entry: Kept, opened: Opened, asked: PackAsked): PackRevision | Broken {
  const { log, keys, mineId, notices } = asked
  if (!sameBytes(leafHash(entry.bytes, sha256), entry.hash)) return refuse('journal-damaged')
  const names = Object.keys(entry.fields)
  const isErased = names.length > 0 && keys.owners.find(mineId, entry.owner) === 'erased'
  const notice = notices.get(entry.owner)
  if (isErased && notice === undefined) return refuse('erased-without-notice')
  return {
    leaf: toBase64(entry.bytes),
    proof: showTlogProof({ index: entry.index, proof: log.tree.inclusion(entry.index), note: log.note }),
    opened,
    withheld: names.filter((name) => !Object.hasOwn(opened, name)).sort(),
    erased: isErased && notice !== undefined ? notice : null,
  }
}

function historyOf(
  entries: readonly Kept[],
  row: JournaledRow | undefined,
  asked: PackAsked,
): PackHistory | Broken {
  const last = entries.at(-1)
  const owner = last && asked.keys.owners.find(asked.mineId, last.owner)
  const isGone =
    !row && owner !== 'erased' && asked.disclosed.length > 0 && Object.keys(last?.fields ?? {}).length > 0
  if (isGone) return refuse('seal-broken', undefined, { subject: last?.subject ?? '' })
  const opens = last && row && last.rev === row.rev && owner !== 'erased' && asked.disclosed.length > 0
  const open = opens ? openFields(last, row, asked) : {}
  if (!open) return refuse('seal-broken', undefined, { subject: last?.subject ?? '' })
  const revisions: PackRevision[] = []
  for (const entry of entries) {
    const revision = revisionOf(entry, entry === last ? open : {}, asked)
    if ('refused' in revision) return revision
    revisions.push(revision)
  }
  return { subject: last?.subject ?? '', revisions }
}

/**
 * The sealed revisions of records, in the order asked; of the last one the disclosed fields opened, where it is still what stands in the
 * tables. Records without a sealed revision in the log that grows are left out. Refuses where something was changed behind the journal.
 */
export async function listPackHistories(
  db: Db,
  subjects: readonly string[],
  asked: PackAsked,
): Promise<PackHistory[] | Broken> {
  const entries = await ask<Kept>(db, ENTRIES, [asked.mineId, subjects, asked.log.size])
  const bySubject = Map.groupBy(entries, ({ subject }) => subject)
  const rows = new Map(
    (await listJournaledRows(db, asked.of, asked.mineId, subjects)).map((row) => [row.id, row]),
  )
  const histories: PackHistory[] = []
  for (const subject of subjects) {
    const kept = unbroken(bySubject.get(subject) ?? [])
    if (kept.length === 0) continue
    const history = historyOf(kept, rows.get(subject), asked)
    if ('refused' in history) return history
    histories.push(history)
  }
  return histories
}

/** Where the revisions of records stand in the log that grows, and to whom they belong. */
export async function listPlaces(
  db: Db,
  mineId: string,
  subjects: readonly string[],
): Promise<{ readonly index: number; readonly owner: string }[]> {
  const find = `
    select l.idx as index, e.key_owner as owner
    from journal_entry e join journal_leaf l on l.mine_id = e.mine_id and l.entry_id = e.id
    where e.mine_id = $1 and e.subject = any($2::uuid[])`
  const rows = await ask<{ index: number; owner: string }>(db, find, [mineId, subjects])
  return rows.map(({ index, owner }) => ({ index: Number(index), owner }))
}

/** Where the erasures of people stand in the log, by person. */
export async function listNotices(
  db: Db,
  mineId: string,
  people: readonly string[],
): Promise<Map<string, number>> {
  const find = `
    select e.subject, l.idx as index
    from journal_entry e join journal_leaf l on l.mine_id = e.mine_id and l.entry_id = e.id
    where e.mine_id = $1 and e.subject = any($2::uuid[]) and e.kind = 'people.erase'`
  const rows = await ask<{ subject: string; index: number }>(db, find, [mineId, people])
  return new Map(rows.map(({ subject, index }) => [subject, Number(index)]))
}
