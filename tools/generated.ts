/** Whether every generated file is what would be generated now; exit code 1 and the command to run when one is not. */
import { existsSync, readFileSync } from 'node:fs'
import { migrate } from '../src/kit/db/migrate.ts'
import { startThrowawayPostgres } from '../src/kit/postgres/throwaway.ts'
import { startSentence } from '../src/kit/postgres/words.ts'
import { isRefused } from '../src/kit/refuse.ts'
import { CLAUSES_FILE, describeClauses } from './clauses.ts'
import { areTablesCurrent } from './tables.ts'

async function findStale(): Promise<string[]> {
  const server = await startThrowawayPostgres({ durability: 'thrown-away' })
  if (isRefused(server)) return [startSentence(server, 'en')]
  try {
    const migrated = await migrate(server.url)
    if (isRefused(migrated)) return [`the migrations do not run: ${migrated.refused}`]
    const tables = await areTablesCurrent(server.url)
    const clauses = existsSync(CLAUSES_FILE) && readFileSync(CLAUSES_FILE, 'utf8') === describeClauses()
    return [
      ...(tables ? [] : ['src/schema/tables.ts is stale: npm run tables -- DATABASE_URL']),
      ...(clauses ? [] : ['docs/clauses.md is stale: node tools/clauses.ts']),
    ]
  } finally {
    await server.stop()
  }
}

const stale = await findStale()
for (const line of stale) console.error(line)
process.exitCode = stale.length > 0 ? 1 : 0
