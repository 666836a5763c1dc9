import { expect, test } from 'vitest'
import { parseRatio, ratio } from '../../kit/ratio.ts'
import fc from '../../kit/test/check.ts'
import { type FactValue, showFactKey } from './fact-keys.ts'
import { points } from './points.ts'
import { type Band, DEFAULT_BANDS, type Item, parseParameters, parseRule } from './scheme.ts'
import { gradeOf, type Score, scoreBranch } from './score.ts'

/** An item `name: of rule parameters`, scoring the manual fact of its own name. */
function item(text: string): Item {
  const [no = '', of = '', ruleName = '', parameters = ''] = text.split(/[: ]+/)
  const rule = parseRule(ruleName)
  const scoring = rule && parseParameters(rule, parameters)
  if (!scoring) throw new Error(`no item: ${text}`)
  return { no, title: no, of: points(Number(of) * 100), fact: { name: 'manual', id: no }, scoring }
}

const scored = (items: string[], values: Record<string, string>, bands = DEFAULT_BANDS): Score =>
  scoreBranch({ items: items.map(item), bands }, (fact): FactValue => {
    const typed = values[showFactKey(fact).slice('manual('.length, -1)]
    return (typed === undefined ? undefined : parseRatio(typed)) ?? 'n/a'
  })

const told = ({ base, bonus, score, grade, vetoed }: Score): unknown[] => [base, bonus, score, grade, vetoed]

test.each<[string, string[], Record<string, string>, unknown[]]>([
  ['all points are 100', ['a: 6 each k=2'], { a: '0' }, [10000, 0, 10000, '好', false]],
  ['two of three points are 66.67', ['a: 3 each k=1'], { a: '1' }, [6667, 0, 6667, '一般', false]],
  [
    'an item without a value is left out',
    ['a: 6 each k=2', 'b: 4 each k=1'],
    { a: '1' },
    [6667, 0, 6667, '一般', false],
  ],
  [
    'no item left: neither score nor grade',
    ['a: 6 each k=2'],
    {},
    [undefined, 0, undefined, undefined, false],
  ],
  [
    'items of no points are no base',
    ['a: 0 each k=2'],
    { a: '0' },
    [undefined, 0, undefined, undefined, false],
  ],
  [
    'bonus alone makes no score',
    ['a: 3 bonus k=1;cap=3'],
    { a: '1' },
    [undefined, 100, undefined, undefined, false],
  ],
  [
    'bonus stands on top',
    ['a: 6 each k=2', 'b: 3 bonus k=1;cap=3'],
    { a: '0', b: '2' },
    [10000, 200, 10200, '好', false],
  ],
  [
    'bonus of exactly ten is whole',
    ['a: 6 each k=2', 'b: 6 bonus k=6;cap=6', 'c: 4 bonus k=4;cap=4'],
    { a: '0', b: '1', c: '1' },
    [10000, 1000, 11000, '好', false],
  ],
  [
    'bonus above ten is cut at ten',
    ['a: 6 each k=2', 'b: 6 bonus k=6;cap=6', 'c: 5 bonus k=5;cap=5'],
    { a: '0', b: '1', c: '1' },
    [10000, 1000, 11000, '好', false],
  ],
  [
    'a veto lowers the grade, not the score',
    ['a: 6 each k=1', 'v: 0 veto t=2;ceiling=一般'],
    { a: '0', v: '2' },
    [10000, 0, 10000, '一般', true],
  ],
  [
    'one short of the veto does nothing',
    ['a: 6 each k=1', 'v: 0 veto t=2;ceiling=一般'],
    { a: '0', v: '1' },
    [10000, 0, 10000, '好', false],
  ],
  [
    'a veto raises nobody, and is told all the same',
    ['a: 6 each k=6', 'v: 0 veto t=2;ceiling=一般'],
    { a: '1', v: '2' },
    [0, 0, 0, '差', true],
  ],
  [
    'the lowest ceiling holds',
    ['a: 6 each k=6', 'v: 0 veto t=1;ceiling=较好', 'w: 0 veto t=1;ceiling=差'],
    { a: '0', v: '1', w: '1' },
    [10000, 0, 10000, '差', true],
  ],
  [
    'a veto without a value is left out',
    ['a: 6 each k=6', 'v: 0 veto t=0;ceiling=差'],
    { a: '0' },
    [10000, 0, 10000, '好', false],
  ],
  [
    'a veto strikes also where there is no score',
    ['v: 0 veto t=1;ceiling=差'],
    { v: '1' },
    [undefined, 0, undefined, undefined, true],
  ],
  [
    'a ceiling that is no grade lowers nothing',
    ['a: 6 each k=6', 'v: 0 veto t=1;ceiling=合格'],
    { a: '0', v: '1' },
    [10000, 0, 10000, '好', true],
  ],
])('%s', (_, items, values, expected) => expect(told(scored(items, values))).toEqual(expected))

test('the sums add rounded points: three thirds of a hundredth stay nothing', () =>
  expect(scored(['a: 1 each k=0.004', 'b: 1 each k=0.004'], { a: '1', b: '1' }).base).toBe(10000))

test('items answer in the order of the scheme, the left-out ones apart', () => {
  const { items, leftOut } = scored(['c: 1 each k=1', 'a: 1 each k=1', 'b: 1 each k=1'], { c: '0', b: '1' })
  expect(items.map(({ item: { no }, points: given }) => [no, given])).toEqual([
    ['c', 100],
    ['b', 0],
  ])
  expect(leftOut.map(({ no }) => no)).toEqual(['a'])
})

const own: readonly Band[] = [
  { grade: '不合格', least: points(2000) },
  { grade: '优秀', least: points(9500) },
  { grade: '合格', least: points(6000) },
]
test.each([
  [9000, DEFAULT_BANDS, '好'],
  [8999, DEFAULT_BANDS, '较好'],
  [8000, DEFAULT_BANDS, '较好'],
  [7999, DEFAULT_BANDS, '一般'],
  [6000, DEFAULT_BANDS, '一般'],
  [5999, DEFAULT_BANDS, '差'],
  [0, DEFAULT_BANDS, '差'],
  [11000, own, '优秀'],
  [9499, own, '合格'],
  [1999, own, '不合格'],
  [1999, [], undefined],
])('%i hundredths in its bands are %3$s', (score, bands, grade) =>
  expect(gradeOf(bands, points(score))).toBe(grade),
)

test('a better grade never comes of a lower score', () =>
  fc.assert(
    fc.property(fc.nat(11000), fc.nat(11000), (a, b) => {
      const place = (score: number): number =>
        DEFAULT_BANDS.findIndex(({ grade }) => grade === gradeOf(DEFAULT_BANDS, points(score)))
      expect(place(Math.max(a, b))).toBeLessThanOrEqual(place(Math.min(a, b)))
    }),
  ))

test('a score without bonus lies between 0 and 100', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(9)), { minLength: 1, maxLength: 30 }), (rows) => {
      const items = rows.map(([of], at): Item => ({ ...item(`i${at}: ${of} each k=1`) }))
      const { score } = scoreBranch({ items, bands: DEFAULT_BANDS }, ({ name: _, ...rest }) =>
        ratio('id' in rest ? (rows[Number(rest.id.slice(1))]?.[1] ?? 0) : 0),
      )
      expect(score ?? 0).toBeGreaterThanOrEqual(0)
      expect(score ?? 0).toBeLessThanOrEqual(10000)
    }),
  ))
