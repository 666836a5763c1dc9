import { gather, type PackFinding, type Tell } from './finding.ts'
import { checkLog, type Log } from './log.ts'
import { checkRecords, type Shown } from './revisions.ts'
import { checkDraw } from './sample.ts'
import type { Pack, PackScores } from './shape.ts'

/** Recomputes the scores of a pack; the rules of assessment stand above the journal. */
export type CheckScores = (scores: PackScores, tell: Tell) => void

/** What a check of a pack found, in the order of the checks; what was read of each revision of each record. No finding: the pack is good. */
export type Checked = {
  readonly findings: readonly PackFinding[]
  readonly log: Log
  readonly shown: readonly (readonly Shown[])[]
}

/**
 * Checks a pack, trusting nobody, in every point of docs/pack.md but those of its file. Yields how many records are done, so that a page can
 * breathe and stop.
 */
export function* checkPack(pack: Pack, checkScores: CheckScores): Generator<number, Checked> {
  const { tell, listed } = gather()
  const log = yield* checkLog(pack, tell)
  const shown = yield* checkRecords(pack, log, tell)
  checkDraw(pack, log, tell)
  if (pack.scores) checkScores(pack.scores, tell)
  return { findings: listed(), log, shown }
}
