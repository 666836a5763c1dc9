import { isRefused, type Refused } from '../../../kit/refuse.ts'
import type { Words } from '../../../kit/web/say.ts'
import { checkCount, decide, type Outcome, type VoteRule } from '../../rules/votes.ts'
import { words as pages } from '../../words/pages.ts'
import { words } from '../../words/sitting.ts'

export const OPINIONS = ['yes', 'no', 'abstain'] as const
export type Opinion = (typeof OPINIONS)[number]

/** The counts of a vote while they are typed; `present` empty: as many as the roll has. */
export type Counts = Readonly<Record<'present' | Opinion, string>>

/** A count as it is typed, full-width digits too; undefined for nothing and for what is no whole number. */
export function readCount(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').trim()
  return /^\d{1,5}$/.test(plain) ? Number(plain) : undefined
}

export type Fault = { readonly path: keyof Counts; readonly words: Words }

/** What must be mended before a vote is recorded: nobody voting for is a 0 that somebody typed. */
export function faultsIn(counts: Counts): Fault[] {
  const paths = (['present', ...OPINIONS] as const).filter((path) => readCount(counts[path]) === undefined)
  return paths
    .filter((path) => path !== 'present' || counts.present.trim() !== '')
    .map((path) => ({ path, words: counts[path].trim() === '' ? pages.needed : words.badCount }))
}

/** A room for a vote: who may vote in it, and how many of those the roll has here. */
type Voting = { readonly expected: number; readonly present: number; readonly rule: VoteRule }

/** What counts come to, or why they cannot be so; undefined until those for are typed. `written`: opinions in writing. */
export function comesTo(
  counts: Counts,
  written: readonly Opinion[],
  { expected, present: called, rule }: Voting,
): Outcome | Refused | undefined {
  const yes = readCount(counts.yes)
  if (yes === undefined) return undefined
  const [no, abstain] = [readCount(counts.no) ?? 0, readCount(counts.abstain) ?? 0]
  const writtenYes = written.filter((opinion) => opinion === 'yes').length
  const present = readCount(counts.present) ?? called
  const count = { expected, called, present, yes, no, abstain, written: written.length, writtenYes }
  const checked = checkCount(count, rule)
  return isRefused(checked) ? checked : decide(count, rule)
}
