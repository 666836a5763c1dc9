import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { createServer } from 'node:http'
import os from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseVkey, type Signer } from '../journal/rules/note.ts'
import { cosignedBy } from '../journal/rules/witness.ts'
import { makeTestLog, someLeaves } from '../journal/store/test/log.ts'
import { isRefused } from '../kit/refuse.ts'
import { parseCall } from './parse.ts'
import { witness } from './witness.ts'

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))
const log = makeTestLog('mine.example/log', new Uint8Array(32).fill(7), someLeaves(20))

let dir: string
let running: ChildProcess | undefined
beforeAll(() => {
  dir = fs.mkdtempSync(join(os.tmpdir(), 'witness-'))
})
afterAll(() => {
  running?.kill()
  fs.rmSync(dir, { recursive: true })
})

type Told = { address: string; vkey: string; logs: { size: number; path: string }[]; alarms: number }

/** Starts the process on a bare environment; resolves with the line it prints. */
function start(): Promise<Told> {
  const options = ['--log', log.vkey, '--listen', '127.0.0.1:0', '--data', dir, '--name', 'office.example/w1']
  running = spawn(process.execPath, [MAIN, 'witness', ...options, '--json'], { env: {}, cwd: dir })
  return new Promise((resolve, reject) => {
    running?.stdout?.once('data', (line: Buffer) => resolve(JSON.parse(line.toString())))
    running?.once('exit', (code) => reject(new Error(`ended with ${code}`)))
  })
}
async function stop(): Promise<void> {
  const ended = new Promise((resolve) => running?.once('exit', resolve))
  running?.kill()
  await ended
}
const send = (address: string, body: string): Promise<Response> =>
  fetch(`${address}/add-checkpoint`, { method: 'POST', body })

test('a witness process signs, alarms aloud and goes on, and knows after a restart what it signed', async () => {
  const first = await start()
  const signer = parseVkey(first.vkey) as Signer
  expect(isRefused(signer)).toBe(false)
  const signed = await send(first.address, log.submit(0, 12))
  expect(signed.status).toBe(200)
  expect(cosignedBy(signer, log.noteAt(12), await signed.text())).toBeDefined()

  const loud = new Promise((resolve) => running?.stderr?.once('data', (line) => resolve(String(line))))
  const forged = await send(first.address, log.rewrite(2, Buffer.from('x')).submit(12, 12))
  expect([forged.status, forged.headers.get('content-type')]).toEqual([409, 'text/x.tlog.size'])
  expect(await loud).toContain('报警')
  expect(fs.readdirSync(dir).filter((name) => name.startsWith('ALARM-')).length).toBe(1)
  expect((await send(first.address, 'x'.repeat(70_000))).status).toBe(400)
  expect((await send(first.address, log.submit(12, 14))).status).toBe(200)
  await stop()

  const again = await start()
  expect(again).toMatchObject({ vkey: first.vkey, logs: [{ size: 14 }], alarms: 1 })
  const shown = await fetch(`${again.address}${again.logs[0]?.path}`)
  expect(await shown.text()).toContain(log.noteAt(14))
  expect((await fetch(`${again.address}${again.logs[0]?.path}/13`)).status).toBe(404)
  await stop()
})

const read = (...argv: string[]): unknown => parseCall(witness, argv)
test('--log may be given several times, --listen once', () => {
  expect(read('--log', 'a', '--log=b', '--listen', 'x', '--listen', 'y')).toEqual({
    words: [],
    options: { log: 'a b', listen: 'y' },
  })
})

test.each([
  ['no log', []],
  ['a key that is none', ['--log', `${log.vkey}x`]],
  ['a name without dot or slash', ['--log', log.vkey, '--name', 'office']],
  ['an address without port', ['--log', log.vkey, '--listen', '127.0.0.1']],
])('%s ends with what to give', async (_, argv) => {
  const parsed = parseCall(witness, [...argv, '--data', join(dir, 'not-made')])
  if ('unread' in parsed) throw new Error(parsed.unread)
  const said: unknown[] = []
  const nothing = { env: {}, print: () => {}, sayNo: () => {} }
  expect(await witness.run({ ...parsed, ...nothing, say: (sentence) => void said.push(sentence) })).toBe(2)
  expect(said.length).toBe(1)
  expect(fs.existsSync(join(dir, 'not-made'))).toBe(false)
})

test('a port that is taken is said, with the option that chooses another', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const bound = other.address()
  const port = typeof bound === 'object' ? bound?.port : undefined
  const argv = ['--log', log.vkey, '--listen', `127.0.0.1:${port}`, '--data', join(dir, 'second')]
  const child = spawn(process.execPath, [MAIN, 'witness', ...argv], { env: {}, cwd: dir })
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(String(chunk)))
  const [code] = await once(child, 'close')
  other.close()
  expect([code, said.join('')]).toEqual([
    1,
    expect.stringMatching(/^端口 \d+ 已被占用：[^\n]*--listen[^\n]*\n$/),
  ])
})
