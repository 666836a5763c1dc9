import type { Db, Tx } from '../../kit/db/db.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import type { Journaled } from './journaled.ts'
import { type Break, listBreaks } from './restore/break.ts'
import { findSignerState } from './signer.ts'
import { ask, named, told } from './statement.ts'
import { both, checkCheckpoints, checkOwnCopy, checkSigner } from './verify/checkpoints.ts'
import { checkCosignatures } from './verify/cosignatures.ts'
import { checkEntries, checkWaiting } from './verify/entries.ts'
import { type Finding, type Findings, gatherFindings } from './verify/finding.ts'
import { checkHead, checkReaders } from './verify/head.ts'
import { checkLeaves } from './verify/leaves.ts'
import { type Checking, type Counts, report } from './verify/mine.ts'
import { checkLists, checkRows, checkUnsealed } from './verify/rows.ts'

export type Verifying = {
  readonly db: Db
  readonly keys: Keys
  readonly dataDir: string
  /** Every record type of the house. */
  readonly records: readonly Journaled[]
  /** To tell what waits long; the database's clock when it is not given. */
  readonly now?: Date
}

/** What was looked at and what was found; the first 1000 findings, and how many there are. */
export type Report = Counts & {
  readonly mines: number
  readonly found: number
  readonly findings: readonly Finding[]
}

/** A log that ended: its leaves and its checkpoints, nothing after them. */
async function checkFormer(checking: Checking, { no, origin }: Break): Promise<void> {
  const former = { ...checking, no, origin }
  const compared = await checkCheckpoints(former)
  await checkLeaves(former, compared)
  await compared.finish()
  await checkCosignatures(former)
}

const FORMER = [
  ['leaf-changed', 'journal_former_leaf', 'idx'],
  ['checkpoint-changed', 'journal_former_checkpoint', 'size'],
  ['cosignature-changed', 'journal_former_cosignature', 'size'],
] as const

/** Reports rows of ended logs that never were: no log that could miss them is looked at. */
async function checkFormerStrays(checking: Checking): Promise<void> {
  const ended = checking.breaks.flatMap(({ no }) => (no === null ? [] : [no]))
  for (const [code, table, at] of FORMER) {
    const find = `select ${told(at)} as idx from ${table} where mine_id = $1 and no <> all($2::int[]) limit 100`
    for (const { idx } of await ask<{ idx: number }>(checking.tx, find, [checking.mineId, ended]))
      report(checking, { code, table, idx, column: 'no' })
  }
}

async function checkMine(checking: Checking): Promise<void> {
  await checkFormerStrays(checking)
  for (const former of checking.breaks) if (former.no !== null) await checkFormer(checking, former)
  const compared = both(await checkCheckpoints(checking), checkSigner(checking))
  const walked = await checkLeaves(checking, compared)
  await compared.finish()
  await checkCosignatures(checking)
  await checkOwnCopy(checking)
  await checkHead(checking, walked)
  await checkReaders(checking, walked)
  await checkEntries(checking, (latest) => checkRows(checking, latest))
  await checkWaiting(checking)
  for (const of of checking.records) await checkUnsealed(checking, of)
  await checkLists(checking)
}

const JOURNAL_TABLES: readonly (readonly [table: string, id: string])[] = [
  ['journal_entry', 'id'],
  ['journal_pending', 'entry_id'],
  ['journal_leaf', 'entry_id'],
  ['journal_head', 'mine_id'],
  ['journal_checkpoint', 'mine_id'],
  ['journal_reader', 'mine_id'],
  ['journal_former_leaf', 'entry_id'],
  ['journal_former_checkpoint', 'mine_id'],
  ['journal_former_cosignature', 'mine_id'],
  ['journal_cosignature', 'mine_id'],
]

/** Reports rows of mines that do not exist: they belong to no log that could miss them. */
async function checkStrays(tx: Tx, records: readonly Journaled[], findings: Findings): Promise<void> {
  const own = records.flatMap(({ table, parts = [] }) => [
    [table, 'id'] as const,
    ...parts.map(({ table: partTable, key }) => [partTable, key] as const),
  ])
  for (const [table, id] of [...JOURNAL_TABLES, ...own]) {
    if (table === 'mine') continue
    const find = `select t.mine_id as mine, t.${named(id)} as id from ${named(table)} t
      where not exists (select from mine m where m.id = t.mine_id) limit 100`
    const strays = await ask<{ mine: string; id: string }>(tx, find, [])
    for (const stray of strays)
      findings.add({ code: 'mine-unknown', mineId: stray.mine, table, id: stray.id, column: 'mine_id' })
  }
}

type Signed = ReadonlyMap<string, Checking['signed']>

async function checkAll(tx: Tx, verifying: Verifying, signed: Signed): Promise<Report> {
  const { keys, dataDir, records, now } = verifying
  const findings = gatherFindings()
  const counts: Counts = { leaves: 0, entries: 0, rows: 0, checkpoints: 0, waiting: 0, erased: 0, lost: 0 }
  const mines = await listMines(tx)
  const [clock] = await ask<{ now: Date }>(tx, 'select now() as now', [])
  keys.owners.refresh() // a key is made before the entry that needs it, so the snapshot comes first
  for (const { id, origin } of mines) {
    const mine = { mineId: id, origin, signed: signed.get(id), now: now ?? clock?.now ?? new Date() }
    const breaks = await listBreaks(tx, id)
    await checkMine({ tx, keys, dataDir, records, counts, findings, no: null, breaks, ...mine })
  }
  await checkStrays(tx, records, findings)
  return { mines: mines.length, ...counts, found: findings.count(), findings: findings.kept }
}

const listMines = (db: Db): Promise<{ id: string; origin: string }[]> =>
  ask(db, 'select id, log_origin as origin from mine order by id', [])

/**
 * Holds everything that is kept against everything that was signed (journal §7): signatures and consistency of all saved checkpoints and
 * of the signer's memory, every leaf from its bytes, every entry against its leaf and its seal, every record against its latest entry.
 * Reads one snapshot, beside a working server, in constant memory. One changed bit in any of them is a finding that names it.
 */
export async function verify(verifying: Verifying): Promise<Report> {
  const { db, dataDir } = verifying
  const signed = new Map<string, Checking['signed']>()
  // Before the snapshot: what is signed must be in it, while the signer may sign on.
  for (const { id } of await listMines(db)) signed.set(id, await findSignerState(dataDir, id))
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => checkAll(tx, verifying, signed))
}
