import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { isRefused } from '../kit/refuse.ts'
import {
  daysOverdue,
  isAssessed,
  ORG_KIND_NAMES,
  ORG_KINDS,
  type OrgKind,
  orgKindOf,
  ownerOf,
  type Placed,
  placeUnit,
  postName,
  postsIn,
  termStanding,
  vacancies,
  wouldCircle,
} from './rules.ts'

const TODAY = day('2026-09-30')
const answer = (told: unknown): unknown => (isRefused(told) ? [told.refused, told.clause] : told)

test.each(ORG_KINDS)('%s reads back from its official name', (kind) =>
  expect(orgKindOf(ORG_KIND_NAMES[kind])).toBe(kind),
)
test('a kind nobody knows is none', () => expect(orgKindOf('党组')).toBeUndefined())

test.each<[string, Placed, unknown]>([
  ['a committee at the top', { kind: 'committee' }, 'placed'],
  ['a branch under the committee', { kind: 'branch', parentKind: 'committee' }, 'placed'],
  ['a branch under a general branch', { kind: 'branch', parentKind: 'generalBranch' }, 'placed'],
  ['a group under a joint branch', { kind: 'partyGroup', parentKind: 'jointBranch' }, 'placed'],
  ['a group under nobody', { kind: 'partyGroup' }, ['wrong-parent', 'R1.1']],
  ['a group under the committee', { kind: 'partyGroup', parentKind: 'committee' }, ['wrong-parent', 'R1.1']],
  ['a group under a group', { kind: 'partyGroup', parentKind: 'partyGroup' }, ['wrong-parent', 'R1.1']],
  ['a branch under a branch', { kind: 'branch', parentKind: 'branch' }, ['wrong-parent', 'R1.1']],
  ['a committee under a branch', { kind: 'committee', parentKind: 'branch' }, ['wrong-parent', 'R1.1']],
  ['a term of one day', { kind: 'committee', termFrom: TODAY, termTo: TODAY }, 'placed'],
  [
    'a term that ends before it begins',
    { kind: 'committee', termFrom: TODAY, termTo: day('2026-09-29') },
    ['term-backwards', 'R1.2'],
  ],
])('%s', (_, unit, expected) => expect(answer(placeUnit(unit))).toEqual(expected))

const tree: Readonly<Record<string, string>> = {
  group: 'branch',
  branch: 'committee',
  lost: 'found',
  found: 'lost',
}
test.each([
  ['under its own parent again', 'branch', 'committee', false],
  ['under itself', 'branch', 'branch', true],
  ['under its own group', 'branch', 'group', true],
  ['at the top', 'branch', undefined, false],
  ['under a circle that is there already', 'branch', 'lost', false],
])('a branch %s', (_, unit, parent, circle) =>
  expect(wouldCircle(unit, parent, (one) => tree[one])).toBe(circle),
)

test.each<[string, OrgKind, string | undefined, boolean]>([
  ['a branch that was always there', 'branch', undefined, true],
  ['a branch founded on the last day', 'branch', '2026-09-30', true],
  ['a branch founded a day later', 'branch', '2026-10-01', false],
  ['a joint branch', 'jointBranch', undefined, true],
  ['a temporary branch', 'temporaryBranch', undefined, false],
  ['a group', 'partyGroup', undefined, false],
  ['a general branch', 'generalBranch', undefined, false],
  ['a committee', 'committee', undefined, false],
])('%s: assessed?', (_, kind, founded, expected) =>
  expect(isAssessed({ kind, founded: founded === undefined ? undefined : day(founded) }, TODAY)).toBe(
    expected,
  ),
)

test.each<[string, OrgKind, string | undefined]>([
  ['a group belongs to the unit above it', 'partyGroup', 'above'],
  ['a branch to itself', 'branch', 'own'],
  ['a committee to itself', 'committee', 'own'],
])('%s', (_, kind, owner) => expect(ownerOf({ id: 'own', kind, parentId: 'above' })).toBe(owner))

test.each([
  ['书记', 'secretary'],
  ['支部书记', 'secretary'],
  ['党支部书记', 'secretary'],
  ['副书记', 'deputySecretary'],
  ['支部书记兼组织委员', 'secretary orgCommissioner'],
  ['宣传委员、纪检委员', 'publicityCommissioner disciplineCommissioner'],
  ['宣传委员,纪检委员，青年委员', 'publicityCommissioner disciplineCommissioner youthCommissioner'],
  ['组织委员/生产委员', 'orgCommissioner productionCommissioner'],
  ['组织委员\u3000宣传委员 组织委员', 'orgCommissioner publicityCommissioner'],
  ['副书记兼书记', 'deputySecretary secretary'],
  ['党委书记', ''],
  ['工会主席', ''],
  ['', ''],
])('%s names %s', (text, posts) => expect(postsIn(text).join(' ')).toBe(posts))

const four = ['书记', '组织委员', '宣传委员', '纪检委员']
test.each([
  ['seven full members and nobody in office', 7, [], four],
  ['six full members need only a secretary', 6, [], ['书记']],
  ['seven with all four', 7, ['书记兼组织委员', '宣传委员、纪检委员'], []],
  ['a deputy is no secretary', 6, ['副书记'], ['书记']],
  ['six with a secretary', 6, ['党支部书记'], []],
  ['seven with a secretary only', 7, ['支部书记'], ['组织委员', '宣传委员', '纪检委员']],
])('%s', (_, members, texts, expected) =>
  expect(vacancies(members, texts, TODAY).map(postName)).toEqual(expected),
)

test.each([
  ['ends on the last day', '2026-09-30', 0],
  ['ended a day before', '2026-09-29', 1],
  ['ends later', '2027-01-01', 0],
  ['ended a leap year before', '2024-02-28', 945],
  ['has no end recorded', undefined, 'n/a'],
])('a term that %s', (_, to, days) =>
  expect(daysOverdue(to === undefined ? undefined : day(to), TODAY)).toBe(days),
)

test.each([
  ['2027-03-30', { state: 'running', days: 181 }],
  ['2027-03-29', { state: 'ending', days: 180, reminder: 180 }],
  ['2026-12-30', { state: 'ending', days: 91, reminder: 180 }],
  ['2026-12-29', { state: 'ending', days: 90, reminder: 90 }],
  ['2026-10-31', { state: 'ending', days: 31, reminder: 90 }],
  ['2026-10-30', { state: 'ending', days: 30, reminder: 30 }],
  ['2026-09-30', { state: 'ending', days: 0, reminder: 30 }],
  ['2026-09-29', { state: 'overdue', days: 1 }],
])('on 30 September 2026 a term to %s stands so', (to, standing) =>
  expect(termStanding(day(to), TODAY)).toEqual(standing),
)
test('a term without an end is unrecorded', () =>
  expect(termStanding(undefined, TODAY)).toEqual({ state: 'unrecorded' }))
