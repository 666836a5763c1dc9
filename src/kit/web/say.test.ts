import { expect, test } from 'vitest'
import { fill } from './say.ts'

test.each([
  ['a blank is filled', '还差 {n} 项', { n: 3 }, '还差 3 项'],
  ['a name that comes twice is filled twice', '{a} {a}', { a: 'x' }, 'x x'],
  ['one takes the first word', '{n} {n|row|rows}', { n: 1 }, '1 row'],
  ['none takes the second', '{n} {n|row|rows}', { n: 0 }, '0 rows'],
  ['so does a number that is no whole one', '{n} {n|point|points}', { n: '1.50' }, '1.50 points'],
  ['a blank without a value stays to be seen', '{n} of {all}', { n: 1 }, '1 of {all}'],
])('%s', (_, text, values, says) => expect(fill(text, values)).toBe(says))
