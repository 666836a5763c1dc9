import { emptySet, gainOf, type PeopleSet, signOf, sizeOf, union } from './people-set.ts'

/** How many comparisons a search may take before it answers the best it has; far above what crews on a rota need. */
const MOST_STEPS = 400_000

/** The sets no other holds wholly, each once: none of the others can be better than the one that holds it. By size, the largest first. */
export function undominated(sets: readonly PeopleSet[]): PeopleSet[] {
  const once = [...new Map(sets.map((set) => [signOf(set), set])).values()]
  const bySize = once
    .map((set) => ({ set, size: sizeOf(set) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size)
  const kept: PeopleSet[] = []
  for (const { set } of bySize) if (!kept.some((larger) => gainOf(set, larger) === 0)) kept.push(set)
  return kept
}

type Found = { readonly sets: readonly PeopleSet[]; readonly reached: number }
type Branch = { readonly chosen: readonly PeopleSet[]; readonly covered: PeopleSet; readonly reached: number }

/**
 * At most so many of the sets that together hold most people: exact, by branch and bound, unless it takes `MOST_STEPS` comparisons;
 * then the best found so far, at least as good as taking the largest gain each time.
 */
export function coverMost(sets: readonly PeopleSet[], most: number, people: number): Found {
  const useful = undominated(sets)
  let best: Found = { sets: [], reached: 0 }
  let steps = 0

  const search = ({ chosen, covered, reached }: Branch, left: number, from: readonly PeopleSet[]): void => {
    if (reached > best.reached) best = { sets: chosen, reached }
    if (left === 0 || best.reached === people || steps > MOST_STEPS) return
    steps += from.length
    const gains = from
      .map((set) => ({ set, gain: gainOf(set, covered) }))
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => b.gain - a.gain)
    for (const [at, { set, gain }] of gains.entries()) {
      // None of those after it gains more: so many of them cannot come to more than this.
      if (reached + gain * left <= best.reached) return
      const next = { chosen: [...chosen, set], covered: union(covered, set), reached: reached + gain }
      search(
        next,
        left - 1,
        gains.slice(at + 1).map((one) => one.set),
      )
    }
  }
  search({ chosen: [], covered: emptySet(people), reached: 0 }, most, useful)
  return best
}
