import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { gate } from '../access/store/gate.ts'
import type { Actor } from '../kit/contract.ts'
import type { Db } from '../kit/db/db.ts'
import type { Keys } from '../kit/keys/keys.ts'
import { describeActions } from '../kit/server/openapi.ts'
import { serveActions } from '../kit/server/serve.ts'
import { actions } from './actions.ts'
import { serveFeeds } from './feed.ts'
import type { Live } from './live/live.ts'
import { servePages } from './pages.ts'
import { serveTiles } from './tiles.ts'

export const VERSION = '0.1.0'

export type AppParts = {
  readonly db: Db
  readonly keys: Keys
  readonly dataDir: string
  readonly clock: () => Date
  readonly log: (entry: { reference: string; action: string; error: unknown }) => void
  /** Called after a write has committed. */
  readonly committed?: (action: string, actor: Actor) => void
  /** What tells open pages of changes; without it they are told nothing. */
  readonly live?: Live
}

/** Where the built pages stand. */
export const PAGES = join(fileURLToPath(new URL('../../', import.meta.url)), 'dist')

/** The whole product over HTTP: its actions, their description, a health answer and the pages. A function to call in tests. */
export function makeApp(parts: AppParts): Hono {
  const app = new Hono()
  app.use(
    secureHeaders({
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: false,
    }),
  )
  app.use(async (c, next) => {
    await next()
    // The pages state what they may load; everything else loads nothing at all.
    const stated = c.res.headers.has('content-security-policy')
    if (!stated) c.res.headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
  })
  app.use('/api/*', compress())
  app.get('/health', async (c) => {
    await parts.db.selectNoFrom((eb) => eb.val(1).as('one')).execute()
    return c.json({ up: true, version: VERSION })
  })
  app.get('/api/openapi.json', (c) =>
    c.json(
      describeActions(
        actions.map((action) => action.contract),
        VERSION,
      ),
    ),
  )
  parts.live?.serve(app)
  serveFeeds(app, parts)
  serveTiles(app, parts)
  app.route('/', serveActions({ ...parts, actions, gate }))
  servePages(app, PAGES)
  return app
}
