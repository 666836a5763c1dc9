import { reachOf } from '../../access/rules/may.ts'
import { type Day, dayAt } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { contract } from '../contract.ts'
import { factsWith } from '../facts/count.ts'
import { parseFactKey } from '../rules/fact-keys.ts'
import { countPending, pendingOf } from '../rules/pending.ts'
import { findAssessed, listAssessed } from '../store/branches.ts'
import { findFrozen, listFrozen } from '../store/periods.ts'
import type { KeptScheme } from '../store/schemes.ts'
import {
  answerBranches,
  answerScores,
  type BranchAnswer,
  type ItemAnswer,
  readAnswer,
  type ScoreAnswer,
} from './answer.ts'
import { showEvidence } from './evidence.ts'
import { readLines } from './lines.ts'
import { findStanding, runOf, type Standing } from './standing.ts'

/** Says of kept answers what lists show. */
function scoresBy(scheme: KeptScheme): (answer: BranchAnswer) => ScoreAnswer {
  const read = readLines(scheme)
  return (answer) => {
    const { branchId, code, name, score, grade, bonus, vetoed } = answer
    return { branchId, code, name, score, grade, bonus, vetoed, ...read(answer) }
  }
}

const listScores = on(
  contract.listScores,
  'wherever-allowed',
  async ({ input, actor: { mineId }, reach, now, tx, keys }) => {
    const standing = await findStanding(tx, mineId, input.period)
    if (isRefused(standing)) return standing
    const { kept, state, scheme, period } = standing
    const said = { state, schemeVersion: scheme.version, run: runOf(standing, dayAt(now)) }
    if (kept && state === 'closed') {
      const frozen = await listFrozen(tx, mineId, kept.id, reach)
      const scoreOf = scoresBy(scheme)
      return { ...said, scores: frozen.map(({ answer }) => scoreOf(readAnswer(answer))) }
    }
    const branches = await listAssessed(tx, mineId, period.last, reach)
    return { ...said, scores: await answerScores(tx, keys, { mineId, period, scheme, branches }) }
  },
)

type Asking = {
  readonly mineId: Id<'mine'>
  readonly branchId: Id<'org'>
  readonly standing: Standing
  readonly today: Day
}
type Shown = Omit<ItemAnswer, 'evidence'> & { readonly evidenceCount: number; readonly pending: number }
type NotAnswered = Refused<'no-such-unit' | 'not-assessed'>

/** The answer a closed period keeps for a branch; undefined while it is not closed. */
async function findKept(
  db: Db,
  asking: Omit<Asking, 'today'>,
): Promise<BranchAnswer | NotAnswered | undefined> {
  const { mineId, branchId, standing } = asking
  if (!standing.kept || standing.state !== 'closed') return undefined
  const frozen = await findFrozen(db, mineId, standing.kept.id, branchId)
  if (frozen) return readAnswer(frozen)
  const branch = await findAssessed(db, mineId, standing.period.last, branchId)
  return isRefused(branch) ? branch : refuse('not-assessed', 'A5.2')
}

/** Why a branch has its score: as frozen when the period is closed, else counted now. */
export async function findAnswer(db: Db, keys: Keys, asking: Asking): Promise<BranchAnswer | NotAnswered> {
  const kept = await findKept(db, asking)
  if (kept) return kept
  const { mineId, branchId, standing, today } = asking
  const branch = await findAssessed(db, mineId, standing.period.last, branchId)
  if (isRefused(branch)) return branch
  const [answer] = await answerBranches(db, keys, { mineId, ...standing, branches: [branch] }, today)
  if (!answer) throw new Error('a branch was not answered for')
  return answer
}

/** Shows an item with how many rows are behind it, and how many of them are windows that may still be filled. */
const showItem =
  (today: Day) =>
  ({ evidence, ...item }: ItemAnswer): Shown => {
    const fact = parseFactKey(item.fact)
    const pending = fact ? countPending(pendingOf(fact, evidence, today)) : 0
    return { ...item, evidenceCount: evidence.length, pending }
  }

const findScore = on(
  contract.findScore,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor, now, tx, keys }) => {
    const { mineId } = actor
    const today = dayAt(now)
    const standing = await findStanding(tx, mineId, input.period)
    if (isRefused(standing)) return standing
    const answer = await findAnswer(tx, keys, { mineId, branchId: input.branchId, standing, today })
    if (isRefused(answer)) return answer
    return {
      ...scoresBy(standing.scheme)(answer),
      state: standing.state,
      schemeVersion: standing.scheme.version,
      run: runOf(standing, today),
      base: answer.base,
      items: answer.items.map(showItem(today)),
      leftOut: answer.leftOut.map(({ no, heading, title, fact, of, because }) => ({
        ...{ no, heading, title, fact, of, because },
      })),
      // Names of others are for those who may see the evidence.
      excluded: reachOf(actor, 'assessment.listEvidence').length === 0 ? [] : [...answer.excluded],
    }
  },
)

const listEvidence = on(
  contract.listEvidence,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor: { mineId }, now, tx, keys }) => {
    const { branchId, no } = input
    const today = dayAt(now)
    const standing = await findStanding(tx, mineId, input.period)
    if (isRefused(standing)) return standing
    const kept = await findKept(tx, { mineId, branchId, standing })
    if (isRefused(kept)) return kept
    const branch = kept ?? (await findAssessed(tx, mineId, standing.period.last, branchId))
    if (isRefused(branch)) return branch
    const item = standing.scheme.items.find((one) => one.no === no)
    if (!item) return refuse('no-such-item', 'A4')

    const { fact } = item
    const scope = { mineId, branches: [branchId], span: standing.period }
    const ids = kept
      ? kept.items.find((one) => one.no === no)?.evidence
      : (await factsWith(keys).sourceOf(fact).listEvidence(tx, scope)).get(branchId)
    return { evidence: await showEvidence(tx, { mineId, branchId, fact, ids: ids ?? [], today }) }
  },
)

export const scoreActions: readonly Action[] = [listScores, findScore, listEvidence]
