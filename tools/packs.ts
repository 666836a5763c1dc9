/**
 * `node tools/packs.ts DIR --good N --bad N --seed S`: writes example packs into a folder, `NAME.zip` with `NAME.json` beside it, what a
 * verifier has to say: `{ good, codes }`, of a bad one the first code. Two verifiers are held against each other with them.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { listPacks } from './packs/list.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    good: { type: 'string', default: '20' },
    bad: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
  },
})
const [folder] = positionals
if (!folder) throw new Error('name a folder')
mkdirSync(folder, { recursive: true })

for (const { name, file, codes } of listPacks(Number(values.seed), {
  good: Number(values.good),
  bad: Number(values.bad),
})) {
  writeFileSync(join(folder, `${name}.zip`), file)
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ good: codes.length === 0, codes })}\n`)
}
