import { type RawBuilder, sql } from 'kysely'
import type { ActionName, Actor } from '../../kit/contract.ts'
import { listIdsWithin } from '../../org/store.ts'
import { reachOf } from '../rules/may.ts'

/** The condition that keeps a list to the units where an actor may do an action; `column` holds the unit: `m.org_id`. Says what `may` says. */
export function visibleOrgs(actor: Actor, action: ActionName, column: string): RawBuilder<boolean> {
  const reach = reachOf(actor, action)
  return reach === 'mine' ? sql`true` : sql`${sql.ref(column)} in (${listIdsWithin(actor.mineId, reach)})`
}
