/** What `verify` can find. Each says which table, record and column, or which leaf, as far as that can be told. */
export const FINDING_CODES = [
  /** Rows of a mine that does not exist. */
  'mine-unknown',
  /** No leaf has this place. */
  'leaf-missing',
  /** A leaf is not what its hash, its entry or its neighbours say. */
  'leaf-changed',
  /** A leaf's entry is not there. */
  'entry-missing',
  /** An entry is not what its leaf or its seal says. */
  'entry-changed',
  /** An entry has no place and does not wait for one. */
  'entry-lost',
  /** The key of an entry is not in the key folder. */
  'key-missing',
  /** The key of an entry is destroyed and nothing says why. */
  'erased-without-notice',
  /** A record's revisions do not follow one another. */
  'revision-broken',
  /** A leaf was received no later than the one before. */
  'time-not-rising',
  /** The head is not what the leaves make. */
  'head-changed',
  /** A checkpoint is not signed by the log's key, or not what it says. */
  'checkpoint-changed',
  /** A checkpoint names one before it that is not there. */
  'checkpoint-missing',
  /** The leaves do not make the tree that was signed. */
  'checkpoint-inconsistent',
  /** A witness's signature below a checkpoint is not what the witness signed. */
  'cosignature-changed',
  /** Fewer leaves than were signed. */
  'log-shorter',
  /** The signer's memory is damaged. */
  'signer-damaged',
  /** The signer's memory is not what the log and its checkpoints say. */
  'signer-inconsistent',
  /** A tile of the signer's own copy of the log is not what was signed. */
  'tile-changed',
  /** A tile of the signer's own copy of the log is not there. */
  'tile-missing',
  /** What waits for a place has one, or is no entry. */
  'waiting-changed',
  /** An entry has waited for its place for more than an hour. */
  'waiting-long',
  /** Somebody claims to have read leaves that are not there. */
  'reader-ahead',
  /** An entry names a kind of record nobody knows. */
  'record-unknown',
  /** A record that was sealed is not there. */
  'row-missing',
  /** A record is not what was sealed. */
  'row-changed',
  /** A record that was never sealed. */
  'row-unsealed',
  /** A record that is sealed as gone is there. */
  'row-returned',
] as const

export type FindingCode = (typeof FINDING_CODES)[number]

export type Finding = {
  readonly code: FindingCode
  readonly mineId: string
  readonly table?: string
  /** The row's id; for rows that belong to a record, the record's. */
  readonly id?: string
  readonly column?: string
  /** The place of a leaf, or the size of a checkpoint. */
  readonly idx?: number
}

/** Gathers findings: all are counted, the first ones kept, so that a ruined log fits into memory. */
export type Findings = {
  readonly add: (finding: Finding) => void
  /** Whether an entry was already found to be changed. */
  readonly blames: (entryId: string) => boolean
  readonly kept: readonly Finding[]
  readonly count: () => number
}

const MOST_KEPT = 1000

/** An empty gathering. */
export function gatherFindings(): Findings {
  const kept: Finding[] = []
  const blamed = new Set<string>()
  let count = 0
  const add = (finding: Finding): void => {
    count += 1
    if (count > MOST_KEPT) return
    kept.push(finding)
    if (finding.code === 'entry-changed' && finding.id) blamed.add(finding.id)
  }
  return { add, blames: (entryId) => blamed.has(entryId), kept, count: () => count }
}
