import type { Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { MOST_ITEMS } from '../rules/agenda.ts'
import { takesUp } from '../rules/decisions.ts'
import type { MeetingKind } from '../rules.ts'
import { addItems, listAgenda } from '../store/agenda.ts'
import { listPromises } from '../store/decisions.ts'

type Meets = {
  readonly id: Id<'planned_meeting'>
  readonly orgId: Id<'org'>
  readonly kind: MeetingKind
}
type When = Parameters<typeof listPromises>[3]

const TITLE_MOST = 200

/**
 * Puts the unit's open promises at the end of a meeting's agenda, the soonest first, each once. When it is planned: those that no meeting to
 * come has yet; when it is opened: every one.
 */
export async function takeUpPromises(
  tx: Tx,
  mineId: Id<'mine'>,
  { id, orgId, kind }: Meets,
  when: When,
): Promise<void> {
  if (!takesUp(kind)) return
  const open = await listPromises(tx, mineId, { orgId, plannedId: id }, when)
  if (open.length === 0) return
  const of = { mineId, plannedId: id }
  const agenda = await listAgenda(tx, of)
  const items = open.map((promise) => ({
    ...{ kind: 'discussion' as const, title: [...promise.text].slice(0, TITLE_MOST).join('') },
    ...{ note: '', vote: null, personId: null, promiseId: promise.id },
  }))
  await addItems(tx, of, items.slice(0, Math.max(0, MOST_ITEMS - agenda.length)), agenda.at(-1)?.no ?? 0)
}
