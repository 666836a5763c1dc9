import { expect, test } from 'vitest'
import { bornOnOf, parseIdNumber } from './id-number.ts'

test.each<[string, string, string | undefined]>([
  ['right', '11010519491231002X', '11010519491231002X'],
  ['a small x', '11010519491231002x', '11010519491231002X'],
  ['a digit at the end', '440524188001010014', '440524188001010014'],
  ['wrong check digit', '110105194912310021', undefined],
  ['two digits exchanged', '11010519491213002X', undefined],
  ['17 characters', '11010519491231002', undefined],
  ['19 characters', '11010519491231002X0', undefined],
  ['the old 15 digits', '110105491231002', undefined],
  ['X elsewhere', '1101051949123100X2', undefined],
  ['no such day, check digit right', '110105194902300020', undefined],
])('%s', (_, text, expected) => expect(parseIdNumber(text)).toBe(expected))

test('the day of birth', () => {
  const id = parseIdNumber('11010519491231002X')
  expect(id && bornOnOf(id)).toBe('1949-12-31')
})
