import { createSecretKey, hash, type KeyObject, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { promisify } from 'node:util'
import { keyFault } from './fault.ts'
import { drawRandom } from './random.ts'
import { privateFile, SECRET_BYTES } from './secret.ts'

/** What is kept for one owner: a key for its secrets, and the salt it is recognised by. */
export type OwnerKey = { readonly key: KeyObject; readonly salt: Uint8Array }

/** Keys of many owners (UUIDs), each apart for each mine, in one file. */
export type OwnerKeys = {
  /** The owner's key, `erased` once it is destroyed, undefined when none was made yet. From memory. */
  readonly find: (mineId: string, owner: string) => OwnerKey | 'erased' | undefined
  /** Makes the keys that are missing: durable when it resolves. When two processes make one, both find the same. */
  readonly hold: (mineId: string, owners: readonly string[]) => Promise<void>
  /** Destroys keys for ever; durable when it resolves. No key is ever made again for these owners. */
  readonly erase: (mineId: string, owners: readonly string[]) => Promise<void>
  /** Learns what other processes made and erased. */
  readonly refresh: () => void
  readonly close: () => void
}

/*
 * One record: magic 4 | state 1 | zeros 3 | mine 16 | owner 16 | key 32 | salt 32 | checksum 23 | end 1.
 * The first record of a file is its mark: random bytes that change with every erasure.
 */
const RECORD_BYTES = 128
const MAGIC = Buffer.from('PLK1')
const STATES = { erased: 0, live: 1, mark: 2 } as const
const AT = { state: 4, mine: 8, owner: 24, key: 40, salt: 72, checksum: 104, end: 127 } as const
const END = 0xff
const NIL = '00000000-0000-0000-0000-000000000000'
const SECRETS_BYTES = AT.checksum - AT.key

const write = promisify(fs.write)
const fdatasync = promisify(fs.fdatasync)

const checksumOf = (record: Buffer): Buffer =>
  hash('sha256', record.subarray(0, AT.checksum), 'buffer').subarray(0, AT.end - AT.checksum)

type Named = { readonly mineId: string; readonly owner: string }

function writeUuid(record: Buffer, uuid: string, at: number): void {
  if (record.write(uuid.replaceAll('-', ''), at, 'hex') !== 16) throw new Error(`not a UUID: ${uuid}`)
}

function recordOf(state: number, { mineId, owner }: Named, secrets: Uint8Array): Buffer {
  const record = Buffer.alloc(RECORD_BYTES)
  MAGIC.copy(record)
  record[AT.state] = state
  writeUuid(record, mineId, AT.mine)
  writeUuid(record, owner, AT.owner)
  record.set(secrets, AT.key)
  checksumOf(record).copy(record, AT.checksum)
  record[AT.end] = END
  return record
}

const isRecord = (record: Buffer): boolean =>
  record.length === RECORD_BYTES &&
  record.subarray(0, MAGIC.length).equals(MAGIC) &&
  record[AT.end] === END &&
  record.subarray(AT.checksum, AT.end).equals(checksumOf(record))

const markRecord = (): Buffer =>
  recordOf(STATES.mark, { mineId: NIL, owner: NIL }, randomBytes(SECRETS_BYTES))

function uuidAt(record: Buffer, at: number): string {
  const hex = record.toString('hex', at, at + 16)
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([a, b]) => hex.slice(a, b))
    .join('-')
}

const nameOf = ({ mineId, owner }: Named): string => mineId + owner
const findNameAt = (record: Buffer): string =>
  nameOf({ mineId: uuidAt(record, AT.mine), owner: uuidAt(record, AT.owner) })

type Kept = { secrets: Buffer | 'erased'; key?: OwnerKey; at: number[] }
type Memory = { mark: string; readTo: number; kept: Map<string, Kept> }

function take(kept: Memory['kept'], record: Buffer, at: number): void {
  if (record[AT.state] === STATES.mark) return
  const name = findNameAt(record)
  const before = kept.get(name)
  if (before) {
    before.at.push(at)
    return
  }
  const live = record[AT.state] === STATES.live
  kept.set(name, { secrets: live ? record.subarray(AT.key, AT.checksum) : 'erased', at: [at] })
}

/** A key is made ready when it is first asked for and stays so: that costs more than sealing with it. */
function readyKey(kept: Kept): OwnerKey | 'erased' {
  if (kept.secrets === 'erased') return 'erased'
  kept.key ??= {
    key: createSecretKey(kept.secrets.subarray(0, SECRET_BYTES)),
    salt: kept.secrets.subarray(SECRET_BYTES),
  }
  return kept.key
}

/** What a crash leaves of a record is shorter than one, or zeros the disk never filled. Anything more was a record. */
const isTorn = (bytes: Buffer): boolean => bytes.subarray(RECORD_BYTES - 1).every((byte) => byte === 0)

/** Takes the records from where reading stopped; false when it meets a damaged one. Stops before a record that is not whole yet. */
function takeAll(memory: Memory, bytes: Buffer): boolean {
  let at = 0
  while (at + RECORD_BYTES <= bytes.length) {
    const record = bytes.subarray(at, at + RECORD_BYTES)
    if (isRecord(record)) {
      take(memory.kept, record, memory.readTo + at)
      at += RECORD_BYTES
      continue
    }
    const next = bytes.indexOf(MAGIC, at + 1)
    if (!isTorn(bytes.subarray(at, next < 0 ? bytes.length : next))) return false
    at = next < 0 ? bytes.length - RECORD_BYTES + 1 : next
  }
  memory.readTo += at
  return true
}

function readFrom(fd: number, position: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, fs.fstatSync(fd).size - position))
  return bytes.subarray(0, fs.readSync(fd, bytes, 0, bytes.length, position))
}

function readMark(fd: number, path: string): string {
  const record = Buffer.alloc(RECORD_BYTES)
  fs.readSync(fd, record, 0, RECORD_BYTES, 0)
  if (!isRecord(record) || record[AT.state] !== STATES.mark) throw keyFault('keys-corrupt', path)
  return record.toString('hex', AT.key, AT.checksum)
}

/** One after the other, also after one that failed. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}

/**
 * Opens `owners.keys`. A new key is appended, an erased one overwritten where it stands: several processes may do both at once without
 * a lock, since nothing ever moves and the first record of an owner counts.
 */
export function openOwnerKeys(dir: string): OwnerKeys {
  const path = privateFile(dir, 'owners.keys', markRecord)
  const appending = fs.openSync(path, 'a+')
  const rewriting = fs.openSync(path, 'r+')
  const inTurn = queue()
  let memory: Memory = { mark: '', readTo: 0, kept: new Map() }

  const refresh = (): void => {
    const mark = readMark(rewriting, path)
    if (mark !== memory.mark) memory = { mark, readTo: 0, kept: new Map() }
    if (!takeAll(memory, readFrom(rewriting, memory.readTo))) throw keyFault('keys-corrupt', path)
  }
  const append = async (mineId: string, owners: readonly string[]): Promise<void> => {
    const missing = [...new Set(owners)].filter((owner) => !memory.kept.has(nameOf({ mineId, owner })))
    if (missing.length === 0) return
    const made = missing.map((owner) =>
      recordOf(STATES.live, { mineId, owner }, drawRandom(2 * SECRET_BYTES)),
    )
    await writeWhole(appending, Buffer.concat(made), null)
    await fdatasync(appending)
    refresh()
  }
  const erase = async (mineId: string, owners: readonly string[]): Promise<void> => {
    await append(mineId, owners)
    refresh()
    for (const owner of owners) {
      const gone = recordOf(STATES.erased, { mineId, owner }, Buffer.alloc(SECRETS_BYTES))
      const places = memory.kept.get(nameOf({ mineId, owner }))?.at ?? []
      for (const place of places) await writeWhole(rewriting, gone, place)
    }
    await fdatasync(rewriting)
    await writeWhole(rewriting, markRecord(), 0)
    await fdatasync(rewriting)
    refresh()
  }
  refresh()
  return {
    find: (mineId, owner) => {
      const kept = memory.kept.get(nameOf({ mineId, owner }))
      return kept && readyKey(kept)
    },
    hold: (mineId, owners) => inTurn(() => append(mineId, owners)),
    erase: (mineId, owners) => inTurn(() => erase(mineId, owners)),
    refresh,
    close: () => {
      fs.closeSync(appending)
      fs.closeSync(rewriting)
    },
  }
}

async function writeWhole(fd: number, bytes: Buffer, position: number | null): Promise<void> {
  const { bytesWritten } = await write(fd, bytes, 0, bytes.length, position)
  if (bytesWritten !== bytes.length) throw new Error(`wrote ${bytesWritten} of ${bytes.length} bytes of keys`)
}
