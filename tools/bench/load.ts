/** The callers, in a process of their own: so many at once, each asking again as soon as it is answered, over connections that stay open. */
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { answerParent } from './child.ts'
import { quantile } from './numbers.ts'

export type Request = { readonly path: string; readonly cookie: string; readonly body?: string }
export type Load = {
  readonly port: number
  readonly callers: number
  readonly count: number
  /** Asked in turn; a request with a body is a write, each under a key of its own. */
  readonly requests: readonly Request[]
}
export type Loaded = { readonly perSecond: number; readonly p50: number; readonly p99: number }

function headersOf({ cookie, body }: Request): Record<string, string | number> {
  if (body === undefined) return { cookie }
  return {
    cookie,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'idempotency-key': randomUUID(),
  }
}

type Door = { readonly agent: Agent; readonly port: number }

function ask(door: Door, asked: Request): Promise<void> {
  const method = asked.body === undefined ? 'GET' : 'POST'
  const options = { ...door, host: '127.0.0.1', path: asked.path, method, headers: headersOf(asked) }
  return new Promise((resolve, reject) => {
    const sent = request(options, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve()
          : reject(new Error(`${asked.path}: ${answer.statusCode} ${Buffer.concat(chunks)}`)),
      )
    })
    sent.on('error', reject)
    sent.end(asked.body)
  })
}

async function drive({ port, callers, count, requests }: Load): Promise<Loaded> {
  // Connections of their own for each load: those of the one before may just be closing.
  const agent = new Agent({ keepAlive: true, maxSockets: callers })
  const took: number[] = []
  let begun = 0
  const call = async (): Promise<void> => {
    while (begun < count) {
      const asked = requests[begun % requests.length]
      begun += 1
      if (!asked) return
      const from = performance.now()
      await ask({ agent, port }, asked)
      took.push(performance.now() - from)
    }
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: callers }, call))
  const seconds = (performance.now() - from) / 1000
  agent.destroy()
  return { perSecond: took.length / seconds, p50: quantile(took, 0.5), p99: quantile(took, 0.99) }
}

answerParent(drive)
