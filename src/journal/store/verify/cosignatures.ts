import { isRefused } from '../../../kit/refuse.ts'
import { parseVkey } from '../../rules/note.ts'
import { cosignedBy } from '../../rules/witness.ts'
import { type KeptCosignature, listCosignatures, listWitnesses } from '../witnesses.ts'
import { attempt, type Checking, report } from './mine.ts'

type Keys = ReadonlyMap<string, readonly string[]>

/** The column of a kept line that is not what a witness signed; undefined: all is well. */
function changedColumn({ note, witness, line, timeS }: KeptCosignature, keys: Keys): string | undefined {
  if (note === null) return 'size'
  const vkeys = keys.get(witness)
  if (!vkeys) return 'witness'
  for (const vkey of vkeys) {
    const signer = parseVkey(vkey)
    const found = isRefused(signer) ? undefined : attempt(() => cosignedBy(signer, note, line))
    if (found?.line === line) return found.timeS === timeS ? undefined : 'time_s'
  }
  return 'line'
}

/** Reports signature lines of witnesses that do not hold below our checkpoints. */
export async function checkCosignatures(checking: Checking): Promise<void> {
  const { tx, mineId } = checking
  const keys = Map.groupBy(await listWitnesses(tx, mineId), ({ name }) => name)
  const vkeys = new Map([...keys].map(([name, of]) => [name, of.map(({ vkey }) => vkey)]))
  for (const kept of await listCosignatures(tx, mineId)) {
    const column = changedColumn(kept, vkeys)
    const where = { table: 'journal_cosignature', id: kept.witness, idx: kept.size }
    if (column) report(checking, { code: 'cosignature-changed', ...where, column })
  }
}
