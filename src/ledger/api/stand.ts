import { rolesOf } from '../../access/rules/may.ts'
import { listOffices } from '../../access/store/offices.ts'
import type { Actor } from '../../kit/contract.ts'
import type { Db } from '../../kit/db/db.ts'
import { listUnits } from '../../org/store.ts'
import type { Outcome, Tree } from '../rules/warnings.ts'
import type { LedgerPlan } from './bring-in.ts'

/** How things stand before an import: the tree, and for which of its units the actor brings ledgers in. */
export type Stand = Pick<Outcome, 'held'> & { readonly tree: Tree }

/** The tree, and the actor's offices as they were given: one over the only top unit is held for the mine no longer once there is another. */
export async function findStand(db: Db, { mineId, accountId }: Actor): Promise<Stand> {
  const units = await listUnits(db, mineId, 'mine')
  const codes = new Map(units.map(({ id, code }) => [id, code]))
  const codeOf = (id: (typeof units)[number]['parentId']): string | null => (id && codes.get(id)) ?? null
  const importers: readonly string[] = rolesOf('ledger.commit')
  const held = (await listOffices(db, mineId, accountId)).filter(({ role }) => importers.includes(role))
  return {
    tree: new Map(units.map(({ code, name, parentId }) => [code, { name, parentCode: codeOf(parentId) }])),
    held: held.some(({ orgId }) => orgId === null)
      ? 'mine'
      : held.flatMap(({ orgId }) => codeOf(orgId) ?? []),
  }
}

type Values = LedgerPlan['newRows'][number]
const textAt = (values: Values, field: string): string => String(values[field] ?? '')

/** What the plans of an import make of how things stand. */
export function outcomeOf({ tree, held }: Stand, plans: readonly LedgerPlan[]): Outcome {
  const changesOf = (ledger: LedgerPlan['ledger']): LedgerPlan['changes'] =>
    plans.find((plan) => plan.ledger === ledger)?.changes ?? []
  const added = plans.find(({ ledger }) => ledger === 'org')?.newRows ?? []
  const units = [...added, ...changesOf('org').map(({ after }) => after)].map(
    (values) =>
      [
        textAt(values, 'code'),
        { name: textAt(values, 'name'), parentCode: textAt(values, 'parentCode') || null },
      ] as const,
  )
  const renamed = changesOf('roster').filter(({ before, after }) => before['name'] !== after['name'])
  return { before: tree, after: new Map([...tree, ...units]), held, renamed: renamed.length }
}
