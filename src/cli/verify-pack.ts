import { readFile } from 'node:fs/promises'
import { verifyPack } from '../evidence/store/verify-pack.ts'
import { codeWords } from '../evidence/words/pack.ts'
import { showVkey } from '../journal/rules/note.ts'
import type { PackFinding } from '../journal/rules/pack/finding.ts'
import { heldAgainst, type Known } from '../journal/rules/pack/known.ts'
import { isRefused } from '../kit/refuse.ts'
import { whyUnreadable } from './files.ts'
import { type Call, type Exit, optionOf } from './verbs.ts'
import { readVkey } from './vkey.ts'
import { fill, inLanguage, type Language, languageOf, words } from './words.ts'

/** So many findings are told one by one. */
const MOST_TOLD = 50

function sayFinding({ code, ...place }: PackFinding, language: Language): string {
  const where = Object.entries(place).map(([name, value]) => `${name} ${value}`)
  return `${code}  ${inLanguage(codeWords[code].failed, language)}${where.length > 0 ? `  (${where.join(', ')})` : ''}`
}

/** What the caller knows of the log; undefined, and said why, when it cannot be read. */
async function readKnown(call: Call): Promise<Known | undefined> {
  const [log, file] = [readVkey(call), optionOf(call, 'policy')]
  if (isRefused(log)) return void call.sayNo(log)
  const wrong = file === undefined ? undefined : await whyUnreadable(file)
  if (wrong) return void call.say(wrong)
  return { vkey: log && showVkey(log), policy: file === undefined ? undefined : await readFile(file, 'utf8') }
}

/** Says that a file is no pack, or none any more. */
function sayUnreadable(call: Call, findings: readonly PackFinding[]): Exit {
  if (call.options['json']) call.print(JSON.stringify({ good: false, findings }))
  call.say(codeWords['pack-unreadable'].failed)
  return 2
}

/**
 * Checks an evidence pack; needs neither database nor keys. Exit 1 when it is not good, or not of the log that was named, 2 when it cannot be
 * read.
 */
export async function verifyPackFile(call: Call, file: string): Promise<Exit> {
  const wrong = await whyUnreadable(file)
  if (wrong) {
    call.say(wrong)
    return 2
  }
  const bytes = await readFile(file)
  const known = await readKnown(call)
  if (!known) return 2
  const { findings: found, read } = await verifyPack(bytes)
  if (!read) return sayUnreadable(call, found)
  const findings = heldAgainst(known, read.pack, found)
  const facts = {
    records: read.pack.records.length,
    revisions: read.checked.shown.flat().length,
    witnessed: read.checked.log.witnessed.length,
  }
  if (call.options['json']) call.print(JSON.stringify({ good: findings.length === 0, findings, ...facts }))
  else
    for (const finding of findings.slice(0, MOST_TOLD)) call.print(sayFinding(finding, languageOf(call.env)))
  call.say(
    findings.length === 0 ? fill(words.packGood, facts) : fill(words.packBad, { count: findings.length }),
  )
  if (known.vkey === undefined) call.say(fill(words.packOwnKey, { vkey: read.pack.log.vkey }))
  return findings.length === 0 ? 0 : 1
}
