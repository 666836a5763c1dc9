import type { ActionName, InputOf, OutputOf, ReadName, WriteName } from '../src/kit/contract.ts'
import { newId } from '../src/kit/id.ts'

/** How a request leaves: over the network, or into the app as a function. */
export type Send = (path: string, init: RequestInit) => Promise<Response>

/** A browser without pages: keeps the session that an answer sets. Throws what is not answered with 200. */
export type Caller = {
  readonly get: <N extends ReadName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>
  readonly post: <N extends WriteName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>
  /** One attempt of a write under a key, whatever comes of it; rejects when no answer came. */
  readonly attempt: (name: WriteName, body: string, key: string) => Promise<{ status: number; text: string }>
  /** The cookie of its session, `name=value`; empty before it has one. */
  readonly cookie: () => string
}

/** Over the network to a server. */
export const sendTo =
  (address: string): Send =>
  (path, init) =>
    fetch(`${address}${path}`, init)

/** A cookie as a browser is given it. */
export function partsOf(cookie: string): { readonly name: string; readonly value: string } {
  const [name = '', value = ''] = cookie.split('=')
  return { name, value: decodeURIComponent(value) }
}

/** Opens a caller with no session yet. */
export function openCaller(send: Send): Caller {
  let cookie = ''
  const ask = async (path: string, init: RequestInit): Promise<{ status: number; text: string }> => {
    const headers = { 'content-type': 'application/json', cookie, ...init.headers }
    const response = await send(`/api/${path}`, { ...init, headers })
    const [set] = response.headers.getSetCookie()
    if (set) cookie = set.split(';')[0] ?? ''
    return { status: response.status, text: await response.text() }
  }
  const attempt: Caller['attempt'] = (name, body, key) =>
    ask(name, { method: 'POST', body, headers: { 'idempotency-key': key } })
  return {
    attempt,
    cookie: () => cookie,
    get: async (name, input) => {
      const given = Object.entries(input ?? {}).map(([key, value]) => [key, String(value)])
      return answerOf(name, await ask(`${name}?${new URLSearchParams(given)}`, { method: 'GET' }))
    },
    post: async (name, input) => answerOf(name, await attempt(name, JSON.stringify(input), newId())),
  }
}

function answerOf<N extends ActionName>(
  name: N,
  { status, text }: { status: number; text: string },
): OutputOf<N> {
  if (status !== 200) throw new Error(`${name}: ${status} ${text}`)
  return JSON.parse(text)
}
