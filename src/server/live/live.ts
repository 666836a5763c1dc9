import { randomUUID } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { z } from 'zod'
import { listSignedIn, mineOfToken, type SignedIn } from '../../access/store/gate.ts'
import type { GeneralRefusal } from '../../kit/contract.ts'
import type { Id } from '../../kit/id.ts'
import { generalProblem, PROBLEM_TYPE } from '../../kit/server/problem.ts'
import { SESSION_COOKIE } from '../../kit/server/serve.ts'
import { findRecord, findStart } from './follow.ts'
import { type HubParts, makeHub } from './hub.ts'
import { type OpenPage, openLine } from './page.ts'
import { maySee } from './tell.ts'

/** What goes on, told to open pages: changes they may see, and who has the same record open for editing. Nothing is stored. */
export type Live = {
  readonly serve: (app: Hono) => void
  /** A write has committed. */
  readonly nudge: (action: string) => void
  /** What was written has its place in the journal: pages are told now. */
  readonly placed: () => void
  readonly look: () => Promise<void>
  readonly open: () => number
  readonly stop: () => void
}

/** One browser shows few pages at once; more than this is no person. */
const MOST_OF_ONE = 20
/** Changes up to this much older than the line are told: they may be missing in what the page read before. */
const OVERLAP_MS = 10_000

const refused = (c: Context, code: GeneralRefusal): Response => {
  const problem = generalProblem(code)
  return c.body(JSON.stringify(problem), problem.status as 401, { 'content-type': PROBLEM_TYPE })
}

const editingShape = z.object({ page: z.uuid(), editing: z.uuid().nullable() })

type Whose = SignedIn & { readonly token: string; readonly mineId: Id<'mine'> }

async function whose({ db, clock }: HubParts, c: Context): Promise<Whose | undefined> {
  const token = getCookie(c, SESSION_COOKIE) ?? ''
  const mineId = mineOfToken(token)
  const known = mineId && (await listSignedIn(db, mineId, [token], clock())).get(token)
  return known && mineId ? { ...known, token, mineId } : undefined
}

/** The journal's position a page comes back with; undefined: it comes for the first time. */
function sinceOf(c: Context): number | undefined {
  const text = c.req.header('last-event-id') ?? c.req.query('since') ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** Tells everybody who has a record open for editing who else has. */
function tellEditors(pages: Iterable<OpenPage>, mineId: Id<'mine'>, subject: string): void {
  const here = [...pages].filter((page) => page.mineId === mineId && page.editing === subject)
  for (const page of here) {
    const others = here.filter(({ accountId }) => accountId !== page.accountId)
    page.send('editing', { subject, names: [...new Set(others.map(({ name }) => name))] })
  }
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

/** Makes the live part of the server: `GET /api/live` is the stream of a page, `POST /api/live` says what it has open for editing. */
export function makeLive(parts: HubParts): Live {
  const hub = makeHub(parts)
  const drop = (page: OpenPage): void => {
    hub.drop(page)
    if (page.editing) tellEditors(hub.pages.values(), page.mineId, page.editing)
  }

  const openPage = async (c: Context): Promise<Response> => {
    const who = await whose(parts, c)
    if (!who) return refused(c, 'not-signed-in')
    if (who.actor.mustChange) return refused(c, 'password-change-due')
    const { accountId } = who.actor
    const mine = [...hub.pages.values()].filter((page) => page.accountId === accountId)
    if (mine.length >= MOST_OF_ONE) mine[0]?.end()
    const after = new Date(parts.clock().getTime() - OVERLAP_MS)
    const at = sinceOf(c) ?? (await findStart(parts.db, who.mineId, after))
    const { body, ...line } = openLine(
      () => page.at,
      () => drop(page),
    )
    const { token, mineId, name } = who
    const page: OpenPage = { id: randomUUID(), mineId, token, accountId, name, at, editing: null, ...line }
    hub.add(page)
    page.send('open', { page: page.id })
    return c.body(body, 200, HEADERS)
  }

  const setEditing = async (c: Context): Promise<Response> => {
    const who = await whose(parts, c)
    if (!who) return refused(c, 'not-signed-in')
    const asked = editingShape.safeParse(await c.req.json().catch(() => undefined))
    if (!asked.success) return refused(c, 'bad-input')
    const page = hub.pages.get(asked.data.page)
    const { editing } = asked.data
    if (!page || page.token !== who.token) return refused(c, 'not-allowed')
    const record = editing && (await findRecord(parts.db, who.mineId, editing))
    if (editing && (!record || !maySee(parts.gate, who.actor, record))) return refused(c, 'not-allowed')
    const before = page.editing
    page.editing = editing
    for (const subject of new Set([before, editing]))
      if (subject) tellEditors(hub.pages.values(), page.mineId, subject)
    return c.json({})
  }

  return {
    serve: (app) => {
      app.get('/api/live', openPage)
      app.post('/api/live', async (c) =>
        /^application\/json\b/.test(c.req.header('content-type') ?? '')
          ? setEditing(c)
          : refused(c, 'not-json'),
      )
    },
    placed: () => hub.nudge('places'),
    nudge: (action) => hub.nudge(action.startsWith('access.') ? 'who' : 'records'),
    look: hub.look,
    open: () => hub.pages.size,
    stop: hub.stop,
  }
}
