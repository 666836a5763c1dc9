import type { OutputOf } from '../../../kit/contract.ts'
import type { Day } from '../../../kit/day.ts'
import type { Say } from '../../../kit/web/say.ts'
import { type Post, postsIn, type TermStanding, termStanding } from '../../../org/rules.ts'
import { type Placed, treeOf, type Unit } from '../../../org/ui/units.ts'
import { termWords } from '../../../org/words/units.ts'

type Branch = OutputOf<'people.listPosts'>['branches'][number]

/** A unit with what is known of who leads it; groups have the posts of their own people. */
export type UnitRow = {
  readonly unit: Placed
  readonly members: { readonly full: number; readonly probationary: number } | null
  readonly holders: Branch['holders']
  readonly vacant: readonly Post[]
  /** Null: this kind of unit has no term of its own. */
  readonly term: TermStanding | null
}

const hasTerm = ({ kind }: Unit): boolean => kind !== 'partyGroup' && kind !== 'temporaryBranch'

type Holder = Branch['holders'][number]

/** A leader of a group is shown with the group, everybody else with the branch, whichever group they stand in. */
const isLeaderOf = ({ id, kind }: Unit, { orgId, posts }: Holder): boolean =>
  kind === 'partyGroup' && orgId === id && postsIn(posts).includes('groupLeader')
const leadsOnly = ({ posts }: Holder): boolean => postsIn(posts).every((post) => post === 'groupLeader')

function holdersOf(unit: Unit, branch: Branch | undefined, all: readonly Holder[]): Holder[] {
  if (!branch) return all.filter((holder) => isLeaderOf(unit, holder))
  return branch.holders.filter((holder) => holder.orgId === unit.id || !leadsOnly(holder))
}

/** The tree with who holds what, on a day. */
export function rowsOf(units: readonly Unit[], branches: readonly Branch[], on: Day): UnitRow[] {
  const known = new Map<string, Branch>(branches.map((branch) => [branch.branchId, branch]))
  const all = branches.flatMap((branch) => branch.holders)
  return treeOf(units).map((unit) => {
    const branch = known.get(unit.id)
    return {
      unit,
      members: branch ? { full: branch.full, probationary: branch.probationary } : null,
      holders: holdersOf(unit, branch, all),
      vacant: branch?.vacant ?? [],
      term: hasTerm(unit) ? termStanding(unit.termTo ?? undefined, on) : null,
    }
  })
}

/** Whether something is to be done: a post without a holder, or a term that ends or has ended. */
export const isOpen = ({ vacant, term }: UnitRow): boolean =>
  vacant.length > 0 || term?.state === 'ending' || term?.state === 'overdue'

/** Where a term stands, as a sentence. */
export function termSaid(term: TermStanding | null, say: Say): string {
  if (!term) return ''
  return term.state === 'unrecorded'
    ? say(termWords.unrecorded)
    : say(termWords[term.state], { n: term.days })
}
