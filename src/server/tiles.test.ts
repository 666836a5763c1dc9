import { createHash } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sequence } from '../journal/jobs/sequence.ts'
import { sign } from '../journal/jobs/sign.ts'
import { findLatestCheckpoint } from '../journal/store/checkpoint.ts'
import { makeWorld, type World } from './world.ts'

const LEAVES = 300
let world: World
let root = ''

beforeAll(async () => {
  world = await makeWorld()
  const staff = await world.as('committeeStaff')
  const sendOne = (): Promise<unknown> => staff.post('voice.send', { kind: 'suggestion', text: '食堂' })
  await sendOne()
  await seal()
  for (let at = 1; at < LEAVES; at += 1) await sendOne()
  await seal()
  root = `/log/${world.mineId}`
})
afterAll(() => world.close())

async function seal(): Promise<void> {
  await sequence(world.db, world.mineId, world.now)
  await sign(world, world.mineId)
}

/*
 * A client after the text of C2SP tlog-tiles and RFC 6962 alone: it shares no code with the server and knows nothing but the address.
 */
const sha = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest()
const node = (left: Uint8Array, right: Uint8Array): Buffer => sha(Buffer.of(1), left, right)

async function fetchBytes(path: string): Promise<Buffer> {
  const response = await world.app.request(`${root}/${path}`)
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}

/** Where the n-th tile of a level lies in a tree of that size. */
function pathOf(level: number | 'entries', n: number, size: number): string {
  const count = level === 'entries' ? size : Math.floor(size / 256 ** level)
  const width = Math.min(256, count - n * 256)
  const parts: string[] = [String(n % 1000).padStart(3, '0')]
  for (let left = Math.floor(n / 1000); left > 0; left = Math.floor(left / 1000))
    parts.unshift(`x${String(left % 1000).padStart(3, '0')}`)
  return `tile/${level}/${parts.join('/')}${width < 256 ? `.p/${width}` : ''}`
}

async function hashesAt(level: number, size: number): Promise<Buffer[]> {
  const count = Math.floor(size / 256 ** level)
  const hashes: Buffer[] = []
  for (let n = 0; n * 256 < count; n += 1) {
    const bytes = await fetchBytes(pathOf(level, n, size))
    for (let at = 0; at < bytes.length; at += 32) hashes.push(bytes.subarray(at, at + 32))
  }
  return hashes
}

async function leavesOf(size: number): Promise<Buffer[]> {
  const leaves: Buffer[] = []
  for (let n = 0; n * 256 < size; n += 1) {
    const bundle = await fetchBytes(pathOf('entries', n, size))
    for (let at = 0; at < bundle.length; ) {
      const length = bundle.readUInt16BE(at)
      leaves.push(bundle.subarray(at + 2, at + 2 + length))
      at += 2 + length
    }
  }
  return leaves
}

/** MTH of RFC 6962 §2.1 over hashes of leaves. */
function treeHash(hashes: readonly Buffer[]): Buffer {
  const [first] = hashes
  if (!first) return sha()
  if (hashes.length === 1) return first
  const split = 2 ** Math.floor(Math.log2(hashes.length - 1))
  return node(treeHash(hashes.slice(0, split)), treeHash(hashes.slice(split)))
}

/** PATH of RFC 6962 §2.1.1. */
function pathTo(index: number, hashes: readonly Buffer[]): Buffer[] {
  if (hashes.length <= 1) return []
  const split = 2 ** Math.floor(Math.log2(hashes.length - 1))
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)]
  return index < split
    ? [...pathTo(index, left), treeHash(right)]
    : [...pathTo(index - split, right), treeHash(left)]
}

async function readCheckpoint(): Promise<{ size: number; root: string }> {
  const text = (await fetchBytes('checkpoint')).toString()
  const [origin, size, hash, empty, line] = text.split('\n')
  expect([origin, empty]).toEqual([`test.example/${world.mineId}`, ''])
  expect(line).toMatch(/^— test\.example\/\S+ \S+$/)
  return { size: Number(size), root: hash ?? '' }
}

describe('a client that knows the documents alone', () => {
  test('computes the signed root from the tiles, and the tiles from the leaves', async () => {
    const checkpoint = await readCheckpoint()
    expect(checkpoint.size).toBe(LEAVES)
    const hashes = await hashesAt(0, LEAVES)
    expect(treeHash(hashes).toString('base64')).toBe(checkpoint.root)
    const leaves = await leavesOf(LEAVES)
    expect(leaves.map((leaf) => sha(Buffer.of(0), leaf))).toEqual(hashes)
    const above = await hashesAt(1, LEAVES)
    expect(above).toEqual([treeHash(hashes.slice(0, 256))])
  })

  test('finds a record in the leaves, and the way to the root is the one that is handed out for it', async () => {
    const leader = await world.as('systemAdmin')
    const { rows } = await (await import('kysely')).sql<{ id: string; subject: string }>`
      select e.id, e.subject from journal_entry e join journal_leaf l on l.entry_id = e.id and l.mine_id = e.mine_id where l.idx = 270`.execute(
      world.db,
    )
    const [entry] = rows
    const { body } = await leader.get('journal.findProof', { entryId: (entry?.id ?? '') as never })
    const leaves = await leavesOf(LEAVES)
    const index = leaves.findIndex((leaf) => JSON.parse(leaf.toString()).subject === entry?.subject)
    expect([index, body.index]).toEqual([270, 270])
    expect(pathTo(270, await hashesAt(0, LEAVES)).map((hash) => hash.toString('base64'))).toEqual(body.proof)
  })

  test('is given the partial tiles of every size that was signed, and of widths between', async () => {
    expect(await fetchBytes('tile/0/000.p/1')).toEqual((await hashesAt(0, LEAVES))[0])
    const [first] = await leavesOf(LEAVES)
    expect((await fetchBytes('tile/entries/000.p/1')).subarray(2)).toEqual(first)
  })
})

const head = async (path: string, headers = {}): Promise<[number, string | null, string | null]> => {
  const { status, headers: sent } = await world.app.request(`${root}/${path}`, { headers })
  return [status, sent.get('content-type'), sent.get('cache-control')]
}

test('tiles may be kept for ever, the checkpoint not at all', async () => {
  const kept = 'public, max-age=31536000, immutable'
  expect(await head('tile/0/000')).toEqual([200, 'application/octet-stream', kept])
  expect(await head('tile/entries/001.p/44')).toEqual([200, 'application/octet-stream', kept])
  expect(await head('checkpoint')).toEqual([200, 'text/plain; charset=utf-8', 'no-cache'])
})

test('leaves are packed for whoever can unpack them', async () => {
  const whole = await fetchBytes('tile/entries/000')
  const response = await world.app.request(`${root}/tile/entries/000`, {
    headers: { 'accept-encoding': 'gzip' },
  })
  expect(response.headers.get('content-encoding')).toBe('gzip')
  const packed = Buffer.from(await response.arrayBuffer())
  expect(packed.length).toBeLessThan(whole.length / 2)
  expect(gunzipSync(packed)).toEqual(whole)
})

test.each([
  'tile/0/002',
  'tile/0/001',
  'tile/0/001.p/45',
  'tile/0/001.p/0',
  'tile/0/001.p/044',
  'tile/0/000.p/256',
  'tile/1/000.p/2',
  'tile/2/000.p/1',
  'tile/0/x000/000',
  'tile/entries/001',
  'tile/entries/..%2f..%2f..%2fstate.json',
  'tile/entries/../../state.json',
  'tile/../state.json',
  '../state.json',
  'state.json',
  'state.json.new',
  'checkpoint.new',
  'checkpoint/',
  'tile/0/000.new',
  'tile/0',
  '',
])('%j is not there', async (path) => {
  const url = `http://mine.example/log/${world.mineId}/${path}`
  // As a request may come: nobody has tidied the path.
  const request = new Proxy(new Request(url), {
    get: (of, name) => (name === 'url' ? url : Reflect.get(of, name)),
  })
  expect((await world.app.fetch(request)).status).toBe(404)
})

test.each(['x', '..', '00000000-0000-7000-8000-000000000000', '%2e%2e'])('no mine %j', async (mine) => {
  expect((await world.app.request(`http://mine.example/log/${mine}/checkpoint`)).status).toBe(404)
})

test('what stands in the folder and is not signed yet is not handed out', async () => {
  const [note] = [(await findLatestCheckpoint(world.db, world.mineId))?.note]
  const partial = join(world.dataDir, 'signer', world.mineId, 'tile', '0', '001.p', '44')
  appendFileSync(partial, Buffer.alloc(32))
  expect((await fetchBytes('tile/0/001.p/44')).length).toBe(44 * 32)
  expect((await fetchBytes('checkpoint')).toString()).toBe(note)
})
