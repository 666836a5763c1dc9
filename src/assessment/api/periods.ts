import { createHash } from 'node:crypto'
import { jcs } from '../../journal/rules/jcs.ts'
import { append } from '../../journal/store/append.ts'
import { dayAt } from '../../kit/day.ts'
import type { Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { isRefused, refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { findLatestHeld } from '../../meetings/store/meetings.ts'
import { contract } from '../contract.ts'
import * as rules from '../rules/periods.ts'
import { listAssessed } from '../store/branches.ts'
import * as store from '../store/periods.ts'
import { findScheme } from '../store/schemes.ts'
import { answerBranches } from './answer.ts'
import { periodNamed } from './standing.ts'

const listPeriods = on(contract.listPeriods, 'mine', async ({ actor: { mineId }, now, tx }) => {
  const periods = await store.listPeriods(tx, mineId)
  const today = dayAt(now)
  const latest = await findScheme(tx, mineId, 'latest')
  return {
    periods: periods.map(({ name, first, last, state, schemeVersion }) => ({
      ...{ name, first, last, state, schemeVersion },
    })),
    latestScheme: latest?.version ?? null,
    suggested: rules.suggestPeriod({
      opened: periods,
      latest: await findLatestHeld(tx, mineId, today),
      today,
    }),
  }
})

const openPeriod = on(contract.openPeriod, 'mine', async ({ input, actor, now, tx, keys }) => {
  const { mineId, accountId } = actor
  const kept = await store.holdPeriod(tx, mineId, input.period)
  const opened = rules.openPeriod(kept?.state ?? 'not-opened')
  if (isRefused(opened)) return opened
  const scheme = await findScheme(tx, mineId, 'latest')
  if (!scheme) return refuse('no-scheme', 'A5.1')

  const id = await store.addPeriod(tx, { mineId, schemeId: scheme.id, now }, periodNamed(input.period))
  if (!id) return refuse('period-open', 'A5.1')
  const by = { mineId, actorId: accountId, now, src: 'web' as const, keys }
  await append(tx, by, contract.openPeriod.name, store.periodRecord, [id])
  return { schemeVersion: scheme.version }
})

type Freezing = { readonly mineId: Id<'mine'>; readonly keys: Keys; readonly period: store.KeptPeriod }

/** Every branch's answer as canonical JSON, by code, and SHA-256 in hex over all of them (A5.2). */
async function freeze(
  tx: Tx,
  { mineId, keys, period }: Freezing,
): Promise<{ frozen: store.Frozen[]; seal: string }> {
  const scheme = await findScheme(tx, mineId, { id: period.schemeId })
  if (!scheme) throw new Error(`the scheme of ${period.name} is gone`)
  const branches = await listAssessed(tx, mineId, period.last, 'mine')
  const answers = await answerBranches(tx, keys, { mineId, period, scheme, branches })
  const frozen = answers.map((answer) => ({ branchId: answer.branchId, answer: jcs(answer) }))
  const whole = `[${frozen.map(({ answer }) => answer).join(',')}]`
  return { frozen, seal: createHash('sha256').update(whole).digest('hex') }
}

const closePeriod = on(contract.closePeriod, 'mine', async ({ input, actor, now, tx, keys }) => {
  const { mineId, accountId } = actor
  const period = await store.holdPeriod(tx, mineId, input.period)
  const state = period?.state ?? 'not-opened'
  const closed = rules.closePeriod(state, periodNamed(input.period), dayAt(now))
  if (isRefused(closed)) return closed
  if (!period) return refuse('no-such-period', 'A5.1')

  const { frozen, seal } = await freeze(tx, { mineId, keys, period })
  await store.closePeriod(tx, { mineId, periodId: period.id, seal, now }, frozen)
  const by = { mineId, actorId: accountId, now, src: 'web' as const, keys }
  await append(tx, by, contract.closePeriod.name, store.periodRecord, [period.id])
  return { branches: frozen.length, seal }
})

export const periodActions: readonly Action[] = [listPeriods, openPeriod, closePeriod]
