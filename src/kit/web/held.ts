import type { QueryClient } from '@tanstack/react-query'
import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react'
import { codeIn } from './read.ts'
import { useAccountId } from './who.ts'

/** What was typed into forms when a session ended under them; it lives as long as the page and never leaves its memory. */
const held = new Map<string, unknown>()
let hasEnded = false

/** Hears from the answers of a page when its session has ended, and when somebody is signed in. */
export function heedSession(cache: QueryClient): void {
  const heed = (code: string | undefined): void => {
    if (code === 'not-signed-in') hasEnded = true
  }
  cache.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated') return
    if (event.action.type === 'error') heed(codeIn(event.action.error))
    if (event.action.type === 'success' && event.query.queryKey[0] === 'access.findMe') hasEnded = false
  })
}

/**
 * State of a form, or whether it is open, that outlives a session that ends under it: on the same page it is there again for whoever typed
 * it. `name` is its own on the page. Closed by hand or left for another page, it is forgotten.
 */
export function useHeld<T>(name: string, initial: T | (() => T)): [T, Dispatch<SetStateAction<T>>] {
  const account = useAccountId()
  const [key] = useState(() => [account, location.pathname, name].join(' '))
  const [value, set] = useState<T>(held.has(key) ? (held.get(key) as T) : initial)
  const last = useRef(value)
  last.current = value
  useEffect(() => {
    held.delete(key)
    return () => {
      if (hasEnded) held.set(key, last.current)
    }
  }, [key])
  return [value, set]
}

/** A file somebody chose, and what is done with it: it is done again when the session ended meanwhile and they are back. */
export function useHeldFile(
  name: string,
  read: (file: File) => Promise<void>,
): { readonly file: File | null; readonly take: (file: File | undefined) => void } {
  const [file, setFile] = useHeld<File | null>(name, null)
  const [found] = useState(file)
  const reading = useRef(read)
  reading.current = read
  useEffect(() => {
    if (found) void reading.current(found)
  }, [found])
  const take = (chosen: File | undefined): void => {
    if (!chosen) return
    setFile(chosen)
    void read(chosen)
  }
  return { file, take }
}
