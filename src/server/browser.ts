import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']
const MAIN = fileURLToPath(new URL('../cli/main.ts', import.meta.url))

/** Nothing a browser does on its own: no updates, no lookups, no tours. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Without a language a browser gives files whose names are not ASCII another one. */
const SPEAKS = { ...process.env, LC_ALL: 'C.UTF-8' }

function findChromium(): string {
  const named = process.env['PITLAMP_CHROMIUM']
  if (named) return named
  const places = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  const found = places.find((place) => {
    try {
      accessSync(place, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
  if (!found) throw new Error('no Chromium on PATH; npm test installs one')
  return found
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium(), args: QUIET, env: SPEAKS })

/** The product as a person starts it, on a data folder of its own. */
export type Product = {
  readonly address: string
  readonly setUp: string
  readonly dataDir: string
  /** Ends it and leaves its data folder. */
  readonly stop: () => Promise<void>
  /** Ends it and removes its data folder. */
  readonly close: () => Promise<void>
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('\n')) resolve(text)
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
}

/**
 * Starts the server on an empty data folder, or on a copy of `from`, with the embedded database unless `given` names another
 * (`DATABASE_URL`); answers once it prints its address.
 */
export async function startProduct(
  given: Readonly<Record<string, string>> = {},
  from?: string,
): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'pitlamp-story-'))
  const dataDir = join(folder, 'data')
  // Not by Node: the copy belongs to whom the folder belongs, the signer's part to the signer's account.
  if (from) await promisify(execFile)('cp', ['-a', from, dataDir])
  const { DATABASE_URL: _, PITLAMP_OWNER_URL: __, ...own } = process.env
  const env = { ...own, ...given }
  const child = spawn(process.execPath, [MAIN, 'serve', '--data', dataDir, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  })
  const { address, setUp } = JSON.parse(await firstLine(child)) as { address: string; setUp: string }
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  const close = async (): Promise<void> => {
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { address, setUp, dataDir, stop, close }
}
