import { expect, test } from 'vitest'
import { findWarnings, type Outcome, type Tree } from './warnings.ts'

const tree = (...units: [code: string, parentCode: string | null][]): Tree =>
  new Map(units.map(([code, parentCode]) => [code, { name: `${code}组织`, parentCode }]))

const one = tree(['A', null], ['B', 'A'], ['C', 'A'])
const same: Outcome = { before: one, after: one, held: ['A'], renamed: 0 }

test.each<[string, Partial<Outcome>, [code: string, n: number, names: string[]][]]>([
  ['nothing to warn of', {}, []],
  ['the first ledgers of an empty mine', { before: tree(), held: 'mine' }, []],
  [
    'two tops at once in an empty mine',
    { before: tree(), after: tree(['A', null], ['X', null]), held: 'mine' },
    [['second-root', 2, ['A组织', 'X组织']]],
  ],
  [
    'another top beside the one there is',
    {
      after: tree(...[...one].map(([code, unit]) => [code, unit.parentCode] as [string, null]), ['X', null]),
    },
    [['second-root', 1, ['X组织']]],
  ],
  [
    'two tops that were there before',
    { before: tree(['A', null], ['X', null]), after: tree(['A', null], ['X', null], ['B', 'A']) },
    [],
  ],
  [
    'a branch that goes under the new top leaves the reach of who held the old one',
    { after: tree(['A', null], ['X', null], ['B', 'A'], ['C', 'X']) },
    [
      ['second-root', 1, ['X组织']],
      ['out-of-reach', 1, ['C组织']],
    ],
  ],
  [
    'who holds the mine loses nothing',
    { after: tree(['A', null], ['X', null], ['B', 'A'], ['C', 'X']), held: 'mine' },
    [['second-root', 1, ['X组织']]],
  ],
  ['people who get another name', { renamed: 3 }, [['renamed', 3, []]]],
])('%s', (_, changed, expected) =>
  expect(findWarnings({ ...same, ...changed }).map(({ code, n, names }) => [code, n, names])).toEqual(
    expected,
  ),
)
