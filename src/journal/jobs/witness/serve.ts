import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Witness, WitnessAnswer } from './witness.ts'

const MOST_BYTES = 64 * 1024
const PATIENCE_MS = 10_000
const TEXT = 'text/plain; charset=utf-8'

const no = (status: number, body: string): WitnessAnswer => ({ status, type: TEXT, body: `${body}\n` })

/** The body as text; undefined when it is too long or no UTF-8. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length > MOST_BYTES) return undefined
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks))
  } catch {
    return undefined
  }
}

const CHECKPOINT = /^\/checkpoint\/([0-9a-f]{32})(?:\/(\d{1,15}))?$/

function answerRead(witness: Witness, vkey: string, path: string): WitnessAnswer {
  if (path === '/') {
    const told = { vkey, logs: witness.list(), alarms: witness.countAlarms() }
    return { status: 200, type: 'application/json', body: `${JSON.stringify(told)}\n` }
  }
  const [, name, size] = CHECKPOINT.exec(path) ?? []
  const note = name && witness.find(name, size === undefined ? undefined : Number(size))
  return note ? { status: 200, type: TEXT, body: note } : no(404, 'nothing here')
}

async function answer(witness: Witness, vkey: string, request: IncomingMessage): Promise<WitnessAnswer> {
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  if (request.method === 'GET') return answerRead(witness, vkey, path)
  if (request.method !== 'POST' || path !== '/add-checkpoint') return no(404, 'nothing here')
  const body = await readBody(request)
  return body === undefined ? no(400, 'bad-submission') : witness.add(body)
}

/**
 * The server of a witness: `POST /add-checkpoint`; `GET /checkpoint/<name>[/<size>]`, what it signed, so that witnesses can be held
 * against each other; `GET /`, its key and what it remembers. `failed`: an answer that could not be given.
 */
export function serveWitness(witness: Witness, vkey: string, failed: (error: unknown) => void): Server {
  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, type, body } = await answer(witness, vkey, request).catch((error: unknown) => {
      failed(error)
      return no(500, 'fault')
    })
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
  }
  const server = createServer((request, response) => void reply(request, response))
  server.requestTimeout = PATIENCE_MS
  return server
}
