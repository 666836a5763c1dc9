import { useSyncExternalStore } from 'react'

/** A choice of this browser's user that outlives the page. */
export type Kept<T extends string> = {
  readonly read: () => T
  readonly set: (value: T) => void
  readonly listen: (changed: () => void) => () => void
}

/** What was stored under a key; null when nothing was, or the browser keeps nothing (private windows may refuse). */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Stores text under a key, or removes it when `text` is null; answers whether the browser kept it. */
export function store(key: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
    return true
  } catch {
    return false
  }
}

/** Where what is typed lies until it is sent. */
export type Drawer = { readonly recall: typeof recall; readonly store: typeof store }

/** In this browser, over pages closed and computers started anew. */
export const browserDrawer: Drawer = { recall, store }

const onPage = new Map<string, string>()
/** In the page's memory as long as it lives, for what no disk may hold. */
export const pageDrawer: Drawer = {
  recall: (key) => onPage.get(key) ?? null,
  store: (key, text) => {
    if (text === null) onPage.delete(key)
    else onPage.set(key, text)
    return true
  },
}

/** A kept choice among `allowed`; `initial` until somebody chose. Other windows of the same browser follow. */
export function keepOneOf<T extends string>(key: string, allowed: readonly T[], initial: T): Kept<T> {
  return keepRead(key, () => allowed.find((value) => value === recall(key)) ?? initial)
}

/** Kept text; '' until it was set. */
export const keep = (key: string): Kept<string> => keepRead(key, () => recall(key) ?? '')

function keepRead<T extends string>(key: string, find: () => T): Kept<T> {
  const listeners = new Set<() => void>()
  let now = find()
  const change = (value: T): void => {
    if (value === now) return
    now = value
    for (const listener of listeners) listener()
  }
  if (typeof window !== 'undefined')
    window.addEventListener('storage', (event) => {
      if (event.key === key) change(find())
    })
  return {
    read: () => now,
    set: (value) => {
      store(key, value)
      change(value)
    },
    listen: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}

/** The kept choice, as it is now; the page follows its changes. */
export const useKept = <T extends string>(kept: Kept<T>): T => useSyncExternalStore(kept.listen, kept.read)
