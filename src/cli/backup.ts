import { access, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { noteBackup } from '../home/store/machine.ts'
import { readSnapshot, writeSnapshot } from '../kit/db/snapshot.ts'
import { isRefused } from '../kit/refuse.ts'
import { withDatabase } from './database.ts'
import type { Verb } from './verbs.ts'
import { fill, words } from './words.ts'

export const backup: Verb = {
  about: words.backup,
  usage: 'FILE [--data DIR] [--json]',
  run: async (call) => {
    const [file] = call.words
    if (!file) {
      call.say(words.fileNeeded)
      return 2
    }
    return withDatabase(call, async ({ url, keysDir, dataDir }) => {
      const at = new Date().toISOString()
      const { tables, rows } = await writeSnapshot(url, file)
      const { size: bytes } = await stat(file)
      await noteBackup(dataDir, { at, file: resolve(file), bytes, rows })
      if (call.options['json']) call.print(JSON.stringify({ file, rows, tables, keys: keysDir }))
      call.say(fill(words.backedUp, { file, rows, keys: keysDir }))
      return 0
    })
  },
}

export const restore: Verb = {
  about: words.restore,
  usage: 'FILE [--data DIR] [--json]',
  run: async (call) => {
    const [file] = call.words
    const there =
      file &&
      (await access(file).then(
        () => true,
        () => false,
      ))
    if (!file || !there) {
      call.say(file ? fill(words.noSuchFile, { file }) : words.fileNeeded)
      return 2
    }
    return withDatabase(call, async ({ url, keysDir }) => {
      const restored = await readSnapshot(url, file)
      if (isRefused(restored)) {
        call.sayNo(restored)
        return 2
      }
      if (call.options['json'])
        call.print(JSON.stringify({ file, rows: restored.rows, tables: restored.tables }))
      call.say(fill(words.restored, { rows: restored.rows, keys: keysDir }))
      return 0
    })
  },
}
