import { gzipSync } from 'node:zlib'
import { zip } from '../../src/kit/excel/zip-write.ts'

const README = 'An example of an evidence pack.\n'

/** A page that holds a pack and shows nothing. */
export const pageWith = (json: Uint8Array): string =>
  `<!doctype html><title>pack</title><script id="pack" type="application/gzip">${gzipSync(json).toString('base64')}</script>\n`

/** The zip of a pack, with whatever page. */
export const fileOf = (json: Uint8Array, page = pageWith(json)): Uint8Array =>
  zip(
    new Map<string, string | Uint8Array>([
      ['README.txt', README],
      ['index.html', page],
      ['pack.json', json],
    ]),
  )

/** The bytes of `pack.json`. */
export const jsonOf = (pack: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(pack))
