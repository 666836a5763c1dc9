import { parseVkey, type Signer } from '../journal/rules/note.ts'
import type { Refused } from '../kit/refuse.ts'
import { type Call, optionOf } from './verbs.ts'

/** The key of a log that somebody gave after `--vkey`; undefined where they gave none. Refuses one that is cut short or misspelt. */
export function readVkey(call: Pick<Call, 'options'>): Signer | undefined | Refused<'bad-verifier-key'> {
  const given = optionOf(call, 'vkey')
  return given === undefined ? undefined : parseVkey(given.trim())
}
