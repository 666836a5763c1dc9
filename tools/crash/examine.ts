import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { startPostgres } from '../../src/kit/postgres/launch.ts'
import { isRefused } from '../../src/kit/refuse.ts'
import { check, checkSeen } from './check.ts'
import { runVerb } from './house.ts'
import type { Tried } from './trial.ts'

/** What was found wrong, in sentences; over how many leaves; and how many writes had been done when they were asked again. */
export type Examined = {
  readonly facts: readonly string[]
  readonly leaves: number
  readonly doneBefore: number
}

/** Runs `verify` as a person would. */
async function verify(dataDir: string): Promise<Omit<Examined, 'doneBefore'>> {
  const child = runVerb(['verify', '--json', '--data', dataDir])
  const ended = once(child, 'exit')
  const [answer, sentence] = await Promise.all([textOf(child.stdout), textOf(child.stderr)])
  const [code] = await ended
  if (!answer) return { leaves: 0, facts: [`verify ended with ${code}: ${sentence}`] }
  const report: { leaves: number; findings: unknown[] } = JSON.parse(answer)
  const facts = report.findings.map((finding) => `verify: ${JSON.stringify(finding)}`)
  if (code !== 0 && facts.length === 0) facts.push(`verify found nothing and ended with ${code}`)
  return { leaves: report.leaves, facts }
}

const textOf = async (stream: NodeJS.ReadableStream | null): Promise<string> => (stream ? text(stream) : '')

/** Opens the database by itself, verifies it, and holds it against what the writers were told. */
export async function examine(dataDir: string, { acknowledged, made, seen }: Tried): Promise<Examined> {
  const server = await startPostgres({ dataDir, log: () => undefined })
  if (isRefused(server)) throw new Error(`the database does not open again: ${JSON.stringify(server)}`)
  try {
    const { leaves, facts } = await verify(dataDir)
    const client = new pg.Client({ connectionString: server.url, options: '-c timezone=UTC' })
    await client.connect()
    const checked = await check(client, acknowledged, made)
    const lost = await checkSeen(client, seen)
    await client.end()
    return { leaves, doneBefore: checked.doneBefore, facts: [...facts, ...checked.facts, ...lost] }
  } finally {
    await server.stop()
  }
}
