import { parseBundle, TILE_WIDTH } from '../../rules/tiles.ts'
import { realDisk } from '../disk.ts'
import { signerFolder } from '../signer.ts'
import { readTile } from '../tiles.ts'
import type { Mirror } from './refill.ts'

/** Where leaves are kept as tiles: a folder by its path, or the own one of the signer of a mine's log. */
export type TilesOf = { readonly folder: string } | { readonly dataDir: string; readonly mineId: string }

/** The leaves of a log from its tiles on the disk (C2SP tlog-tiles); nothing where they end or are damaged. */
export function tileMirror(of: TilesOf): Mirror {
  const folder = 'folder' in of ? of.folder : signerFolder(of.dataDir, of.mineId)
  return async (from, most) => {
    const [index, skipped] = [Math.floor(from / TILE_WIDTH), from % TILE_WIDTH]
    for (let width = TILE_WIDTH; width > skipped; width--) {
      const bytes = await readTile(realDisk, folder, { level: 'entries', index, width })
      const leaves = bytes && parseBundle(bytes, width)
      if (leaves) return leaves.slice(skipped, skipped + most)
    }
    return []
  }
}
