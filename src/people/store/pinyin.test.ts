import { expect, test } from 'vitest'
import { readNames } from './pinyin.ts'

test.each([
  ['an ordinary name', '张伟', 'zhangwei', 'zw'],
  ['a surname read as no other word is', '单雄信', 'shanxiongxin', 'sxx'],
  ['another', '仇英', 'qiuying', 'qy'],
  ['曾 as a surname', '曾国藩', 'zengguofan', 'zgf'],
  ['a surname of two characters', '欧阳娜娜', 'ouyangnana', 'oynn'],
  ['ü is typed v', '吕布', 'lvbu', 'lb'],
  ['a name of several parts', '买买提·艾力', 'maimaitiaili', 'mmtal'],
  ['Latin letters stay', 'Tom Li', 'tomli', 'tomli'],
  ['one character', '王', 'wang', 'w'],
])('%s: %s', (_, name, pinyin, initials) => {
  expect(readNames([name])).toEqual([{ pinyin, initials }])
})

test('many names at once keep their order', () => {
  const names = ['张伟', '王', '欧阳娜娜', '单雄信']
  expect(readNames(names)).toEqual(names.flatMap((name) => readNames([name])))
  expect(readNames([])).toEqual([])
})
