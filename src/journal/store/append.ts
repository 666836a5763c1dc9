import { readAhead, sent, slices } from '../../kit/db/ahead.ts'
import type { Tx } from '../../kit/db/db.ts'
import { newId } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import type { OwnerKey } from '../../kit/keys/owners.ts'
import { drawRandom } from '../../kit/keys/random.ts'
import { seal } from '../../kit/keys/seal.ts'
import { commitActor, commitField, instantOf, SALT_BYTES, showInstant } from '../rules/leaf.ts'
import { commit } from './commit.ts'
import { type StoredEntry, sealContext } from './entry.ts'
import { type Journaled, type JournaledRow, listJournaledRows } from './journaled.ts'
import { ask } from './statement.ts'

/** By which way a change came in. */
export type Source = 'web' | 'offline' | 'import' | 'command' | 'job'

/** Who did something, when and how. `occurred`: when it happened, as claimed. */
export type By = {
  readonly mineId: string
  readonly actorId: string
  readonly now: Date
  readonly src: Source
  readonly occurred?: Date
  readonly keys: Keys
}

const MOST_AT_ONCE = 500

/** Makes the keys that are missing, all at once. */
async function holdKeys({ keys, mineId }: By, owners: readonly string[]): Promise<void> {
  const missing = owners.filter((owner) => !keys.owners.find(mineId, owner))
  if (missing.length > 0) await keys.owners.hold(mineId, missing)
}

function keyOf({ keys, mineId }: By, owner: string): OwnerKey {
  const key = keys.owners.find(mineId, owner)
  if (!key) throw new Error(`no key for ${owner}`)
  if (key === 'erased') throw new Error(`the key of ${owner} is destroyed: nothing can be sealed with it`)
  return key
}

/** What the entries of one call share. */
type Change = Omit<StoredEntry, 'id' | 'scope' | 'subject' | 'rev' | 'fields' | 'owner'>
type Sealed = { readonly entry: StoredEntry; readonly fields: string; readonly salts: Buffer }

function sealRow(by: By, change: Change, { id, scope, owner, rev, names, get }: JournaledRow): Sealed {
  const salts = drawRandom(names.length * SALT_BYTES)
  const committed: Record<string, string> = {}
  names.forEach((name, at) => {
    const salt = salts.subarray(at * SALT_BYTES, (at + 1) * SALT_BYTES)
    committed[name] = commitField(salt, name, get(name), commit)
  })
  const entry: StoredEntry = {
    ...change,
    id: newId(),
    scope,
    subject: id,
    rev: rev + 1,
    fields: committed,
    owner,
  }
  const fields = JSON.stringify(committed)
  const context = sealContext(by.mineId, entry, fields)
  return { entry, fields, salts: seal(keyOf(by, owner).key, salts, context) }
}

/** Lists travel as lines of one text: far cheaper to write and read than an array. */
const INSERT = `
with entry as (
  insert into journal_entry (mine_id, kind, record, actor, occurred, src, at,
    id, scope, subject, rev, fields, key_owner, salts)
  select $1, $2, $3, decode($4, 'base64'), $5::timestamptz, $6, $7::timestamptz,
    n.id::uuid, nullif(n.scope, '')::uuid, n.subject::uuid, n.rev::int, n.fields::jsonb, n.owner::uuid,
    decode(n.salts, 'base64')
  from unnest(string_to_array($8, E'\n'), string_to_array($9, E'\n'), string_to_array($10, E'\n'),
    string_to_array($11, E'\n'), string_to_array($12, E'\n'), string_to_array($13, E'\n'),
    string_to_array($14, E'\n')) as n (id, scope, subject, rev, fields, owner, salts)
  returning id)
insert into journal_pending (mine_id, entry_id) select $1, id from entry`

async function addEntries(tx: Tx, by: By, change: Change, sealed: readonly Sealed[]): Promise<void> {
  const lines = (of: (one: Sealed) => string | number): string => sealed.map(of).join('\n')
  await ask(tx, INSERT, [
    by.mineId,
    change.kind,
    change.record,
    change.actor,
    change.occurred === null ? null : showInstant(change.occurred),
    change.src,
    showInstant(change.at),
    lines(({ entry }) => entry.id),
    lines(({ entry }) => entry.scope ?? ''),
    lines(({ entry }) => entry.subject),
    lines(({ entry }) => entry.rev),
    lines(({ fields }) => fields),
    lines(({ entry }) => entry.owner),
    lines(({ salts }) => salts.toString('base64')),
  ])
}

/** What every entry of one call says; makes the actor's key when it is missing. */
async function changeOf(by: By, kind: string, record: string): Promise<Change> {
  await holdKeys(by, [by.actorId])
  return {
    kind,
    record,
    actor: commitActor(keyOf(by, by.actorId).salt, by.actorId, commit),
    occurred: by.occurred ? instantOf(by.occurred) : null,
    src: by.src,
    dev: null,
    files: [],
    at: instantOf(by.now),
  }
}

/** Writes one entry for each row, sealed while the database writes those before. Their keys are there. */
async function appendRows(
  tx: Tx,
  by: By,
  change: Change,
  read: AsyncIterable<readonly JournaledRow[]>,
): Promise<void> {
  let before: Promise<unknown> | undefined
  for await (const rows of read) {
    if (before) await sent(before)
    const sealed = rows.map((row) => sealRow(by, change, row))
    await before
    before = addEntries(tx, by, change, sealed)
  }
  await before
}

/**
 * Seals what records look like now, one entry for each: the last thing an action does in its transaction. The records must be written
 * (or held) by this transaction, so that nobody else is giving them a revision. Throws when a record is not there: a bug.
 */
export async function append(
  tx: Tx,
  by: By,
  kind: string,
  of: Journaled,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const change = await changeOf(by, kind, of.table)
  const read = async (some: readonly string[]): Promise<JournaledRow[]> => {
    const rows = await listJournaledRows(tx, of, by.mineId, some)
    if (rows.length !== some.length) throw new Error(`${kind}: not every ${of.table} to seal is there`)
    await holdKeys(
      by,
      rows.map(({ owner }) => owner),
    )
    return rows
  }
  await appendRows(tx, by, change, readAhead(slices([...new Set(ids)], MOST_AT_ONCE), read))
}

const LATEST = `
select distinct on (subject) subject as id, scope, $1::uuid as owner, rev
from journal_entry where mine_id = $1 and subject = any($2::uuid[]) order by subject, rev desc`

/**
 * Seals that records are gone, one entry without fields for each. Nothing of them is sealed, so it may be called before or after their
 * key is destroyed. Throws when a record was never sealed: a bug.
 */
export async function appendGone(
  tx: Tx,
  by: By,
  kind: string,
  of: Journaled,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const change = await changeOf(by, kind, of.table)
  const read = async (some: readonly string[]): Promise<JournaledRow[]> => {
    const known = await ask<Pick<JournaledRow, 'id' | 'scope' | 'owner' | 'rev'>>(tx, LATEST, [
      by.mineId,
      some,
    ])
    if (known.length !== some.length) throw new Error(`${kind}: not every ${of.table} was sealed before`)
    await holdKeys(by, [by.mineId])
    return known.map((row) => ({ ...row, names: [], get: () => null }))
  }
  await appendRows(tx, by, change, readAhead(slices([...new Set(ids)], MOST_AT_ONCE), read))
}
