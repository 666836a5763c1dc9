import { readFile } from 'node:fs/promises'
import { type FoundNotes, findNotes } from '../journal/rules/printed.ts'
import { listLogFolders, verifyFolder } from '../journal/store/verify/folder.ts'
import { findingWords } from '../journal/words/findings.ts'
import { isRefused } from '../kit/refuse.ts'
import { whyUnreadable } from './files.ts'
import { type Call, type Exit, optionOf } from './verbs.ts'
import { readVkey } from './vkey.ts'
import { fill, inLanguage, languageOf, words } from './words.ts'

const NONE: FoundNotes = { notes: [], strays: [] }
const MOST_NAMED = 10

/** The checkpoints in a file somebody kept; undefined, and said why, where there are none. */
export async function readKept(call: Call, file: string | undefined): Promise<FoundNotes | undefined> {
  if (file === undefined) return NONE
  const wrong = await whyUnreadable(file)
  if (wrong) return void call.say(wrong)
  const found = findNotes(await readFile(file, 'utf8'))
  return found.notes.length > 0 ? found : void call.say(fill(words.checkpointsNone, { file }))
}

/** Says how many checkpoints a file had, and what of it was passed over. */
export function sayKept(call: Call, file: string, { notes, strays }: FoundNotes): void {
  call.say(fill(words.checkpointsRead, { file, read: notes.length }))
  const lines = strays.slice(0, MOST_NAMED).join(' ')
  if (strays.length > 0) call.say(fill(words.checkpointStrays, { count: strays.length, lines }))
}

/** The folder of the log that is meant; undefined, and said why, where there is none or more than one. */
async function findFolder(call: Call, given: string): Promise<string | undefined> {
  const [folder, ...more] = await listLogFolders(given)
  if (folder === undefined) return void call.say(fill(words.noLog, { folder: given }))
  if (more.length === 0) return folder
  return void call.say(fill(words.logsMany, { folder: given, count: 1 + more.length }))
}

/**
 * Checks a log from a folder of tiles, the log's key (`--vkey`) and the checkpoints somebody kept (`--checkpoints`, one after the other in a
 * file); needs neither database nor keys. Exit 1 when something is found.
 */
export async function verifyTileFolder(call: Call, given: string): Promise<Exit> {
  const log = readVkey(call)
  if (log === undefined || isRefused(log)) {
    if (log) call.sayNo(log)
    else call.say(words.vkeyNeeded)
    return 2
  }
  const file = optionOf(call, 'checkpoints')
  const kept = await readKept(call, file)
  const folder = kept && (await findFolder(call, given))
  if (!kept || folder === undefined) return 2
  const report = await verifyFolder({ folder, log, notes: kept.notes })
  const read = file === undefined ? {} : { kept: kept.notes.length, strays: kept.strays }
  if (call.options['json']) call.print(JSON.stringify({ ...report, ...read }))
  for (const { code, id, idx } of call.options['json'] ? [] : report.findings)
    call.print(
      `${[id, idx === undefined ? undefined : `#${idx}`].filter((part) => part !== undefined).join(' ')}  ${inLanguage(findingWords[code], languageOf(call.env))}`,
    )
  const { leaves, checkpoints, found } = report
  call.say(fill(found > 0 ? words.tilesFound : words.tilesClean, { leaves, checkpoints, count: found }))
  if (file !== undefined) sayKept(call, file, kept)
  return found > 0 ? 1 : 0
}
