import { readFileSync } from 'node:fs'
import { optionWords } from './options.ts'
import { optionsOf, parseCall } from './parse.ts'
import { refusalWords } from './refusals.ts'
import type { Call, Exit, Verb } from './verbs.ts'
import { fill, inLanguage, languageOf, type Sentence, words } from './words.ts'

/** Every verb of `npx pitlamp <verb>`; each is read only when it is called. */
const VERBS: Record<string, () => Promise<Verb>> = {
  serve: async () => (await import('./serve.ts')).serve,
  import: async () => (await import('./ledger.ts')).importLedgers,
  assess: async () => (await import('./assess.ts')).assess,
  verify: async () => (await import('./verify.ts')).verify,
  pack: async () => (await import('./pack.ts')).pack,
  export: async () => (await import('./ledger.ts')).exportLedgers,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  demo: async () => (await import('./demo.ts')).demo,
  witness: async () => (await import('./witness.ts')).witness,
  doctor: async () => (await import('./doctor.ts')).doctor,
  help: async () => help,
}

/** One verb with all its options, each in words. */
function helpOn(name: string, verb: Verb, { print, env }: Pick<Call, 'print' | 'env'>): Exit {
  const language = languageOf(env)
  print(`pitlamp ${name} ${verb.usage}`.trimEnd())
  print(`    ${inLanguage(verb.about, language)}`)
  for (const option of optionsOf(verb)) {
    const meaning = optionWords[option]
    if (meaning) print(`  --${option.padEnd(12)} ${inLanguage(meaning, language)}`)
  }
  return 0
}

const help: Verb = {
  about: words.help,
  usage: '[VERB] [--json]',
  words: 1,
  run: async (call) => {
    const [name = ''] = call.words
    const load = VERBS[name]
    if (load) return helpOn(name, await load(), call)
    if (name) {
      call.say(fill(words.unknownVerb, { verb: name }))
      return 2
    }
    const loaded = Object.entries(VERBS).map(async ([verb, load]) => ({ verb, ...(await load()) }))
    const rows = (await Promise.all(loaded)).map(({ verb, usage, about }) => ({ verb, usage, about }))
    if (call.options['json']) call.print(JSON.stringify({ verbs: rows }))
    for (const row of call.options['json'] ? [] : rows) {
      call.print(`pitlamp ${row.verb} ${row.usage}`.trimEnd())
      call.print(`    ${inLanguage(row.about, languageOf(call.env))}`)
    }
    return 0
  },
}

const DISK_FULL = new Set(['ENOSPC', '53100'])
/** The file or folder that was named cannot be used; not a fault of the machine. */
const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS'])

const told = (error: unknown, name: 'code' | 'path'): string =>
  typeof error === 'object' && error !== null && name in error ? String(Object(error)[name]) : ''

function sayFault(error: unknown, say: (sentence: Sentence) => void): Exit {
  const [code, file] = [told(error, 'code'), told(error, 'path').replace(/\.part$/, '')]
  if (DISK_FULL.has(code)) say(words.diskFull)
  else if (file && NOT_THERE.has(code)) say(fill(words.fileUnusable, { file, code }))
  else say(fill(words.fault, { detail: error instanceof Error ? error.message : String(error) }))
  return file && NOT_THERE.has(code) ? 2 : 1
}

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** Prints the version, as the package names it. */
function printVersion(): Exit {
  const file = new URL('../../package.json', import.meta.url)
  const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'))
  print(version)
  return 0
}

/** Runs one command line; answers the exit code. */
export async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<Exit> {
  const language = languageOf(env)
  const say = (sentence: Sentence): void => {
    process.stderr.write(`${inLanguage(sentence, language)}\n`)
  }
  const [name = 'help', ...rest] = argv
  if (name === '--version') return printVersion()
  const load = VERBS[name === '--help' || name === '-h' ? 'help' : name]
  if (!load) {
    say(fill(words.unknownVerb, { verb: name }))
    return 2
  }
  const verb = await load()
  if (rest.includes('--help') || rest.includes('-h')) return helpOn(name, verb, { print, env })
  const parsed = parseCall(verb, rest)
  if ('unread' in parsed) {
    const usage = `pitlamp ${name} ${verb.usage}`.trimEnd()
    const sentence = parsed.is === 'word' ? words.unknownWord : words.unknownOption
    say(fill(sentence, { unread: parsed.unread, usage }))
    return 2
  }
  try {
    return await verb.run({ ...parsed, env, print, say, sayNo: (refused) => say(refusalWords(refused)) })
  } catch (error) {
    if (env['PITLAMP_TRACE'] && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    return sayFault(error, say)
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env)
