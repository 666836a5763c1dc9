import type { ActionName, GeneralRefusal, InputOf, OutputOf, Problem, RefusalOf } from '../contract.ts'
import { isAttended } from './attended.ts'

/** What can go wrong before the server answers: no network, or no answer from it. */
export type LineRefusal = 'offline' | 'no-answer'
/** Every code a page may have to say for an action. */
export type CodeOf<N extends ActionName> = RefusalOf<N> | LineRefusal
export type ProblemOf<N extends ActionName> = Problem<CodeOf<N>>

/** Codes after which the same question may be answered a moment later. */
export const WORTH_ANOTHER_TRY: readonly string[] = ['no-answer', 'busy']
/** Codes that say nothing about the question, only that it was not answered. */
export const LINE_TROUBLE: readonly string[] = ['offline', 'no-answer', 'busy', 'fault']

export type Answer<N extends ActionName> =
  | { readonly answer: OutputOf<N>; readonly problem?: undefined }
  | { readonly problem: ProblemOf<N>; readonly answer?: undefined }

/** How an action travels: a read in the query, a write in the body under an idempotency key. */
export type Travel = { readonly kind: 'read' } | { readonly kind: 'write'; readonly key: string }

const ownProblem = (
  code: LineRefusal | GeneralRefusal,
  status: number,
): Problem<LineRefusal | GeneralRefusal> => ({
  type: `/problems/${code}`,
  title: code,
  status,
  code,
})

function queryOf(input: object): string {
  const given = Object.entries(input).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return query && `?${query}`
}

function send(name: string, input: object, travel: Travel): Promise<Response> {
  if (travel.kind === 'read')
    return fetch(`/api/${name}${queryOf(input)}`, {
      headers: { accept: 'application/json', ...(!isAttended() && { 'x-unattended': '1' }) },
    })
  return fetch(`/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': travel.key },
    body: JSON.stringify(input),
  })
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'

/** Asks the server for an action and answers what it said; never throws: no answer is a problem like any other. */
export async function call<N extends ActionName>(
  name: N,
  input: InputOf<N>,
  travel: Travel,
): Promise<Answer<N>> {
  const failed = (problem: Problem): Answer<N> => ({ problem: problem as ProblemOf<N> })
  try {
    const response = await send(name, input as object, travel)
    const body: unknown = await response.json().catch(() => undefined)
    if (response.ok) return { answer: body as OutputOf<N> }
    return failed(
      isProblem(body) ? body : ownProblem(response.status === 503 ? 'busy' : 'fault', response.status),
    )
  } catch {
    return failed(ownProblem(navigator.onLine ? 'no-answer' : 'offline', 0))
  }
}
