import type { Clause } from '../law/clauses.ts'

/** A "no" that a rule or an action answers with: a code that pages have words for, the clause it rests on, and what the sentence may name. */
export type Refused<C extends string = string> = {
  readonly refused: C
  readonly clause?: Clause
  readonly facts?: Readonly<Record<string, string | number>>
}

/** Says no. `facts` fill the blanks of the sentence shown to the user; they must hold no personal data. */
export function refuse<C extends string>(
  code: C,
  clause?: Clause,
  facts?: Readonly<Record<string, string | number>>,
): Refused<C> {
  return { refused: code, ...(clause && { clause }), ...(facts && { facts }) }
}

/** Whether an answer is a refusal. */
export function isRefused(answer: unknown): answer is Refused {
  return (
    typeof answer === 'object' && answer !== null && 'refused' in answer && typeof answer.refused === 'string'
  )
}
