import { access, readFile } from 'node:fs/promises'
import { type Continued, continueLog, type RestoreRefusal } from '../journal/jobs/restore.ts'
import { tileMirror } from '../journal/store/restore/mirror.ts'
import { openDb } from '../kit/db/db.ts'
import { emptyDatabase, readSnapshot } from '../kit/db/snapshot.ts'
import { openKeys } from '../kit/keys/keys.ts'
import { isRefused } from '../kit/refuse.ts'
import { records } from '../server/records.ts'
import { type Database, withDatabase } from './database.ts'
import { type Call, type Exit, optionOf, type Verb } from './verbs.ts'
import { fill, type Sentence, words } from './words.ts'

/** What was said on the command line, read. */
type Asked = {
  readonly file: string
  readonly notes: readonly string[]
  readonly leaves: string | undefined
  readonly newLog: string | undefined
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

async function readAsked(call: Call): Promise<Asked | Sentence> {
  const [file] = call.words
  if (!file) return words.fileNeeded
  const [checkpoint, newLog] = [optionOf(call, 'checkpoint'), optionOf(call, 'new-log')]
  const leaves = optionOf(call, 'leaves')
  const missing = []
  for (const named of [file, checkpoint, leaves]) if (named && !(await isThere(named))) missing.push(named)
  if (missing[0]) return fill(words.noSuchFile, { file: missing[0] })
  if (newLog?.trim() === '') return words.reasonNeeded
  return { file, notes: checkpoint ? [await readFile(checkpoint, 'utf8')] : [], leaves, newLog }
}

/** Lets the log of every mine in the database go on. */
async function continueAll(
  { url, keysDir, dataDir }: Database,
  { notes, leaves, newLog }: Asked,
): Promise<Continued[] | RestoreRefusal> {
  const { db, close } = openDb(url, 4)
  const keys = openKeys(keysDir)
  try {
    const mines = await db.selectFrom('mine').select('id').execute()
    const all: Continued[] = []
    for (const { id } of mines) {
      const mirror = tileMirror(leaves ? { folder: leaves } : { dataDir, mineId: id })
      const clock = (): Date => new Date()
      const continued = await continueLog({
        ...{ db, keys, dataDir, records, mineId: id, clock, notes, mirror, newLog },
      })
      if (isRefused(continued)) return continued
      all.push(continued)
    }
    return all
  } finally {
    keys.close()
    await close()
  }
}

const sayOne = (continued: Continued): Sentence => {
  if (continued.state === 'refilled')
    return fill(words.logRefilled, { ...continued, lost: continued.known - continued.size })
  if (continued.state === 'new-log') return fill(words.logAnew, continued)
  return fill(continued.known > 0 ? words.logContinues : words.logUnknown, continued)
}

async function run(call: Call, database: Database, asked: Asked): Promise<Exit> {
  const restored = await readSnapshot(database.url, asked.file)
  if (isRefused(restored)) {
    call.sayNo(restored)
    return 2
  }
  const continued = await continueAll(database, asked)
  if (isRefused(continued)) {
    await emptyDatabase(database.url)
    if (continued.refused === 'log-forked') call.say(fill(words.logForked, continued.facts ?? {}))
    else call.sayNo(continued)
    return 1
  }
  const { rows, tables } = restored
  if (call.options['json']) call.print(JSON.stringify({ file: asked.file, rows, tables, log: continued }))
  call.say(fill(words.restored, { rows, keys: database.keysDir }))
  for (const one of continued) call.say(sayOne(one))
  return 0
}

export const restore: Verb = {
  about: words.restore,
  usage: 'FILE [--checkpoint FILE] [--leaves DIR] [--new-log REASON] [--data DIR] [--json]',
  takes: ['checkpoint', 'leaves', 'new-log'],
  run: async (call) => {
    const asked = await readAsked(call)
    if ('zh' in asked) {
      call.say(asked)
      return 2
    }
    return withDatabase(call, (database) => run(call, database, asked))
  },
}
