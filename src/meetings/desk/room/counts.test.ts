import { expect, test } from 'vitest'
import { day } from '../../../kit/day.ts'
import { type DecisionKind, voteRule } from '../../rules/votes.ts'
import { comesTo, faultsIn, type Opinion, readCount } from './counts.ts'

test.each([
  ['0', 0],
  [' 12 ', 12],
  ['１２', 12],
  ['', undefined],
  ['3x', undefined],
  ['-1', undefined],
  ['1.5', undefined],
])('“%s” is read as %s', (typed, count) => expect(readCount(typed)).toBe(count))

const fresh = { present: '', yes: '', no: '0', abstain: '0' }
test.each([
  ['nothing typed', fresh, ['yes']],
  ['a 0 that was typed', { ...fresh, yes: '0' }, []],
  ['those against taken out', { ...fresh, yes: '3', no: '' }, ['no']],
  ['those abstaining taken out', { ...fresh, yes: '3', abstain: ' ' }, ['abstain']],
  ['words', { ...fresh, yes: '全体', present: '都在' }, ['present', 'yes']],
])('a vote is not recorded with %s', (_, counts, paths) =>
  expect(faultsIn(counts).map(({ path }) => path)).toEqual(paths),
)

const said = (yes: string, { present = 4, decision = 'ordinary' as DecisionKind, no = '0' } = {}) => {
  const rule = voteRule(decision, day('2026-10-08'))
  return comesTo({ ...fresh, yes, no }, [], { expected: 4, present, rule })
}
test.each([
  ['nothing typed comes to nothing', said(''), undefined],
  ['three of four', said('3'), { carried: true, yes: 3, of: 4 }],
  ['exactly half', said('2'), { carried: false, yes: 2, of: 4 }],
  ['more than may vote', said('9'), { refused: 'more-votes-than-present', facts: { votes: 9, present: 4 } }],
  [
    'more than are here, with those against',
    said('2', { present: 3, no: '2' }),
    { refused: 'more-votes-than-present', facts: { votes: 4, present: 3 } },
  ],
  ['too few here', said('1', { present: 1 }), { refused: 'no-quorum' }],
])('%s', (_, found, meant) => {
  if (meant === undefined) expect(found).toBeUndefined()
  else expect(found).toMatchObject(meant)
})

test('opinions in writing are added where they count', () => {
  const rule = voteRule('admission', day('2026-10-08'))
  const written: Opinion[] = ['yes', 'no']
  const counts = { ...fresh, yes: '4' }
  expect(comesTo(counts, written, { expected: 8, present: 6, rule })).toMatchObject({ carried: true, yes: 5 })
})
