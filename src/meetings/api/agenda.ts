import type { ParsedOf } from '../../kit/contract.ts'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { checkAgenda } from '../rules/agenda.ts'
import { type ItemGiven, listAgenda } from '../store/agenda.ts'
import { listPeopleOf } from '../store/roll.ts'
import { unitsOf } from './meet.ts'

type Convening = Pick<ParsedOf<'meetings.planMeeting'>, 'orgId' | 'kind' | 'sessions' | 'agenda'>
type Wrong = Extract<ReturnType<typeof checkAgenda>, Refused> | Refused<'no-such-person' | 'no-such-item'>

/** Of which plan, null: of one that is not there yet; and the day whose roster holds. */
type Of = {
  readonly mineId: Id<'mine'>
  readonly plannedId: Id<'planned_meeting'> | null
  readonly today: Day
}

/** Whether everybody is of a unit and its groups on a day, whatever they are there. */
export async function areOfUnit(
  db: Db,
  { mineId, today }: Omit<Of, 'plannedId'>,
  orgId: Id<'org'>,
  people: readonly Id<'person'>[],
): Promise<boolean> {
  if (people.length === 0) return true
  const there = await listPeopleOf(db, mineId, await unitsOf(db, mineId, orgId), today)
  const ids = new Set(there.map(({ personId }) => personId))
  return people.every((id) => ids.has(id))
}

/** The agenda as it shall be, the present one when none is given; items that are kept keep the promise they take up again. */
export async function readAgenda(
  db: Db,
  of: Of,
  { orgId, kind, sessions, agenda }: Convening,
): Promise<ItemGiven[] | Wrong> {
  const kept = of.plannedId ? await listAgenda(db, { mineId: of.mineId, plannedId: of.plannedId }) : []
  const items = agenda ?? kept
  const checked = checkAgenda(items, { kind, sittings: sessions.length })
  if (isRefused(checked)) return checked
  const promises = new Map(kept.map(({ id, promise }) => [id, promise?.id ?? null]))
  const named = items.flatMap(({ id }) => (id ? [id] : []))
  if (new Set(named).size < named.length || named.some((id) => !promises.has(id)))
    return refuse('no-such-item')
  const about = (agenda ?? []).flatMap(({ personId }) => (personId ? [personId] : []))
  if (!(await areOfUnit(db, of, orgId, about))) return refuse('no-such-person')
  return items.map((item) => ({ ...item, promiseId: (item.id && promises.get(item.id)) ?? null }))
}
