import { useCallback } from 'react'
import { useSearchParams } from 'wouter'

/** What the address bar says, by name; absent names read as ''. */
export type Asked = Readonly<Record<string, string>>

/** Filters and choices kept in the address bar, so that a link shows what I see. Setting '' removes a name. */
export function useAddress<T extends Asked>(initial: T): [T, (change: Partial<T>) => void] {
  const [query, setQuery] = useSearchParams()
  const entries = Object.keys(initial).map((name) => [name, query.get(name) ?? initial[name]])
  const set = useCallback(
    (change: Partial<T>) =>
      setQuery(
        (old) => {
          const next = new URLSearchParams(old)
          for (const [name, value] of Object.entries(change))
            if (value) next.set(name, String(value))
            else next.delete(name)
          return next
        },
        { replace: true },
      ),
    [setQuery],
  )
  return [Object.fromEntries(entries) as T, set]
}
