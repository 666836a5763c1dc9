import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { noteBackup } from '../home/store/machine.ts'
import { writeSnapshot } from '../kit/db/snapshot.ts'
import { withDatabase } from './database.ts'
import { namedFile, whyUnwritable } from './files.ts'
import type { Verb } from './verbs.ts'
import { fill, words } from './words.ts'

export const backup: Verb = {
  about: words.backup,
  usage: 'FILE [--data DIR] [--json]',
  words: 1,
  takes: ['data'],
  run: async (call) => {
    const file = await namedFile(call, whyUnwritable)
    if (file === undefined) return 2
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
