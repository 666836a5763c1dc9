import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

interface Lasting extends DBSchema {
  kept: { key: string; value: unknown }
}

let opened: Promise<IDBPDatabase<Lasting>> | undefined
const lasting = (): Promise<IDBPDatabase<Lasting>> => {
  opened ??= openDB<Lasting>('pitlamp-lasting', 1, {
    upgrade: (db) => void db.createObjectStore('kept'),
  })
  return opened
}

/** What was put down under a key, whoever was signed in: nothing personal belongs here. Rejects where the browser keeps nothing. */
export async function recallLasting(key: string): Promise<unknown> {
  return (await lasting()).get('kept', key)
}

/** Puts it down in place of what was there; signing out does not take it away. Rejects where the browser keeps nothing. */
export async function keepLasting(key: string, value: unknown): Promise<void> {
  await (await lasting()).put('kept', value, key)
}
