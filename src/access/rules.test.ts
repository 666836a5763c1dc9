import { describe, expect, test } from 'vitest'
import { isRefused } from '../kit/refuse.ts'
import { CODE_ALPHABET, readCode, showCode } from './rules/codes.ts'
import { checkPassword } from './rules/password.ts'
import { idleLimitMs, joinOffices, placeOffice, type Role } from './rules/roles.ts'
import { countWrong, isLocked, NO_TRIES } from './rules/tries.ts'

const KNOWN = ['zhangwei88', '张伟', '青石岭煤矿']

describe('a password', () => {
  test.each([
    ['nine characters are too few', 'k7#Qm2x!p', false],
    ['ten will do', 'k7#Qm2x!pW', true],
    ['a sentence of ten Chinese characters is long enough', '井口的槐树今年开得早', true],
    ['nine of them are not', '井口的槐树今年开得', false],
    ['one character again and again', 'aaaaaaaaaaaaaaaa', false],
    ['four different characters', 'abab1212abab', false],
    ['the row of numbers', '12345678901234', false],
    ['a run of keys', 'qwertyuiop123', false],
    ['a run of keys backwards', 'poiuytrewq0987', false],
    ['a common word with a number behind it', 'Password2026!', false],
    ['a common word with enough of one’s own', 'password k7#Qm2x!p', true],
    ['the login', 'zhangwei88zhangwei88', false],
    ['the login with a year', 'Zhangwei88-2026', false],
    ['one’s own name', '张伟张伟张伟张伟张伟', false],
    ['the name of the mine', '青石岭煤矿青石岭煤矿2026', false],
    ['full-width letters are letters', 'ＰＡＳＳＷＯＲＤ１２３４', false],
    ['words that mean nothing together', 'copper lantern orchard', true],
  ])('%s', (_, password, good) => {
    expect(isRefused(checkPassword(password, KNOWN))).toBe(!good)
  })
})

describe('a printed code', () => {
  const numbers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 22]
  const code = showCode(numbers)

  test('has three groups of four', () => expect(code).toBe('3467-9ACD-EFGY'))
  test('has no letter that looks like another', () => {
    expect([...'0O1IL2Z5S8BUV'].filter((letter) => CODE_ALPHABET.includes(letter))).toEqual([])
    expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length)
  })
  test.each([
    ['as printed', '3467-9ACD-EFGY', '34679ACDEFGY'],
    ['in small letters and spaces', ' 3467 9acd efgy ', '34679ACDEFGY'],
    ['full width', '３４６７－９ＡＣＤ－ＥＦＧＹ', '34679ACDEFGY'],
    ['one short', '3467-9ACD-EFG', undefined],
    ['one too many', '3467-9ACD-EFGYY', undefined],
    ['a letter that is never printed', '3467-9ACD-EFG0', undefined],
  ])('typed %s', (_, typed, read) => expect(readCode(typed)).toBe(read))
})

describe('wrong sign-ins', () => {
  const now = new Date('2026-10-08T02:00:00Z')
  const tried = (times: number) =>
    Array.from({ length: times }).reduce<typeof NO_TRIES>((tries) => countWrong(tries, now), NO_TRIES)

  test.each([
    ['the fourth leaves the login open', 4, 0, false],
    ['the fifth locks it', 5, 0, true],
    ['a moment before the quarter of an hour is over', 5, 15 * 60_000 - 1, true],
    ['when it is over', 5, 15 * 60_000, false],
  ])('%s', (_, times, laterMs, locked) => {
    expect(isLocked(tried(times), new Date(now.getTime() + laterMs))).toBe(locked)
  })
  test('after the lock, five more are needed', () => expect(countWrong(tried(5), now).lockedUntil).toBeNull())
})

describe('an office', () => {
  test.each([
    ['a secretary needs a unit', 'secretary', 'mine', 'unit-needed'],
    ['a secretary of a branch', 'secretary', 'branch', 'placed'],
    ['a secretary of a group there is not', 'secretary', 'partyGroup', 'wrong-unit'],
    ['a leader of a group', 'groupLeader', 'partyGroup', 'placed'],
    ['a leader of a branch there is not', 'groupLeader', 'branch', 'wrong-unit'],
    ['staff over the mine', 'committeeStaff', 'mine', 'placed'],
    ['staff of a committee', 'committeeStaff', 'committee', 'placed'],
    ['staff of a branch there is not', 'committeeStaff', 'branch', 'wrong-unit'],
    ['an administrator is the mine’s', 'auditAdmin', 'mine', 'placed'],
    ['and not a committee’s', 'auditAdmin', 'committee', 'wrong-unit'],
  ] as const)('%s', (_, role, over, answer) => {
    const placed = placeOffice(role, over)
    expect(isRefused(placed) ? placed.refused : placed).toBe(answer)
  })

  test.each([
    ['the first one', [], 'securityAdmin', true],
    ['two administrators in one', ['systemAdmin'], 'auditAdmin', false],
    ['an administrator who is also staff', ['securityAdmin'], 'committeeStaff', false],
    ['staff who become administrator', ['committeeStaff'], 'securityAdmin', false],
    ['secretary and staff', ['secretary'], 'committeeStaff', true],
  ] as const)('joined: %s', (_, held, role: Role, allowed) => {
    expect(isRefused(joinOffices(held, role))).toBe(!allowed)
  })

  test.each([
    ['people of a branch', ['member', 'secretary'], 12 * 60],
    ['staff', ['member', 'committeeStaff'], 30],
    ['inspectors', ['inspector'], 30],
    ['administrators', ['auditAdmin'], 30],
  ])('%s may be idle for so many minutes', (_, roles, minutes) => {
    expect(idleLimitMs(roles)).toBe(minutes * 60_000)
  })
})
