import { expect, test } from 'vitest'
import { lineShape, typedNumber } from './shapes.ts'

const yuan = typedNumber(/^(\d{1,7}(\.\d{1,2})?)?$/)

test.each([
  ['as it is', '5200.50', '5200.50'],
  ['with the unit behind it', '5200.5元', '5200.5'],
  ['with the sign before it and commas', '¥5,200.50', '5200.50'],
  ['in full-width figures', '５，２００．５０元', '5200.50'],
  ['with blanks around and within', ' 5 200.5 ', '5200.5'],
  ['nothing', '', ''],
])('an amount in one text: %s', (_, typed, plain) => expect(yuan.parse(typed)).toBe(plain))

test.each([
  ['three places', '5200.505'],
  ['two points', '5.200.50'],
  ['letters', '五千二'],
  ['less than nothing', '-1'],
  ['too many figures', '12345678'],
])('no amount: %s', (_, typed) =>
  expect(yuan.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual(['not-a-number']),
)

test('a line is trimmed of every kind of blank, so that blanks alone are nothing', () => {
  expect(lineShape.parse('\u3000 已口头说明\t')).toBe('已口头说明')
  expect(lineShape.min(1).safeParse(' \u3000\u00a0').success).toBe(false)
})
