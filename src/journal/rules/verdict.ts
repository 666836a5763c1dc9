import type { Opened } from './proof.ts'

/** A field that was recomputed, with whether it is as it was sealed. */
export type CheckedField = Opened & { readonly good: boolean }

/**
 * What became of holding a record's present content against the seal. `opened`: field by field; `missing`: sealed fields that were neither
 * opened nor withheld. `earlier`: only the latest revision has a present content. `newer`: it changed meanwhile. `closed`: not for this
 * reader, or for none. `erased`: under a notice. The rest are alarms: gone, or not openable, without one.
 */
export type Content =
  | {
      readonly state: 'opened'
      readonly fields: readonly CheckedField[]
      readonly withheld: readonly string[]
      readonly missing: readonly string[]
    }
  | { readonly state: 'earlier' | 'newer' | 'closed' | 'erased' | 'gone' | 'broken' | 'unnoticed' }

/** What is said of a check as a whole, seal and content together. */
export type Verdict =
  | ('agrees' | 'agreesInPart' | 'earlier' | 'newer' | 'closed' | 'erased')
  | ('sealBad' | 'contentBad' | 'gone' | 'broken' | 'unnoticed')

const ALARMS: readonly Verdict[] = ['sealBad', 'contentBad', 'gone', 'broken', 'unnoticed']

/** Whether a verdict says that something is not as it was sealed. */
export const isAlarm = (verdict: Verdict): boolean => ALARMS.includes(verdict)

/** What stands in the way of opening a record's content, by the code it was refused with. */
const HINDERED: Readonly<Record<string, Exclude<Content['state'], 'opened'>>> = {
  'not-opened': 'closed',
  'not-allowed': 'closed',
  erased: 'erased',
  'no-such-record': 'gone',
  'record-gone': 'gone',
  'seal-broken': 'broken',
  'erased-without-notice': 'unnoticed',
}

/** What a refusal to open a record's content says of it; undefined: it says nothing, the line is in trouble. */
export function contentRefused(code: string): Content | undefined {
  const state = HINDERED[code]
  return state && { state }
}

/** One verdict on a record: the steps of its seal and what stands in the tables now. It claims no more than was checked (journal §1, §6). */
export function judge(steps: readonly { readonly good: boolean }[], content: Content): Verdict {
  if (steps.some(({ good }) => !good)) return 'sealBad'
  if (content.state !== 'opened') return content.state
  const { fields, missing, withheld } = content
  if (missing.length > 0 || fields.some(({ good }) => !good)) return 'contentBad'
  return withheld.length > 0 ? 'agreesInPart' : 'agrees'
}
