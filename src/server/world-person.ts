import { expect } from 'vitest'
import type { InputOf } from '../kit/contract.ts'
import type { Id } from '../kit/id.ts'
import type { Caller } from './world.ts'

/** Who somebody on a test's roster is, and what. */
export const who = {
  name: '王小燕',
  sex: '女',
  ethnicity: '汉族',
  bornOn: '1990-05-01',
  education: '大学本科',
  joinedOn: null,
  fullSince: null,
  crew: '综采一班',
  note: '',
} as const
export const what = { category: 'candidate', duesClass: 'employed', posts: '', shift: '早班' } as const

type Add = Partial<InputOf<'people.addPerson'>>
type Change = Partial<InputOf<'people.changeStanding'>>
type Here = { readonly secretary: Caller; readonly branch: Id<'org'> }

/** Adds, finds and moves people through the app, by the secretary and in the branch of now; `by` somebody else. */
export function peopleOf(here: () => Here) {
  let made = 0
  const add = (given: Add = {}, by = here().secretary) =>
    by.post('people.addPerson', {
      ...who,
      ...what,
      no: `P${++made}`,
      idNumber: '110105199005010026',
      phone: '138-0000-1234',
      duesBase: '5200.50',
      from: '2026-01-01',
      orgId: here().branch,
      ...given,
    })
  const added = async (given: Add = {}): Promise<Id<'person'>> => {
    const { body, problem } = await add(given)
    expect(problem.code).toBeUndefined()
    return body.id
  }
  const find = async (id: Id<'person'>) => (await here().secretary.get('people.findPerson', { id })).body
  const change = async (personId: Id<'person'>, given: Change, by = here().secretary) => {
    const { branch: orgId, secretary } = here()
    const { rev = 0 } = (await secretary.get('people.findPerson', { id: personId })).body ?? {}
    return by.post('people.changeStanding', { ...what, rev, orgId, from: '2026-07-01', ...given, personId })
  }
  return { add, added, find, change }
}
