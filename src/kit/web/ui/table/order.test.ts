import { describe, expect, test } from 'vitest'
import { fill, type Say } from '../../say.ts'
import { type Column, sheetOf } from './column.ts'
import { findRows, makeFindable, nextSorting, readSorting, sortRows, writeSorting } from './order.ts'

type Person = { readonly name: string; readonly age: number | null; readonly letters: readonly string[] }
const say: Say = (words, ...filling) => fill(words.zh, filling[0])
const COLUMNS: readonly Column<Person>[] = [
  {
    head: { zh: '姓名', en: 'Name' },
    value: ({ name }) => name,
    sort: 'name',
    letters: ({ letters }) => letters,
  },
  { head: { zh: '年龄', en: 'Age' }, value: ({ age }) => age },
  { head: { zh: '操作', en: 'Actions' }, cell: () => 'x' },
]
const person = (name: string, age: number | null, ...letters: string[]): Person => ({ name, age, letters })
const PEOPLE = [
  person('张伟', 41, 'zw', 'zhangwei'),
  person('丁一', null, 'dy', 'dingyi'),
  person('王小燕', 9, 'wxy', 'wangxiaoyan'),
]

describe('sorting', () => {
  test.each([
    ['names by sound', 'Name', 'pinyin', ['丁一', '王小燕', '张伟']],
    ['names by strokes', 'Name', 'strokes', ['丁一', '王小燕', '张伟']],
    ['names backwards', '-Name', 'pinyin', ['张伟', '王小燕', '丁一']],
    ['numbers by size, nothing last', 'Age', 'pinyin', ['王小燕', '张伟', '丁一']],
    ['nothing last also backwards', '-Age', 'pinyin', ['张伟', '王小燕', '丁一']],
    ['a column without values leaves rows as they came', 'Actions', 'pinyin', ['张伟', '丁一', '王小燕']],
    ['no column does too', '', 'pinyin', ['张伟', '丁一', '王小燕']],
  ] as const)('%s', (_, sort, names, expected) => {
    const sorted = sortRows(PEOPLE, { columns: COLUMNS, sorting: readSorting(sort), names }, say)
    expect(sorted.map(({ name }) => name)).toEqual(expected)
  })

  test('strokes differ from sound: 丁 has two, 安 six, 卜 two', () => {
    const people = ['安', '丁', '卜'].map((name) => person(name, 1))
    const by = (names: 'pinyin' | 'strokes') =>
      sortRows(people, { columns: COLUMNS, sorting: readSorting('Name'), names }, say).map(({ name }) => name)
    expect(by('pinyin')).toEqual(['安', '卜', '丁'])
    expect(by('strokes').at(-1)).toBe('安')
  })

  test('pressing a head goes up, down, and back to how the rows came', () => {
    const once = nextSorting(readSorting(''), 'Name')
    const twice = nextSorting(once, 'Name')
    expect([once, twice, nextSorting(twice, 'Name')].map(writeSorting)).toEqual(['Name', '-Name', ''])
  })
})

test.each([
  ['characters', '小燕', ['王小燕']],
  ['initials', 'zw', ['张伟']],
  ['the beginning of the pinyin, in capitals and full width', 'ＷＡＮＧ', ['王小燕']],
  ['not the middle of the pinyin', 'xiao', []],
  ['a number', '41', ['张伟']],
  ['two words, both of them', '王 9', ['王小燕']],
  ['nothing typed', ' ', ['张伟', '丁一', '王小燕']],
])('found by %s', (_, typed, names) => {
  expect(findRows(makeFindable(PEOPLE, COLUMNS, say), typed).map(({ name }) => name)).toEqual(names)
})

test('what is exported is what is shown, without columns of buttons', () => {
  const rows = PEOPLE.slice(0, 2)
  expect(sheetOf({ caption: { zh: '名册', en: 'Roster' }, columns: COLUMNS, rows }, say)).toEqual({
    title: '名册',
    heads: ['姓名', '年龄'],
    rows: [
      ['张伟', 41],
      ['丁一', null],
    ],
  })
})
