import type { Id } from '../../kit/id.ts'
import { type Refused, refuse } from '../../kit/refuse.ts'
import type { Step } from '../rules.ts'

/** Who stands by somebody through an admission: mentors (J4) and sponsors (J5). */
export const NAMED_ROLES = ['mentors', 'sponsors'] as const
export type NamedRole = (typeof NAMED_ROLES)[number]

/** The steps at which somebody is named, and as what. */
export const NAMED_AT: Readonly<Partial<Record<Step, NamedRole>>> = {
  assignMentors: 'mentors',
  assignSponsors: 'sponsors',
}

/** So many can be named; a number beyond is kept as a number, and stays a defect (J4, J5). */
export const MOST_NAMED = 2

type Naming = {
  readonly step: Step
  readonly people: readonly Id<'person'>[]
  /** Whose admission it is. */
  readonly of: Id<'person'>
  /** Those of the people who are full members on the day of the step. */
  readonly full: ReadonlySet<Id<'person'>>
}

/** The people a step names, each once: full members, and not the one whose admission it is (J4, J5). */
export function namePeople({
  step,
  people,
  of,
  full,
}: Naming): readonly Id<'person'>[] | Refused<'not-a-full-member'> {
  if (!NAMED_AT[step]) return []
  const named = [...new Set(people)]
  const clause = step === 'assignMentors' ? 'J4' : 'J5'
  if (named.some((one) => one === of || !full.has(one))) return refuse('not-a-full-member', clause)
  return named
}
