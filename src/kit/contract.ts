import type { z } from 'zod'
import type { Id } from './id.ts'

/** What an action promises: what it takes, what it answers, every way it may say no (code → HTTP status). */
export type Contract<
  N extends string = string,
  K extends 'read' | 'write' = 'read' | 'write',
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  R extends Refusals = Refusals,
> = {
  readonly name: N
  readonly kind: K
  readonly input: I
  readonly output: O
  readonly refusals: R
  /** One plain sentence for the interface description. */
  readonly about: string
  /** How large a body it takes, in bytes; left out: as large as the largest file. */
  readonly mostBytes?: number
}

/** Far more than people type: a body of text alone is never larger. */
export const TEXT_BYTES = 1024 * 1024

export type Refusals = Readonly<
  Record<string, 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429>
>

type Promised<I extends z.ZodType, O extends z.ZodType, R extends Refusals> = {
  readonly about: string
  readonly input: I
  readonly output: O
  readonly refusals: R
  readonly mostBytes?: number
}

type Unnamed<
  K extends 'read' | 'write',
  I extends z.ZodType,
  O extends z.ZodType,
  R extends Refusals,
> = Promised<I, O, R> & { readonly kind: K }

/** A question: `GET /api/<slice>.<verb>`, its input a flat object in the query. */
export const read = <I extends z.ZodType, O extends z.ZodType, R extends Refusals>(
  promised: Promised<I, O, R>,
): Unnamed<'read', I, O, R> => ({ kind: 'read', ...promised })

/** A change: `POST /api/<slice>.<verb>`, its input a JSON body. */
export const write = <I extends z.ZodType, O extends z.ZodType, R extends Refusals>(
  promised: Promised<I, O, R>,
): Unnamed<'write', I, O, R> => ({ kind: 'write', ...promised })

type AnyUnnamed = Unnamed<'read' | 'write', z.ZodType, z.ZodType, Refusals>
type Named<S extends string, A extends Record<string, AnyUnnamed>> = {
  readonly [V in keyof A & string]: A[V] extends Unnamed<infer K, infer I, infer O, infer R>
    ? Contract<`${S}.${V}`, K, I, O, R>
    : never
}

/** The actions of a slice, each named `<slice>.<verb>`: that name is the route, the journal kind and the test title. */
export function slice<S extends string, A extends Record<string, AnyUnnamed>>(
  name: S,
  actions: A,
): Named<S, A> {
  const named = Object.entries(actions).map(([verb, action]) => [
    verb,
    { ...action, name: `${name}.${verb}` },
  ])
  return Object.fromEntries(named) as Named<S, A>
}

/**
 * Every slice's contracts, by slice. A slice adds itself in its `contract.ts`:
 * `declare module '../kit/contract.ts' { interface Contracts { meetings: typeof contract } }`
 */
// biome-ignore lint/suspicious/noEmptyInterface: slices add themselves
export interface Contracts {}

type AnyContract = Contract<string, 'read' | 'write', z.ZodType, z.ZodType, Refusals>
type All = { [S in keyof Contracts]: Contracts[S][keyof Contracts[S]] }[keyof Contracts]

/** The name of any action of the product. */
export type ActionName = Extract<All, AnyContract>['name']
export type ReadName = Extract<All, { kind: 'read' }>['name']
export type WriteName = Extract<All, { kind: 'write' }>['name']

export type ContractOf<N extends ActionName> = Extract<All, { name: N }>
/** What a caller sends. */
export type InputOf<N extends ActionName> = z.input<ContractOf<N>['input']>
/** What a handler is given of it, once parsed. */
export type ParsedOf<N extends ActionName> = z.output<ContractOf<N>['input']>
/** What a caller gets back. */
export type OutputOf<N extends ActionName> = z.output<ContractOf<N>['output']>
/** Every code an action may refuse with, the general ones of the server included. */
export type RefusalOf<N extends ActionName> = (keyof ContractOf<N>['refusals'] & string) | GeneralRefusal

/** Codes the server itself refuses with, on any action, and their HTTP status. */
export const GENERAL_REFUSALS = {
  'bad-input': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'no-such-action': 404,
  'wrong-method': 405,
  'key-reused': 409,
  'too-large': 413,
  'not-json': 415,
  'password-change-due': 403,
  busy: 503,
  fault: 500,
} as const

export type GeneralRefusal = keyof typeof GENERAL_REFUSALS

/** A role held over a unit and all below it; `orgId` null: over the whole mine. */
export type Office = { readonly role: string; readonly orgId: Id<'org'> | null }

/** Where an actor may do something: the whole mine, or these units and all below them; an empty list: nowhere. */
export type Reach = 'mine' | readonly Id<'org'>[]

/** Who asks: an account of a mine with the offices it holds now. */
export type Actor = {
  readonly mineId: Id<'mine'>
  readonly accountId: Id<'account'>
  readonly personId: Id<'person'> | null
  readonly offices: readonly Office[]
  /** The first password still stands: only changing it is allowed. */
  readonly mustChange: boolean
}

/** An answer that says no, as it travels (RFC 9457, `application/problem+json`). */
export type Problem<C extends string = string> = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: C
  readonly clause?: string
  readonly facts?: Readonly<Record<string, string | number>>
  /** Where the input is wrong: path into the input and what is wrong there; of what is too long or too many, how much it may be. */
  readonly fields?: readonly { readonly path: string; readonly code: string; readonly most?: number }[]
  /** Names the entry in the server's log, when the fault is ours. */
  readonly reference?: string
}
