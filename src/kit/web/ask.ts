import { useState } from 'react'
import type { InputOf, OutputOf, ReadName } from '../contract.ts'
import { call, type ProblemOf } from './call.ts'

type Stand<N extends ReadName> =
  | { readonly state: 'idle' | 'asking'; readonly problem?: undefined }
  | { readonly state: 'failed'; readonly problem: ProblemOf<N> }

/** A question asked when somebody presses for it, such as a file to save. */
export type Ask<N extends ReadName> = Stand<N> & {
  readonly ask: (input: InputOf<N>) => Promise<OutputOf<N> | undefined>
}

export function useAsk<N extends ReadName>(name: N): Ask<N> {
  const [stand, setStand] = useState<Stand<N>>({ state: 'idle' })
  const ask = async (input: InputOf<N>): Promise<OutputOf<N> | undefined> => {
    setStand({ state: 'asking' })
    const { answer, problem } = await call(name, input, { kind: 'read' })
    setStand(problem ? { state: 'failed', problem } : { state: 'idle' })
    return answer
  }
  return { ...stand, ask }
}
