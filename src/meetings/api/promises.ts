import type { Day } from '../../kit/day.ts'
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
  /** The day of the meeting. */
  readonly on: Day
}

const TITLE_MOST = 200

/** Puts the unit's open promises that fall due by a meeting at the end of its agenda, those no coming meeting has yet. */
export async function takeUpPromises(
  tx: Tx,
  mineId: Id<'mine'>,
  { id, orgId, kind, on }: Meets,
): Promise<void> {
  const open = await listPromises(tx, mineId, { orgId, by: on })
  const due = open.filter(({ dueOn }) => takesUp(kind, on, dueOn))
  if (due.length === 0) return
  const of = { mineId, plannedId: id }
  const agenda = await listAgenda(tx, of)
  const items = due.map((promise) => ({
    ...{ kind: 'discussion' as const, title: [...promise.text].slice(0, TITLE_MOST).join('') },
    ...{ note: '', vote: null, personId: null, promiseId: promise.id },
  }))
  await addItems(tx, of, items.slice(0, MOST_ITEMS - agenda.length), agenda.at(-1)?.no ?? 0)
}
