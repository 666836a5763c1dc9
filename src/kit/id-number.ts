import { type Day, dayOf } from './day.ts'

/** A citizen's ID number: 18 characters, the last a check digit or `X` (GB 11643). */
export type IdNumber = string & { readonly __brand: 'IdNumber' }

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** The day of birth that an ID number carries; undefined when the calendar has no such day. */
export const bornOnOf = (id: IdNumber): Day | undefined =>
  dayOf(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14)))

/** Reads an ID number, `x` as `X`; undefined when it has not 18 characters, no day of birth, or a wrong check digit. */
export function parseIdNumber(text: string): IdNumber | undefined {
  const id = text.toUpperCase()
  if (!/^\d{17}[\dX]$/.test(id)) return undefined
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(id[at]), 0)
  return CHECKS[sum % 11] === id[17] && bornOnOf(id as IdNumber) ? (id as IdNumber) : undefined
}
