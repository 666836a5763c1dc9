import { append } from '../../journal/store/append.ts'
import { listLatest } from '../../journal/store/history.ts'
import { parseRatio, ratio, showHundredths, showRatio } from '../../kit/ratio.ts'
import { isRefused, refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { findUnit } from '../../org/store.ts'
import { contract } from '../contract.ts'
import { factsWith } from '../facts/count.ts'
import { judgeTargets } from '../facts/targets.ts'
import { showFactKey, squeeze } from '../rules/fact-keys.ts'
import * as rules from '../rules/points.ts'
import { findAssessed } from '../store/branches.ts'
import { manualRecord, setManual } from '../store/manual.ts'
import { holdPeriod } from '../store/periods.ts'
import * as schemes from '../store/schemes.ts'
import { listTargetsOf } from '../store/targets.ts'
import { sayItem } from './answer.ts'
import { periodActions } from './periods.ts'
import { scoreActions } from './scores.ts'
import { periodNamed } from './standing.ts'
import { targetActions } from './targets.ts'

const findScheme = on(contract.findScheme, 'mine', async ({ input, actor, tx }) => {
  const which = input.version === undefined ? 'latest' : { version: input.version }
  const scheme = await schemes.findScheme(tx, actor.mineId, which)
  if (!scheme) return refuse('no-scheme', 'A4')
  const bands = scheme.bands.map(({ grade, least }) => ({ grade, least: showHundredths(least) }))
  return { version: scheme.version, items: scheme.items.map(sayItem), bands }
})

const listTargets = on(
  contract.listTargets,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor: { mineId }, tx, keys }) => {
    const { branchId } = input
    if (!(await findUnit(tx, mineId, branchId))) return refuse('no-such-unit')
    const targets = await listTargetsOf(tx, { mineId, branches: [branchId] })
    const judged = await judgeTargets(tx, mineId, targets, factsWith(keys).countFacts)
    const ids = targets.map(({ id }) => id)
    const latest = await listLatest(tx, mineId, ids)
    return {
      targets: judged.map(({ id, no, task, fact, goalText, deadline, value, isMet, source }) => ({
        ...{ id, no, task, deadline, isMet, source },
        fact: showFactKey(fact),
        goal: goalText,
        value: value === 'n/a' ? null : showRatio(value),
        rev: latest.get(id)?.rev ?? 0,
      })),
    }
  },
)

/** The item a manual fact is scored by; undefined: the scheme has no such fact. */
const itemFor = (scheme: schemes.KeptScheme | undefined, factId: string): schemes.KeptItem | undefined =>
  scheme?.items.find(({ fact }) => fact.name === 'manual' && fact.id === factId)

const enterManual = on(
  contract.enterManual,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor, now, tx, keys }) => {
    const { mineId, accountId } = actor
    const { branchId, period, value, reason, evidence } = input
    const factId = squeeze(input.factId)
    const branch = await findAssessed(tx, mineId, periodNamed(period).last, branchId)
    if (isRefused(branch)) return branch
    const kept = await holdPeriod(tx, mineId, period)
    if (kept?.state === 'closed') return refuse('period-closed', 'A5.2')
    const scheme = await schemes.findScheme(tx, mineId, kept ? { id: kept.schemeId } : 'latest')
    const item = itemFor(scheme, factId)
    if (!item) return refuse('no-such-fact', 'A3')
    const entered = rules.enterManual(item.of, parseRatio(value) ?? ratio(0))
    if (item.scoring.rule === 'manual' && isRefused(entered)) return entered

    const written = { branchId, period, factId, value, reason, evidence, accountId }
    const id = await setManual(tx, { mineId, now }, written)
    const by = { mineId, actorId: accountId, now, src: 'web' as const, keys }
    await append(tx, by, contract.enterManual.name, manualRecord, [id])
    return {}
  },
)

/** What assessment can do. */
export const actions: readonly Action[] = [
  ...periodActions,
  ...scoreActions,
  findScheme,
  listTargets,
  ...targetActions,
  enterManual,
]
