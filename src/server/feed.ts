import type { Context, Hono } from 'hono'
import { findFeedOwner } from '../access/store/feeds.ts'
import { writeCalendar } from '../kit/calendar.ts'
import type { Db } from '../kit/db/db.ts'
import { findFeedOf } from '../meetings/api/feed.ts'

type Parts = { readonly db: Db; readonly clock: () => Date }

const HEADERS = {
  'content-type': 'text/calendar; charset=utf-8',
  'content-disposition': 'inline; filename="pitlamp.ics"',
  'cache-control': 'private, no-cache',
}

async function answer({ db, clock }: Parts, c: Context, token: string): Promise<Response> {
  const owner = await findFeedOwner(db, token)
  if (!owner) return c.text('这个日历地址已经停用。 This calendar address has ended.\n', 404)
  const calendar = await findFeedOf(db, { ...owner, now: clock(), address: new URL(c.req.url).origin })
  return c.body(writeCalendar(calendar), 200, HEADERS)
}

/** `GET /feed/<secret>.ics`: the calendar of whoever was given the address. It asks for no session: calendar programs have none. */
export function serveFeeds(app: Hono, parts: Parts): void {
  app.get('/feed/:file{.+\\.ics}', (c) => answer(parts, c, c.req.param('file').replace(/\.ics$/, '')))
}
