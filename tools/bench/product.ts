import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** What the launcher of the commands tells Node: where compiled code is kept from one start to the next. */
export const NODE_ENV = { NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'pitlamp') }

/** The product as it is served, in a process of its own. */
export type Product = {
  readonly address: string
  readonly port: number
  readonly pid: number
  readonly child: ChildProcess
  /** What an action of the product answers, as text. Throws when it is not 200. */
  readonly get: (path: string, cookie: string) => Promise<string>
  readonly stop: () => Promise<void>
}

/** Node's own options before the file, as the launcher gives them. */
const OPTIONS = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8']

/** Serves a database as `npm start` does. */
export async function startProduct(
  databaseUrl: string,
  dataDir: string,
  options: readonly string[] = [],
): Promise<Product> {
  const args = [
    ...OPTIONS,
    ...options,
    'src/cli/main.ts',
    'serve',
    '--port',
    '0',
    '--json',
    '--data',
    dataDir,
  ]
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...NODE_ENV, ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit', ...(options.length > 0 ? (['ipc'] as const) : [])],
    serialization: 'advanced',
  })
  const ended = once(child, 'exit')
  process.once('exit', () => child.kill('SIGTERM'))
  if (!child.stdout) throw new Error('the server says nothing')
  const said = once(createInterface({ input: child.stdout }), 'line')
  const [line] = await Promise.race([said, ended.then(() => [undefined])])
  if (line === undefined) throw new Error('the server did not start')
  const { address }: { address: string } = JSON.parse(line)
  const get: Product['get'] = async (path, cookie) => {
    const response = await fetch(`${address}${path}`, { headers: { cookie } })
    const text = await response.text()
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`)
    return text
  }
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
  }
  return { address, port: Number(new URL(address).port), pid: child.pid ?? 0, child, get, stop }
}
