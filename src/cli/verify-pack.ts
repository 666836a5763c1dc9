import { readFile } from 'node:fs/promises'
import { verifyPack } from '../evidence/store/verify-pack.ts'
import { codeWords } from '../evidence/words/pack.ts'
import { parseVkey } from '../journal/rules/note.ts'
import type { PackFinding } from '../journal/rules/pack/finding.ts'
import { heldAgainst, type Known } from '../journal/rules/pack/known.ts'
import { isRefused } from '../kit/refuse.ts'
import { whyUnreadable } from './files.ts'
import { type Call, type Exit, optionOf } from './verbs.ts'
import { fill, inLanguage, type Language, languageOf, words } from './words.ts'

/** So many findings are told one by one. */
const MOST_TOLD = 50

function sayFinding({ code, ...place }: PackFinding, language: Language): string {
  const where = Object.entries(place).map(([name, value]) => `${name} ${value}`)
  return `${code}  ${inLanguage(codeWords[code].failed, language)}${where.length > 0 ? `  (${where.join(', ')})` : ''}`
}

/** What the caller knows of the log; undefined, and said why, when it cannot be read. */
async function readKnown(call: Call): Promise<Known | undefined> {
  const [vkey, file] = [optionOf(call, 'vkey'), optionOf(call, 'policy')]
  if (vkey !== undefined && isRefused(parseVkey(vkey))) return void call.say(words.vkeyNeeded)
  const wrong = file === undefined ? undefined : await whyUnreadable(file)
  if (wrong) return void call.say(wrong)
  return { vkey, policy: file === undefined ? undefined : await readFile(file, 'utf8') }
}

/** Checks an evidence pack; needs neither database nor keys. Exit 1 when it is not good, or not of the log that was named. */
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
  const findings = read ? heldAgainst(known, read.pack, found) : found
  const revisions = read?.checked.shown.flat().length ?? 0
  const facts = {
    records: read?.pack.records.length ?? 0,
    revisions,
    witnessed: read?.checked.log.witnessed.length ?? 0,
  }
  if (call.options['json']) call.print(JSON.stringify({ good: findings.length === 0, findings, ...facts }))
  else
    for (const finding of findings.slice(0, MOST_TOLD)) call.print(sayFinding(finding, languageOf(call.env)))
  call.say(
    findings.length === 0 ? fill(words.packGood, facts) : fill(words.packBad, { count: findings.length }),
  )
  if (read && known.vkey === undefined) call.say(fill(words.packOwnKey, { vkey: read.pack.log.vkey }))
  return findings.length === 0 ? 0 : 1
}
