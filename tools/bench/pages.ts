import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Line, Measure } from './measure.ts'
import { showKb } from './numbers.ts'
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

/** How much script the desk's pages load, packed. There is no bare side to it. */
export const pages: Measure = {
  title: 'script of the desk’s pages, gzipped',
  run: async ({ home }) => {
    const folder = join(home, 'pages')
    const manifest = build(folder)
    const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry)
    if (!entry) throw new Error('the pages have no entry')
    return Object.entries(ROUTES).map(([what, route], at): Line => {
      const bytes = packedBytes(
        folder,
        manifest,
        withImports(manifest, route, new Set(withImports(manifest, entry))),
      )
      const told = { what, measured: showKb(bytes) }
      return at > 0 ? told : { ...told, asked: `≤ ${MOST_KB} KB`, met: bytes <= MOST_KB * 1000 }
    })
  },
}
