import type { Call, Verb } from './verbs.ts'

type Parsed = Pick<Call, 'words' | 'options'>

/** What of a command line its verb does not have: an option, or one that lacks its value; a word too many. */
export type Unread = { readonly unread: string; readonly is: 'option' | 'word' }

/** `--json` belongs to every verb. */
const FLAGS = ['json']

/** Every option a verb has, with a value or without. */
export const optionsOf = ({ takes = [], flags = [] }: Pick<Verb, 'takes' | 'flags'>): string[] => [
  ...takes,
  ...flags,
  ...FLAGS,
]

/** Splits a command line into words and options; names the first thing the verb does not have. */
export function parseCall(
  verb: Pick<Verb, 'takes' | 'flags' | 'repeats' | 'words'>,
  argv: readonly string[],
): Parsed | Unread {
  const { takes = [], words: most = 0 } = verb
  const flags = [...FLAGS, ...(verb.flags ?? [])]
  const words: string[] = []
  const options: Record<string, string | true> = {}
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? ''
    const parts = /^--([a-z-]+)(?:=(.*))?$/s.exec(word)
    const name = parts?.[1] ?? ''
    if (!parts && word.startsWith('-') && word !== '-') return { unread: word, is: 'option' }
    if (!parts && words.length === most) return { unread: word, is: 'word' }
    if (!parts) words.push(word)
    else if (flags.includes(name) && parts[2] === undefined) options[name] = true
    else if (takes.includes(name)) {
      const value = parts[2] ?? argv[++at]
      if (value === undefined) return { unread: word, is: 'option' }
      const before = verb.repeats?.includes(name) ? options[name] : undefined
      options[name] = before === undefined ? value : `${before} ${value}`
    } else return { unread: word, is: 'option' }
  }
  return { words, options }
}
