import { useEffect, useState } from 'react'
import { browserDrawer, type Drawer } from './kept.ts'
import { isSame, joinVersions, type Versions } from './three-way.ts'

/** What is typed into a block: the words, the words and revision they began from, and what of it was sent last. */
type Typed<T> = {
  readonly rev: number
  readonly base: T
  readonly value: T
  readonly at: string
  readonly sent?: T
}

const isTyped = (found: unknown): found is Typed<never> =>
  typeof found === 'object' && found !== null && 'rev' in found && 'base' in found && 'value' in found

function find<T>(key: string, { recall }: Drawer): Typed<T> | null {
  try {
    const found: unknown = JSON.parse(recall(key) ?? 'null')
    return isTyped(found) ? found : null
  } catch {
    return null
  }
}

/** What is typed, begun from the words that were sent once the server has those. */
const sinceSent = <T>(typed: Typed<T>, now: T): Typed<T> =>
  typed.sent !== undefined && isSame(typed.sent, now) ? { ...typed, base: now } : typed

/** A block as the server has it now, and the revision of its record. */
export type Current<T> = { readonly value: T; readonly rev: number }

/** One part of a record that is corrected and saved by itself, and is never written over words one has not seen. */
export type Block<T extends object> = {
  readonly value: T
  /** `same`: as the server has it; `changed`: typed into; `clash`: typed into, and changed by somebody else meanwhile. */
  readonly stand: 'same' | 'changed' | 'clash'
  /** When what is typed was typed last; null: nothing is. */
  readonly typedAt: string | null
  /** The revision to save with. */
  readonly rev: number
  readonly versions: Versions<T> | null
  readonly set: (change: Partial<T>) => void
  /** What is typed goes to the server now: when those words come back they are not somebody else's, though more was typed meanwhile. */
  readonly markSent: () => void
  /** Takes the server's words; what was typed is gone. */
  readonly takeTheirs: () => void
  /** Keeps what was typed although the server has other words: it is now a correction of those. */
  readonly keepMine: () => void
  /** Puts both into the fields, to be made one by hand. */
  readonly joinBoth: () => void
}

/**
 * A block under a draft key. What is typed is kept in this browser with the revision it began from, and is there again after the page was
 * killed. While nothing is typed the block follows the server. `long`: fields whose two texts are joined one after the other.
 */
export function useBlock<T extends object>(
  key: string,
  { value: now, rev }: Current<T>,
  long: readonly (keyof T & string)[] = [],
  drawer: Drawer = browserDrawer,
): Block<T> {
  const { store } = drawer
  const [typed, setTyped] = useState(() => find<T>(key, drawer))
  const keep = (next: Typed<T> | null): void => {
    store(key, next && JSON.stringify(next))
    setTyped(next)
  }
  const isSaved = typed !== null && isSame(typed.value, now)
  useEffect(() => {
    if (isSaved) {
      store(key, null)
      setTyped(null)
    }
  }, [isSaved, key, store])
  const began = typed ? sinceSent(typed, now) : { rev, base: now, value: now }
  const write = (value: T, base: Pick<Typed<T>, 'rev' | 'base'>): void =>
    keep(isSame(value, now) ? null : { ...base, value, at: new Date().toISOString() })
  const isClash = typed !== null && !isSame(began.base, now) && !isSaved
  const versions = isClash ? { base: began.base, mine: began.value, theirs: now } : null
  const calm = typed === null || isSaved ? 'same' : 'changed'
  return {
    value: began.value,
    stand: isClash ? 'clash' : calm,
    typedAt: typed?.at ?? null,
    // The words it began from are still the server's: what became of other blocks meanwhile does not matter.
    rev: isClash ? began.rev : rev,
    versions,
    set: (change) => write({ ...began.value, ...change }, began),
    markSent: () => keep(typed && { ...sinceSent(typed, now), sent: typed.value }),
    takeTheirs: () => keep(null),
    keepMine: () => keep(typed && { ...typed, rev, base: now }),
    joinBoth: () =>
      keep(versions && typed && { ...typed, rev, base: now, value: joinVersions(versions, long) }),
  }
}
