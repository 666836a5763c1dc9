import { parseArgs } from 'node:util'

/** Draws that are the same for the same seed. */
export type Random = {
  /** A whole number from 0 up to, and without, `below`. */
  readonly below: (below: number) => number
  /** One of a list; throws when it is empty. */
  readonly one: <T>(of: readonly T[]) => T
}

/** Draws by mulberry32: a 32-bit state, good enough to spread moments and places. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number): number => Math.floor(next() * most)
  const one = <T>(of: readonly T[]): T => {
    const [drawn] = of.slice(below(of.length))
    if (drawn === undefined) throw new Error('nothing to draw from')
    return drawn
  }
  return { below, one }
}

/** Reads options that are whole numbers, `--kills 50 --seed 7`; throws for any other word. */
export function readNumbers<Name extends string>(
  argv: readonly string[],
  defaults: Readonly<Record<Name, number>>,
): Record<Name, number> {
  const options = Object.fromEntries(Object.keys(defaults).map((name) => [name, { type: 'string' as const }]))
  const { values } = parseArgs({ args: [...argv], options })
  const numbers: Record<Name, number> = { ...defaults }
  for (const name in defaults) {
    const number = Number(values[name] ?? defaults[name])
    if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} takes a whole number`)
    numbers[name] = number
  }
  return numbers
}
