import type { Tx } from '../../../kit/db/db.ts'
import type { Keys } from '../../../kit/keys/keys.ts'
import type { Journaled } from '../journaled.ts'
import type { Break } from '../restore/break.ts'
import type { LogNo } from '../restore/former.ts'
import type { findSignerState } from '../signer.ts'
import type { Finding, Findings } from './finding.ts'

/** What is counted on the way. */
export type Counts = {
  leaves: number
  entries: number
  rows: number
  checkpoints: number
  /** Entries that wait for their place. */
  waiting: number
  /** Entries whose content is erased under notice. */
  erased: number
  /** Entries whose content was lost with a database and not in its backup, under notice. */
  lost: number
}

/** One mine being verified, in one snapshot of the database. */
export type Checking = {
  readonly tx: Tx
  readonly keys: Keys
  readonly dataDir: string
  readonly records: readonly Journaled[]
  readonly now: Date
  readonly mineId: string
  readonly origin: string
  /** Which of its logs; null: the one that grows. */
  readonly no: LogNo
  /** Where its logs were broken, under notice. */
  readonly breaks: readonly Break[]
  /** The signer's memory as it was before the snapshot. */
  readonly signed: Awaited<ReturnType<typeof findSignerState>>
  readonly counts: Counts
  readonly findings: Findings
}

/** Adds a finding about this mine. */
export const report = ({ findings, mineId }: Checking, finding: Omit<Finding, 'mineId'>): void =>
  findings.add({ ...finding, mineId })

/** What a computation gives, undefined when what it works on is too broken for it. */
export function attempt<T>(compute: () => T): T | undefined {
  try {
    return compute()
  } catch {
    return undefined
  }
}
