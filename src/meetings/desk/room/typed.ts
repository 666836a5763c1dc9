/** Somebody who may be called: by name, the sounds of the name, and their first letters. `isCalled`: the roll has said of them. */
export type Callable = {
  readonly personId: string
  readonly name: string
  readonly pinyin: string
  readonly initials: string
  readonly isCalled: boolean
}

const RANKS: readonly ((person: Callable, typed: string) => boolean)[] = [
  ({ initials }, typed) => initials === typed,
  ({ initials }, typed) => initials.startsWith(typed),
  ({ pinyin }, typed) => pinyin.startsWith(typed),
  ({ name }, typed) => name.includes(typed),
]

const rankOf = (person: Callable, typed: string): number => RANKS.findIndex((fits) => fits(person, typed))

/**
 * Who is meant by what is typed, best first: those not called yet, then by initials, by sounds, by characters; two of the same rank stand as
 * on the roster. Nothing typed means nobody.
 */
export function meantBy<Person extends Callable>(typed: string, people: readonly Person[]): Person[] {
  const plain = typed.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
  if (plain === '') return []
  const ranked = people.map((person) => ({ person, rank: rankOf(person, plain) }))
  return ranked
    .filter(({ rank }) => rank >= 0)
    .toSorted((a, b) => Number(a.person.isCalled) - Number(b.person.isCalled) || a.rank - b.rank)
    .map(({ person }) => person)
}
