import { QueryCache, QueryClient } from '@tanstack/react-query'
import { codeIn } from './read.ts'

const FRESH_MS = 15_000

/** The answers the page holds. When any of them says the session ended, who is signed in is asked anew. */
export function makeCache(): QueryClient {
  const cache: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { queryKey }) => {
        if (codeIn(error) === 'not-signed-in' && queryKey[0] !== 'access.findMe')
          void cache.invalidateQueries({ queryKey: ['access.findMe'] })
      },
    }),
    defaultOptions: { queries: { staleTime: FRESH_MS, refetchOnWindowFocus: true } },
  })
  return cache
}
