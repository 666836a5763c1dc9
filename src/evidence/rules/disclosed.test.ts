import { expect, test } from 'vitest'
import { redactionIn, redactionOf, stratumIn } from './disclosed.ts'

test('what is withheld is written in both languages and read in one', () => {
  const told = redactionOf(3)
  expect(told.map((one) => redactionIn(one, 'zh')).join('')).not.toMatch(/[a-z]{4}/)
  expect(told.map((one) => redactionIn(one, 'en')).join('')).not.toMatch(/\p{Script=Han}/u)
  expect(redactionIn(told.at(-1) ?? '', 'en')).toMatch(/^3 more records/)
  expect(redactionIn('没有姓名。', 'en')).toBe('没有姓名。')
})

test.each([
  ['admission_case ZB01', '发展党员 ZB01', 'Admission ZB01'],
  ['dues_payment', '党费', 'Dues'],
  ['三会一课', '三会一课', '三会一课'],
])('the stratum %s is said by its kind', (name, zh, en) => {
  expect([stratumIn(name, 'zh'), stratumIn(name, 'en')]).toEqual([zh, en])
})
