import type { Tx } from '../../kit/db/db.ts'
import { type Entered, keepFile, type NewFile } from '../store.ts'

/** Keeps a file that was looked at already, for another part of the product; answers its hash. The same bytes are kept once. */
export const keep = (tx: Tx, entered: Entered, file: Omit<NewFile, 'name'>): Promise<Buffer> =>
  keepFile(tx, entered, file)
