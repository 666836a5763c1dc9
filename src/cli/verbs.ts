import type { Refused } from '../kit/refuse.ts'
import type { Sentence } from './words.ts'

/** How a command ended: 0 done, 1 a fault of the machine, 2 input that cannot be used. */
export type Exit = 0 | 1 | 2

/** What a command is given: its words and options, and where to say things. */
export type Call = {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | true>>
  readonly env: Readonly<Record<string, string | undefined>>
  /** The answer, on standard output. */
  readonly print: (text: string) => void
  /** A sentence for the person, on standard error, in their language. */
  readonly say: (sentence: Sentence) => void
  /** Says a refusal in the person's language. */
  readonly sayNo: (refused: Refused) => void
}

export type Verb = {
  readonly about: Sentence
  /** Words and options after the verb, for `help`. */
  readonly usage: string
  /** How many words it takes; none where this is left out. */
  readonly words?: number
  /** Options with a value, and options without. */
  readonly takes?: readonly string[]
  readonly flags?: readonly string[]
  /** Those of `takes` that may be given several times: their values come joined by spaces. */
  readonly repeats?: readonly string[]
  readonly run: (call: Call) => Promise<Exit>
}

/** The data folder a command works on. */
export const dataDirOf = ({ options, env }: Pick<Call, 'options' | 'env'>): string => {
  const given = options['data']
  return typeof given === 'string' ? given : (env['PITLAMP_DATA'] ?? './data')
}

/** The value of an option; undefined when it was not given. */
export const optionOf = ({ options }: Pick<Call, 'options'>, name: string): string | undefined => {
  const given = options[name]
  return typeof given === 'string' ? given : undefined
}
