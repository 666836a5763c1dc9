/** The least that can be served: plain Node and `pg`. It takes each request's statements from a stack that was laid ready before. */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import pg from 'pg'
import { answerParent } from './child.ts'
import { SESSION_OPTIONS } from './client.ts'
import { SEED } from './mine.ts'
import type { Statement } from './recorder.ts'

/** What a request of the product did: statements before its transaction, those from begin to commit, and its answer. */
export type Recorded = {
  readonly before: readonly Statement[]
  readonly inside: readonly Statement[]
  readonly answer: string
}

/** Opens the door (answers its port), or lays so many requests ready. */
export type Told =
  | { readonly open: string; readonly connections: number }
  | { readonly ready: readonly Recorded[]; readonly count: number }

const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g
const NUMBER = /("no":"[^"]*-)(\d+)"/g
const jobs: Recorded[] = []
let pool: pg.Pool | undefined
let laid = 0

/** Ids that the product made new are made new again, numbers and revisions too; all else stays as it was asked. */
function freshen(statement: Statement, ids: Map<string, string>, nth: number): Statement {
  const value = (text: string): string =>
    text
      .replace(UUID, (id) => {
        if (id.startsWith(SEED)) return id
        const known = ids.get(id) ?? randomUUID()
        ids.set(id, known)
        return known
      })
      .replace(NUMBER, (_, before) => `${before}X${nth}"`)
  const isEntry = statement.text.includes('insert into journal_entry')
  const values = statement.values.map((one) => {
    if (typeof one !== 'string') return one
    return isEntry && /^\d+$/.test(one) ? String(nth) : value(one)
  })
  return { ...statement, values }
}

/** Laid down last to first, taken from the end. */
function layReady(recorded: readonly Recorded[], count: number): void {
  jobs.length = 0
  for (let at = 0; at < count; at += 1) {
    const job = recorded[at % recorded.length]
    if (!job) return
    const ids = new Map<string, string>()
    laid += 1
    const renew = (statement: Statement): Statement => freshen(statement, ids, laid + 1)
    jobs.push({ ...job, before: job.before.map(renew), inside: job.inside.map(renew) })
  }
  jobs.reverse()
}

const query = (client: pg.Pool | pg.PoolClient, { name, text, values }: Statement): Promise<unknown> =>
  client.query({ ...(name && { name }), text, values: [...values] })

async function runJob(of: pg.Pool, { before, inside }: Recorded): Promise<void> {
  for (const statement of before) await query(of, statement)
  if (inside.length === 0) return
  const client = await of.connect()
  try {
    for (const statement of inside) await query(client, statement)
  } finally {
    client.release()
  }
}

async function readBody(asked: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of asked) chunks.push(chunk)
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : undefined
}

async function answer(asked: IncomingMessage): Promise<string> {
  await readBody(asked)
  const job = jobs.pop()
  if (!pool || !job) throw new Error('nothing laid ready')
  await runJob(pool, job)
  return job.answer
}

const server = createServer((asked, reply) => {
  answer(asked).then(
    (body) => reply.writeHead(200, { 'content-type': 'application/json' }).end(body),
    (error: unknown) => reply.writeHead(500).end(String(error)),
  )
})

answerParent(async (told: Told): Promise<number> => {
  if ('ready' in told) {
    layReady(told.ready, told.count)
    return jobs.length
  }
  pool = new pg.Pool({ connectionString: told.open, max: told.connections, options: SESSION_OPTIONS })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
})
