import { append, type By } from '../journal/store/append.ts'
import { findStanding } from '../journal/store/history.ts'
import type { Actor, Reach } from '../kit/contract.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import type { Keys } from '../kit/keys/keys.ts'
import { isRefused, type Refused, refuse } from '../kit/refuse.ts'
import { checkUnseen } from '../kit/revision.ts'
import { type Action, on, type Place } from '../kit/server/action.ts'
import { contract } from './contract.ts'
import { placeUnit, wouldCircle } from './rules.ts'
import * as store from './store.ts'

const by = ({ actor, now, keys }: { actor: Actor; now: Date; keys: Keys }): By => ({
  mineId: actor.mineId,
  actorId: actor.accountId,
  now,
  src: 'web',
  keys,
})

type Fields = Pick<store.Unit, 'kind' | 'parentId' | 'termFrom' | 'termTo'>

/** Whether a unit may stand where it is put, in the tree as it is. */
function place(
  unit: Fields,
  tree: readonly store.Unit[],
): 'placed' | Refused<'no-such-parent' | 'wrong-parent' | 'term-backwards'> {
  const parent = tree.find(({ id }) => id === unit.parentId)
  if (unit.parentId !== null && !parent) return refuse('no-such-parent')
  const { kind, termFrom, termTo } = unit
  return placeUnit({
    kind,
    parentKind: parent?.kind,
    termFrom: termFrom ?? undefined,
    termTo: termTo ?? undefined,
  })
}

/** Whether a unit would stand at the top beside a committee: that committee would no longer be over the whole mine, nor would its staff (R1.1, R10.2). */
const isBesideTop = (
  { id, parentId }: { id?: string; parentId: string | null },
  tree: readonly store.Unit[],
) =>
  parentId === null && tree.some((one) => one.id !== id && one.parentId === null && one.kind === 'committee')

const under = (parentId: Id<'org'> | null): Place => (parentId === null ? 'mine' : { orgId: parentId })

const addUnit = on(
  contract.addUnit,
  async ({ input }) => under(input.parentId),
  async ({ input, actor, now, tx, keys }) => {
    const { mineId } = actor
    const tree = await store.holdTree(tx, mineId)
    if (tree.some(({ code }) => code === input.code)) return refuse('code-taken')
    const placed = place(input, tree)
    if (isRefused(placed)) return placed
    if (isBesideTop(input, tree)) return refuse('wrong-parent', 'R1.1')

    const [id] = await store.addUnits(tx, { mineId, now }, [{ ...input, source: 'product' }])
    if (!id) throw new Error('a unit was not added')
    await append(tx, by({ actor, now, keys }), contract.addUnit.name, store.unitRecord, [id])
    return { id }
  },
)

type Move = { readonly to: Id<'org'> | null; readonly reach: Reach; readonly mineId: Id<'mine'> }

/** Whether the one who moves a unit may also do so where it goes. */
async function mayMove(db: Db, { to, reach, mineId }: Move): Promise<boolean> {
  if (reach === 'mine' || to === null) return reach === 'mine'
  const above = await store.listAncestors(db, mineId, to)
  return above.some((id) => reach.includes(id))
}

const changeUnit = on(
  contract.changeUnit,
  async ({ input }) => ({ orgId: input.id }),
  async ({ input, actor, reach, now, tx, keys }) => {
    const { mineId } = actor
    const tree = await store.holdTree(tx, mineId)
    const unit = tree.find(({ id }) => id === input.id)
    if (!unit) return refuse('no-such-unit')
    const standing = await findStanding(tx, mineId, unit.id)
    const checked = checkUnseen({ readAt: input.rev, changedAt: standing.rev })
    if (isRefused(checked)) return checked

    const changed: store.Unit = { ...unit, ...input, source: 'product' }
    const parents = new Map(tree.map(({ id, parentId }) => [id, parentId ?? undefined]))
    if (wouldCircle(unit.id, input.parentId ?? undefined, (id) => parents.get(id))) return refuse('cycle')
    const placed = place(changed, tree)
    if (isRefused(placed)) return placed
    const moves = unit.parentId !== input.parentId
    if (moves && !(await mayMove(tx, { to: input.parentId, reach, mineId }))) return refuse('no-such-parent')
    if (moves && isBesideTop(changed, tree)) return refuse('wrong-parent', 'R1.1')

    await store.changeUnits(tx, { mineId, now }, [changed])
    await append(tx, by({ actor, now, keys }), contract.changeUnit.name, store.unitRecord, [unit.id])
    return {}
  },
)

const listUnits = on(contract.listUnits, 'wherever-allowed', async ({ actor, reach, tx }) => ({
  units: await store.listUnits(tx, actor.mineId, reach),
}))

const findUnit = on(
  contract.findUnit,
  async ({ input }) => ({ orgId: input.id }),
  async ({ input, actor: { mineId }, tx }) => {
    const unit = await store.findUnit(tx, mineId, input.id)
    if (!unit) return refuse('no-such-unit')
    const { rev } = await findStanding(tx, mineId, unit.id)
    return { ...unit, rev }
  },
)

/** What the organisation can do. */
export const actions: readonly Action[] = [listUnits, findUnit, addUnit, changeUnit]
