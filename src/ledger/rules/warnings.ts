/** What an import may do that is rarely meant: each must be accepted before it is committed. */
export const WARNINGS = ['second-root', 'out-of-reach', 'renamed'] as const

/** One of them: to how many it happens, and the names of the first ten; of people, none. */
export type Warning = {
  readonly code: (typeof WARNINGS)[number]
  readonly n: number
  readonly names: readonly string[]
}

/** Units by code: what they are called and the code of the one above; null: none. */
export type Tree = ReadonlyMap<string, { readonly name: string; readonly parentCode: string | null }>

/** What an import makes of the tree and the people. `held`: codes of the units the actor brings ledgers in for; `mine`: for all. */
export type Outcome = {
  readonly before: Tree
  readonly after: Tree
  readonly held: 'mine' | readonly string[]
  /** How many people on record would be called something else. */
  readonly renamed: number
}

const MOST_NAMES = 10

const rootsOf = (tree: Tree): string[] => [...tree].flatMap(([code, unit]) => (unit.parentCode ? [] : [code]))

function isWithin(tree: Tree, code: string, held: readonly string[]): boolean {
  const passed = new Set<string>()
  let at: string | null | undefined = code
  while (at && !passed.has(at)) {
    if (held.includes(at)) return true
    passed.add(at)
    at = tree.get(at)?.parentCode
  }
  return false
}

/** A tree that had one top or none, and gets another. */
const newRoots = ({ before, after }: Outcome): string[] => {
  const tops = rootsOf(after)
  const known = new Set(rootsOf(before))
  return tops.length > 1 ? tops.filter((code) => !known.has(code)) : []
}

const lostUnits = ({ before, after, held }: Outcome): string[] =>
  held === 'mine'
    ? []
    : [...before.keys()].filter((code) => isWithin(before, code, held) && !isWithin(after, code, held))

/** What must be accepted before an import is committed: another top unit, units that leave the actor's own reach, people who get another name. */
export function findWarnings(outcome: Outcome): Warning[] {
  const named = (code: Warning['code'], units: readonly string[]): Warning => ({
    code,
    n: units.length,
    names: units.slice(0, MOST_NAMES).map((unit) => outcome.after.get(unit)?.name ?? unit),
  })
  const found: readonly Warning[] = [
    named('second-root', newRoots(outcome)),
    named('out-of-reach', lostUnits(outcome)),
    { code: 'renamed', n: outcome.renamed, names: [] },
  ]
  return found.filter(({ n }) => n > 0)
}
