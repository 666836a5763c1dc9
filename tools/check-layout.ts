/** Holds every file of `src/` against the plan of the house; exit code 1 when one stands or reaches where it may not. */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lookAtHouse } from './layout/look.ts'

const SRC = fileURLToPath(new URL('../src/', import.meta.url))
const LEAST_FILES = 50

const files = globSync('**/*.{ts,tsx,sql,css,md}', { cwd: SRC })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.includes('/fixtures/'))
  .map((path) => ({ path, text: readFileSync(`${SRC}${path}`, 'utf8') }))
const faults = lookAtHouse(files)
for (const fault of faults) console.error(fault)
const tooFew = files.length < LEAST_FILES
if (tooFew) console.error(`looked at ${files.length} files only: something is wrong with the check itself`)
console.log(`layout: ${files.length} files, ${faults.length} faults`)
process.exitCode = faults.length > 0 || tooFew ? 1 : 0
