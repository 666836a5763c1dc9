import { isRefused } from '../../../kit/refuse.ts'
import { parseVkey } from '../../rules/note.ts'
import { cosignedBy } from '../../rules/witness.ts'
import { type KeptCosignature, listCosignatures, listWitnesses } from '../witnesses.ts'
import { isSigned } from './checkpoints.ts'
import type { Finding } from './finding.ts'
import { attempt, type Checking, report } from './mine.ts'

type Keys = ReadonlyMap<string, readonly string[]>

/** The column of a kept line that is not what a witness signed; undefined: all is well. */
function changedColumn({ note, witness, line, timeS }: KeptCosignature, keys: Keys): string | undefined {
  if (note === null) return 'size'
  const vkeys = keys.get(witness)
  if (!vkeys) return 'witness'
  for (const vkey of vkeys) {
    const signer = parseVkey(vkey)
    const found = isRefused(signer) ? undefined : attempt(() => cosignedBy(signer, note, line, isSigned))
    if (found?.line === line) return found.timeS === timeS ? undefined : 'time_s'
  }
  return 'line'
}

/** By what a finding names a kept line: by its witness and size, and by its row where that is no size that can be told. */
const naming = ({ row, size, witness }: KeptCosignature): Pick<Finding, 'id' | 'idx'> => ({
  id: row === String(size) ? witness : row,
  idx: size,
})

/** Reports signature lines of witnesses that do not hold below our checkpoints. */
export async function checkCosignatures(checking: Checking): Promise<void> {
  const { tx, mineId, no } = checking
  const keys = Map.groupBy(await listWitnesses(tx, mineId), ({ name }) => name)
  const vkeys = new Map([...keys].map(([name, of]) => [name, of.map(({ vkey }) => vkey)]))
  const table = no === null ? 'journal_cosignature' : 'journal_former_cosignature'
  for (const kept of await listCosignatures(tx, mineId, no)) {
    const column = changedColumn(kept, vkeys)
    if (column) report(checking, { code: 'cosignature-changed', table, ...naming(kept), column })
  }
}
