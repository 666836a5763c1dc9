/** What a check of a pack may find, in the order of the checks (docs/pack.md). */
export const PACK_CODES = [
  'pack-unreadable',
  'pack-differs',
  'key-bad',
  'policy-bad',
  'note-bad',
  'signature-bad',
  'witness-bad',
  'consistency-bad',
  'leaf-bad',
  'proof-bad',
  'chain-bad',
  'field-bad',
  'fields-bad',
  'erased-bad',
  'day-bad',
  'time-bad',
  'draw-bad',
  'score-bad',
] as const
export type PackCode = (typeof PACK_CODES)[number]

/** Where something was found: a record and its revision (from 1), a checkpoint by its place (from 0), a field or stratum by name, a branch. */
export type Place = {
  readonly subject?: string
  readonly rev?: number
  readonly at?: number
  readonly name?: string
  readonly branch?: string
}

/** A check that failed, and where. */
export type PackFinding = Place & { readonly code: PackCode }

/** Says that a check failed at a place. */
export type Tell = (code: PackCode, place?: Place) => void

/** Findings as they come, and all of them in the order of the checks. */
export type Told = { readonly tell: Tell; readonly listed: () => PackFinding[] }

/** Gathers findings. */
export function gather(): Told {
  const found = new Map<PackCode, PackFinding[]>()
  const tell: Tell = (code, place = {}) => {
    const known = found.get(code) ?? []
    if (known.length === 0) found.set(code, known)
    known.push({ code, ...place })
  }
  return { tell, listed: () => PACK_CODES.flatMap((code) => found.get(code) ?? []) }
}
