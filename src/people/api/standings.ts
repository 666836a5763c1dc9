import { append } from '../../journal/store/append.ts'
import { findStanding } from '../../journal/store/history.ts'
import type { Actor, Reach } from '../../kit/contract.ts'
import { type Day, dayAt } from '../../kit/day.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { checkUnseen } from '../../kit/revision.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { findUnit, listAncestors } from '../../org/store.ts'
import { contract } from '../contract.ts'
import { type Category, changeFrom, endOn, stepCategory } from '../rules.ts'
import { findOrgOfPerson, holdPerson, type PersonFound, type StandingFound } from '../store/find.ts'
import { findValue, yuanText } from '../store/sealed.ts'
import * as store from '../store/write.ts'
import { type Asker, by, entered, placeOf } from './by.ts'

/** Whether somebody may act in this unit: their reach must have it. */
async function isWithin(
  db: Db,
  { mineId }: Actor,
  { reach, orgId }: { reach: Reach; orgId: Id<'org'> },
): Promise<boolean> {
  if (reach === 'mine') return (await findUnit(db, mineId, orgId)) !== undefined
  const above = await listAncestors(db, mineId, orgId)
  return above.some((id) => reach.includes(id))
}

/** Whether the category may follow the one before; what a change of the same day replaces does not count. */
function step(
  standings: readonly StandingFound[],
  from: Day,
  to: Category,
): 'allowed' | Refused<'wrong-category-step'> {
  const before = standings.findLast((one) => one.from !== from)
  return before ? stepCategory(before.category, to) : 'allowed'
}

const historyOf = ({ standings }: PersonFound) =>
  standings.map((value) => ({ from: value.from, to: value.to, value }))

async function endAt(
  tx: Tx,
  asked: Asker,
  { person, last, to, reason }: { person: PersonFound; last: StandingFound; to: Day | null; reason: string },
): Promise<void> {
  const { duesBase: _, orgName, whyEnded: __, ...rest } = last
  await store.changeStandings(tx, entered(asked), [{ ...rest, personId: person.id, to }])
  await store.setWhyEnded(tx, entered(asked), { id: last.id, reason })
}

type Standing = Omit<store.NewStanding, 'duesBase' | 'id'>
type Next = {
  readonly person: PersonFound
  readonly standing: Standing & { from: Day }
  /** Yuan as typed; undefined: as before. */
  readonly base: string | undefined
  /** Why what they were ends; '': nobody says. */
  readonly reason: string
}

/** Ends the last stretch and begins another; a change of the same day takes its place. */
async function follow(
  tx: Tx,
  asked: Asker,
  { person, standing, base, reason }: Next,
): Promise<Id<'standing'> | Refused<'before-last-change'>> {
  const changed = changeFrom<StandingFound | undefined>(historyOf(person), standing.from, undefined)
  if (isRefused(changed)) return changed

  const last = person.standings.at(-1)
  const duesBase = base === undefined ? undefined : yuanText(base)
  if (last && last.from === standing.from) {
    const kept = duesBase === undefined ? {} : { duesBase }
    await store.changeStandings(tx, entered(asked), [{ ...standing, id: last.id, ...kept }])
    return last.id
  }
  const ended = changed.at(-2)
  if (last && ended && ended.to !== last.to) await endAt(tx, asked, { person, last, to: ended.to, reason })
  const owner = { mineId: asked.actor.mineId, personId: person.id }
  const before = findValue(asked.keys.field, owner, 'duesBase', last?.duesBase ?? null)
  const added = { ...standing, duesBase: duesBase === undefined ? before : duesBase }
  const [id] = await store.addStandings(tx, entered(asked), [added])
  if (!id) throw new Error('a standing was not added')
  return id
}

const changeOne = on(
  contract.changeStanding,
  (asked) => placeOf(asked, asked.input.personId),
  async ({ input, tx, ...asked }) => {
    const { actor, reach } = asked
    const person = await holdPerson(tx, actor.mineId, input.personId)
    if (!person) return refuse('no-such-person')
    if (!(await isWithin(tx, actor, { reach, orgId: input.orgId }))) return refuse('no-such-unit')
    const { rev } = await findStanding(tx, actor.mineId, person.id)
    const checked = checkUnseen({ readAt: input.rev, changedAt: rev })
    if (isRefused(checked)) return checked
    const stepped = step(person.standings, input.from, input.category)
    if (isRefused(stepped)) return stepped

    const { duesBase: base, reason, rev: _, ...given } = input
    const standing = { ...given, to: null, source: 'product' } as const
    const id = await follow(tx, asked, { person, standing, base, reason })
    if (isRefused(id)) return id
    await append(tx, by(asked), contract.changeStanding.name, store.personRecord, [person.id])
    return { id }
  },
)

type Wanted = {
  readonly from: Day
  readonly shift?: string | undefined
  readonly orgId?: Id<'org'> | undefined
  readonly reason: string
}
type NotMoved = Refused<'no-such-person' | 'before-last-change' | 'not-on-roster'>

/** One of several: what they are stays, but for what is wanted otherwise. */
async function moveOne(
  tx: Tx,
  asked: Asker & { readonly reach: Reach },
  { personId, ...wanted }: Wanted & { personId: Id<'person'> },
): Promise<'moved' | NotMoved> {
  const { actor, now, reach } = asked
  const person = await holdPerson(tx, actor.mineId, personId)
  const orgId = person && (await findOrgOfPerson(tx, actor.mineId, { personId, on: dayAt(now) }))
  if (!person || !orgId || !(await isWithin(tx, actor, { reach, orgId }))) return refuse('no-such-person')
  const last = person.standings.at(-1)
  const { no } = person
  if (!last || (last.to !== null && last.to < wanted.from)) return refuse('not-on-roster', 'A1.5', { no })

  const { id: _, duesBase: __, orgName, whyEnded, ...rest } = last
  const changed = { shift: wanted.shift ?? rest.shift, orgId: wanted.orgId ?? rest.orgId, from: wanted.from }
  const standing = { ...rest, ...changed, personId, source: 'product' } as const
  const moved = await follow(tx, asked, { person, standing, base: undefined, reason: wanted.reason })
  return isRefused(moved) ? { ...moved, facts: { ...moved.facts, no } } : 'moved'
}

const changeSeveral = on(contract.changeStandings, 'wherever-allowed', async ({ input, tx, ...asked }) => {
  const { personIds, ...wanted } = input
  const { actor, reach } = asked
  if (wanted.orgId && !(await isWithin(tx, actor, { reach, orgId: wanted.orgId })))
    return refuse('no-such-unit')
  // In one order, so that two who change the same people wait for each other and no longer.
  const ids = [...new Set(personIds)].sort()
  for (const personId of ids) {
    const moved = await moveOne(tx, asked, { ...wanted, personId })
    if (isRefused(moved)) return moved
  }
  await append(tx, by(asked), contract.changeStandings.name, store.personRecord, ids)
  return { changed: ids.length }
})

const end = on(
  contract.endStanding,
  (asked) => placeOf(asked, asked.input.personId),
  async ({ input, tx, ...asked }) => {
    const person = await holdPerson(tx, asked.actor.mineId, input.personId)
    if (!person) return refuse('no-such-person')
    const ended = endOn(historyOf(person), input.lastDay)
    if (isRefused(ended)) return { ...ended, facts: { ...ended.facts, no: person.no } }

    const last = person.standings.at(-1)
    if (last) await endAt(tx, asked, { person, last, to: input.lastDay, reason: input.reason })
    await append(tx, by(asked), contract.endStanding.name, store.personRecord, [person.id])
    return {}
  },
)

/** What people are, where, from and to a day. */
export const standingActions: readonly Action[] = [changeOne, changeSeveral, end]
