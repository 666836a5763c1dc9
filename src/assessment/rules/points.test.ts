import { expect, test } from 'vitest'
import { parseRatio, type Ratio, ratio } from '../../kit/ratio.ts'
import fc from '../../kit/test/check.ts'
import { enterManual, points, pointsOf, type Scoring, stepsShort } from './points.ts'

const n = (text: string): Ratio => {
  const [num, den] = text.split('/').map((part) => parseRatio(part))
  if (!num) throw new Error(`no number: ${text}`)
  return den ? ratio(num.num * den.den, num.den * den.num) : num
}
const each = (k: string): Scoring => ({ rule: 'each', k: n(k) })
const below = (target: string, step: string, k: string): Scoring => ({
  rule: 'below',
  target: n(target),
  step: n(step),
  k: n(k),
})
const threshold = (op: '>=' | '<=' | '=', t: string): Scoring => ({ rule: 'threshold', op, t: n(t) })
const bonus = (k: string, cap: string): Scoring => ({ rule: 'bonus', k: n(k), cap: n(cap) })

test.each<[string, Scoring, number, string, number]>([
  ['nothing missed keeps every point', each('2'), 600, '0', 600],
  ['one missed of six points at two each', each('2'), 600, '1', 400],
  ['three missed leave nothing', each('2'), 600, '3', 0],
  ['four missed are not below nothing', each('2'), 600, '4', 0],
  ['half a hundredth lost is given back by half up', each('0.005'), 600, '1', 600],
  ['three quarters of a hundredth are not', each('0.0075'), 600, '1', 599],
  ['a deduction of thirds is rounded once, at the end', each('1'), 600, '1/3', 567],
  ['on target keeps every point', below('95', '2', '0.5'), 600, '95', 600],
  ['above target gives no more', below('95', '2', '0.5'), 600, '100', 600],
  ['a begun step counts whole', below('95', '2', '0.5'), 600, '94.99', 550],
  ['a step exactly used counts once', below('95', '2', '0.5'), 600, '93', 550],
  ['one hair below it counts twice', below('95', '2', '0.5'), 600, '9299/100', 500],
  [
    'the ceiling is of the exact fraction: 5/3 below by steps of 5/9',
    below('100', '5/9', '1'),
    600,
    '295/3',
    300,
  ],
  ['far below target is not below nothing', below('100', '1', '0.4'), 800, '41', 0],
  ['at least, reached exactly', threshold('>=', '90'), 600, '90', 600],
  ['at least, missed by a hair', threshold('>=', '90'), 600, '8999/100', 0],
  ['at most, reached exactly', threshold('<=', '90'), 300, '90', 300],
  ['at most, missed by a day', threshold('<=', '90'), 300, '91', 0],
  ['exactly', threshold('=', '0'), 400, '0', 400],
  ['not exactly', threshold('=', '0'), 400, '1', 0],
  ['bonus for one', bonus('0.5', '3'), 300, '1', 50],
  ['bonus up to its cap', bonus('0.5', '3'), 300, '6', 300],
  ['bonus not above its cap', bonus('0.5', '3'), 300, '7', 300],
  ['bonus is bounded by its cap, not by full points', bonus('4', '8'), 200, '2', 800],
  ['a veto gives no points', { rule: 'veto', t: n('2'), ceiling: '一般' }, 500, '0', 0],
  ['the number entered', { rule: 'manual' }, 200, '1.5', 150],
  ['the number entered, never above full points', { rule: 'manual' }, 200, '2.01', 200],
  ['nor below nothing', { rule: 'manual' }, 200, '-1', 0],
])('%s', (_, scoring, of, value, expected) => expect(pointsOf(scoring, points(of), n(value))).toBe(expected))

const small = fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 300 })).map(([a, b]) => ratio(a, b))

test('points of a deduction lie between nothing and full points, and a larger fact never earns more', () =>
  fc.assert(
    fc.property(small, small, small, fc.nat(2000), (k, a, b, of) => {
      const [less, more] = a.num * b.den <= b.num * a.den ? [a, b] : [b, a]
      const [high, low] = [less, more].map((value) => pointsOf({ rule: 'each', k }, points(of), value))
      expect(low).toBeLessThanOrEqual(high ?? -1)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(of)
    }),
  ))

test('the steps short are the least whole number that reaches the target', () =>
  fc.assert(
    fc.property(small, small, small, (target, size, value) => {
      const step = ratio(size.num + 1n, size.den)
      const steps = stepsShort({ target, step }, value)
      const reached = (count: bigint): boolean =>
        (value.num * step.den + count * step.num * value.den) * target.den >=
        target.num * value.den * step.den
      expect(reached(steps)).toBe(true)
      expect(steps === 0n || !reached(steps - 1n)).toBe(true)
    }),
  ))

test.each([
  ['full points may be entered', '2', 200],
  ['nothing may be entered', '0', 0],
  ['one hundredth above may not', '2.01', 'above-full-points'],
  ['one below nothing may not', '-0.01', 'above-full-points'],
])('%s', (_, value, expected) => {
  const entered = enterManual(points(200), n(value))
  expect(typeof entered === 'object' ? entered.refused : entered).toBe(expected)
})

test('points are whole hundredths', () => expect(() => points(0.5)).toThrow('0.5'))
