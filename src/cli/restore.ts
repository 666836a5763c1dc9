import { readFile } from 'node:fs/promises'
import { type Answered, askWitnesses } from '../journal/jobs/restore/ask.ts'
import { type Continued, continueLog, type RestoreRefusal } from '../journal/jobs/restore.ts'
import { findNotes } from '../journal/rules/printed.ts'
import { tileMirror } from '../journal/store/restore/mirror.ts'
import { type Db, openDb } from '../kit/db/db.ts'
import { emptyDatabase, readSnapshot } from '../kit/db/snapshot.ts'
import type { Id } from '../kit/id.ts'
import { type Keys, openKeys } from '../kit/keys/keys.ts'
import { isRefused, type Refused, refuse } from '../kit/refuse.ts'
import { erasingIn } from '../people/jobs.ts'
import { records } from '../server/records.ts'
import { type Database, withDatabaseBegun } from './database.ts'
import { whyNoFolder, whyUnreadable } from './files.ts'
import { type Call, type Exit, optionOf, type Verb } from './verbs.ts'
import { fill, type Sentence, words } from './words.ts'

/** What was said on the command line, read. */
type Asked = {
  readonly file: string
  readonly notes: readonly string[]
  readonly leaves: string | undefined
  readonly newLog: string | undefined
  /** The witnesses are not asked. */
  readonly isOffline: boolean
}

async function readAsked(call: Call): Promise<Asked | Sentence> {
  const [file] = call.words
  if (!file) return words.fileNeeded
  const [checkpoint, newLog] = [optionOf(call, 'checkpoint'), optionOf(call, 'new-log')]
  const leaves = optionOf(call, 'leaves')
  const wrong =
    (await whyUnreadable(file)) ??
    (checkpoint === undefined ? undefined : await whyUnreadable(checkpoint)) ??
    (leaves === undefined ? undefined : await whyNoFolder(leaves))
  if (wrong) return wrong
  if (newLog?.trim() === '') return words.reasonNeeded
  const { notes } = findNotes(checkpoint ? await readFile(checkpoint, 'utf8') : '')
  if (checkpoint && notes.length === 0) return fill(words.checkpointsNone, { file: checkpoint })
  return { file, notes, leaves, newLog, isOffline: call.options['offline'] === true }
}

/** How the log of one mine goes on, and what its witnesses said before. */
type Told = { readonly log: Continued; readonly asked: readonly Answered[] }

/** A witness's answer that must not be passed over: it may have signed what the backup does not have. */
type Unheard = Refused<'witness-silent' | 'witness-foreign'>

function findUnheard(asked: readonly Answered[]): Unheard | undefined {
  for (const { name, outcome } of asked) {
    if (outcome === 'silent') return refuse('witness-silent', undefined, { name })
    if (outcome === 'foreign') return refuse('witness-foreign', undefined, { name })
  }
  return undefined
}

type House = Database & { readonly db: Db; readonly keys: Keys }

/** Lets the log of one mine go on, with what its witnesses show. */
async function continueOne(
  { db, keys, dataDir }: House,
  mineId: Id<'mine'>,
  { notes, leaves, newLog, isOffline }: Asked,
): Promise<Told | RestoreRefusal | Unheard> {
  const asked = isOffline ? [] : await askWitnesses({ db, keys, mineId })
  const unheard = findUnheard(asked)
  if (unheard) return unheard
  const shown = asked.flatMap((one) => (one.outcome === 'shows' ? [one.known.note] : []))
  const log = await continueLog({
    ...{ db, keys, dataDir, records, mineId, newLog },
    clock: () => new Date(),
    notes: [...notes, ...shown],
    mirror: tileMirror(leaves ? { folder: leaves } : { dataDir, mineId }),
    erasing: erasingIn(mineId),
  })
  return isRefused(log) ? log : { log, asked }
}

/** Lets the log of every mine in the database go on. */
async function continueAll(database: Database, asked: Asked): Promise<Told[] | RestoreRefusal | Unheard> {
  const { db, close } = openDb(database.url, 4)
  const keys = openKeys(database.keysDir)
  try {
    const mines = await db.selectFrom('mine').select('id').execute()
    const all: Told[] = []
    for (const { id } of mines) {
      const told = await continueOne({ ...database, db, keys }, id, asked)
      if (isRefused(told)) return told
      all.push(told)
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

const sayAsked = (one: Answered): Sentence =>
  one.outcome === 'shows'
    ? fill(words.witnessShows, { name: one.name, size: one.known.size })
    : fill(words.witnessKnowsNone, { name: one.name })

const jsonOf = ({ log, asked }: Told) => ({
  ...log,
  witnesses: asked.map((one) => ({
    ...{ name: one.name, outcome: one.outcome },
    size: one.outcome === 'shows' ? one.known.size : null,
  })),
})

/** Says what became of each log, and what its witnesses said. */
function sayAll(call: Call, { isOffline }: Asked, all: readonly Told[]): void {
  if (isOffline) call.say(words.witnessesUnasked)
  for (const { log, asked } of all) {
    for (const one of asked) call.say(sayAsked(one))
    call.say(sayOne(log))
    if (log.erased > 0) call.say(fill(words.erasedAgain, { erased: log.erased }))
  }
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
  if (call.options['json'])
    call.print(JSON.stringify({ file: asked.file, rows, tables, log: continued.map(jsonOf) }))
  call.say(fill(words.restored, { rows, keys: database.keysDir }))
  sayAll(call, asked, continued)
  return 0
}

export const restore: Verb = {
  about: words.restore,
  usage: 'FILE [--checkpoint FILE] [--leaves DIR] [--new-log REASON] [--offline] [--data DIR] [--json]',
  words: 1,
  takes: ['checkpoint', 'leaves', 'new-log', 'data'],
  flags: ['offline'],
  run: async (call) => {
    const asked = await readAsked(call)
    if ('zh' in asked) {
      call.say(asked)
      return 2
    }
    return withDatabaseBegun(call, (database) => run(call, database, asked))
  },
}
