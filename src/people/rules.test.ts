import { expect, test } from 'vitest'
import { addDays, type Day, day } from '../kit/day.ts'
import { isRefused } from '../kit/refuse.ts'
import fc from '../kit/test/check.ts'
import {
  CATEGORIES,
  CATEGORY_NAMES,
  type Category,
  categoryOf,
  changeFrom,
  DUES_CLASS_NAMES,
  DUES_CLASSES,
  duesClassOf,
  ETHNICITIES,
  endOn,
  isMember,
  maskIdNumber,
  maskPhone,
  readIdNumber,
  type Stood,
  stepCategory,
  stoodOn,
} from './rules.ts'

test('categories and classes of dues read back from their names', () => {
  expect(CATEGORIES.map((one) => categoryOf(CATEGORY_NAMES[one]))).toEqual(CATEGORIES)
  expect(DUES_CLASSES.map((one) => duesClassOf(DUES_CLASS_NAMES[one]))).toEqual(DUES_CLASSES)
  expect([categoryOf('党员'), duesClassOf('在岗')]).toEqual([undefined, undefined])
})

test('only full and probationary are members', () =>
  expect(CATEGORIES.filter(isMember)).toEqual(['fullMember', 'probationaryMember']))

test.each<[Category, Category, boolean]>([
  ['masses', 'applicant', true],
  ['masses', 'activist', false],
  ['applicant', 'activist', true],
  ['applicant', 'candidate', false],
  ['activist', 'candidate', true],
  ['activist', 'probationaryMember', false],
  ['candidate', 'probationaryMember', true],
  ['candidate', 'activist', true],
  ['probationaryMember', 'fullMember', true],
  ['probationaryMember', 'masses', true],
  ['probationaryMember', 'candidate', false],
  ['fullMember', 'masses', true],
  ['fullMember', 'probationaryMember', false],
  ['fullMember', 'fullMember', true],
])('%s → %s: %s', (from, to, allowed) => expect(stepCategory(from, to) === 'allowed').toBe(allowed))

type Told = readonly (readonly [string | null, string | null, string])[]
const told = (history: unknown): unknown =>
  isRefused(history)
    ? history.refused
    : Array.isArray(history) && history.map(({ from, to, value }: Stood<string>) => [from, to, value])
const historyOf = (rows: Told): Stood<string>[] =>
  rows.map(([from, to, value]) => ({
    from: from === null ? null : day(from),
    to: to === null ? null : day(to),
    value,
  }))

test.each<[string, Told, string, unknown]>([
  ['begins an empty history', [], '2026-05-01', [['2026-05-01', null, 'new']]],
  [
    'splits what stood since always',
    [[null, null, 'old']],
    '2026-05-01',
    [
      [null, '2026-04-30', 'old'],
      ['2026-05-01', null, 'new'],
    ],
  ],
  [
    'splits the open stretch and leaves the ended ones',
    [
      [null, '2026-01-31', 'older'],
      ['2026-02-01', null, 'old'],
    ],
    '2026-02-02',
    [
      [null, '2026-01-31', 'older'],
      ['2026-02-01', '2026-02-01', 'old'],
      ['2026-02-02', null, 'new'],
    ],
  ],
  [
    'takes the place of a change of the same day',
    [['2026-02-01', null, 'old']],
    '2026-02-01',
    [['2026-02-01', null, 'new']],
  ],
  [
    'is refused a day before the last change',
    [['2026-02-01', null, 'old']],
    '2026-01-31',
    'before-last-change',
  ],
  [
    'leaves a gap after a stretch that had ended',
    [['2026-02-01', '2026-03-31', 'old']],
    '2026-05-01',
    [
      ['2026-02-01', '2026-03-31', 'old'],
      ['2026-05-01', null, 'new'],
    ],
  ],
  [
    'cuts a stretch whose end lies later',
    [['2026-02-01', '2026-12-31', 'old']],
    '2026-05-01',
    [
      ['2026-02-01', '2026-04-30', 'old'],
      ['2026-05-01', null, 'new'],
    ],
  ],
])('a change %s', (_, history, from, expected) =>
  expect(told(changeFrom(historyOf(history), day(from), 'new'))).toEqual(expected),
)

test.each<[string, Told, string, unknown]>([
  ['what still holds', [['2026-01-01', null, 'a']], '2026-05-31', [['2026-01-01', '2026-05-31', 'a']]],
  ['what has held since always', [[null, null, 'a']], '2026-05-31', [[null, '2026-05-31', 'a']]],
  ['on its first day', [['2026-05-31', null, 'a']], '2026-05-31', [['2026-05-31', '2026-05-31', 'a']]],
  ['not before its first day', [['2026-06-01', null, 'a']], '2026-05-31', 'before-last-change'],
  ['an end, to an earlier day', [[null, '2026-06-30', 'a']], '2026-05-31', [[null, '2026-05-31', 'a']]],
  ['an end, not to a later day', [[null, '2026-05-30', 'a']], '2026-05-31', 'not-on-roster'],
  ['nobody’s history', [], '2026-05-31', 'not-on-roster'],
])('ending: %s', (_, history, lastDay, expected) =>
  expect(told(endOn(historyOf(history), day(lastDay)))).toEqual(expected),
)

test.each([
  ['2026-01-31', 'older'],
  ['2026-02-01', 'old'],
  ['2026-03-31', 'old'],
  ['2026-04-01', undefined],
])('on %s stood %s', (on, value) =>
  expect(
    stoodOn(
      historyOf([
        [null, '2026-01-31', 'older'],
        ['2026-02-01', '2026-03-31', 'old'],
      ]),
      day(on),
    ),
  ).toBe(value),
)

const anyDay = fc.nat(2000).map((days) => addDays(day('2022-01-01'), days))

test('after changes in order, every day answers the last change on or before it', () =>
  fc.assert(
    fc.property(fc.uniqueArray(anyDay, { maxLength: 8 }), anyDay, (days, asked) => {
      const inOrder = days.toSorted()
      const history = inOrder.reduce<Stood<Day>[]>((sofar, from) => {
        const changed = changeFrom(sofar, from, from)
        return isRefused(changed) ? [] : changed
      }, [])
      expect(stoodOn(history, asked)).toBe(inOrder.findLast((from) => from <= asked))
      expect(
        history.filter(({ from, to }) => (from ?? asked) <= asked && asked <= (to ?? asked)).length,
      ).toBeLessThan(2)
    }),
  ))

const seen = (text: string, born?: string): unknown => {
  const identity = readIdNumber(text, born === undefined ? undefined : day(born))
  if (!isRefused(identity)) return [identity.number, identity.bornOn, identity.sex]
  const { why } = identity.facts ?? {}
  return why
}

// 11010519491231002X is the worked example of GB 11643-1999, 440524188001010014 its second.
test.each([
  [
    'the example of the standard',
    '11010519491231002X',
    '1949-12-31',
    ['11010519491231002X', '1949-12-31', '女'],
  ],
  ['its second example', '440524188001010014', '1880-01-01', ['440524188001010014', '1880-01-01', '男']],
  ['a small x', '11010519491231002x', '1949-12-31', ['11010519491231002X', '1949-12-31', '女']],
  [
    'stray blanks and full width',
    ' 110105 19491231 002Ｘ',
    undefined,
    ['11010519491231002X', '1949-12-31', '女'],
  ],
  ['one digit changed', '11010519491231003X', '1949-12-31', 'number'],
  ['two digits swapped', '11010519491213002X', '1949-12-31', 'number'],
  ['seventeen characters', '1101051949123100X', '1949-12-31', 'number'],
  ['nineteen', '11010519491231002X0', '1949-12-31', 'number'],
  ['an X in the middle', '1101051949123100X2', '1949-12-31', 'number'],
  ['a number that lost its last digits', '110105194912310000', '1949-12-31', 'number'],
  ['another day of birth', '11010519491231002X', '1949-12-30', 'birth'],
  ['a day of birth that is none', '110105194902310026', undefined, 'number'],
])('ID number: %s', (_, text, born, expected) => expect(seen(text, born)).toEqual(expected))

test('one wrong digit anywhere is always found', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
      const right = '11010519491231002X'
      const wrong = (Number(right.charAt(place)) + by) % 10
      expect(seen(right.slice(0, place) + wrong + right.slice(place + 1))).toBe('number')
    }),
  ))

test.each([
  ['11010519491231002X', '110*************2X'],
  ['1101', '****'],
  ['', ''],
])('the ID number %s is shown as %s', (number, shown) => expect(maskIdNumber(number)).toBe(shown))

test.each([
  ['13800138000', '138****8000'],
  ['138-0013-8000', '138****8000'],
  ['8001234', '*******'],
  ['0371-8001', '037*8001'],
])('the telephone number %s is shown as %s', (phone, shown) => expect(maskPhone(phone)).toBe(shown))

test('there are 56 nations, Han first and Jino last, each once', () => {
  expect([ETHNICITIES.length, new Set(ETHNICITIES).size]).toEqual([56, 56])
  expect([ETHNICITIES[0], ETHNICITIES[10], ETHNICITIES[55]]).toEqual(['汉族', '满族', '基诺族'])
})
