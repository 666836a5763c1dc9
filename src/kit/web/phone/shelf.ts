import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Problem, WriteName } from '../../contract.ts'

/** An answer as it was last read, and when (milliseconds). */
export type KeptAnswer = {
  readonly accountId: string
  readonly name: string
  readonly input: unknown
  readonly data: unknown
  readonly at: number
}

/** Something written here and not yet taken by the server. `id` is its idempotency key; `label` says what it is, as its writer saw it. */
export type Unsent = {
  readonly id: string
  readonly accountId: string
  readonly name: WriteName
  readonly input: unknown
  readonly label: string
  readonly at: string
  /** Why the server would not take it; it waits to be looked at. */
  readonly refused?: Problem
}

interface Shelf extends DBSchema {
  answers: { key: string; value: KeptAnswer }
  unsent: { key: string; value: Unsent }
}

async function open(): Promise<IDBPDatabase<Shelf> | null> {
  try {
    return await openDB<Shelf>('pitlamp', 1, {
      upgrade: (db) => {
        db.createObjectStore('answers')
        db.createObjectStore('unsent', { keyPath: 'id' })
      },
    })
  } catch {
    return null
  }
}

let opened: Promise<IDBPDatabase<Shelf> | null> | undefined
const shelf = (): Promise<IDBPDatabase<Shelf> | null> => {
  opened ??= open()
  return opened
}

const keyOf = ({ accountId, name, input }: Omit<KeptAnswer, 'data' | 'at'>): string =>
  `${accountId} ${name} ${JSON.stringify(input)}`

/** What an account last read here. */
export async function listAnswers(accountId: string): Promise<KeptAnswer[]> {
  const all = (await (await shelf())?.getAll('answers')) ?? []
  return all.filter((one) => one.accountId === accountId)
}

/** Keeps an answer in place of the one before. A full or missing shelf keeps nothing and says nothing. */
export async function keepAnswer(answer: KeptAnswer): Promise<void> {
  await (await shelf())?.put('answers', answer, keyOf(answer)).catch(() => undefined)
}

/** Nothing that anybody read here stays. What is unsent does. */
export async function wipeAnswers(): Promise<void> {
  await (await shelf())?.clear('answers').catch(() => undefined)
}

/** What an account has not sent yet, oldest first. */
export async function listUnsent(accountId: string): Promise<Unsent[]> {
  const db = await shelf()
  const all = (await db?.getAll('unsent').catch(() => [])) ?? []
  return all.filter((one) => one.accountId === accountId).sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** Puts it down, or in place of what it was; answers whether the browser kept it. */
export async function keepUnsent(item: Unsent): Promise<boolean> {
  const db = await shelf()
  if (!db) return false
  return db.put('unsent', item).then(
    () => true,
    () => false,
  )
}

export async function dropUnsent(id: string): Promise<void> {
  await (await shelf())?.delete('unsent', id)
}
