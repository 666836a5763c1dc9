import { expect, test } from 'vitest'
import { type Callable, meantBy } from './typed.ts'

const person = (name: string, pinyin: string, initials: string, isCalled = false): Callable => ({
  personId: name,
  name,
  pinyin,
  initials,
  isCalled,
})
const people = [
  person('张伟', 'zhangwei', 'zw'),
  person('赵文博', 'zhaowenbo', 'zwb'),
  person('周武', 'zhouwu', 'zw', true),
  person('卢琳', 'lulin', 'll'),
]

test.each([
  ['the first letters of a name', 'll', ['卢琳']],
  ['exactly those before longer ones, and who was called last', 'zw', ['张伟', '赵文博', '周武']],
  ['its sounds', 'zhao', ['赵文博']],
  ['its characters', '文博', ['赵文博']],
  ['letters typed wide, large or with spaces', ' Ｌ L', ['卢琳']],
  ['nobody', 'xyz', []],
  ['nothing', '  ', []],
])('typed: %s', (_, typed, names) => expect(meantBy(typed, people).map(({ name }) => name)).toEqual(names))
