import { execFile } from 'node:child_process'
import { hash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toBase64 } from '../../src/journal/rules/base64.ts'
import { showCheckpoint } from '../../src/journal/rules/checkpoint.ts'
import { leafBytes, showInstant } from '../../src/journal/rules/leaf.ts'
import { keyIdOf, SIGNATURE_TYPES, type Signer, showNote, showVkey } from '../../src/journal/rules/note.ts'
import { emptyTiles, parseBundle, TILE_WIDTH, tilePath } from '../../src/journal/rules/tiles.ts'
import { sha256 } from '../../src/journal/store/commit.ts'
import { realDisk } from '../../src/journal/store/disk.ts'
import { makeLogFolder, showSigned } from '../../src/journal/store/signer.ts'
import { draftTiles } from '../../src/journal/store/tiles.ts'
import { newId } from '../../src/kit/id.ts'
import { signingKeyOf } from '../../src/kit/keys/signing.ts'
import type { Ground } from './ground.ts'
import type { Line, Measure } from './measure.ts'
import { showMib, showMs, timed } from './numbers.ts'

const ORIGIN = 'bench.example/journal/v1'
const LEAVES = 1_000_000
const FEW = 5_000
const MOST_MS = 60_000
const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const BEGAN_MICROS = Date.UTC(2026, 0, 1) * 1000

const committed = (text: string): string => toBase64(sha256(Buffer.from(text)))

/** A leaf as long as most are: a record of two fields. */
function makeLeaf(at: number): Uint8Array {
  const names = ['amount_fen', 'paid_on']
  return leafBytes({
    ...{
      v: 1,
      log: ORIGIN,
      kind: 'dues.recordPayment',
      scope: newId(),
      subject: newId(),
      rev: 1,
      prev: null,
    },
    actor: committed(`actor ${at % 500}`),
    occurred: null,
    received: showInstant(BEGAN_MICROS + at * 1000),
    fields: Object.fromEntries(names.map((name) => [name, committed(`${name} ${at}`)])),
    files: [],
    src: 'web',
  })
}

type Log = { readonly folder: string; readonly vkey: string; readonly bytes: number }

/** Writes a log's tiles and its checkpoint as the signer does, each flushed. */
async function makeLog(home: string, count: number): Promise<Log> {
  const root = join(home, 'leaves')
  mkdirSync(root)
  const folder = await makeLogFolder(realDisk, join(root, 'signer'), 'log')
  const [tiles, drafts] = [emptyTiles(sha256), draftTiles(realDisk, folder)]
  let bytes = 0
  for (let at = 0; at < count; at += 1) {
    const leaf = makeLeaf(at)
    bytes += leaf.length
    for (const whole of tiles.add(leaf).whole) await drafts.add(whole)
  }
  for (const filled of tiles.partial()) await drafts.add(filled)
  await drafts.keep()
  const { publicKey, sign } = signingKeyOf(new Uint8Array(32).fill(5))
  const signer: Signer = { name: ORIGIN, type: SIGNATURE_TYPES.ed25519, publicKey }
  const text = showCheckpoint({ origin: ORIGIN, size: count, root: tiles.root() })
  const signature = sign(Buffer.from(text))
  const note = showNote({ text, signatures: [{ name: ORIGIN, keyId: keyIdOf(signer), signature }] })
  await showSigned(realDisk, folder, { note })
  return { folder, vkey: showVkey(signer), bytes }
}

/** Runs `pitlamp verify --tiles` in a process of its own; what it counted. Throws when it finds something. */
const check = ({ folder, vkey }: Log): Promise<number> =>
  new Promise((resolve, reject) => {
    const words = [MAIN, 'verify', '--tiles', folder, '--vkey', vkey, '--json']
    execFile(process.execPath, words, (error, out) =>
      error ? reject(error) : resolve(JSON.parse(out).leaves),
    )
  })

const [LEAF, NODE] = [Uint8Array.of(0), Uint8Array.of(1)]
const hashed = (...parts: readonly Uint8Array[]): Uint8Array => hash('sha256', Buffer.concat(parts), 'buffer')

/** Nothing but what has to be done: reads the bundles and hashes every leaf and every pair. */
async function hashBare({ folder }: Log, count: number): Promise<Uint8Array> {
  let row: Uint8Array[] = []
  for (let index = 0; index * TILE_WIDTH < count; index += 1) {
    const width = Math.min(TILE_WIDTH, count - index * TILE_WIDTH)
    const bytes = await readFile(join(folder, tilePath({ level: 'entries', index, width })))
    for (const leaf of parseBundle(bytes, width) ?? []) row.push(hashed(LEAF, leaf))
  }
  while (row.length > 1) {
    const above: Uint8Array[] = []
    for (let at = 0; at < row.length; at += 2) {
      const [left, right] = [row[at], row[at + 1]]
      if (left) above.push(right ? hashed(NODE, left, right) : left)
    }
    row = above
  }
  return row[0] ?? new Uint8Array(0)
}

/** A log of a million leaves on the disk, checked with nothing but its key. */
export const leaves: Measure = {
  title: 'a log checked from its tiles alone, cold process',
  run: async ({ home, small }: Ground): Promise<Line[]> => {
    const count = small ? FEW : LEAVES
    const made = await timed(() => makeLog(home, count))
    const log = made.answer
    const bare = await timed(() => hashBare(log, count))
    const shown = await readFile(join(log.folder, 'checkpoint'), 'utf8')
    if (!shown.includes(toBase64(bare.answer))) throw new Error('hashed otherwise, it is another tree')
    const checked = await timed(() => check(log))
    if (checked.answer !== count) throw new Error(`${checked.answer} leaves were checked, not ${count}`)
    const many = count.toLocaleString('en')
    return [
      {
        what: `verify --tiles of ${many} leaves (${showMib(log.bytes)}, ${Math.round(log.bytes / count)} bytes each)`,
        asked: `≤ ${showMs(MOST_MS)}`,
        measured: showMs(checked.ms),
        bare: `${showMs(bare.ms)} (reading and hashing the same bytes)`,
        met: checked.ms <= MOST_MS,
      },
      { what: 'to make its tiles, each flushed', measured: showMs(made.ms) },
    ]
  },
}
