import type { Finding } from '../../src/journal/store/verify/finding.ts'
import type { Flipped } from './flip.ts'
import type { Meddled } from './rows.ts'

/** Columns that place a row: when one of them changes, the row is gone from one place and stands in another. */
const isPlacing = ({ cell: { place, column } }: Flipped): boolean =>
  column.name === place.names || column.name === 'mine_id' || (place.table === 'mine' && column.name === 'id')

const PLACED = new Set(['journal_leaf', 'journal_former_leaf'])
const COSIGNED = new Set(['journal_cosignature', 'journal_former_cosignature'])
const LEAVES = new Set(['journal_leaf', 'journal_former_leaf'])
const SIZED = new Set(['journal_checkpoint', 'journal_former_checkpoint'])

/** How a finding names a row of this table: by id, or by its place in the log. */
function rowOf({ table = '', id, idx, mineId }: Finding): string | undefined {
  if (table === 'journal_head') return mineId
  if (PLACED.has(table)) return String(idx)
  if (COSIGNED.has(table)) return /^-?\d+$/.test(id ?? '') ? id : String(idx)
  return SIZED.has(table) ? (id ?? String(idx)) : id
}

/** Whether one of the findings names the changed value: table, row, and column; a part's column is its record's field. */
export function isNamed(flipped: Flipped, findings: readonly Finding[]): boolean {
  const { place, column, row } = flipped.cell
  const own = findings.filter(({ table }) => table === place.table)
  if (isPlacing(flipped)) {
    const rows = [row, flipped.now]
    return own.some((finding) => column.name === 'mine_id' || rows.includes(rowOf(finding) ?? ''))
  }
  return own.some((finding) => rowOf(finding) === row && (place.whole || finding.column === column.name))
}

/**
 * Whether the findings name each row that was meddled with, whichever table they find it from; a leaf in another's place also shows by the
 * one that follows it.
 */
export function areNamed({ table, rows, emptied }: Meddled, findings: readonly Finding[]): boolean {
  if (emptied && rows.length === 0) return findings.some((finding) => finding.table === emptied)
  const named = new Set<string | undefined>()
  for (const finding of findings) {
    named.add(finding.id)
    if (finding.table === table) named.add(rowOf(finding))
    if (LEAVES.has(table) && finding.idx !== undefined)
      for (const idx of [finding.idx, finding.idx - 1]) named.add(String(idx))
  }
  return rows.every((row) => named.has(row))
}
