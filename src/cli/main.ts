import { assess } from './assess.ts'
import { backup, restore } from './backup.ts'
import { demo } from './demo.ts'
import { doctor } from './doctor.ts'
import { exportLedgers, importLedgers } from './ledger.ts'
import { parseCall } from './parse.ts'
import { serve } from './serve.ts'
import type { Exit, Verb } from './verbs.ts'
import { verify } from './verify.ts'
import { fill, inLanguage, languageOf, refusalWords, type Sentence, words } from './words.ts'

const help: Verb = {
  about: words.help,
  usage: '[--json]',
  run: async (call) => {
    const rows = Object.entries(verbs).map(([name, verb]) => ({
      verb: name,
      usage: verb.usage,
      about: verb.about,
    }))
    if (call.options['json']) call.print(JSON.stringify({ verbs: rows }))
    for (const row of call.options['json'] ? [] : rows) {
      call.print(`pitlamp ${row.verb} ${row.usage}`.trimEnd())
      call.print(`    ${inLanguage(row.about, languageOf(call.env))}`)
    }
    return 0
  },
}

/** Every verb of `npx pitlamp <verb>`. */
export const verbs: Record<string, Verb> = {
  serve,
  import: importLedgers,
  assess,
  verify,
  export: exportLedgers,
  backup,
  restore,
  demo,
  doctor,
  help,
}

const DISK_FULL = new Set(['ENOSPC', '53100'])
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** Runs one command line; answers the exit code. */
export async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<Exit> {
  const language = languageOf(env)
  const say = (sentence: Sentence): void => {
    process.stderr.write(`${inLanguage(sentence, language)}\n`)
  }
  const [name = 'help', ...rest] = argv
  const verb = verbs[name === '--help' || name === '-h' ? 'help' : name]
  if (!verb) {
    say(fill(words.unknownVerb, { verb: name }))
    return 2
  }
  const parsed = parseCall(verb, rest)
  if ('unknown' in parsed) {
    say(fill(words.unknownOption, { option: parsed.unknown, usage: `pitlamp ${name} ${verb.usage}` }))
    return 2
  }
  const print = (text: string): void => {
    process.stdout.write(`${text}\n`)
  }
  try {
    return await verb.run({ ...parsed, env, print, say, sayNo: (refused) => say(refusalWords(refused)) })
  } catch (error) {
    const full = DISK_FULL.has(codeOf(error))
    const detail = error instanceof Error ? error.message : String(error)
    say(full ? words.diskFull : fill(words.fault, { detail }))
    if (env['PITLAMP_TRACE'] && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    return 1
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env)
