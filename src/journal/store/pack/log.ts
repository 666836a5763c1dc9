import type { Db } from '../../../kit/db/db.ts'
import { isRefused, type Refused, refuse } from '../../../kit/refuse.ts'
import { toBase64 } from '../../rules/base64.ts'
import { parseCheckpoint } from '../../rules/checkpoint.ts'
import { sameBytes } from '../../rules/hash.ts'
import { parseNote } from '../../rules/note.ts'
import type { Pack } from '../../rules/pack/shape.ts'
import type { Quorum } from '../../rules/policy.ts'
import { findLatestCheckpoint } from '../checkpoint.ts'
import { ask } from '../statement.ts'
import { findPolicyText } from '../witnessed.ts'
import { type PackTree, readTree } from './tree.ts'

/** The log of a mine as a pack shows it: its checkpoints, and the tree under the largest. */
export type PackLog = Pick<Pack, 'policy' | 'checkpoints' | 'consistency'> & {
  /** Leaves under the largest checkpoint, whose note every proof names. */
  readonly size: number
  readonly note: string
  readonly tree: PackTree
}

type Asked = { readonly mineId: string; readonly vkey: string }

const WITNESSED = `
select c.size from journal_cosignature c
  cross join lateral (select kind from witness w where w.mine_id = c.mine_id and w.name = c.witness
    order by w.until desc nulls first, w.id limit 1) w
where c.mine_id = $1 group by c.size
having count(*) filter (where w.kind = 'committee') >= $2 and count(*) filter (where w.kind = 'phone') >= $3
order by c.size`

/** Sizes of the checkpoints that enough witnesses signed, smallest first. */
async function listWitnessedSizes(db: Db, mineId: string, quorum: Quorum | undefined): Promise<number[]> {
  if (!quorum) return []
  const rows = await ask<{ size: number }>(db, WITNESSED, [mineId, quorum.committees, quorum.phones])
  return rows.map(({ size }) => Number(size))
}

/** The first of the sizes, which rise, that is above a number. */
function firstAbove(sizes: readonly number[], index: number): number {
  let [from, to] = [0, sizes.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sizes[middle] ?? 0) <= index) from = middle + 1
    else to = middle
  }
  return from
}

/** The witnessed checkpoints around leaves: the last that lacks each and the first that has it. */
function around(sizes: readonly number[], indexes: Iterable<number>): Set<number> {
  const wanted = new Set<number>()
  for (const index of indexes) {
    const at = firstAbove(sizes, index)
    for (const size of [sizes[at - 1], sizes[at]]) if (size !== undefined) wanted.add(size)
  }
  return wanted
}

/** A note may carry a hundred signatures; the earliest tell the time. */
const NOTES = `
select k.size, k.note,
  coalesce(array_to_string((array_agg(rtrim(c.line, E'\\n') || E'\\n' order by c.time_s, c.witness))[1:90], ''), '') as lines
from journal_checkpoint k left join journal_cosignature c on c.mine_id = k.mine_id and c.size = k.size
where k.mine_id = $1 and k.size = any($2::bigint[]) group by k.size, k.note order by k.size`

type Noted = { readonly size: number; readonly note: string }

async function listNotes(db: Db, mineId: string, sizes: readonly number[]): Promise<Noted[]> {
  const rows = await ask<{ size: number; note: string; lines: string }>(db, NOTES, [mineId, sizes])
  return rows.map(({ size, note, lines }) => ({ size: Number(size), note: note + lines }))
}

function consistencyOf(notes: readonly Noted[], tree: PackTree): Pack['consistency'] {
  return notes.slice(1).map(({ size: to }, at) => {
    const from = notes[at]?.size ?? 0
    return { from, to, proof: tree.consistency({ from, to }).map(toBase64) }
  })
}

/** The root a checkpoint speaks of; undefined where it does not read. */
function rootIn(note: string): Uint8Array | undefined {
  const parsed = parseNote(note)
  const checkpoint = isRefused(parsed) ? parsed : parseCheckpoint(parsed.text)
  return isRefused(checkpoint) ? undefined : checkpoint.root
}

/**
 * The checkpoints that bound the leaves at these places, the latest one, and those of `also`; refuses while nothing is signed, and where leaves or
 * checkpoints are not what was signed. The notes
 * carry every signature the mine has of them.
 */
export async function findPackLog(
  db: Db,
  { mineId, vkey }: Asked,
  { indexes, also }: { readonly indexes: Iterable<number>; readonly also: readonly number[] },
): Promise<PackLog | Refused<'not-sealed-yet' | 'journal-damaged'>> {
  const latest = await findLatestCheckpoint(db, mineId)
  if (!latest) return refuse('not-sealed-yet')
  const { text, quorum } = await findPolicyText(db, { mineId, vkey })
  const sizes = (await listWitnessedSizes(db, mineId, quorum)).filter((size) => size <= latest.size)
  const wanted = new Set([...around(sizes, indexes), ...also, latest.size])
  const notes = await listNotes(db, mineId, [...wanted])
  const tree = await readTree(db, mineId, latest.size)
  const signed = notes.length === wanted.size ? rootIn(latest.note) : undefined
  if (!tree || !signed || !sameBytes(tree.root(), signed)) return refuse('journal-damaged')
  const checkpoints = notes.map(({ note }) => note)
  const consistency = consistencyOf(notes, tree)
  return { policy: text, checkpoints, consistency, size: latest.size, note: checkpoints.at(-1) ?? '', tree }
}
