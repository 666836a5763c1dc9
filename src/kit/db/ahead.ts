import { setImmediate as nextTurn } from 'node:timers/promises'

/** Lets a statement leave for the database, which works on it while work goes on here. Its failure shows when it is awaited. */
export async function sent(statement: Promise<unknown>): Promise<void> {
  statement.catch(() => undefined)
  await nextTurn()
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
    if (!found) continue
    await sent(coming)
    yield found.value
  }
  if (coming) yield await coming
}

/** Slices of a list, in its order. */
export function* slices<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size)
}
