import { expect, test } from 'vitest'
import type { Id } from '../../kit/id.ts'
import { isRefused } from '../../kit/refuse.ts'
import type { Step } from '../rules.ts'
import { namePeople } from './named.ts'

const id = (name: string): Id<'person'> => name as Id<'person'>
const full = new Set([id('a'), id('b'), id('self')])

test.each<[string, Step, string[], unknown]>([
  ['two full members as mentors', 'assignMentors', ['a', 'b'], ['a', 'b']],
  ['one named twice is one', 'assignSponsors', ['a', 'a'], ['a']],
  ['nobody, and only a number', 'assignMentors', [], []],
  ['somebody who is no full member', 'assignMentors', ['a', 'c'], ['not-a-full-member', 'J4']],
  ['the applicant', 'assignSponsors', ['a', 'self'], ['not-a-full-member', 'J5']],
  ['at any other step nobody is named', 'intakeTalk', ['a'], []],
])('%s', (_, step, people, expected) => {
  const named = namePeople({ step, people: people.map(id), of: id('self'), full })
  expect(isRefused(named) ? [named.refused, named.clause] : named).toEqual(expected)
})
