import { append, type By } from '../../journal/store/append.ts'
import { findStanding } from '../../journal/store/history.ts'
import type { Actor } from '../../kit/contract.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { checkUnseen } from '../../kit/revision.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { BRANCH_KINDS } from '../../org/rules.ts'
import { findUnit } from '../../org/store.ts'
import { contract } from '../contract.ts'
import { mayBeTarget, parseFactKey, showFactKey, squeeze } from '../rules/fact-keys.ts'
import * as store from '../store/targets.ts'

const by = ({ actor, now, keys }: { actor: Actor; now: Date; keys: Keys }): By => ({
  mineId: actor.mineId,
  actorId: actor.accountId,
  now,
  src: 'web',
  keys,
})

/** The one spelling of a fact that a target may name (A3.4). */
function readFact(typed: string): { readonly fact: string } | Refused<'no-such-fact'> {
  const fact = parseFactKey(typed)
  return fact && mayBeTarget(fact) ? { fact: showFactKey(fact) } : refuse('no-such-fact', 'A3.4')
}

const MAY_HAVE: readonly string[] = [...BRANCH_KINDS, 'partyGroup']

const addTarget = on(
  contract.addTarget,
  async ({ input }) => ({ orgId: input.orgId }),
  async ({ input, actor, now, tx, keys }) => {
    const { mineId } = actor
    const unit = await findUnit(tx, mineId, input.orgId)
    if (!unit) return refuse('no-such-unit')
    if (!MAY_HAVE.includes(unit.kind)) return refuse('not-a-branch', 'A1.6')
    const read = readFact(input.fact)
    if ('refused' in read) return read

    const added = { ...input, ...read, no: squeeze(input.no), source: 'product' as const }
    const id = await store.addTarget(tx, { mineId, now }, added)
    if (!id) return refuse('number-taken', 'A3.4')
    const author = by({ actor, now, keys })
    await append(tx, author, contract.addTarget.name, store.targetRecord, [id])
    return { id }
  },
)

const changeTarget = on(
  contract.changeTarget,
  async ({ input, actor, db }) => {
    const target = await store.findTarget(db, actor.mineId, input.id)
    return target ? { orgId: target.orgId } : refuse('no-such-target')
  },
  async ({ input, actor, now, tx, keys }) => {
    const { mineId } = actor
    const target = await store.holdTarget(tx, mineId, input.id)
    if (!target) return refuse('no-such-target')
    const { rev } = await findStanding(tx, mineId, target.id)
    const checked = checkUnseen({ readAt: input.rev, changedAt: rev })
    if (isRefused(checked)) return checked
    const read = readFact(input.fact)
    if ('refused' in read) return read

    const changed = { ...target, ...input, ...read, source: 'product' as const }
    await store.changeTargets(tx, { mineId, now }, [changed])
    const author = by({ actor, now, keys })
    await append(tx, author, contract.changeTarget.name, store.targetRecord, [target.id])
    return {}
  },
)

/** What can be done about targets. */
export const targetActions: readonly Action[] = [addTarget, changeTarget]
