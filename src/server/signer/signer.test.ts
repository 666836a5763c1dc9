import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sequence } from '../../journal/jobs/sequence.ts'
import { sign } from '../../journal/jobs/sign.ts'
import { findLatestCheckpoint } from '../../journal/store/checkpoint.ts'
import { verify } from '../../journal/store/verify.ts'
import { processRuns } from '../../kit/postgres/process.ts'
import { records } from '../records.ts'
import { makeWorld, type World } from '../world.ts'
import { type RunningSigner, startSigner } from './start.ts'

let world: World
let signer: RunningSigner | undefined
let faults: string[] = []

beforeEach(async () => {
  world = await makeWorld()
  faults = []
})
afterEach(async () => {
  await signer?.stop()
  signer = undefined
  await world.close()
})

const WITHIN = { timeout: 60_000, interval: 50 }

function start(): RunningSigner {
  const log = ({ error }: { error: unknown }): void => void faults.push(String(error))
  signer = startSigner({ url: world.url, dataDir: world.dataDir, keysDir: world.keys.dir, log })
  return signer
}

const signed = async (): Promise<number | undefined> =>
  (await findLatestCheckpoint(world.db, world.mineId))?.size

/** So many more leaves, in their places. */
async function grow(count: number): Promise<void> {
  const staff = await world.as('committeeStaff')
  for (let at = 0; at < count; at += 1) await staff.post('voice.send', { kind: 'suggestion', text: '食堂' })
  await sequence(world.db, world.mineId, world.now)
}

/** What the check of everything says of checkpoints, memory and tiles. */
async function findings(): Promise<string[]> {
  const report = await verify({ ...world, records, now: world.now() })
  return report.findings.map(({ code }) => code).filter((code) => /^(checkpoint|signer|tile|log)/.test(code))
}

test('what is there at its start is signed, and what comes once it is told, by a process that is not root', async () => {
  await grow(2)
  const { kick, pid } = start()
  await vi.waitFor(async () => expect(await signed()).toBe(2), WITHIN)
  await grow(1)
  kick()
  await vi.waitFor(async () => expect(await signed()).toBe(3), WITHIN)
  const status = fs.readFileSync(`/proc/${pid()}/status`, 'utf8')
  const [, real, effective, saved] = /Uid:\t(\d+)\t(\d+)\t(\d+)/.exec(status) ?? []
  if (process.getuid?.() === 0) expect([real, effective, saved]).not.toContain('0')
  expect(fs.statSync(join(world.dataDir, 'signer')).mode & 0o777).toBe(0o700)
  expect(await findings()).toEqual([])
  expect(faults).toEqual([])
})

test('killed, it is started again and goes on; meanwhile writes are taken', async () => {
  await grow(1)
  const running = start()
  await vi.waitFor(async () => expect(await signed()).toBe(1), WITHIN)
  const killed = running.pid() ?? 0
  process.kill(killed, 'SIGKILL')
  await grow(1)
  await vi.waitFor(async () => expect(await signed()).toBe(2), WITHIN)
  expect(running.pid()).not.toBe(killed)
  expect(faults).toEqual(['Error: ended with SIGKILL'])
  expect(await findings()).toEqual([])
})

test('a log that is new since its start is signed all the same', async () => {
  const { kick } = start()
  await grow(1)
  kick()
  await vi.waitFor(async () => expect(await signed()).toBe(1), WITHIN)
  expect(faults).toEqual([])
})

test('told to stop, it signs what is left', async () => {
  await grow(1)
  const running = start()
  await vi.waitFor(async () => expect(await signed()).toBe(1), WITHIN)
  await grow(1)
  await running.stop()
  expect(await signed()).toBe(2)
  expect(processRuns(running.pid() ?? 0)).toBe(false)
})

test('what it refuses is told to the server', async () => {
  await grow(2)
  await sign(world, world.mineId)
  const state = join(world.dataDir, 'signer', world.mineId, 'state.json')
  fs.writeFileSync(state, fs.readFileSync(state, 'utf8').replace('"size":2', '"size":1'))
  start()
  await vi.waitFor(() => expect(faults).toEqual(['Error: Error: signer-damaged {}']), WITHIN)
})

test('it ends when the server is killed, and the next server has its own', async () => {
  await grow(1)
  const program = `
    import { startSigner } from ${JSON.stringify(new URL('./start.ts', import.meta.url).href)}
    const parts = ${JSON.stringify({ url: world.url, dataDir: world.dataDir, keysDir: world.keys.dir })}
    console.log(startSigner({ ...parts, log: console.error }).pid())`
  const server = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(server.stdout, 'data')
  const pid = Number(String(line))
  await vi.waitFor(async () => expect(await signed()).toBe(1), WITHIN)
  expect(processRuns(pid)).toBe(true)
  server.kill('SIGKILL')
  await grow(1)
  start()
  await vi.waitFor(async () => expect(await signed()).toBe(2), WITHIN)
  await vi.waitFor(() => expect(fs.existsSync(`/proc/${pid}/exe`)).toBe(false), WITHIN)
  expect(faults).toEqual([])
})
