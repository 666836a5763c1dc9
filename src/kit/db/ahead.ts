import { setImmediate as nextTurn } from 'node:timers/promises'

/** Lets a statement leave for the database, which works on it while work goes on here. Its failure shows when it is awaited. */
export async function sent(statement: Promise<unknown>): Promise<void> {
  statement.catch(() => undefined)
  await nextTurn()
}

/** Statements of one transaction, of which one is always under way while the next is made. */
export type Ahead = {
  /** Sends a statement once the one before it is done; throws what that one met. */
  readonly send: (statement: () => Promise<unknown>) => Promise<void>
  /** Waits for the last one. */
  readonly end: () => Promise<unknown>
}

export function goAhead(): Ahead {
  let under: Promise<unknown> = Promise.resolve()
  return {
    send: async (statement) => {
      await under
      under = statement()
      await sent(under)
    },
    end: () => under,
  }
}

/** What is read for each, in order; it is read for the next one while this one is used. */
export async function* readAhead<Of, T>(
  each: Iterable<Of>,
  read: (one: Of) => Promise<T>,
): AsyncGenerator<T> {
  let coming: Promise<T> | undefined
  for (const one of each) {
    const found = coming && { value: await coming }
    coming = read(one)
    await sent(coming)
    if (found) yield found.value
  }
  if (coming) yield await coming
}

/** Slices of a list, in its order. */
export function* slices<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size)
}
