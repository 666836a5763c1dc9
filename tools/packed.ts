import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const PACKED = /\.(?:js|css|svg|webmanifest)$/

/** Lays every script and style beside itself as it travels: packed once while building, not for each who asks. */
export const packed = (): Plugin => ({
  name: 'pitlamp-packed',
  writeBundle: ({ dir }, bundle) => {
    if (!dir) return
    for (const [name, part] of Object.entries(bundle)) {
      if (!PACKED.test(name)) continue
      const text = part.type === 'chunk' ? part.code : part.source
      writeFileSync(join(dir, `${name}.gz`), gzipSync(text, { level: 9 }))
    }
  },
})
