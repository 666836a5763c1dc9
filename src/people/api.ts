import { append, type By } from '../journal/store/append.ts'
import type { Actor, Reach } from '../kit/contract.ts'
import { type Day, dayAt } from '../kit/day.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import type { Keys } from '../kit/keys/keys.ts'
import { isRefused, type Refused, refuse } from '../kit/refuse.ts'
import { type Action, on, type Place } from '../kit/server/action.ts'
import { findUnit, listAncestors } from '../org/store.ts'
import { contract } from './contract.ts'
import { type Category, changeFrom, maskIdNumber, maskPhone, readIdNumber, stepCategory } from './rules.ts'
import type { PersonFound, StandingFound } from './store/find.ts'
import { findOrgOfPerson, findPerson, holdPerson, holdRoster, listNumbers } from './store/find.ts'
import { listPeople } from './store/list.ts'
import { findValue, yuanText } from './store/sealed.ts'
import * as store from './store/write.ts'

type Asker = { readonly actor: Actor; readonly now: Date; readonly keys: Keys }

const by = ({ actor, now, keys }: Asker): By => ({
  mineId: actor.mineId,
  actorId: actor.accountId,
  now,
  src: 'web',
  keys,
})
const entered = ({ actor, now, keys }: Asker): store.Entered => ({
  mineId: actor.mineId,
  now,
  keys: keys.field,
})

type AskedOf = { readonly db: Db; readonly actor: Actor; readonly now: Date }

/** A person's place is the unit they stand in today. */
async function placeOf(
  { db, actor, now }: AskedOf,
  personId: Id<'person'>,
): Promise<Place | Refused<'no-such-person'>> {
  const orgId = await findOrgOfPerson(db, actor.mineId, { personId, on: dayAt(now) })
  return orgId ? { orgId } : refuse('no-such-person')
}

const list = on(
  contract.listPeople,
  async ({ input }) => (input.orgId ? { orgId: input.orgId } : 'wherever-allowed'),
  ({ input, actor, reach, now, tx }) =>
    listPeople(tx, { ...input, mineId: actor.mineId, reach, on: input.on ?? dayAt(now) }),
)

function shown(person: PersonFound, mineId: Id<'mine'>, keys: Keys) {
  const { idNumber, phone, standings, recordedAt, ...rest } = person
  const owner = { mineId, personId: person.id }
  const number = findValue(keys.field, owner, 'idNumber', idNumber)
  const called = findValue(keys.field, owner, 'phone', phone)
  return {
    ...rest,
    idNumberMasked: number && maskIdNumber(number),
    phoneMasked: called && maskPhone(called),
    hasDuesBase: Boolean(standings.at(-1)?.duesBase),
    recordedAt: recordedAt.toISOString(),
    standings: standings.map(({ duesBase, ...standing }) => standing),
  }
}

const find = on(
  contract.findPerson,
  (asked) => placeOf(asked, asked.input.id),
  async ({ input, actor, tx, keys }) => {
    const person = await findPerson(tx, actor.mineId, input.id)
    return person ? shown(person, actor.mineId, keys) : refuse('no-such-person')
  },
)

/** An ID number that passed its check; null when none was typed. */
function readNumber(text: string, bornOn: Day): string | null | Refused<'bad-id-number'> {
  if (text.trim() === '') return null
  const read = readIdNumber(text, bornOn)
  return isRefused(read) ? read : read.number
}

const add = on(
  contract.addPerson,
  async ({ input }) => ({ orgId: input.orgId }),
  async ({ input, tx, ...asked }) => {
    const { mineId } = asked.actor
    await holdRoster(tx, mineId)
    if (!(await findUnit(tx, mineId, input.orgId))) return refuse('no-such-unit')
    const taken = await listNumbers(tx, mineId, [input.no])
    if (taken.size > 0) return refuse('number-taken')
    const idNumber = readNumber(input.idNumber, input.bornOn)
    if (isRefused(idNumber)) return idNumber

    const source = 'product'
    const phone = input.phone || null
    const [id] = await store.addPeople(tx, entered(asked), [{ ...input, idNumber, phone, source }])
    if (!id) throw new Error('a person was not added')
    const standing = { ...input, personId: id, to: null, duesBase: yuanText(input.duesBase), source } as const
    await store.addStandings(tx, entered(asked), [standing])
    await append(tx, by(asked), contract.addPerson.name, store.personRecord, [id])
    return { id }
  },
)

const change = on(
  contract.changePerson,
  (asked) => placeOf(asked, asked.input.id),
  async ({ input, tx, ...asked }) => {
    const person = await holdPerson(tx, asked.actor.mineId, input.id)
    if (!person) return refuse('no-such-person')
    await store.changePeople(tx, entered(asked), [{ ...input, source: 'product' }])
    await append(tx, by(asked), contract.changePerson.name, store.personRecord, [person.id])
    return {}
  },
)

/** Whether somebody may put a person into this unit: their reach must have it. */
async function mayPut(
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

type Standing = Omit<store.NewStanding, 'duesBase' | 'id'>

/** Ends the last stretch and begins another; a change of the same day takes its place. */
async function follow(
  tx: Parameters<typeof store.addStandings>[0],
  asked: Asker,
  {
    person,
    standing,
    base,
  }: { person: PersonFound; standing: Standing & { from: Day }; base: string | undefined },
): Promise<Id<'standing'> | Refused<'before-last-change'>> {
  const history = person.standings.map((value) => ({ from: value.from, to: value.to, value }))
  const changed = changeFrom<StandingFound | undefined>(history, standing.from, undefined)
  if (isRefused(changed)) return changed

  const last = person.standings.at(-1)
  const duesBase = base === undefined ? undefined : yuanText(base)
  if (last && last.from === standing.from) {
    const kept = duesBase === undefined ? {} : { duesBase }
    await store.changeStandings(tx, entered(asked), [{ ...standing, id: last.id, ...kept }])
    return last.id
  }
  const ended = changed.at(-2)
  if (last && ended && ended.to !== last.to) {
    const { duesBase: _, orgName, ...rest } = last
    await store.changeStandings(tx, entered(asked), [{ ...rest, personId: person.id, to: ended.to }])
  }
  const owner = { mineId: asked.actor.mineId, personId: person.id }
  const before = findValue(asked.keys.field, owner, 'duesBase', last?.duesBase ?? null)
  const added = { ...standing, duesBase: duesBase === undefined ? before : duesBase }
  const [id] = await store.addStandings(tx, entered(asked), [added])
  if (!id) throw new Error('a standing was not added')
  return id
}

const changeStanding = on(
  contract.changeStanding,
  (asked) => placeOf(asked, asked.input.personId),
  async ({ input, tx, ...asked }) => {
    const { actor, reach } = asked
    const person = await holdPerson(tx, actor.mineId, input.personId)
    if (!person) return refuse('no-such-person')
    if (!(await mayPut(tx, actor, { reach, orgId: input.orgId }))) return refuse('no-such-unit')
    const stepped = step(person.standings, input.from, input.category)
    if (isRefused(stepped)) return stepped

    const { duesBase: base, ...given } = input
    const standing = { ...given, to: null, source: 'product' } as const
    const id = await follow(tx, asked, { person, standing, base })
    if (isRefused(id)) return id
    await append(tx, by(asked), contract.changeStanding.name, store.personRecord, [person.id])
    return { id }
  },
)

/** What the roster can do; `unmask` is fulfilled where offices are known. */
export const actions: readonly Action[] = [list, find, add, change, changeStanding]
