import { expect, test } from 'vitest'
import fc from '../../kit/test/check.ts'
import { portableSha256 } from '../rules/hash.ts'
import { portableCommit } from '../rules/leaf.ts'
import { commit, sha256 } from './commit.ts'

const salt = fc.uint8Array({ minLength: 32, maxLength: 32 })

test('the fast commitment is the portable one', () => {
  const same = fc.property(salt, fc.string({ unit: 'grapheme' }), (bytes, text) => {
    expect(commit(bytes, text)).toBe(portableCommit(bytes, text))
  })
  fc.assert(same)
})

test.each([2718, 2719, 2720, 2721, 9000])('also for %i characters', (length) => {
  for (const letter of ['a', '矿']) {
    const bytes = new Uint8Array(32).fill(length)
    expect(commit(bytes, letter.repeat(length))).toBe(portableCommit(bytes, letter.repeat(length)))
  }
})

test('a long text does not linger in the next one', () => {
  const bytes = new Uint8Array(32)
  commit(bytes, 'a'.repeat(2000))
  expect(commit(bytes, 'a')).toBe(portableCommit(bytes, 'a'))
})

test('the fast hash is the portable one', () => {
  const same = fc.property(fc.uint8Array(), (bytes) => {
    expect(new Uint8Array(sha256(bytes))).toEqual(portableSha256(bytes))
  })
  fc.assert(same)
})
