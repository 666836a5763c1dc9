import { useEffect, useRef } from 'react'
import type { Problem } from '../contract.ts'
import type { Block } from './block.ts'
import { LINE_TROUBLE } from './call.ts'

/** How long after the last key a block is saved; with the line in trouble it is tried again after `again`. */
type Pauses = { readonly rest: number; readonly again: number }
const PAUSES_MS: Pauses = { rest: 1_500, again: 10_000 }

type Sending = { readonly state: string; readonly problem?: Problem | undefined }

/**
 * Saves a block by itself when typing rests. What the server refused is not sent again until it was changed; what only the line refused is.
 * Call what it answers to save at once.
 */
export function useAutosave<T extends object>(
  block: Block<T>,
  act: Sending,
  send: () => void,
  restMs: number = PAUSES_MS.rest,
): () => void {
  const text = JSON.stringify(block.value)
  const tried = useRef('')
  const save = (): void => {
    if (block.stand !== 'changed' || act.state === 'sending') return
    tried.current = text
    block.markSent()
    send()
  }
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  const isRefused = act.state === 'failed' && tried.current === text
  const isLine = act.problem !== undefined && LINE_TROUBLE.includes(act.problem.code)
  const isDue = block.stand === 'changed' && act.state !== 'sending' && (!isRefused || isLine)
  const waitMs = isRefused ? PAUSES_MS.again : restMs
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key begins the rest anew
  useEffect(() => {
    if (!isDue) return undefined
    const timer = setTimeout(() => latest.current(), waitMs)
    return () => clearTimeout(timer)
  }, [isDue, waitMs, text])
  return save
}
