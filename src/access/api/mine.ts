import { type Day, dayAt } from '../../kit/day.ts'
import type { Id } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { contract } from '../../people/contract.ts'
import { CATALOGUE, HELD_FIELDS, type Held, type HeldField, LISTED } from '../../people/rules/catalogue.ts'
import { CATEGORY_NAMES, DUES_CLASS_NAMES, maskIdNumber, maskPhone, stoodOn } from '../../people/rules.ts'
import { findPerson, type PersonFound, type StandingFound } from '../../people/store/find.ts'
import { findValue } from '../../people/store/sealed.ts'
import { fieldNames, purposes } from '../../people/words/catalogue.ts'
import { rolesOf } from '../rules/may.ts'
import { listUnmaskings } from '../store/unmasking.ts'
import { roleWords } from '../words/door.ts'

type Opened = { readonly mineId: Id<'mine'>; readonly keys: Keys }

/** What a sensitive field shows: a part of it, or that there is one. */
function masked(person: PersonFound, now: StandingFound | undefined, { mineId, keys }: Opened) {
  const owner = { mineId, personId: person.id }
  const number = findValue(keys.field, owner, 'idNumber', person.idNumber)
  const phone = findValue(keys.field, owner, 'phone', person.phone)
  return {
    idNumber: number ? maskIdNumber(number) : '',
    phone: phone ? maskPhone(phone) : '',
    duesBase: now?.duesBase ? '****' : '',
  }
}

/** Every field as it is shown to whoever it is about; empty: nothing is held. */
function valuesOf(person: PersonFound, today: Day, opened: Opened): Record<HeldField, string> {
  const now = stoodOn(
    person.standings.map((value) => ({ from: value.from, to: value.to, value })),
    today,
  )
  const { no, name, sex, ethnicity, bornOn, education, joinedOn, fullSince, crew, note } = person
  return {
    ...{ no, name, sex, ethnicity, bornOn, education, crew, note },
    joinedOn: joinedOn ?? '',
    fullSince: fullSince ?? '',
    category: now ? CATEGORY_NAMES[now.category] : '',
    orgName: now?.orgName ?? '',
    posts: now?.posts ?? '',
    shift: now?.shift ?? '',
    duesClass: now ? DUES_CLASS_NAMES[now.duesClass] : '',
    ...masked(person, now, opened),
  }
}

const namesOf = (action: Parameters<typeof rolesOf>[0]) => rolesOf(action).map((role) => roleWords[role])

function described(field: HeldField, value: string) {
  const { purpose, clause, sensitive }: Held = CATALOGUE[field]
  return {
    ...{ field, value, clause },
    name: fieldNames[field],
    isMasked: sensitive === true,
    purpose: purposes[purpose],
    readers: namesOf(LISTED.has(field) ? 'people.listPeople' : 'people.findPerson'),
    unmaskers: sensitive ? namesOf('people.unmask') : [],
  }
}

/** The roster's own action, fulfilled here: who saw what hangs on accounts, who may see it on the table of rights. */
const find = on(contract.findMine, 'wherever-allowed', async ({ actor, now, tx, keys }) => {
  const { mineId, personId } = actor
  const person = personId && (await findPerson(tx, mineId, personId))
  if (!person) return refuse('not-on-the-roster')
  const values = valuesOf(person, dayAt(now), { mineId, keys })
  return {
    id: person.id,
    name: person.name,
    fields: HELD_FIELDS.map((field) => described(field, values[field])),
    standings: person.standings.map(({ from, to, category, orgName, posts, shift, whyEnded }) => ({
      ...{ from, to, category, orgName, posts, shift, whyEnded },
    })),
    unmaskings: (await listUnmaskings(tx, mineId, person.id)).map(({ field, at, ...rest }) => ({
      ...{ ...rest, field, at: at.toISOString() },
      name: fieldNames[field],
    })),
  }
})

/** What is held about oneself. */
export const ownActions: readonly Action[] = [find]
