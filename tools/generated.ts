/** Whether every generated file is what would be generated now: exit code 1 when one is not. With `--write` they are made anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { migrate } from '../src/kit/db/migrate.ts'
import { startThrowawayPostgres } from '../src/kit/postgres/throwaway.ts'
import { startSentence } from '../src/kit/postgres/words.ts'
import { isRefused } from '../src/kit/refuse.ts'
import { CLAUSES_FILE, describeClauses } from './clauses.ts'
import { describeTables, TABLES_FILE } from './tables.ts'

type Generated = { readonly file: string | URL; readonly text: string }

async function generate(): Promise<Generated[] | string> {
  const server = await startThrowawayPostgres({ durability: 'thrown-away' })
  if (isRefused(server)) return startSentence(server, 'en')
  try {
    const migrated = await migrate(server.url)
    if (isRefused(migrated)) return `the migrations do not run: ${migrated.refused}`
    return [
      { file: TABLES_FILE, text: await describeTables(server.url) },
      { file: CLAUSES_FILE, text: describeClauses() },
    ]
  } finally {
    await server.stop()
  }
}

const isCurrent = ({ file, text }: Generated): boolean =>
  existsSync(file) && readFileSync(file, 'utf8') === text
const nameOf = ({ file }: Generated): string => String(file).split('/').slice(-3).join('/')

const generated = await generate()
if (typeof generated === 'string') {
  console.error(generated)
  process.exit(1)
}
const stale = generated.filter((one) => !isCurrent(one))
const isWriting = process.argv.includes('--write')
for (const one of stale) {
  if (isWriting) writeFileSync(one.file, one.text)
  console.error(`${nameOf(one)} ${isWriting ? 'written' : 'is stale: node tools/generated.ts --write'}`)
}
process.exitCode = stale.length > 0 && !isWriting ? 1 : 0
