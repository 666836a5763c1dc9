import type { Tx } from '../../kit/db/db.ts'
import { sameBytes } from '../rules/hash.ts'
import { leafHash } from '../rules/leaf.ts'
import { parseBundle, TILE_WIDTH, type Tile } from '../rules/tiles.ts'
import { listLeaves } from '../store/checkpoint.ts'
import { sha256 } from '../store/commit.ts'
import type { Disk } from '../store/disk.ts'
import { readTile } from '../store/tiles.ts'

/** So many bundles of what was signed are read back at one signing, besides the last one; in turn, all of them. */
const BUNDLES_AT_ONCE = 8

/** A log as its signer keeps it: how many leaves it signed, and the bundle at which the next look begins. */
export type SignedLog = {
  readonly disk: Disk
  readonly folder: string
  readonly mineId: string
  readonly size: number
  readonly from: number
}

/** What a look back found: the first leaf that is not as it was signed, and where the next look begins. */
export type LookedBack = { readonly changed: number | undefined; readonly next: number }

/** The first leaf of a bundle that the database does not have as the tile has it; a bundle that the folder lacks is passed over. */
async function findChanged(
  tx: Tx,
  { disk, folder, mineId }: SignedLog,
  tile: Tile,
): Promise<number | undefined> {
  const bytes = await readTile(disk, folder, tile)
  const signed = bytes && parseBundle(bytes, tile.width)
  if (!signed) return undefined
  const first = tile.index * TILE_WIDTH
  const leaves = await listLeaves(tx, mineId, { from: first, most: tile.width })
  const at = signed.findIndex((leaf, nth) => {
    const found = leaves[nth]
    if (found?.idx !== first + nth || !sameBytes(found.bytes, leaf)) return true
    return !sameBytes(found.hash, leafHash(leaf, sha256))
  })
  return at < 0 ? undefined : first + at
}

/**
 * Holds leaves that were signed before against the signer's own tiles: the last ones every time, the others some at a time, in turn. A leaf
 * that was changed or taken away behind the journal stops the signer, though nothing that is new depends on it (journal §2).
 */
export async function lookBack(tx: Tx, log: SignedLog): Promise<LookedBack> {
  const count = Math.ceil(log.size / TILE_WIDTH)
  const begin = log.from < count ? log.from : 0
  const end = Math.min(count, begin + BUNDLES_AT_ONCE)
  const indexes = new Set([count - 1, ...Array.from({ length: end - begin }, (_, nth) => begin + nth)])
  for (const index of indexes) {
    const width = Math.min(TILE_WIDTH, log.size - index * TILE_WIDTH)
    const changed = await findChanged(tx, log, { level: 'entries', index, width })
    if (changed !== undefined) return { changed, next: begin }
  }
  return { changed: undefined, next: end }
}
