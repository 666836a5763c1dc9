import type { Json } from '../jcs.ts'
import type { PackRevision } from './shape.ts'

/** The fields that hold the day a record tells of, and last the one with its month; the first that a leaf has counts (docs/pack.md, Day). */
export const DAY_FIELDS = [
  ...(['held_on', 'made_on', 'paid_on', 'happened_on', 'submit_application'] as const),
  'month',
] as const

/**
 * The day a record tells of as it was sealed: what its last revision opens in the field that holds it, null where that stays closed.
 * `names`: the fields of that revision's leaf. Undefined: it has no such field, so that nothing sealed tells the day.
 */
export function sealedDay(
  names: readonly string[],
  opened: PackRevision['opened'],
): { readonly field: (typeof DAY_FIELDS)[number]; readonly day: Json } | undefined {
  const field = DAY_FIELDS.find((one) => names.includes(one))
  if (field === undefined) return undefined
  return { field, day: Object.hasOwn(opened, field) ? (opened[field]?.value ?? null) : null }
}
