import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InputOf, OutputOf, Problem, ReadName } from '../contract.ts'
import { call, LINE_TROUBLE, type ProblemOf, WORTH_ANOTHER_TRY } from './call.ts'

type Asked<N extends ReadName> = { readonly name: N; readonly retry: () => void }
/** Where a question stands. `isOld`: the answer of an earlier question is shown while the new one is under way. */
export type Read<N extends ReadName> = Asked<N> &
  (
    | { readonly state: 'loading'; readonly data?: undefined; readonly problem?: undefined }
    | { readonly state: 'failed'; readonly data?: undefined; readonly problem: ProblemOf<N> }
    | {
        readonly state: 'ready'
        readonly data: OutputOf<N>
        readonly problem?: undefined
        readonly isOld: boolean
      }
  )

type Manner<N extends ReadName> = {
  /** What to show while the next question is under way: nothing (`fresh`) or the last answer. */
  readonly meanwhile?: 'fresh' | 'last'
  /** Asks again after so many milliseconds, until `enough` says so. */
  readonly everyMs?: number
  readonly enough?: (answer: OutputOf<N>) => boolean
}

type Refusal = Error & { readonly problem: Problem }
const refusal = (problem: Problem): Refusal => Object.assign(new Error(problem.code), { problem })
const isRefusal = (error: unknown): error is Refusal => error instanceof Error && 'problem' in error

const mayRetry = (count: number, error: Error): boolean =>
  isRefusal(error) && WORTH_ANOTHER_TRY.includes(error.problem.code) && count < 2

/** The code of the problem an error of the query cache stands for. */
export const codeIn = (error: unknown): string | undefined =>
  isRefusal(error) ? error.problem.code : undefined

/** Asks a question of the server and keeps the answer fresh; `input` null: not yet. An older answer stays while only the line is in trouble. */
export function useRead<N extends ReadName>(
  name: N,
  input: InputOf<N> | null,
  manner: Manner<N> = {},
): Read<N> {
  const query = useQuery<OutputOf<N>, Error>({
    queryKey: [name, input],
    queryFn: async () => {
      const { answer, problem } = await call(name, input as InputOf<N>, { kind: 'read' })
      if (problem) throw refusal(problem)
      return answer as OutputOf<N>
    },
    enabled: input !== null,
    retry: mayRetry,
    networkMode: 'always',
    ...(manner.meanwhile === 'last' && { placeholderData: keepPreviousData }),
    refetchInterval: ({ state }) =>
      state.error || (state.data && manner.enough?.(state.data as OutputOf<N>))
        ? false
        : (manner.everyMs ?? false),
  })
  const asked = { name, retry: () => void query.refetch() }
  const problem = isRefusal(query.error) ? (query.error.problem as ProblemOf<N>) : undefined
  const isFinal = problem !== undefined && !LINE_TROUBLE.includes(problem.code)
  if (query.data !== undefined && !isFinal)
    return { ...asked, state: 'ready', data: query.data as OutputOf<N>, isOld: query.isPlaceholderData }
  if (problem && !query.isFetching) return { ...asked, state: 'failed', problem }
  return { ...asked, state: 'loading' }
}

/** Reads the last answer to a question without asking it again; undefined when there is none. After a change was sent it is the new one. */
export function useLastAnswer<N extends ReadName>(name: N): (input: InputOf<N>) => OutputOf<N> | undefined {
  const cache = useQueryClient()
  return (input) => cache.getQueryData<OutputOf<N>>([name, input])
}
