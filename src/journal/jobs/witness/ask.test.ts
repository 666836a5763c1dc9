import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askWitness } from './ask.ts'

const PIECE = 'a'.repeat(16 * 1024)
const MOST = 64 * 1024 * 1024
let sent = 0

function sendMore(answer: ServerResponse): void {
  while (!answer.closed && sent < MOST) {
    sent += PIECE.length
    if (!answer.write(PIECE)) {
      answer.once('drain', () => sendMore(answer))
      return
    }
  }
  answer.end()
}

const server = createServer((asked, answer) => {
  if (asked.url === '/moved') answer.writeHead(302, { location: '/short' }).end()
  else if (asked.url === '/short') answer.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end('7\n')
  else sendMore(answer)
})
let address = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
})

test('an answer is its status, its type and its text', async () => {
  const answer = await askWitness(fetch, `${address}/short`)
  expect(answer).toEqual({ status: 409, type: 'text/x.tlog.size', body: '7\n' })
})

test('of an answer without end, the beginning is read and the rest is not asked for', async () => {
  const answer = await askWitness(fetch, `${address}/endless`)
  expect(answer?.body).toBe('a'.repeat(64 * 1024))
  expect(sent).toBeLessThan(MOST)
})

test('nobody is followed elsewhere, and nobody there is no answer', async () => {
  expect(await askWitness(fetch, `${address}/moved`)).toBeUndefined()
  expect(await askWitness(fetch, 'http://127.0.0.1:9/')).toBeUndefined()
})
