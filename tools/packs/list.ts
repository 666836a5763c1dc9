import type { PackCode } from '../../src/journal/rules/pack/finding.ts'
import { chanceOf } from '../../src/journal/rules/pack/test/random.ts'
import { BAD_CLAIMS } from './bad-claims.ts'
import { BAD_FILES } from './bad-file.ts'
import { BAD_LOG } from './bad-log.ts'
import { BAD_RECORDS } from './bad-records.ts'
import { type Draft, NotHere, richDraft } from './draft.ts'
import { fileOf, jsonOf } from './file.ts'
import { goodPack } from './good.ts'
import type { Bad } from './spoil.ts'

/** A pack's file, and the first code a verifier has to report of it; none: it is good. */
export type Example = {
  readonly name: string
  readonly file: Uint8Array
  readonly codes: readonly PackCode[]
}

/** A pack spoiled, from the first seed on whose pack has what is to be spoiled. */
function spoil({ faults, spoil: change }: Bad, seed: number): Draft {
  for (let nth = seed; ; nth += 1) {
    try {
      const pack = richDraft(nth, faults?.(nth))
      change?.(pack, chanceOf(nth))
      return pack
    } catch (error) {
      if (!(error instanceof NotHere)) throw error
    }
  }
}

/** Every way to spoil a pack, as a maker of its file. */
const WAYS: readonly {
  readonly name: string
  readonly code: PackCode
  readonly make: (seed: number) => Uint8Array
}[] = [
  ...BAD_FILES.map(({ name, code, make }) => ({ name, code, make: (seed: number) => make(richDraft(seed)) })),
  ...[...BAD_LOG, ...BAD_RECORDS, ...BAD_CLAIMS].map((bad) => ({
    ...bad,
    make: (seed: number) => fileOf(jsonOf(spoil(bad, seed))),
  })),
]

/** How many ways there are to spoil a pack. */
export const WAYS_COUNT: number = WAYS.length

const named = (kind: string, at: number, what: string): string =>
  `${kind}-${String(at).padStart(4, '0')}-${what}`

/** Example packs, the same for the same seed: good ones of every shape, bad ones of every code, in turn. */
export function* listPacks(
  seed: number,
  of: { readonly good: number; readonly bad: number },
): Generator<Example> {
  for (let at = 0; at < of.good; at += 1)
    yield { name: named('good', at, `s${seed}`), file: fileOf(jsonOf(goodPack(seed, at))), codes: [] }
  for (let at = 0; at < of.bad; at += 1) {
    const way = WAYS[at % WAYS.length]
    if (way)
      yield {
        name: named('bad', at, way.name),
        file: way.make(seed * 1_000_003 + at * 101),
        codes: [way.code],
      }
  }
}
