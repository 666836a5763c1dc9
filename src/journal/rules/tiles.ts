import { concatBytes } from '@noble/hashes/utils.js'
import { portableSha256, type Sha256, sameBytes } from './hash.ts'
import { leafHash, MAX_LEAF_BYTES } from './leaf.ts'
import { appendLeaves, EMPTY_RANGE, rootOf, rootOfLeaves } from './tree.ts'

/** Hashes in a whole tile, leaves in a whole bundle (C2SP tlog-tiles). */
export const TILE_WIDTH = 256

const HASH_BYTES = 32
const LENGTH_BYTES = 2
/** A log of safe integers has no tile above. */
const MOST_LEVEL = 6

/**
 * A piece of a log as a static file: at a level, hashes of subtrees of 256^level leaves; as `entries`, the leaves themselves. `width`: how
 * many of them it holds, 256 when it can grow no more.
 */
export type Tile = { readonly level: number | 'entries'; readonly index: number; readonly width: number }

/** A tile with what stands in it. */
export type Filled = { readonly tile: Tile; readonly bytes: Uint8Array }

/** Three digits a folder, all but the last behind an `x`: 1234067 is `x001/x234/067`. */
function showIndex(index: number): string {
  const digits = String(index)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const parts = padded.match(/\d{3}/g) ?? []
  return parts.map((part, at) => (at === parts.length - 1 ? part : `x${part}`)).join('/')
}

/** Where a tile lies below its log, after `tile/`. */
export function tilePath({ level, index, width }: Tile): string {
  const partial = width === TILE_WIDTH ? '' : `.p/${width}`
  return `tile/${level}/${showIndex(index)}${partial}`
}

const PATH = /^tile\/(entries|\d)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/

/** Reads such a path; undefined for everything that `tilePath` would not write. */
export function parseTilePath(path: string): Tile | undefined {
  const [, name = '', digits = '', partial] = PATH.exec(path) ?? []
  const level: Tile['level'] = name === 'entries' ? name : Number(name)
  const width = partial === undefined ? TILE_WIDTH : Number(partial)
  const tile = { level, index: Number(digits.replaceAll(/\D/g, '')), width }
  if (level !== 'entries' && level > MOST_LEVEL) return undefined
  return tilePath(tile) === path && width <= TILE_WIDTH ? tile : undefined
}

/** The tile that is whole one day and now is not: what a partial one may be read from. */
export const wholeOf = (tile: Tile): Tile => ({ ...tile, width: TILE_WIDTH })

/** How many things of a level a log of `size` leaves has. */
export const countAt = (size: number, level: Tile['level']): number =>
  level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level)

/** Whether a log of `size` leaves has all that the tile holds. */
export const reachesTile = (size: number, { level, index, width }: Tile): boolean =>
  index * TILE_WIDTH + width <= countAt(size, level)

/** The tiles at the right end of a log: those that are still to grow, lowest first, the leaves before all. */
export function partialTiles(size: number): Tile[] {
  const levels = [...Array(MOST_LEVEL + 1).keys()]
  return ['entries' as const, ...levels].flatMap((level) => {
    const count = countAt(size, level)
    const width = count % TILE_WIDTH
    return width === 0 ? [] : [{ level, index: (count - width) / TILE_WIDTH, width }]
  })
}

/** Leaves one after the other, each behind its length in two bytes, the higher first. Throws when one is too long. */
export function showBundle(leaves: readonly Uint8Array[]): Uint8Array {
  const parts = leaves.flatMap((leaf) => {
    if (leaf.length > MAX_LEAF_BYTES) throw new Error(`a leaf of ${leaf.length} bytes is too long`)
    return [Uint8Array.of(leaf.length >> 8, leaf.length & 0xff), leaf]
  })
  return concatBytes(...parts)
}

/** The first `width` leaves of a bundle; undefined when there are not so many, or when bytes are left over in one of that width. */
export function parseBundle(bytes: Uint8Array, width: number): Uint8Array[] | undefined {
  const leaves: Uint8Array[] = []
  let at = 0
  while (leaves.length < width) {
    const [high, low] = [bytes[at], bytes[at + 1]]
    if (high === undefined || low === undefined) return undefined
    const from = at + LENGTH_BYTES
    at = from + high * 256 + low
    if (at > bytes.length) return undefined
    leaves.push(bytes.subarray(from, at))
  }
  return width === TILE_WIDTH && at !== bytes.length ? undefined : leaves
}

/** The first `width` hashes of a tile; undefined when there are not so many. */
export function parseHashes(bytes: Uint8Array, width: number): Uint8Array[] | undefined {
  if (bytes.length < width * HASH_BYTES) return undefined
  return Array.from({ length: width }, (_, at) => bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES))
}

/** What of a tile's file belongs to a width: the beginning of it. Undefined when it holds less. */
export function cutTile({ level, width }: Tile, bytes: Uint8Array): Uint8Array | undefined {
  if (level !== 'entries') return parseHashes(bytes, width) && bytes.subarray(0, width * HASH_BYTES)
  const leaves = parseBundle(bytes, width)
  return (
    leaves &&
    bytes.subarray(
      0,
      leaves.reduce((sum, leaf) => sum + LENGTH_BYTES + leaf.length, 0),
    )
  )
}

/** A log being cut into tiles, leaf by leaf, keeping only its right end. */
export type TileTree = {
  /** Adds a leaf; answers its hash and the tiles that became whole. */
  readonly add: (leaf: Uint8Array) => { readonly hash: Uint8Array; readonly whole: readonly Filled[] }
  readonly size: () => number
  /** The root over what the tiles hold. */
  readonly root: () => Uint8Array
  /** The tiles still to grow. */
  readonly partial: () => Filled[]
}

type Ends = { leaves: Uint8Array[]; readonly levels: Uint8Array[][] }

/** The roots of perfect subtrees that hashes of one level make, largest first. */
const peaksOf = (hashes: readonly Uint8Array[] | undefined, sha256: Sha256): readonly Uint8Array[] =>
  appendLeaves(EMPTY_RANGE, hashes ?? [], sha256).peaks

function growFrom(size: number, ends: Ends, sha256: Sha256): TileTree {
  let count = size
  const bytesOf = ({ level }: Tile): Uint8Array =>
    level === 'entries' ? showBundle(ends.leaves) : concatBytes(...(ends.levels[level] ?? []))
  const fill = (tile: Tile): Filled => ({ tile, bytes: bytesOf(tile) })
  const carry = (hash: Uint8Array, level: number): Filled[] => {
    const hashes = [...(ends.levels[level] ?? []), hash]
    ends.levels[level] = hashes
    if (hashes.length < TILE_WIDTH) return []
    const whole = fill({ level, index: count / TILE_WIDTH ** (level + 1) - 1, width: TILE_WIDTH })
    ends.levels[level] = []
    return [whole, ...carry(rootOfLeaves(hashes, sha256), level + 1)]
  }
  const add: TileTree['add'] = (leaf) => {
    const hash = leafHash(leaf, sha256)
    ends.leaves.push(leaf)
    count += 1
    const index = count / TILE_WIDTH - 1
    const bundle = Number.isInteger(index) ? [fill({ level: 'entries', index, width: TILE_WIDTH })] : []
    if (bundle.length > 0) ends.leaves = []
    return { hash, whole: [...bundle, ...carry(hash, 0)] }
  }
  const root = (): Uint8Array => {
    const peaks = ends.levels.toReversed().flatMap((hashes) => peaksOf(hashes, sha256))
    return rootOf({ size: count, peaks }, sha256)
  }
  return { add, size: () => count, root, partial: () => partialTiles(count).map(fill) }
}

/** A log without leaves, to be cut into tiles. */
export const emptyTiles = (sha256: Sha256 = portableSha256): TileTree =>
  growFrom(0, { leaves: [], levels: [] }, sha256)

/**
 * A log that goes on from its tiles, as its right end was kept; undefined when one of them is missing, is not what the leaves make, or all
 * of them do not make the root.
 */
export function tilesFrom(
  { size, root }: { readonly size: number; readonly root: Uint8Array },
  kept: (tile: Tile) => Uint8Array | undefined,
  sha256: Sha256 = portableSha256,
): TileTree | undefined {
  const ends: Ends = { leaves: [], levels: Array.from({ length: MOST_LEVEL + 1 }, () => []) }
  for (const tile of partialTiles(size)) {
    const bytes = kept(tile)
    const read = bytes && (tile.level === 'entries' ? parseBundle : parseHashes)(bytes, tile.width)
    if (!read) return undefined
    if (tile.level === 'entries') ends.leaves = read
    else ends.levels[tile.level] = read
  }
  const hashes = ends.leaves.map((leaf) => leafHash(leaf, sha256))
  const same = hashes.every((hash, at) => sameBytes(hash, ends.levels[0]?.[at] ?? new Uint8Array(0)))
  const tree = growFrom(size, ends, sha256)
  return same && sameBytes(tree.root(), root) ? tree : undefined
}
