/** A set of people by their place in a list, a bit each. */
export type PeopleSet = Uint32Array

/** An empty set for so many people. */
export const emptySet = (people: number): PeopleSet => new Uint32Array(Math.ceil(people / 32))

/** Puts somebody in. */
export function put(set: PeopleSet, at: number): void {
  set[at >>> 5] = (set[at >>> 5] ?? 0) | (1 << (at & 31))
}

/** Whether somebody is in. */
export const has = (set: PeopleSet, at: number): boolean => (((set[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1

function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** How many are in. */
export function sizeOf(set: PeopleSet): number {
  let found = 0
  for (let at = 0; at < set.length; at++) found += bitsIn(set[at] ?? 0)
  return found
}

/** How many of `set` are not in `covered`. */
export function gainOf(set: PeopleSet, covered: PeopleSet): number {
  let found = 0
  for (let at = 0; at < set.length; at++) found += bitsIn((set[at] ?? 0) & ~(covered[at] ?? 0))
  return found
}

/** Everybody of two sets. */
export const union = (one: PeopleSet, other: PeopleSet): PeopleSet =>
  one.map((word, at) => word | (other[at] ?? 0))

/** Those in both. */
export const both = (one: PeopleSet, other: PeopleSet): PeopleSet =>
  one.map((word, at) => word & (other[at] ?? 0))

/** Those of the first who are not in the other. */
export const without = (one: PeopleSet, other: PeopleSet): PeopleSet =>
  one.map((word, at) => word & ~(other[at] ?? 0))

/** The places of those who are in, in order. */
export function listIn(set: PeopleSet): number[] {
  const places: number[] = []
  for (let word = 0; word < set.length; word++) {
    let left = set[word] ?? 0
    while (left !== 0) {
      const lowest = left & -left
      places.push(word * 32 + 31 - Math.clz32(lowest))
      left &= ~lowest
    }
  }
  return places
}

/** A text that is the same for the same people. */
export const signOf = (set: PeopleSet): string => set.join(',')
