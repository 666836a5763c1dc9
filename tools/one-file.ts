import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

const PAGE = 'pack/index.html'
const SCRIPT = /<script type="module"[^>]*src="[^"]*"[^>]*><\/script>/
const STYLE = /<link rel="stylesheet"[^>]*>/g

/** A script inside a page must not look like its end, nor like the place where the pack stands. */
const forPage = (code: string): string =>
  code.replace(/<(?=\/?script)/gi, '\\x3C').replace(/<!--/g, '\\x3C!--')

const policyOf = (code: string): string =>
  [
    "default-src 'none'",
    `script-src 'sha256-${createHash('sha256').update(code).digest('base64')}'`,
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** Puts script and style of the page of a pack into the page itself: it opens from disk, asks no network, and says so. */
export const intoOneFile = (environment: string): Plugin => ({
  name: 'pitlamp:into-one-file',
  applyToEnvironment: ({ name }) => name === environment,
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const page = bundle[PAGE]
      const parts = Object.values(bundle)
      const chunks = parts.filter((part) => part.type === 'chunk')
      const [chunk] = chunks
      if (page?.type !== 'asset' || !chunk || chunks.length !== 1)
        throw new Error('the page of a pack is not of one script')
      const styles = parts.filter((part) => part.type === 'asset' && part.fileName.endsWith('.css'))
      const css = styles.map((part) => (part.type === 'asset' ? String(part.source) : '')).join('\n')
      const code = forPage(chunk.code)
      const head = `<meta http-equiv="Content-Security-Policy" content="${policyOf(code)}">`
      page.source = String(page.source)
        .replace(STYLE, '')
        .replace(SCRIPT, '')
        .replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${head}`)
        .replace('</head>', () => `<style>${css}</style>\n  </head>`)
        .replace('</body>', () => `<script type="module">${code}</script>\n  </body>`)
      for (const part of [chunk, ...styles]) delete bundle[part.fileName]
    },
  },
})
