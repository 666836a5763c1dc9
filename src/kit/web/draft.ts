import { useEffect, useRef, useState } from 'react'
import { recall, store } from './kept.ts'

const PAUSE_MS = 400

type Draft<T> = {
  readonly value: T
  readonly set: (change: Partial<T>) => void
  /** When the draft now shown was left here; null: a fresh form. */
  readonly foundFrom: string | null
  readonly drop: () => void
}
type Stored = { readonly at: string; readonly value: unknown }

const isStored = (found: unknown): found is Stored =>
  typeof found === 'object' && found !== null && 'at' in found && 'value' in found

function find<T extends object>(key: string, initial: T): { value: T; at: string | null } {
  try {
    const found: unknown = JSON.parse(recall(key) ?? 'null')
    if (isStored(found)) return { value: { ...initial, ...(found.value as Partial<T>) }, at: found.at }
  } catch {
    store(key, null)
  }
  return { value: initial, at: null }
}

/** A form that saves itself in this browser while it is typed, and is there again after the page was closed. */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const [found] = useState(() => find(key, initial))
  const [value, setValue] = useState(found.value)
  const [changed, setChanged] = useState(false)
  const [from, setFrom] = useState(found.at)
  const keep = useRef<(() => void) | null>(null)
  keep.current = changed ? () => store(key, JSON.stringify({ at: new Date().toISOString(), value })) : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change begins the pause anew
  useEffect(() => {
    const timer = setTimeout(() => keep.current?.(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [key, value, changed])
  // Whoever goes back or loads anew within the pause loses no letter.
  useEffect(() => {
    const leave = (): void => keep.current?.()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  return {
    value,
    foundFrom: from,
    set: (change) => {
      setChanged(true)
      setValue((old) => ({ ...old, ...change }))
    },
    drop: () => {
      keep.current = null
      store(key, null)
      setChanged(false)
      setFrom(null)
      setValue(initial)
    },
  }
}
