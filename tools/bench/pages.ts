import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Line, Measure } from './measure.ts'
import { showKb, showKib } from './numbers.ts'
import { ROOT } from './product.ts'

/** What Vite says of each chunk: its file, and the chunks that load with it. */
type Manifest = Readonly<
  Record<string, { readonly file: string; readonly imports?: readonly string[]; readonly isEntry?: boolean }>
>

const MOST_KB = 260

/** The pages of the desk, by the file that shows them. */
const ROUTES = {
  'the overview, from the first byte on': '../home/desk/Overview.tsx',
  'a branch': '../home/desk/BranchPage.tsx',
  'a score': '../assessment/desk/ScorePage.tsx',
  'entering a meeting': '../meetings/desk/EnterMeeting.tsx',
  'importing ledgers': '../ledger/desk/ImportPage.tsx',
} as const

/** A chunk and all that loads with it. */
function withImports(manifest: Manifest, key: string, found = new Set<string>()): Set<string> {
  if (found.has(key)) return found
  const chunk = manifest[key]
  if (!chunk) throw new Error(`no chunk ${key} was built`)
  found.add(key)
  for (const other of chunk.imports ?? []) withImports(manifest, other, found)
  return found
}

/** Bytes of script for these files, each packed by itself as it travels. */
function packedBytes(folder: string, manifest: Manifest, keys: Iterable<string>): number {
  const files = new Set([...keys].map((key) => manifest[key]?.file ?? ''))
  return [...files]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)
}

function build(folder: string): Manifest {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--manifest', '--outDir', folder, '--logLevel', 'error']
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('the pages could not be built')
  return JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'))
}

const PHONE_SCRIPT_KB = 60
const PHONE_ALL_KIB = 80

const packed = (file: string): number => gzipSync(readFileSync(file)).length

/** What an address of the phone fetches before anything is asked of the server: its page and all that the page names. */
function phoneLoad(folder: string): { readonly script: number; readonly all: number } {
  const page = join(folder, 'phone', 'index.html')
  const html = readFileSync(page, 'utf8')
  const named = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => join(folder, path ?? ''))
  const script = named.filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + packed(file), 0)
  if (script === 0) throw new Error('the phone’s page names no script')
  return { script, all: [page, ...named].reduce((sum, file) => sum + packed(file), 0) }
}

function phoneLines(folder: string): Line[] {
  const { script, all } = phoneLoad(folder)
  const worker = packed(join(folder, 'worker.js'))
  return [
    {
      what: 'the phone, from the first byte on',
      measured: showKb(script),
      asked: `≤ ${PHONE_SCRIPT_KB} KB`,
      met: script <= PHONE_SCRIPT_KB * 1000,
    },
    {
      what: 'the phone with page, styles, icons and worker',
      measured: showKib(all + worker),
      asked: `≤ ${PHONE_ALL_KIB} KiB`,
      met: all + worker <= PHONE_ALL_KIB * 1024,
    },
  ]
}

/** How much script the pages load, packed. There is no bare side to it. */
export const pages: Measure = {
  title: 'what the pages load, gzipped',
  run: async ({ home }) => {
    const folder = join(home, 'pages')
    const manifest = build(folder)
    const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry)
    if (!entry) throw new Error('the pages have no entry')
    const desk = Object.entries(ROUTES).map(([what, route], at): Line => {
      const bytes = packedBytes(
        folder,
        manifest,
        withImports(manifest, route, new Set(withImports(manifest, entry))),
      )
      const told = { what, measured: showKb(bytes) }
      return at > 0 ? told : { ...told, asked: `≤ ${MOST_KB} KB`, met: bytes <= MOST_KB * 1000 }
    })
    return [...desk, ...phoneLines(folder)]
  },
}
