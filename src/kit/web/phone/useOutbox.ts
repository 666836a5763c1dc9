import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { InputOf, WriteName } from '../../contract.ts'
import { type Fate, makeOutbox, type Outbox } from './outbox.ts'
import type { Unsent } from './shelf.ts'

const closed: Outbox = {
  items: () => undefined,
  listen: () => () => undefined,
  post: () => Promise.reject(new Error('no outbox is open')),
  flush: () => Promise.resolve(),
  retry: () => Promise.resolve(),
  discard: () => Promise.resolve(),
}

export const OutboxContext = createContext<Outbox>(closed)
export const useOutbox = (): Outbox => useContext(OutboxContext)

const AGAIN_MS = 30_000

/** The outbox of whoever is signed in: it tries when the page opens, when the line or the person comes back, and every half minute while something waits. */
export function useOwnOutbox(accountId: string): Outbox {
  const cache = useQueryClient()
  const outbox = useMemo(
    () => makeOutbox(accountId, () => void cache.invalidateQueries()),
    [accountId, cache],
  )
  useEffect(() => {
    const go = (): void => void outbox.flush()
    const timer = setInterval(() => outbox.items()?.length && go(), AGAIN_MS)
    window.addEventListener('online', go)
    document.addEventListener('visibilitychange', go)
    go()
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', go)
      document.removeEventListener('visibilitychange', go)
    }
  }, [outbox])
  return outbox
}

/** What is unsent, as it is now; undefined until what was kept on this phone has been read. */
export function useUnsent(): readonly Unsent[] | undefined {
  const { listen, items } = useOutbox()
  return useSyncExternalStore(listen, items)
}

/** Something somebody may send from a page, with or without a line. */
export type Post<N extends WriteName> = {
  readonly name: N
  readonly fate: Fate<N> | { readonly state: 'idle' | 'sending' }
  /** `label` says what it is in the list of what is unsent. */
  readonly send: (input: InputOf<N>, label: string) => Promise<Fate<N>>
  readonly reset: () => void
}

/** A write that may wait in the outbox. */
export function usePost<N extends WriteName>(name: N): Post<N> {
  const outbox = useOutbox()
  const [fate, setFate] = useState<Post<N>['fate']>({ state: 'idle' })
  return {
    name,
    fate,
    send: async (input, label) => {
      setFate({ state: 'sending' })
      const found = await outbox.post(name, input, label)
      setFate(found)
      return found
    },
    reset: () => setFate({ state: 'idle' }),
  }
}
