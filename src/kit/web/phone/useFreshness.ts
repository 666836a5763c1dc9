import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { LINE_TROUBLE } from '../call.ts'
import { codeIn } from '../read.ts'

/** How the page stands to the server: `null` when all it shows is new; else since when (ms) what it shows may be old, 0: it shows nothing yet. */
function ageOf(cache: QueryClient): number | null {
  const shown = cache.getQueryCache().findAll({ type: 'active' })
  const cut = shown.some(({ state }) => LINE_TROUBLE.includes(codeIn(state.error) ?? ''))
  if (navigator.onLine && !cut) return null
  const ages = shown.map(({ state }) => state.dataUpdatedAt).filter((at) => at > 0)
  return ages.length > 0 ? Math.min(...ages) : 0
}

/** Since when what the page shows may be old; asks anew as soon as there is a line again. */
export function useFreshness(): number | null {
  const cache = useQueryClient()
  useEffect(() => {
    const back = (): void => void cache.invalidateQueries()
    window.addEventListener('online', back)
    return () => window.removeEventListener('online', back)
  }, [cache])
  const listen = useCallback(
    (changed: () => void) => {
      const stop = cache.getQueryCache().subscribe(changed)
      window.addEventListener('offline', changed)
      window.addEventListener('online', changed)
      return () => {
        stop()
        window.removeEventListener('offline', changed)
        window.removeEventListener('online', changed)
      }
    },
    [cache],
  )
  return useSyncExternalStore(listen, () => ageOf(cache))
}
