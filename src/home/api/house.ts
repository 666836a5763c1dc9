import { on } from '../../kit/server/action.ts'
import { contract } from '../contract.ts'
import { findChecks, findLastBackup } from '../store/machine.ts'
import { sayChecked } from '../words/machine.ts'

/** Looks at the machine and at the last backup, for those who keep it. */
export const findHouse = on(contract.findHouse, 'mine', async ({ tx, keys, dataDir }) => {
  const checks = await findChecks(tx, { dataDir, keysDir: keys.dir })
  return {
    checks: checks.map((one) => ({ check: one.check, state: one.state, sentence: sayChecked(one) })),
    backup: await findLastBackup(dataDir),
  }
})
