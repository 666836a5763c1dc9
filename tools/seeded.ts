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

/** Whole numbers by name, and the seed of all that is drawn. */
export type Options<Name extends string> = Readonly<Record<Name | 'seed', number>>

/** Reads options that are whole numbers, `--kills 50 --seed 7`; throws for any other word. */
function readNumbers<Name extends string>(
  argv: readonly string[],
  defaults: Readonly<Record<Name, number>>,
): Record<Name, number> {
  const options = Object.fromEntries(Object.keys(defaults).map((name) => [name, { type: 'string' as const }]))
  const { values } = parseArgs({ args: [...argv], options })
  const numbers: Record<Name, number> = { ...defaults }
  for (const name in defaults) {
    const given = values[name]
    if (given === undefined) continue
    const number = Number(given)
    if (!Number.isSafeInteger(number) || number < 1)
      throw new Error(`--${name} takes a whole number from 1 on`)
    numbers[name] = number
  }
  return numbers
}

/** Runs a tool that takes whole numbers and ends the process: with 0 when it answers true, 1 when not, 2 for words it does not take. */
export async function runTool<Name extends string>(
  defaults: Readonly<Record<Name, number>>,
  run: (options: Record<Name, number>) => Promise<boolean>,
): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const options = attempt(() => readNumbers(process.argv.slice(2), defaults))
  if (options instanceof Error) {
    console.error(options.message)
    process.exit(2)
  }
  process.exit((await run(options)) ? 0 : 1)
}

function attempt<T>(work: () => T): T | Error {
  try {
    return work()
  } catch (problem) {
    return problem instanceof Error ? problem : new Error(String(problem))
  }
}
