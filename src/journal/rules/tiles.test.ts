import { utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, test } from 'vitest'
import { leafHash } from './leaf.ts'
import {
  cutTile,
  emptyTiles,
  type Filled,
  parseBundle,
  parseTilePath,
  partialTiles,
  reachesTile,
  showBundle,
  type Tile,
  tilePath,
  tilesFrom,
} from './tiles.ts'
import { rootOfLeaves } from './tree.ts'

const leafAt = (at: number): Uint8Array => utf8ToBytes(`leaf ${at}`)
const widthOf = ({ level, width }: Tile): string => `${level} ${width}`

describe('paths', () => {
  test.each([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 1, index: 999, width: 17 }, 'tile/1/999.p/17'],
    [{ level: 'entries', index: 1000, width: 255 }, 'tile/entries/x001/000.p/255'],
  ] as const)('%o is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path)
    expect(parseTilePath(path)).toEqual(tile)
  })

  test.each([
    '',
    'tile/0/0',
    'tile/0/0000',
    'tile/00/000',
    'tile/7/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/001/000',
    'tile/0/x000/000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/07',
    'tile/0/000.p/',
    'tile/0/../000',
    'tile/0/000/..',
    'tile/entries/../../state.json',
    'tile/entries/000\n',
    'tile/entries/٠٠٠',
    'checkpoint',
    'state.json',
  ])('%j is none', (path) => expect(parseTilePath(path)).toBeUndefined())
})

describe('the tiles of a size', () => {
  test('are those of the document: 70 000 leaves', () => {
    expect(partialTiles(70_000).map(widthOf)).toEqual(['entries 112', '0 112', '1 17', '2 1'])
    expect(reachesTile(70_000, { level: 0, index: 272, width: 256 })).toBe(true)
    expect(reachesTile(70_000, { level: 0, index: 273, width: 112 })).toBe(true)
    expect(reachesTile(70_000, { level: 0, index: 273, width: 113 })).toBe(false)
    expect(reachesTile(70_000, { level: 2, index: 0, width: 1 })).toBe(true)
    expect(reachesTile(70_000, { level: 2, index: 0, width: 2 })).toBe(false)
  })

  test('are those of the document: 256 leaves', () => expect(partialTiles(256).map(widthOf)).toEqual(['1 1']))
})

test('a bundle keeps leaves of any length, and is read back only whole', () => {
  const leaves = [new Uint8Array(0), leafAt(1), new Uint8Array(65_535).fill(7)]
  const bytes = showBundle(leaves)
  expect([...bytes.subarray(0, 4)]).toEqual([0, 0, 0, 6])
  expect(parseBundle(bytes, 3)).toEqual(leaves)
  expect(parseBundle(bytes, 2)).toEqual(leaves.slice(0, 2))
  expect(parseBundle(bytes, 4)).toBeUndefined()
  expect(parseBundle(bytes.subarray(0, -1), 3)).toBeUndefined()
  expect(() => showBundle([new Uint8Array(65_536)])).toThrow('too long')
})

test('what a narrower width has of a tile is its beginning', () => {
  const bundle = showBundle([leafAt(1), leafAt(20), leafAt(3)])
  expect(cutTile({ level: 'entries', index: 0, width: 2 }, bundle)).toEqual(
    showBundle([leafAt(1), leafAt(20)]),
  )
  expect(cutTile({ level: 0, index: 0, width: 2 }, new Uint8Array(96))).toHaveLength(64)
  expect(cutTile({ level: 0, index: 0, width: 4 }, new Uint8Array(96))).toBeUndefined()
})

/** Tiles of the first leaves by their paths, as a folder would keep them. */
function tilesOf(size: number): { files: Map<string, Uint8Array>; root: Uint8Array } {
  const tree = emptyTiles()
  const files = new Map<string, Uint8Array>()
  const keep = ({ tile, bytes }: Filled): unknown => files.set(tilePath(tile), bytes)
  for (let at = 0; at < size; at += 1) tree.add(leafAt(at)).whole.forEach(keep)
  tree.partial().forEach(keep)
  return { files, root: tree.root() }
}

const hashes = Array.from({ length: 1300 }, (_, at) => leafHash(leafAt(at)))

test.each([0, 1, 2, 255, 256, 257, 511, 512, 1023, 1300])('%i leaves make the root of RFC 6962', (size) => {
  const { files, root } = tilesOf(size)
  expect(root).toEqual(rootOfLeaves(hashes.slice(0, size)))
  const known = [...files.keys()].flatMap((path) => parseTilePath(path) ?? [])
  expect(known).toHaveLength(files.size)
  expect(known.every((tile) => reachesTile(size, tile))).toBe(true)
})

test('a whole tile above holds the roots of those below', () => {
  const { files } = tilesOf(1300)
  const above = files.get('tile/1/000.p/5') ?? new Uint8Array(0)
  const roots = [0, 1, 2, 3, 4].map((n) => rootOfLeaves(hashes.slice(n * 256, (n + 1) * 256)))
  expect(roots.map((root, at) => root.every((byte, by) => byte === above[at * 32 + by]))).toEqual(
    Array(5).fill(true),
  )
})

test.each([1, 100, 256, 300, 700])(
  'a tree of %i goes on from its tiles as if it had never stopped',
  (size) => {
    const { files, root } = tilesOf(size)
    const tree = tilesFrom({ size, root }, (tile) => files.get(tilePath(tile)))
    if (!tree) throw new Error('the tiles do not read')
    for (let at = size; at < 1300; at += 1)
      for (const { tile, bytes } of tree.add(leafAt(at)).whole) files.set(tilePath(tile), bytes)
    expect(tree.root()).toEqual(rootOfLeaves(hashes))
    for (const { tile, bytes } of tree.partial()) files.set(tilePath(tile), bytes)
    const straight = tilesOf(1300).files
    for (const [path, bytes] of straight) expect(files.get(path), path).toEqual(bytes)
  },
)

test.each([
  ['is missing', () => undefined],
  ['is too short', (bytes: Uint8Array) => bytes.subarray(0, -1)],
  ['has another bit', (bytes: Uint8Array) => bytes.with(40, 1 ^ (bytes[40] ?? 0))],
])('a tree does not go on from a tile that %s', (_, damage) => {
  const { files, root } = tilesOf(700)
  for (const [name] of [...files].filter(([path]) => path.includes('.p/'))) {
    const damaged = new Map(files)
    const bytes = damage(files.get(name) ?? new Uint8Array(0))
    if (bytes) damaged.set(name, bytes)
    else damaged.delete(name)
    const kept = (tile: Tile): Uint8Array | undefined => damaged.get(tilePath(tile))
    expect(tilesFrom({ size: 700, root }, kept), name).toBeUndefined()
  }
})
