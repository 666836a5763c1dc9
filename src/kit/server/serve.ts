import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Actor, Contract, GeneralRefusal, Problem, Reach } from '../contract.ts'
import type { Db, Tx } from '../db/db.ts'
import type { Keys } from '../keys/keys.ts'
import { isRefused, type Refused } from '../refuse.ts'
import type { Action, Place } from './action.ts'
import { type Ask, findAnswer, hashOf, keepAnswer } from './idempotency.ts'
import { generalProblem, PROBLEM_TYPE, problemOf } from './problem.ts'
import { readInput } from './read-input.ts'

/** Whether somebody sits at the page that asks; what a page asks by itself keeps no session alive. */
export type Use = 'attended' | 'unattended'

/** What the house below needs to know from above: who somebody is, and what they may. */
export type Gate = {
  /** The actor a session token stands for; undefined when it stands for nobody (any more). */
  readonly readSession: (db: Db, token: string, now: Date, use: Use) => Promise<Actor | undefined>
  /** Whether the actor may do this here; `actor` undefined: nobody is signed in. */
  readonly may: (ask: { db: Db; actor: Actor | undefined; action: string; place: Place }) => Promise<boolean>
  /** Where the actor may do this; the same table as `may`. */
  readonly reachOf: (actor: Actor, action: string) => Reach
  /** Whether an action asks for no session: signing in, setting up. */
  readonly isOpen: (action: string) => boolean
  /** Whether an action is allowed while the first password still stands. */
  readonly isBeforeChange: (action: string) => boolean
}

export type Serving = {
  readonly actions: readonly Action[]
  readonly db: Db
  readonly keys: Keys
  /** The folder of what is kept outside the database. */
  readonly dataDir: string
  readonly gate: Gate
  readonly clock: () => Date
  readonly log: (entry: { reference: string; action: string; error: unknown }) => void
  /** Called after a write has committed; never awaited. */
  readonly committed?: (action: string, actor: Actor) => void
}

export const SESSION_COOKIE = 'pitlamp'
const MOST_BODY_BYTES = 28 * 1024 * 1024
const NOBODY = { mineId: '', accountId: '', personId: null, offices: [], mustChange: false }
const nobody: Actor = NOBODY as never

type Reply = { readonly status: number; readonly body: string; readonly type: string }
type Call = {
  readonly action: Action
  readonly input: unknown
  readonly actor: Actor
  readonly now: Date
  readonly session: { token: string | null; next?: string | null; keeps?: true }
}

const replyProblem = (problem: Problem): Reply => ({
  status: problem.status,
  body: JSON.stringify(problem),
  type: PROBLEM_TYPE,
})
const replyGeneral = (code: GeneralRefusal): Reply => replyProblem(generalProblem(code))
const replyAnswer = (answer: unknown): Reply => ({
  status: 200,
  body: JSON.stringify(answer),
  type: 'application/json; charset=utf-8',
})

function replyRefused(contract: Contract, refused: Refused): Reply {
  const status = contract.refusals[refused.refused]
  if (!status) throw new Error(`${contract.name} refused with an undeclared code: ${refused.refused}`)
  return replyProblem(problemOf(refused, status))
}

/** Thrown inside a transaction to undo it and answer with this reply. */
type Undo = { readonly undo: Reply }
const isUndo = (thrown: unknown): thrown is Undo =>
  typeof thrown === 'object' && thrown !== null && 'undo' in thrown

async function run(serving: Serving, call: Call, tx: Db | Tx): Promise<Reply> {
  const { action, input, actor, now, session } = call
  const answer = await action.handle({
    input,
    actor,
    reach: serving.gate.reachOf(actor, action.contract.name),
    now,
    tx: tx as Tx,
    keys: serving.keys,
    dataDir: serving.dataDir,
    sessionToken: session.token,
    setSession: (token) => {
      session.next = token
    },
    keepWritten: () => {
      session.keeps = true
    },
  })
  return isRefused(answer) ? replyRefused(action.contract, answer) : replyAnswer(answer)
}

async function write(serving: Serving, call: Call, ask: Ask | undefined): Promise<Reply> {
  const kept = ask && (await findAnswer(serving.db, ask))
  if (kept === 'other') return replyGeneral('key-reused')
  if (kept) return { status: kept.status, body: kept.answer, type: replyAnswer(null).type }
  try {
    return await serving.db.transaction().execute(async (tx) => {
      const reply = await run(serving, call, tx)
      if (reply.status !== 200 && !call.session.keeps) throw { undo: reply } satisfies Undo
      if (ask && reply.status === 200)
        await keepAnswer(tx, ask, { status: reply.status, answer: reply.body }, call.now)
      return reply
    })
  } catch (thrown) {
    // The same write may have ended in another request while this one ran: then its answer is the answer.
    const meanwhile = ask && (await findAnswer(serving.db, ask))
    if (meanwhile && meanwhile !== 'other')
      return { status: meanwhile.status, body: meanwhile.answer, type: replyAnswer(null).type }
    if (isUndo(thrown)) return thrown.undo
    throw thrown
  }
}

async function allow(
  serving: Serving,
  action: Action,
  call: Pick<Call, 'input' | 'actor' | 'now'>,
): Promise<Reply | undefined> {
  const { name } = action.contract
  const place = await action.where({ ...call, db: serving.db })
  if (isRefused(place)) return replyRefused(action.contract, place)
  const actor = call.actor === nobody ? undefined : call.actor
  const allowed = await serving.gate.may({ db: serving.db, actor, action: name, place })
  if (allowed) return undefined
  return replyGeneral('not-allowed')
}

/** Every action of the product as a web application: `GET|POST /api/<slice>.<verb>`, callable as a function in tests. */
export function serveActions(serving: Serving): Hono {
  const app = new Hono()
  const actions = new Map(serving.actions.map((action) => [action.contract.name, action]))

  app.all('/api/:name', async (c) => {
    const action = actions.get(c.req.param('name'))
    if (!action) return send(replyGeneral('no-such-action'))
    const { contract } = action
    if (c.req.method !== (contract.kind === 'read' ? 'GET' : 'POST'))
      return send(replyGeneral('wrong-method'))

    const now = serving.clock()
    const token = getCookie(c, SESSION_COOKIE) ?? null
    const use = c.req.header('x-unattended') ? 'unattended' : 'attended'
    const known = token ? await serving.gate.readSession(serving.db, token, now, use) : undefined
    const open = serving.gate.isOpen(contract.name)
    if (!known && !open) return send(replyGeneral('not-signed-in'))
    if (known?.mustChange && !open && !serving.gate.isBeforeChange(contract.name))
      return send(replyGeneral('password-change-due'))
    const actor = known ?? nobody

    const parsed = await readInput(c.req.raw, contract, contract.mostBytes ?? MOST_BODY_BYTES)
    if ('problem' in parsed) return send(replyProblem(parsed.problem))
    const { input, text } = parsed
    const denied = await allow(serving, action, { input, actor, now })
    if (denied) return send(denied)

    const session: Call['session'] = { token }
    const call: Call = { action, input, actor, now, session }
    const key = c.req.header('idempotency-key')
    if (key !== undefined && (key.length < 8 || key.length > 80)) return send(replyGeneral('bad-input'))
    const ask =
      key && known
        ? { actor, key, action: contract.name, hash: hashOf(contract.name, text), keys: serving.keys.field }
        : undefined
    const reply =
      contract.kind === 'read' ? await run(serving, call, serving.db) : await write(serving, call, ask)
    if (contract.kind === 'write' && reply.status === 200) serving.committed?.(contract.name, actor)

    if (session.next !== undefined) {
      const secure = new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'
      setCookie(c, SESSION_COOKIE, session.next ?? '', {
        path: '/',
        httpOnly: true,
        sameSite: 'Strict',
        secure,
        ...(session.next === null ? { maxAge: 0 } : { maxAge: 30 * 24 * 3600 }),
      })
    }
    return send(reply)

    function send({ status, body, type }: Reply): Response {
      c.header('content-type', type)
      c.header('cache-control', 'no-store')
      c.header('content-length', String(Buffer.byteLength(body))) // a short answer is not worth packing
      return c.body(body, status as 200)
    }
  })

  app.onError((error, c) => {
    const reference = randomBytes(6).toString('hex')
    serving.log({ reference, action: c.req.path, error })
    const code = isBusy(error) ? 'busy' : 'fault'
    return c.body(JSON.stringify(generalProblem(code, { reference })), code === 'busy' ? 503 : 500, {
      'content-type': PROBLEM_TYPE,
    })
  })
  return app
}

/** How a lost or starting database shows: by the code of the socket or of PostgreSQL, or in words of the client that have none. */
const LOST_CODES = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|57P0[1-3]|08...)$/
const LOST_WORDS =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/

const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  (LOST_WORDS.test(error.message) || ('code' in error && LOST_CODES.test(String(error.code))))
