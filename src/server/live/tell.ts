import type { Actor } from '../../kit/contract.ts'
import type { Gate } from '../../kit/server/serve.ts'
import type { Change } from './follow.ts'
import { SHOWN } from './shown.ts'

/** What a page is told: answers of these slices may be others now, where they were asked about one of these ids; `ids` null: about anything. */
export type Told = { readonly slices: readonly string[]; readonly ids: readonly string[] | null }

/** Whether somebody may know that a record changed: it is their own, or they may ask for it where it belongs. */
export function maySee(gate: Pick<Gate, 'reachOf'>, actor: Actor, change: Change): boolean {
  const shown = SHOWN[change.record]
  if (!shown || actor.mustChange) return false
  if (actor.personId !== null && actor.personId === change.owner) return true
  if (shown.by === null) return false
  const reach = gate.reachOf(actor, shown.by)
  return reach === 'mine' || change.units.some((unit) => reach.includes(unit))
}

/** What a page is told of a change. */
export function told({ record, subject, whole, owner, units }: Change): Told {
  const { slices = [], ids } = SHOWN[record] ?? {}
  if (subject === null || ids === 'withheld') return { slices, ids: null }
  return { slices, ids: [...new Set([subject, owner, ...(whole ? [whole] : []), ...units])] }
}
