import type { OwnerKey } from '../../kit/keys/owners.ts'
import { unseal } from '../../kit/keys/seal.ts'
import { SALT_BYTES } from '../rules/leaf.ts'
import { micros } from './statement.ts'

/** An entry as the tables hold it; instants in microseconds since 1970, actor in base64. */
export type StoredEntry = {
  readonly id: string
  readonly kind: string
  /** The table of the record. */
  readonly record: string
  readonly scope: string | null
  readonly subject: string
  readonly rev: number
  readonly actor: string
  readonly occurred: number | null
  readonly src: string
  readonly dev: string | null
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly string[]
  readonly owner: string
  readonly at: number
}

/** The columns of `StoredEntry`, for a statement in which the table goes by `e`. */
export const ENTRY_COLUMNS = `e.id, e.kind, e.record, e.scope, e.subject, e.rev, encode(e.actor, 'base64') as actor,
  ${micros('e.occurred')} as occurred, e.src, e.dev, e.fields, e.files,
  e.key_owner as owner, ${micros('e.at')} as at`

/** Fields as text, in the order of their names: canonical JSON, as names and commitments need no escape. */
export function fieldsText(fields: StoredEntry['fields']): string {
  const names = Object.keys(fields).sort()
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, fields[name]])))
}

/** What the salts of an entry are sealed to: every one of its columns. None of them can change without the seal breaking. */
export function sealContext(mineId: string, entry: StoredEntry, fields: string): Buffer {
  const { id, kind, record, scope, subject, rev, actor, occurred, src, dev, files, owner, at } = entry
  const where = [mineId, id, kind, record, scope, subject, rev, actor]
  return Buffer.from(JSON.stringify([...where, occurred, src, dev, fields, files, owner, at]))
}

/** The salt of each field; undefined when the seal is broken. */
export function openSalts(
  owner: OwnerKey,
  mineId: string,
  entry: StoredEntry,
  sealed: Uint8Array,
): Map<string, Uint8Array> | undefined {
  const salts = unseal(owner.key, sealed, sealContext(mineId, entry, fieldsText(entry.fields)))
  const names = Object.keys(entry.fields).sort()
  if (salts?.length !== names.length * SALT_BYTES) return undefined
  return new Map(names.map((name, at) => [name, salts.subarray(at * SALT_BYTES, (at + 1) * SALT_BYTES)]))
}
