import { dirname, join } from 'node:path'
import { sameBytes } from '../rules/hash.ts'
import {
  cutTile,
  emptyTiles,
  type Filled,
  parseBundle,
  TILE_WIDTH,
  type Tile,
  type TileTree,
  tilePath,
  wholeOf,
} from '../rules/tiles.ts'
import type { Tree } from '../rules/tree.ts'
import { sha256 } from './commit.ts'
import type { Disk } from './disk.ts'

/** The bytes of a tile; one that grew since is cut back. Undefined when the folder does not have so much of it. */
export async function readTile(disk: Disk, folder: string, tile: Tile): Promise<Uint8Array | undefined> {
  const own = await disk.read(join(folder, tilePath(tile)))
  const bytes = own ?? (await disk.read(join(folder, tilePath(wholeOf(tile)))))
  return bytes && cutTile(tile, bytes)
}

/** Tiles that were computed and not yet found right: nobody sees them until `keep`. */
export type Drafts = {
  /** Writes a tile aside, flushed. */
  readonly add: (filled: Filled) => Promise<void>
  /** Puts all of them in their places; durable when it resolves. */
  readonly keep: () => Promise<void>
  /** Removes what partial tiles came before those that are whole now. */
  readonly tidy: () => Promise<void>
}

const aside = (path: string): string => `${path}.new`

/** Opens drafts in a log's folder, which must be there. A tile is never changed where it stands: it is there whole, or not at all. */
export function draftTiles(disk: Disk, folder: string): Drafts {
  const known = new Set([folder])
  const changed = new Set<string>()
  const written: Tile[] = []
  const ensure = async (path: string): Promise<void> => {
    if (known.has(path)) return
    await ensure(dirname(path))
    if (await disk.makeFolder(path)) changed.add(dirname(path))
    known.add(path)
  }
  const add: Drafts['add'] = async ({ tile, bytes }) => {
    const path = join(folder, tilePath(tile))
    await ensure(dirname(path))
    await disk.write(aside(path), bytes)
    written.push(tile)
  }
  const keep: Drafts['keep'] = async () => {
    for (const path of written.map((tile) => join(folder, tilePath(tile)))) {
      await disk.rename(aside(path), path)
      changed.add(dirname(path))
    }
    for (const path of changed) await disk.syncFolder(path)
    changed.clear()
  }
  const tidy: Drafts['tidy'] = async () => {
    const whole = written.filter(({ width }) => width === TILE_WIDTH)
    for (const tile of whole) await disk.removeFolder(`${join(folder, tilePath(tile))}.p`)
  }
  return { add, keep, tidy }
}

/** What is wrong with a tile: where it lies, and the first leaf below it. */
export type BadTile = { readonly path: string; readonly index: number; readonly wrong: 'missing' | 'changed' }

const badTile = ({ tile, bytes }: Filled, found: Uint8Array | undefined): BadTile[] => {
  if (found && sameBytes(found, bytes)) return []
  const level = tile.level === 'entries' ? 0 : tile.level
  const index = tile.index * TILE_WIDTH ** (level + 1)
  return [{ path: tilePath(tile), index, wrong: found ? 'changed' : 'missing' }]
}

/** Each bundle of a tree in its order; one that is not there without its bytes. */
async function* readBundles(disk: Disk, folder: string, size: number): AsyncGenerator<Filled | Tile> {
  for (let from = 0; from < size; from += TILE_WIDTH) {
    const tile = {
      level: 'entries',
      index: from / TILE_WIDTH,
      width: Math.min(TILE_WIDTH, size - from),
    } as const
    const bytes = await readTile(disk, folder, tile)
    yield bytes ? { tile, bytes } : tile
  }
}

/**
 * Recomputes a tree from the leaves in its tiles and holds every tile and the root against it: nothing but the folder is asked. Answers
 * what is wrong; nothing more after the first bundle that is not there. `visit` is given each leaf, and the tree with it.
 */
export async function checkTiles(
  disk: Disk,
  folder: string,
  { size, root }: Tree,
  visit: (leaf: Uint8Array, tree: TileTree) => void = () => undefined,
): Promise<BadTile[]> {
  const tree = emptyTiles(sha256)
  const bad: BadTile[] = []
  const hold = async (filled: Filled): Promise<void> => {
    if (filled.tile.level !== 'entries')
      bad.push(...badTile(filled, await readTile(disk, folder, filled.tile)))
  }
  for await (const bundle of readBundles(disk, folder, size)) {
    const leaves = 'bytes' in bundle ? parseBundle(bundle.bytes, bundle.tile.width) : undefined
    const tile = 'bytes' in bundle ? bundle.tile : bundle
    if (!leaves) return [...bad, ...badTile({ tile, bytes: new Uint8Array(0) }, undefined)]
    for (const leaf of leaves) {
      const { whole } = tree.add(leaf)
      visit(leaf, tree)
      for (const filled of whole) await hold(filled)
    }
  }
  for (const filled of tree.partial()) await hold(filled)
  if (bad.length === 0 && !sameBytes(tree.root(), root))
    bad.push({ path: 'tile', index: 0, wrong: 'changed' })
  return bad
}
