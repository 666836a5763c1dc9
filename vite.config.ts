import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { licences } from './tools/licences.ts'
import { intoOneFile } from './tools/one-file.ts'
import { packed } from './tools/packed.ts'
import { listForOffline, onPreact } from './tools/phone-build.ts'

const { PITLAMP_SERVER: server = 'http://127.0.0.1:8080', PITLAMP_GALLERY: gallery } = process.env

/** The oldest browser the phone's pages open in: WeCom's and DingTalk's own, built on a Chromium of 2020. */
const OLD_PHONES = 'chrome86'

/** The oldest browsers the desk and the page of a pack open in: older Windows stays at such. */
const OLDEST = ['chrome105', 'safari16', 'firefox110']

/**
 * Builds both faces into `dist/`: `desk/index.html` on React, `phone/index.html` and its `worker.js` on Preact, hashed files in
 * `assets/`; `pack/index.html`, the page of an evidence pack, whole in one file; beside them `licences.json`. With PITLAMP_GALLERY set, the gallery of the phone's parts too.
 */
export default defineConfig({
  root: 'src/web',
  plugins: [
    react(),
    onPreact('phone'),
    onPreact('pack'),
    intoOneFile('pack'),
    listForOffline('phone'),
    licences(import.meta.dirname),
    packed(),
  ],
  build: { outDir: '../../dist', emptyOutDir: true, target: OLDEST },
  environments: {
    client: { build: { rolldownOptions: { input: 'src/web/desk/index.html' } } },
    phone: {
      consumer: 'client',
      build: {
        cssTarget: OLD_PHONES,
        emptyOutDir: false,
        copyPublicDir: false,
        manifest: false,
        modulePreload: false,
        rolldownOptions: {
          input: {
            phone: 'src/web/phone/index.html',
            worker: 'src/web/phone/worker.ts',
            ...(gallery && { gallery: 'src/web/gallery/index.html' }),
          },
          output: {
            entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
          },
        },
      },
    },
    pack: {
      consumer: 'client',
      build: {
        emptyOutDir: false,
        copyPublicDir: false,
        manifest: false,
        modulePreload: false,
        cssCodeSplit: false,
        rolldownOptions: { input: 'src/web/pack/index.html' },
      },
    },
  },
  builder: {},
  server: { proxy: { '/api': server } },
})
