import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const PREACT: Readonly<Record<string, string>> = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react/jsx-dev-runtime': 'preact/jsx-runtime',
  'use-sync-external-store/shim/index.js': 'preact/compat',
}

/** In one environment of the build, Preact stands in for React: same pages' code, a tenth of the weight. */
export const onPreact = (environment: string): Plugin => ({
  name: 'pitlamp:on-preact',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === environment,
  resolveId(source, importer, options) {
    const stands = PREACT[source]
    return stands ? this.resolve(stands, importer, { ...options, skipSelf: true }) : null
  },
})

const PUBLIC = fileURLToPath(new URL('../src/web/public/', import.meta.url))
/** What the worker's source calls the list of files it keeps. */
const LIST = /\bPITLAMP_FILES\b/
const PAGE = 'phone/index.html'
/** Files beside the page that an installed phone shows. */
const BESIDE = ['manifest.webmanifest', 'lamp.svg', 'lamp-192.png', 'lamp-512.png']

type Kept = { readonly url: string; readonly revision: string | null }

const stampOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 16)

/** Writes into the worker the list of files that make up the phone's pages, so that they open without a line. */
export const listForOffline = (environment: string): Plugin => ({
  name: 'pitlamp:list-for-offline',
  applyToEnvironment: ({ name }) => name === environment,
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const page = bundle[PAGE]
      const worker = bundle['worker.js']
      if (page?.type !== 'asset' || worker?.type !== 'chunk')
        throw new Error('the phone has no page or no worker')
      const html = String(page.source)
      const hashed = Object.keys(bundle).filter((file) => file.startsWith('assets/') && html.includes(file))
      const files: Kept[] = [
        { url: '/', revision: stampOf(html) },
        ...hashed.map((file) => ({ url: `/${file}`, revision: null })),
        ...BESIDE.map((file) => ({ url: `/${file}`, revision: stampOf(readFileSync(`${PUBLIC}${file}`)) })),
      ]
      if (!LIST.test(worker.code)) throw new Error('the worker asks for no list')
      worker.code = worker.code.replace(LIST, JSON.stringify(files))
    },
  },
})
