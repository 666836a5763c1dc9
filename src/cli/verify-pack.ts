import { readFile } from 'node:fs/promises'
import { verifyPack } from '../evidence/store/verify-pack.ts'
import { codeWords } from '../evidence/words/pack.ts'
import type { PackFinding } from '../journal/rules/pack/finding.ts'
import type { Call, Exit } from './verbs.ts'
import { fill, inLanguage, type Language, languageOf, words } from './words.ts'

/** So many findings are told one by one. */
const MOST_TOLD = 50

function sayFinding({ code, ...place }: PackFinding, language: Language): string {
  const where = Object.entries(place).map(([name, value]) => `${name} ${value}`)
  return `${code}  ${inLanguage(codeWords[code].failed, language)}${where.length > 0 ? `  (${where.join(', ')})` : ''}`
}

/** Checks an evidence pack; needs neither database nor keys. Exit 1 when it is not good. */
export async function verifyPackFile(call: Call, file: string): Promise<Exit> {
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) {
    call.say(fill(words.noSuchFile, { file }))
    return 2
  }
  const { findings, read } = await verifyPack(bytes)
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
  return findings.length === 0 ? 0 : 1
}
