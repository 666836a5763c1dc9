import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../db/migrate.ts'
import { letRun, makeLogin } from '../db/run-role.ts'
import { newPassword } from '../postgres/cluster.ts'
import { startThrowawayPostgres } from '../postgres/throwaway.ts'
import { isRefused } from '../refuse.ts'
import { adminUrl, asRunLogin, runSql, TEMPLATE, withDatabase } from './clone.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
    runPassword: string
    /** A folder for what the test files of a run share. */
    scratch: string
  }
}

/**
 * One PostgreSQL for all tests, with the migrated template every test clones: ours, thrown away afterwards,
 * or the one `PITLAMP_TEST_DATABASE` names.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['PITLAMP_TEST_DATABASE']
  const server = given ? undefined : await startThrowawayPostgres({ durability: 'thrown-away' })
  if (server && isRefused(server)) throw new Error(`no test database: ${server.refused}`)
  const url = adminUrl(server?.url ?? given ?? '')
  await runSql(url, `drop database if exists ${TEMPLATE}`)
  await runSql(url, `create database ${TEMPLATE}`)
  const template = withDatabase(url, TEMPLATE)
  await migrate(template)
  const runPassword = newPassword()
  const runUrl = asRunLogin(template, runPassword)
  await makeLogin(template, runUrl)
  await letRun(template, runUrl)
  project.provide('databaseUrl', url)
  project.provide('runPassword', runPassword)
  const scratch = await mkdtemp(join(tmpdir(), 'pitlamp-tests-shared-'))
  project.provide('scratch', scratch)
  return async () => {
    await server?.stop()
    await rm(scratch, { recursive: true, force: true })
  }
}
