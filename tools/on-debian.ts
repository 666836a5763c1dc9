/** Runs a Node program with PITLAMP_TEST_DATABASE naming a throw-away server of other PostgreSQL programs: BIN PROGRAM ARGUMENTS… */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { systemBinaries } from '../src/kit/postgres/binaries.ts'
import { startThrowawayPostgres } from '../src/kit/postgres/throwaway.ts'
import { startSentence } from '../src/kit/postgres/words.ts'
import { isRefused } from '../src/kit/refuse.ts'

async function run([bin = '', ...args]: string[]): Promise<number> {
  const binaries = systemBinaries(bin)
  const server = await startThrowawayPostgres({ durability: 'thrown-away', binaries })
  if (isRefused(server)) {
    console.error(startSentence(server, 'en'))
    return 1
  }
  console.log(`   PostgreSQL ${binaries.version}`)
  const env = { ...process.env, PITLAMP_TEST_DATABASE: server.url }
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  const [code] = await once(child, 'exit')
  await server.stop()
  return typeof code === 'number' ? code : 1
}

process.exitCode = await run(process.argv.slice(2))
