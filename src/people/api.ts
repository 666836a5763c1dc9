import { append } from '../journal/store/append.ts'
import { findStanding, listLatest } from '../journal/store/history.ts'
import { type Day, dayAt } from '../kit/day.ts'
import type { Id } from '../kit/id.ts'
import type { Keys } from '../kit/keys/keys.ts'
import { isRefused, type Refused, refuse } from '../kit/refuse.ts'
import { checkUnseen } from '../kit/revision.ts'
import { type Action, on } from '../kit/server/action.ts'
import { vacancies } from '../org/rules.ts'
import { findUnit, listBranches } from '../org/store.ts'
import { by, entered, placeOf } from './api/by.ts'
import { erasureActions } from './api/erase.ts'
import { shiftActions } from './api/shifts.ts'
import { standingActions } from './api/standings.ts'
import { contract } from './contract.ts'
import { maskIdNumber, maskPhone, readIdNumber } from './rules.ts'
import { findPerson, holdPerson, holdRoster, listNumbers, type PersonFound } from './store/find.ts'
import { listPeople } from './store/list.ts'
import { listStrengthsOn, type Strength } from './store/members.ts'
import { findValue, yuanText } from './store/sealed.ts'
import * as store from './store/write.ts'

const list = on(
  contract.listPeople,
  async ({ input }) => (input.orgId ? { orgId: input.orgId } : 'wherever-allowed'),
  async ({ input, actor, reach, now, tx, keys }) => {
    const { mineId } = actor
    const listed = await listPeople(tx, { ...input, mineId, reach, on: input.on ?? dayAt(now) })
    const ids = listed.people.map(({ id }) => id)
    const latest = await listLatest(tx, mineId, ids)
    const people = listed.people.map(({ phone, ...person }) => {
      const number = findValue(keys.field, { mineId, personId: person.id }, 'phone', phone)
      return { ...person, phoneMasked: number && maskPhone(number), rev: latest.get(person.id)?.rev ?? 0 }
    })
    return { ...listed, people }
  },
)

function shown(person: PersonFound, mineId: Id<'mine'>, keys: Keys) {
  const { idNumber, phone, standings, formerNames, recordedAt, ...rest } = person
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
    formerNames: formerNames.map(({ name, until }) => ({ name, until: until.toISOString() })),
  }
}

const find = on(
  contract.findPerson,
  (asked) => placeOf(asked, asked.input.id),
  async ({ input, actor, tx, keys }) => {
    const person = await findPerson(tx, actor.mineId, input.id)
    if (!person) return refuse('no-such-person')
    const { rev } = await findStanding(tx, actor.mineId, person.id)
    return { ...shown(person, actor.mineId, keys), rev }
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
    const { rev } = await findStanding(tx, asked.actor.mineId, person.id)
    const checked = checkUnseen({ readAt: input.rev, changedAt: rev })
    if (isRefused(checked)) return checked
    await store.changePeople(tx, entered(asked), [{ ...input, source: 'product' }])
    await append(tx, by(asked), contract.changePerson.name, store.personRecord, [person.id])
    return {}
  },
)

const amend = on(
  contract.amendPerson,
  (asked) => placeOf(asked, asked.input.id),
  async ({ input, tx, ...asked }) => {
    const person = await holdPerson(tx, asked.actor.mineId, input.id)
    if (!person) return refuse('no-such-person')
    const { rev } = await findStanding(tx, asked.actor.mineId, person.id)
    const checked = checkUnseen({ readAt: input.rev, changedAt: rev })
    if (isRefused(checked)) return checked
    const { crew = person.crew, education = person.education, note = person.note, phone } = input
    const { id, name, sex, ethnicity, bornOn, joinedOn, fullSince } = person
    const identity = { id, name, sex, ethnicity, bornOn, joinedOn, fullSince, crew, education, note }
    const called = phone === undefined ? {} : { phone: phone || null }
    await store.changePeople(tx, entered(asked), [{ ...identity, ...called, source: 'product' }])
    await append(tx, by(asked), contract.amendPerson.name, store.personRecord, [person.id])
    return {}
  },
)

const NOBODY: Omit<Strength, 'branchId'> = { full: 0, probationary: 0, posted: [] }

const listPosts = on(contract.listPosts, 'wherever-allowed', async ({ input, actor, reach, now, tx }) => {
  const { mineId } = actor
  const on = input.on ?? dayAt(now)
  const branches = await listBranches(tx, mineId, reach)
  const ids = branches.map(({ id }) => id)
  const known = new Map((await listStrengthsOn(tx, mineId, on, ids)).map((one) => [one.branchId, one]))
  return {
    branches: ids.map((branchId) => {
      const { full, probationary, posted } = known.get(branchId) ?? NOBODY
      const texts = posted.map(({ posts }) => posts)
      return { branchId, full, probationary, holders: [...posted], vacant: vacancies(full, texts, on) }
    }),
  }
})

/** What the roster can do; `unmask` is fulfilled where offices are known. */
export const actions: readonly Action[] = [
  list,
  find,
  add,
  change,
  amend,
  listPosts,
  ...standingActions,
  ...erasureActions,
  ...shiftActions,
]
