import { expect, test } from 'vitest'
import { showRatio } from '../../kit/ratio.ts'
import type { RuleName, Scoring } from './points.ts'
import { parseParameters, parseRule, RULE_NAMES } from './scheme.ts'

const shown = (scoring: Scoring | undefined): unknown =>
  scoring &&
  Object.entries(scoring)
    .map(([name, value]) => `${name} ${typeof value === 'object' ? showRatio(value) : value}`)
    .join(', ')

test.each([
  ['每次扣分', 'each'],
  ['低于目标扣分', 'below'],
  ['达标得分', 'threshold'],
  ['每次加分', 'bonus'],
  ['一票否决', 'veto'],
  ['人工评分', 'manual'],
  ['manual', 'manual'],
  [' 一票\u3000否决 ', 'veto'],
  ['视情扣分', undefined],
  ['', undefined],
  ['constructor', undefined],
])('the rule %s is %s', (typed, rule) => expect(parseRule(typed)).toBe(rule))

test('every rule has its Chinese name', () =>
  expect(Object.entries(RULE_NAMES).map(([rule, name]) => parseRule(name) === rule)).toEqual(
    Array(6).fill(true),
  ))

test.each<[string, RuleName, string, string | undefined]>([
  ['one parameter', 'each', 'k=0.75', 'rule each, k 3/4'],
  ['full width', 'each', 'ｋ＝２', 'rule each, k 2'],
  ['a unit behind the number', 'each', 'k=0.5分', 'rule each, k 1/2'],
  ['an ideographic blank at the end', 'each', 'k=1\u3000', 'rule each, k 1'],
  ['a separator at the end', 'each', 'k=1;', 'rule each, k 1'],
  ['no parameter where one is needed', 'each', '', undefined],
  ['a sentence', 'each', '每次扣1分', undefined],
  ['the parameter of another rule', 'each', 't=1', undefined],
  ['one parameter too many', 'each', 'k=1;t=1', undefined],
  ['the same parameter twice', 'each', 'k=1;k=2', undefined],
  ['a negative number', 'each', 'k=-1', undefined],
  ['a number with two points', 'each', 'k=1.2.3', undefined],
  ['an empty value', 'each', 'k=', undefined],
  ['three, in any order', 'below', 'k=1；step=10;target=95%', 'rule below, target 95, step 10, k 1'],
  ['a thousands separator', 'below', 'target=1,000;step=1;k=1', 'rule below, target 1000, step 1, k 1'],
  ['a step of nothing', 'below', 'target=95;step=0;k=1', undefined],
  ['two of three', 'below', 'target=95;k=1', undefined],
  ['at least', 'threshold', 'op=>=;t=95', 'rule threshold, op >=, t 95'],
  ['at most', 'threshold', 't=90; op=<=', 'rule threshold, op <=, t 90'],
  ['exactly', 'threshold', 'op==;t=0', 'rule threshold, op =, t 0'],
  ['a comparison nobody knows', 'threshold', 'op=>;t=0', undefined],
  ['a bonus', 'bonus', 'k=0.5;cap=3', 'rule bonus, k 1/2, cap 3'],
  ['a bonus without a cap', 'bonus', 'k=0.5', undefined],
  ['a veto', 'veto', 't=2;ceiling=一般', 'rule veto, t 2, ceiling 一般'],
  ['a veto without a ceiling', 'veto', 't=2', undefined],
  ['no parameters for a number entered', 'manual', '', 'rule manual'],
  ['a parameter for a number entered', 'manual', 'k=1', undefined],
])('parameters: %s', (_, rule, typed, expected) => expect(shown(parseParameters(rule, typed))).toBe(expected))
