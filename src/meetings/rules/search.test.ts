import { expect, test } from 'vitest'
import { addMonths, day } from '../../kit/day.ts'
import fc from '../../kit/test/check.ts'
import { findIn, foldText, type Piece, readQuery, type Stretch, stretchesBack, termsOf } from './search.ts'

const of = (text: string): Piece => ({ at: 'minutes', text })
const name: Piece = { at: 'chair', text: '张三', sounds: ['zhangsan', 'zs', 'san'] }

const found = (pieces: readonly Piece[], q: string) => {
  const query = readQuery(q)
  return query && findIn(pieces, query)
}

test.each([
  ['a short term', '党课', '会上讲了党课内容', [[4, 6]]],
  ['one character', '课', '会上讲了党课内容', [[5, 6]]],
  [
    'a term every time it stands there',
    '安全',
    '安全第一，安全为天',
    [
      [0, 2],
      [5, 7],
    ],
  ],
  ['letters of either case and width', 'zb01', '见ＺＢ01号文', [[1, 5]]],
  ['two terms', '党课 内容', '党课内容', [[0, 4]]],
])('%s is found and marked where it stands', (_, q, text, marks) =>
  expect(found([of(text)], q)?.[0]?.marks).toEqual(marks),
)

test.each([
  ['pairs that stand apart', '安全生产', '安全第一，全员生产，全生命'],
  ['a term only half there', '党课 安全', '讲了党课'],
])('%s are not found', (_, q, text) => expect(found([of(text)], q)).toBeUndefined())

test.each([
  ['by its sound', 'zhangs'],
  ['by its initials', 'zs'],
  ['by the sound of the given name', 'san'],
  ['as it is written', '张三'],
])('a name is found %s, and marked whole', (_, q) =>
  expect(found([of('讨论'), name], q)).toEqual([{ at: 'chair', text: '张三', marks: [[0, 2]] }]),
)

test.each([
  ['signs', '，。！'],
  ['a single letter', 'z'],
])('%s cannot be looked for', (_, q) => expect(readQuery(q)).toBeUndefined())

test('what was found is cut out of a long text with its marks', () => {
  const [excerpt] = found([of(`${'前'.repeat(500)}党课${'后'.repeat(500)}`)], '党课') ?? []
  expect(excerpt?.text).toHaveLength(120)
  const [start, end] = excerpt?.marks[0] ?? [0, 0]
  expect(excerpt?.text.slice(start, end)).toBe('党课')
})

const first = (of: Stretch) => of.months?.map((month) => month.slice(0, 7)) ?? 'before'

test.each([
  ['one month is one stretch', '2026-11-20', '2026-11-02', [['2026-11']]],
  [
    'the month before comes next, with the one before it',
    '2026-11-20',
    '2026-10-31',
    [['2026-11'], ['2026-10', '2026-09', '2026-08']],
  ],
])('%s', (_, latest, earliest, expected) =>
  expect(stretchesBack(day(latest), day(earliest)).map(first)).toEqual(expected),
)

test('stretches follow one another without a gap, and the last holds whatever is older', () => {
  const stretches = stretchesBack(day('2026-11-20'), day('2001-01-01'))
  const months = stretches.flatMap((one) => one.months ?? [])
  expect(months).toEqual(months.map((_, at) => addMonths(day('2026-11-01'), -at)))
  expect(stretches.at(-1)).toEqual({ last: addMonths(day('2026-12-01'), -months.length), months: null })
})

const text = fc.string({ unit: fc.constantFrom(...'党课安全生产ab1，。 𠀀Ａ'), maxLength: 40 })

test('every part of a text of more than one letter is found by the terms it is kept under', () => {
  fc.assert(
    fc.property(text, fc.nat(40), fc.nat(40), (whole, a, b) => {
      const part = [...whole].slice(Math.min(a, b), Math.max(a, b)).join('')
      const query = readQuery(part)
      if (!query) return
      const terms = termsOf([of(whole)])
      for (const run of query.runs.filter(({ kind }) => kind === 'characters')) {
        const characters = [...run.text]
        const pairs = characters.slice(0, -1).map((one, at) => one + characters[at + 1])
        const asked = pairs.length > 0 ? pairs : characters
        expect(asked.filter((one) => !terms.some((term) => term.startsWith(one)))).toEqual([])
      }
    }),
  )
})

test('folding keeps every letter in its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (one) => {
      expect(foldText(one)).toHaveLength(one.length)
    }),
  )
})
