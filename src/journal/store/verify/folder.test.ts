import fs from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sequence } from '../../jobs/sequence.ts'
import { sign } from '../../jobs/sign.ts'
import { SIGNATURE_TYPES, type Signer } from '../../rules/note.ts'
import { append } from '../append.ts'
import { listCheckpoints } from '../checkpoint.ts'
import { signerFolder } from '../signer.ts'
import { addMeetings, anotherMine, makeTestMine, meetingRecord, type TestMine } from '../test/mine.ts'
import { verifyFolder } from './folder.ts'

let mine: TestMine
let other: TestMine
/** What an inspector was given, and what they kept before. */
let whole = ''
let notes: string[] = []

async function signMore(of: TestMine, count: number): Promise<void> {
  await of.db.transaction().execute(async (tx) => {
    const ids = await addMeetings(tx, of, { count, people: [] })
    await append(tx, of.by, 'meetings.hold', meetingRecord, ids)
  })
  await sequence(of.db, of.mineId, of.clock)
  await sign(of, of.mineId)
}

beforeAll(async () => {
  mine = await makeTestMine()
  other = await anotherMine(mine)
  for (const count of [3, 280, 40]) await signMore(mine, count)
  await signMore(other, 5)
  const saved = await listCheckpoints(mine.db, mine.mineId, { over: null, most: 10 })
  notes = saved.map(({ note }) => note)
  whole = signerFolder(mine.dataDir, mine.mineId)
})
afterAll(() => mine.close())

const logOf = (of: TestMine): Signer => ({
  name: `test.example/${of.mineId}`,
  type: SIGNATURE_TYPES.ed25519,
  publicKey: of.keys.publicKey(of.mineId),
})

/** What is found in a copy of the folder that somebody meddled with. */
async function foundAfter(
  meddle: (folder: string) => void,
  kept = notes,
  log = logOf(mine),
): Promise<string[]> {
  const folder = fs.mkdtempSync(join(mine.dataDir, 'given-'))
  fs.cpSync(whole, folder, { recursive: true })
  meddle(folder)
  const { findings } = await verifyFolder({ folder, log, notes: kept })
  return findings.map(({ code, id, idx }) => [code, id, idx].filter((part) => part !== undefined).join(' '))
}

function flip(folder: string, path: string, at: number): void {
  const file = join(folder, path)
  const bytes = fs.readFileSync(file)
  bytes[at] = 1 ^ (bytes[at] ?? 0)
  fs.writeFileSync(file, bytes)
}

test('an honest folder is clean, and says how much was looked at', async () => {
  const report = await verifyFolder({ folder: whole, log: logOf(mine), notes })
  expect(report).toEqual({ leaves: 324, checkpoints: 4, found: 0, findings: [] })
})

test.each([
  ['a leaf', (folder: string) => flip(folder, 'tile/entries/000', 400), /^tile-changed tile\/0\/000 0$/],
  ['a hash', (folder: string) => flip(folder, 'tile/0/000', 400), /^tile-changed tile\/0\/000 0$/],
  [
    'the hash of a tile',
    (folder: string) => flip(folder, 'tile/1/000.p/1', 4),
    /^tile-changed tile\/1\/000\.p\/1 0$/,
  ],
  [
    'a tile left out',
    (folder: string) => fs.rmSync(join(folder, 'tile/0/000')),
    /^tile-missing tile\/0\/000 0$/,
  ],
  [
    'a bundle left out',
    (folder: string) => fs.rmSync(join(folder, 'tile/entries/001.p/68')),
    /^tile-missing tile\/entries\/001\.p\/68 256$/,
  ],
  [
    'the checkpoint left out',
    (folder: string) => fs.rmSync(join(folder, 'checkpoint')),
    /^checkpoint-missing 0$/,
  ],
  [
    'the checkpoint changed',
    (folder: string) => flip(folder, 'checkpoint', 60),
    /^checkpoint-(changed|missing)/,
  ],
  [
    'an earlier checkpoint put back',
    (folder: string) => fs.writeFileSync(join(folder, 'checkpoint'), notes[1] ?? ''),
    /^log-shorter 324$/,
  ],
])('%s is found', async (_, meddle, said) => {
  const found = await foundAfter(meddle)
  expect(
    found.some((one) => said.test(one)),
    found.join(', '),
  ).toBe(true)
})

test('a checkpoint of another log, and of another history of this one, is found', async () => {
  const [foreign] = await listCheckpoints(other.db, other.mineId, { over: null, most: 1 })
  expect(await foundAfter(() => undefined, [foreign?.note ?? ''])).toEqual([
    `checkpoint-changed test.example/${other.mineId}`,
  ])
  expect((await foundAfter(() => undefined, [], logOf(other)))[0]).toMatch(/^checkpoint-changed/)
})

test('a tree that was signed and is not the beginning of this one is found', async () => {
  const { createHash } = await import('node:crypto')
  const { openSigningKey } = await import('../../../kit/keys/signing.ts')
  const { keyIdOf, showNote } = await import('../../rules/note.ts')
  const { showCheckpoint } = await import('../../rules/checkpoint.ts')
  const root = createHash('sha256').update('another history').digest()
  const text = showCheckpoint({ origin: logOf(mine).name, size: 200, root })
  const signature = openSigningKey(mine.keys.dir, mine.mineId).sign(Buffer.from(text))
  const forked = showNote({
    text,
    signatures: [{ name: logOf(mine).name, keyId: keyIdOf(logOf(mine)), signature }],
  })
  expect(await foundAfter(() => undefined, [...notes, forked])).toEqual(['checkpoint-inconsistent 200'])
})
