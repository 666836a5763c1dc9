import type { Call, Verb } from './verbs.ts'

type Parsed = Pick<Call, 'words' | 'options'>

/** `--json` and `--data` belong to every verb. */
const TAKES = ['data']
const FLAGS = ['json']

/** Every option a verb has, with a value or without. */
export const optionsOf = ({ takes = [], flags = [] }: Pick<Verb, 'takes' | 'flags'>): string[] => [
  ...takes,
  ...flags,
  ...TAKES,
  ...FLAGS,
]

/** Splits a command line into words and options; names the first option the verb does not have, or that lacks its value. */
export function parseCall(
  verb: Pick<Verb, 'takes' | 'flags' | 'repeats'>,
  argv: readonly string[],
): Parsed | { unknown: string } {
  const takes = [...TAKES, ...(verb.takes ?? [])]
  const flags = [...FLAGS, ...(verb.flags ?? [])]
  const words: string[] = []
  const options: Record<string, string | true> = {}
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? ''
    const parts = /^--([a-z-]+)(?:=(.*))?$/s.exec(word)
    const name = parts?.[1] ?? ''
    if (!parts && word.startsWith('-') && word !== '-') return { unknown: word }
    if (!parts) words.push(word)
    else if (flags.includes(name) && parts[2] === undefined) options[name] = true
    else if (takes.includes(name)) {
      const value = parts[2] ?? argv[++at]
      if (value === undefined) return { unknown: word }
      const before = verb.repeats?.includes(name) ? options[name] : undefined
      options[name] = before === undefined ? value : `${before} ${value}`
    } else return { unknown: word }
  }
  return { words, options }
}
