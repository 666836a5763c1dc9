import type { QueryClient } from '@tanstack/react-query'
import { recall, store } from '../kept.ts'
import { codeIn } from '../read.ts'
import { keepAnswer, listAnswers, wipeAnswers } from './shelf.ts'

const OWNER = 'pitlamp.owner'
const DRAFTS = 'pitlamp.draft.'
const ME = 'access.findMe'

/** The account whose answers this browser keeps; null: nobody's. */
export const owner = (): string | null => recall(OWNER)

/** A form's draft, apart from those of others who use the same browser. */
export const draftKey = (accountId: string, form: string): string => `${DRAFTS}${accountId}.${form}`

function dropDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFTS)) localStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}

/** Forgets what was read here, and whose it was. */
export async function forgetAnswers(): Promise<void> {
  store(OWNER, null)
  await wipeAnswers()
}

/** Forgets all of somebody who leaves, but for what they wrote and is still to be sent. */
export async function forgetAll(): Promise<void> {
  dropDrafts()
  await forgetAnswers()
}

const accountIn = (data: unknown): string | undefined =>
  typeof data === 'object' && data !== null && 'accountId' in data ? String(data.accountId) : undefined

async function settle(accountId: string): Promise<void> {
  if (owner() === accountId) return
  await forgetAnswers()
  store(OWNER, accountId)
}

/** From now on every answer is kept as it comes in; when the session has ended, all of them go. */
export function keepAnswers(cache: QueryClient): void {
  let settled: Promise<void> = Promise.resolve()
  cache.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated') return
    const { query, action } = event
    const [name, input] = query.queryKey as [string, unknown]
    if (action.type === 'error' && name === ME && codeIn(action.error) === 'not-signed-in') {
      settled = forgetAnswers()
      cache.removeQueries({ predicate: ({ queryKey }) => !String(queryKey[0]).startsWith('access.') })
    }
    if (action.type !== 'success' || action.manual) return
    const accountId = name === ME ? accountIn(query.state.data) : undefined
    if (accountId) settled = settle(accountId)
    void settled.then(() => {
      const now = owner()
      const { data, dataUpdatedAt: at } = query.state
      return now ? keepAnswer({ accountId: now, name, input, data, at }) : undefined
    })
  })
}

/** Puts back what the owner last read, with its age: pages show it at once and ask anew. */
export async function recallAnswers(cache: QueryClient): Promise<void> {
  const now = owner()
  if (!now) return
  for (const { name, input, data, at } of await listAnswers(now))
    cache.setQueryData([name, input], data, { updatedAt: at })
  // However new, it was read by an earlier page: every answer is asked anew when it is first shown.
  await cache.invalidateQueries({ refetchType: 'none' })
}
