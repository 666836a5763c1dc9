import { sameBytes } from '../../rules/hash.ts'
import { rootOf } from '../../rules/tree.ts'
import { sha256 } from '../commit.ts'
import { ask, micros, told } from '../statement.ts'
import type { Walked } from './leaves.ts'
import { type Checking, report } from './mine.ts'

const TABLE = 'journal_head'
type Head = { size: number; root: Buffer; frontier: Buffer[]; first: number; received: number | null }

/** Holds the head of the log against the leaves. */
export async function checkHead(checking: Checking, { range, whole, received }: Walked): Promise<void> {
  const read = `select ${told('size')} as size, root, frontier,
    coalesce(array_lower(frontier, 1), 1) as first, ${micros('last_received')} as received from journal_head where mine_id = $1`
  const [head] = await ask<Head>(checking.tx, read, [checking.mineId])
  const changed = (column: string): void => report(checking, { code: 'head-changed', table: TABLE, column })
  if (!head) {
    if (range.size > 0) changed('mine_id')
    return
  }
  if (head.size !== range.size) changed('size')
  if (whole && !sameBytes(head.root, rootOf(range, sha256))) changed('root')
  const { peaks } = range
  const same =
    head.first === 1 &&
    head.frontier.length === peaks.length &&
    peaks.every((peak, at) => sameBytes(peak, head.frontier[at] ?? peak.slice(1)))
  if (whole && !same) changed('frontier')
  if (head.received !== received) changed('last_received')
}

/** Reports readers that are further than the log. */
export async function checkReaders(checking: Checking, { range }: Walked): Promise<void> {
  const read = `select name, ${told('idx')} as idx from journal_reader where mine_id = $1 and idx > $2`
  const ahead = await ask<{ name: string; idx: number }>(checking.tx, read, [checking.mineId, range.size])
  for (const { name, idx } of ahead)
    report(checking, { code: 'reader-ahead', table: 'journal_reader', id: name, column: 'idx', idx })
}
