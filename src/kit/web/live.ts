import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'

/** Answers of these slices may be others now, where they were asked about one of these ids; `ids` null: about anything. */
export type Told = { readonly slices: readonly string[]; readonly ids: readonly string[] | null }

const QUIET_MS = 60_000
const PAUSES_MS = [2_000, 5_000, 15_000, 60_000]

type Line = { source: EventSource; heardAt: number }
type State = {
  cache: QueryClient | null
  line: Line | null
  /** The journal's position that was told last; '' before the first. */
  since: string
  tries: number
  page: string
  editing: string | null
  names: readonly string[]
}
const state: State = { cache: null, line: null, since: '', tries: 0, page: '', editing: null, names: [] }
const listeners = new Set<() => void>()
const NOBODY: readonly string[] = []

const idsIn = (input: unknown): string[] =>
  typeof input === 'object' && input !== null
    ? Object.values(input).filter((value) => typeof value === 'string' && /^[\da-f-]{36}$/.test(value))
    : []

/** Whether an answer may be another after a change: it is of a slice concerned, and asked about nothing in particular or about what changed. */
export function isConcerned(name: string, input: unknown, { slices, ids }: Told): boolean {
  if (!slices.some((slice) => name.startsWith(`${slice}.`))) return false
  const asked = idsIn(input)
  return ids === null || asked.length === 0 || asked.some((id) => ids.includes(id))
}

/** The record in a field of which somebody types now (the nearest `data-record`); undefined when nobody does. */
function typedIn(): string | undefined {
  const field = document.activeElement
  const types = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
  return types ? (field.closest<HTMLElement>('[data-record]')?.dataset['record'] ?? undefined) : undefined
}

let waiting: Told[] = []
let timer: ReturnType<typeof setTimeout> | undefined

/** Asks anew what changes concern. What is asked about the record that is typed in waits until the field is left. */
function settle(): void {
  timer = undefined
  const [changes, typed] = [waiting, typedIn()]
  waiting = []
  let putOff = false
  const isAsked = ({ queryKey: [name, input] }: Query): boolean => {
    if (!changes.some((change) => isConcerned(String(name), input, change))) return false
    if (!typed || !idsIn(input).includes(typed)) return true
    putOff = true
    return false
  }
  void state.cache?.invalidateQueries({ predicate: isAsked })
  if (putOff) waiting = changes
}

/** Many pages hear the same at once; each asks at a moment of its own. */
function settleSoon(spreadMs: number): void {
  if (timer) return
  timer = setTimeout(settle, 50 + Math.random() * spreadMs)
}

const afterTyping = (): void => {
  if (waiting.length > 0) settleSoon(0)
}

function setNames(names: readonly string[]): void {
  state.names = names
  for (const listener of listeners) listener()
}

/** Tells the server what is open for editing here; when that fails nobody is told, which is as before. */
function sayEditing(): void {
  if (!state.page) return
  void fetch('/api/live', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ page: state.page, editing: state.editing }),
  }).catch(() => undefined)
}

type Said = { page?: string; changes?: Told[]; spreadMs?: number; subject?: string; names?: string[] }
const HEARD: Readonly<Record<string, (said: Said) => void>> = {
  open: ({ page = '' }) => {
    state.page = page
    state.tries = 0
    if (state.editing) sayEditing()
  },
  change: ({ changes = [], spreadMs = 0 }) => {
    waiting.push(...changes)
    settleSoon(spreadMs)
  },
  lost: () => void state.cache?.invalidateQueries(),
  editing: ({ subject, names = [] }) => {
    if (subject === state.editing) setNames(names)
  },
  end: () => void state.cache?.invalidateQueries({ queryKey: ['access.findMe'] }),
  beat: () => undefined,
}

function close(): void {
  state.line?.source.close()
  state.line = null
  state.page = ''
  setNames(NOBODY)
}

function open(): void {
  if (state.line || !state.cache) return
  const source = new EventSource(`/api/live${state.since && `?since=${state.since}`}`)
  const line: Line = { source, heardAt: Date.now() }
  state.line = line
  for (const [name, heard] of Object.entries(HEARD))
    source.addEventListener(name, (event) => {
      // The browser tells of its own `open` under the same name, with nothing in it.
      if (typeof event.data !== 'string') return
      line.heardAt = Date.now()
      state.since = event.lastEventId
      heard(JSON.parse(event.data))
    })
  source.addEventListener('error', () => {
    if (state.line !== line) return
    close()
    const pause = PAUSES_MS[Math.min(state.tries, PAUSES_MS.length - 1)]
    state.tries += 1
    setTimeout(openIfSeen, pause)
  })
}

/** A page nobody looks at needs no line, unless something is open for editing on it; a line gone silent is opened anew. */
function openIfSeen(): void {
  const wanted = document.visibilityState === 'visible' || state.editing !== null
  const silent = state.line !== null && Date.now() - state.line.heardAt > QUIET_MS
  if (!wanted || silent) close()
  if (wanted) open()
}

/** Follows what others change while the page is open, for whoever is signed in (`accountId`); '' follows nothing. */
export function useFollow(accountId: string): void {
  const cache = useQueryClient()
  useEffect(() => {
    if (!accountId) return
    state.cache = cache
    openIfSeen()
    const watch = setInterval(openIfSeen, QUIET_MS / 2)
    const off = new AbortController()
    document.addEventListener('visibilitychange', openIfSeen, off)
    document.addEventListener('focusout', afterTyping, off)
    window.addEventListener('online', openIfSeen, off)
    return () => {
      clearInterval(watch)
      off.abort()
      close()
      state.cache = null
      state.since = ''
    }
  }, [cache, accountId])
}

const listen = (changed: () => void): (() => void) => {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** Says that this record is open for editing here; answers the names of others who have it open too. Gone when the page closes. */
export function useOthers(subject: string): readonly string[] {
  useEffect(() => {
    state.editing = subject
    sayEditing()
    return () => {
      state.editing = null
      setNames(NOBODY)
      sayEditing()
    }
  }, [subject])
  return useSyncExternalStore(listen, () => state.names)
}
