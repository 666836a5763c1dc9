import { expect, test } from 'vitest'
import fc from '../../kit/test/check.ts'
import { MEETING_KIND_NAMES, MEETING_KINDS } from '../../meetings/rules.ts'
import {
  absentFactOf,
  type FactKey,
  mayBeTarget,
  PLAIN_FACTS,
  parseFactKey,
  showFactKey,
} from './fact-keys.ts'

test.each([
  ['a plain fact', 'org.vacancies', 'org.vacancies'],
  ['a kind in Chinese', 'meeting.missed(支部党员大会)', 'meeting.missed(generalMeeting)'],
  ['a kind in English', 'meeting.held(studyExchange)', 'meeting.held(studyExchange)'],
  ['full-width brackets', 'meeting.missed（支部委员会）', 'meeting.missed(committeeMeeting)'],
  ['stray blanks of any kind', ' meeting. held(\u3000党课 ) \u00a0', 'meeting.held(partyLecture)'],
  ['a number of days', 'meeting.late(07)', 'meeting.late(7)'],
  ['full-width digits', 'meeting.late（１０）', 'meeting.late(10)'],
  ['a manual fact', 'manual(safety)', 'manual(safety)'],
  ['a manual fact with a Chinese name', 'manual(安全(井下))', 'manual(安全(井下))'],
])('reads %s', (_, typed, shown) => {
  const fact = parseFactKey(typed)
  expect(fact && showFactKey(fact)).toBe(shown)
})

test.each([
  ['nothing', ''],
  ['a kind nobody knows', 'meeting.missed(支部联席会)'],
  ['a kind left out', 'meeting.missed'],
  ['empty brackets', 'meeting.held()'],
  ['a parameter a plain fact does not take', 'org.vacancies(3)'],
  ['days that are no number', 'meeting.late(七)'],
  ['days below nothing', 'meeting.late(-1)'],
  ['a fraction of a day', 'meeting.late(1.5)'],
  ['a manual fact without a name', 'manual'],
  ['another case', 'Org.Vacancies'],
  ['something after the bracket', 'manual(a)b'],
  ['a name every object has', 'constructor'],
  ['a kind every object has', 'meeting.held(constructor)'],
])('there is no fact in %s', (_, typed) => expect(parseFactKey(typed)).toBeUndefined())

const anyFact: fc.Arbitrary<FactKey> = fc.oneof(
  fc.constantFrom(...PLAIN_FACTS).map((name) => ({ name })),
  fc.record({
    name: fc.constantFrom('meeting.held' as const, 'meeting.missed' as const),
    kind: fc.constantFrom(...MEETING_KINDS),
  }),
  fc.record({ name: fc.constant('meeting.late' as const), days: fc.nat(999_999) }),
  fc.record({ name: fc.constant('manual' as const), id: fc.stringMatching(/^[a-z0-9安全]{1,12}$/u) }),
)

test('a shown fact reads back as itself', () =>
  fc.assert(
    fc.property(anyFact, (fact) => {
      expect(parseFactKey(showFactKey(fact))).toEqual(fact)
    }),
  ))

test.each(MEETING_KINDS)('%s reads the same in Chinese and in English', (kind) => {
  expect(parseFactKey(`meeting.held(${MEETING_KIND_NAMES[kind]})`)).toEqual({ name: 'meeting.held', kind })
  expect(parseFactKey(`meeting.held(${kind})`)).toEqual({ name: 'meeting.held', kind })
})

test.each([
  ['meeting.held(党课)', true, false],
  ['joining.admitted', true, false],
  ['study.planDone', true, true],
  ['meeting.attendance', true, true],
  ['meeting.missed(党课)', false, false],
  ['meeting.late(7)', false, false],
  ['org.vacancies', false, false],
  ['org.termOverdue', false, true],
  ['dues.onTime', false, true],
  ['dues.arrears', false, false],
  ['target.met', false, true],
  ['manual(safety)', false, true],
])('%s: a target may name it %s, it may be n/a %s', (typed, target, absent) => {
  const fact = parseFactKey(typed)
  expect(fact && [mayBeTarget(fact), absentFactOf(fact) !== undefined]).toEqual([target, absent])
})
