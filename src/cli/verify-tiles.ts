import { readFile } from 'node:fs/promises'
import { parseVkey } from '../journal/rules/note.ts'
import { splitNotes, verifyFolder } from '../journal/store/verify/folder.ts'
import { findingWords } from '../journal/words/findings.ts'
import { isRefused } from '../kit/refuse.ts'
import { type Call, type Exit, optionOf } from './verbs.ts'
import { fill, inLanguage, languageOf, words } from './words.ts'

/**
 * Checks a log from a folder of tiles, the log's key (`--vkey`) and the checkpoints somebody kept (`--checkpoints`, one after the other in a
 * file); needs neither database nor keys. Exit 1 when something is found.
 */
export async function verifyTileFolder(call: Call, folder: string): Promise<Exit> {
  const log = parseVkey(optionOf(call, 'vkey') ?? '')
  if (isRefused(log)) {
    call.say(words.vkeyNeeded)
    return 2
  }
  const file = optionOf(call, 'checkpoints')
  const text = file === undefined ? '' : await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) {
    call.say(fill(words.noSuchFile, { file: file ?? '' }))
    return 2
  }
  const report = await verifyFolder({ folder, log, notes: splitNotes(text) })
  if (call.options['json']) call.print(JSON.stringify(report))
  for (const { code, id, idx } of call.options['json'] ? [] : report.findings)
    call.print(
      `${[id, idx === undefined ? undefined : `#${idx}`].filter((part) => part !== undefined).join(' ')}  ${inLanguage(findingWords[code], languageOf(call.env))}`,
    )
  const { leaves, checkpoints, found } = report
  call.say(fill(found > 0 ? words.tilesFound : words.tilesClean, { leaves, checkpoints, count: found }))
  return found > 0 ? 1 : 0
}
