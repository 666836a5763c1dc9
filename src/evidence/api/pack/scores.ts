import { readAnswer } from '../../../assessment/api/answer.ts'
import { showFactKey, squeeze } from '../../../assessment/rules/fact-keys.ts'
import type { Scoring } from '../../../assessment/rules/points.ts'
import type { Band } from '../../../assessment/rules/scheme.ts'
import { findPeriod, listFrozen } from '../../../assessment/store/periods.ts'
import { findScheme, type KeptScheme } from '../../../assessment/store/schemes.ts'
import type { PackScores } from '../../../journal/rules/pack/shape.ts'
import type { Db } from '../../../kit/db/db.ts'
import type { Id } from '../../../kit/id.ts'
import type { PeriodName } from '../../../kit/period.ts'
import { showHundredths, showRatio } from '../../../kit/ratio.ts'

type PackItem = PackScores['scheme']['items'][number]
type PackBranch = PackScores['branches'][number]

/** The parameters of a rule as a pack writes them; a ceiling as its grade is written. */
function paramsOf(scoring: Scoring, bands: readonly Band[]): PackItem['params'] {
  switch (scoring.rule) {
    case 'each':
      return { k: showRatio(scoring.k) }
    case 'below':
      return { target: showRatio(scoring.target), step: showRatio(scoring.step), k: showRatio(scoring.k) }
    case 'threshold':
      return { op: scoring.op, t: showRatio(scoring.t) }
    case 'bonus':
      return { k: showRatio(scoring.k), cap: showRatio(scoring.cap) }
    case 'veto': {
      const band = bands.find(({ grade }) => squeeze(grade) === scoring.ceiling)
      return { t: showRatio(scoring.t), ceiling: band?.grade ?? scoring.ceiling }
    }
    case 'manual':
      return {}
  }
}

const schemeOf = ({ version, bands, items }: KeptScheme): PackScores['scheme'] => ({
  version,
  bands: bands.map(({ grade, least }) => ({ grade, from: showHundredths(least) })),
  items: items.map(({ no, title, fact, of, scoring }) => ({
    ...{ no, name: title, fact: showFactKey(fact), of: showHundredths(of) },
    ...{ rule: scoring.rule, params: paramsOf(scoring, bands) },
  })),
})

/** What a closed period keeps of a branch, as a pack writes it. */
function branchOf(answer: string, { items }: PackScores['scheme']): PackBranch {
  const { branchId, name, base, bonus, score, grade, vetoed, ...kept } = readAnswer(answer)
  const given = new Map(kept.items.map((item) => [item.no, item]))
  const counted = kept.items.map(({ fact, value }) => [fact, value])
  const absent = kept.leftOut.map(({ fact }) => [fact, 'n/a'])
  const pointsOf = ({ no, rule }: PackItem): string | null =>
    rule === 'veto' ? null : (given.get(no)?.points ?? null)
  const scored = { base, bonus, score, grade, vetoed }
  return {
    ...{ id: branchId, name, facts: Object.fromEntries([...absent, ...counted]) },
    score: { ...scored, items: items.map((item) => ({ no: item.no, points: pointsOf(item) })) },
  }
}

type Asked = {
  readonly mineId: Id<'mine'>
  readonly period: PeriodName
  readonly units: readonly Id<'org'>[]
}

/** The scores a closed period keeps for the branches of units, with what they are recomputed from; null while it is not closed (A5.2). */
export async function findPackScores(db: Db, { mineId, period, units }: Asked): Promise<PackScores | null> {
  const kept = await findPeriod(db, mineId, period)
  const scheme = kept?.state === 'closed' ? await findScheme(db, mineId, { id: kept.schemeId }) : undefined
  if (!kept || !scheme) return null
  const said = schemeOf(scheme)
  const frozen = await listFrozen(db, mineId, kept.id, units)
  return { period, scheme: said, branches: frozen.map(({ answer }) => branchOf(answer, said)) }
}
