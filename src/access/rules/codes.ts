/** Letters and figures that nobody takes for one another on paper: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
export const CODE_ALPHABET = '34679ACDEFGHJKMNPQRTWXY'
const GROUPS = 3
const GROUP = 4
/** How many random numbers a code is made of. */
export const CODE_LENGTH = GROUPS * GROUP
/** A printed code is good for so many days. */
export const CODE_LIFE_DAYS = 14
/** A link that sets the mine up is good for a day; one that makes an administrator waits two weeks for them. */
export const LINK_LIFE_HOURS = { setup: 24, securityAdmin: 14 * 24, auditAdmin: 14 * 24 } as const

/** A code for printing, `XXXX-XXXX-XXXX`, from as many whole numbers as it has letters, each below the length of the alphabet. */
export function showCode(numbers: readonly number[]): string {
  const letters = numbers.slice(0, CODE_LENGTH).map((number) => CODE_ALPHABET.charAt(number))
  const groups = Array.from({ length: GROUPS }, (_, at) =>
    letters.slice(at * GROUP, (at + 1) * GROUP).join(''),
  )
  return groups.join('-')
}

/** A code as it may be typed, lower case, spaced or full width, as it was printed; undefined when it can be none. */
export function readCode(typed: string): string | undefined {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]+/g, '')
  const isCode =
    letters.length === CODE_LENGTH && [...letters].every((letter) => CODE_ALPHABET.includes(letter))
  return isCode ? letters : undefined
}
