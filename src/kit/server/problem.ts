import type { GeneralRefusal, Problem } from '../contract.ts'
import { GENERAL_REFUSALS } from '../contract.ts'
import type { Refused } from '../refuse.ts'

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

type Extra = Pick<Problem, 'fields' | 'reference'>

/** A refusal as it travels; the sentence shown to people is the page's, by `code`. */
export function problemOf({ refused, clause, facts }: Refused, status: number, extra: Extra = {}): Problem {
  return {
    type: `/problems/${refused}`,
    title: refused.replaceAll('-', ' '),
    status,
    code: refused,
    ...(clause && { clause }),
    ...(facts && { facts }),
    ...extra,
  }
}

/** One of the server's own refusals. */
export const generalProblem = (code: GeneralRefusal, extra: Extra = {}): Problem =>
  problemOf({ refused: code }, GENERAL_REFUSALS[code], extra)
