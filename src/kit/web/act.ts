import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { InputOf, OutputOf, WriteName } from '../contract.ts'
import { newId } from '../id.ts'
import { type Answer, call, type ProblemOf, WORTH_ANOTHER_TRY } from './call.ts'

type Stand<N extends WriteName> =
  | { readonly state: 'idle' | 'sending'; readonly answer?: undefined; readonly problem?: undefined }
  | { readonly state: 'done'; readonly answer: OutputOf<N>; readonly problem?: undefined }
  | { readonly state: 'failed'; readonly problem: ProblemOf<N>; readonly answer?: undefined }

/** A change somebody may make from a page, and where it stands. */
export type Act<N extends WriteName> = Stand<N> & {
  readonly name: N
  /** Sends it; answers what the server said, undefined when it said no. Sending the same again repeats, never doubles. */
  readonly send: (input: InputOf<N>) => Promise<OutputOf<N> | undefined>
  readonly reset: () => void
}

const PAUSES_MS = [400, 1500]
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

async function persist<N extends WriteName>(name: N, input: InputOf<N>, key: string): Promise<Answer<N>> {
  let said = await call(name, input, { kind: 'write', key })
  for (const ms of PAUSES_MS) {
    if (!said.problem || !WORTH_ANOTHER_TRY.includes(said.problem.code)) return said
    await pause(ms)
    said = await call(name, input, { kind: 'write', key })
  }
  return said
}

/** Keeps one key for one intent: the same input keeps it over any number of tries until it was done once. */
function useIntent(): { keyFor: (input: unknown) => string; isDone: () => void } {
  const intent = useRef<{ text: string; key: string } | null>(null)
  return {
    keyFor: (input) => {
      const text = JSON.stringify(input)
      if (intent.current?.text !== text) intent.current = { text, key: newId() }
      return intent.current.key
    },
    isDone: () => {
      intent.current = null
    },
  }
}

/** A change, sent under an idempotency key that is kept across retries. Every answer shown is asked anew before `send` answers; also when somebody was first. */
export function useAction<N extends WriteName>(name: N): Act<N> {
  const cache = useQueryClient()
  const intent = useIntent()
  const [stand, setStand] = useState<Stand<N>>({ state: 'idle' })
  const send = async (input: InputOf<N>): Promise<OutputOf<N> | undefined> => {
    setStand({ state: 'sending' })
    const { answer, problem } = await persist(name, input, intent.keyFor(input))
    if (problem) {
      setStand({ state: 'failed', problem })
      if (problem.code === 'not-signed-in') await cache.invalidateQueries({ queryKey: ['access.findMe'] })
      if (problem.code === 'changed-meanwhile') await cache.invalidateQueries()
      return undefined
    }
    intent.isDone()
    setStand({ state: 'done', answer: answer as OutputOf<N> })
    await cache.invalidateQueries()
    return answer
  }
  const reset = useCallback(() => setStand({ state: 'idle' }), [])
  return { ...stand, name, send, reset }
}
