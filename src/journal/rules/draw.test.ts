import { createHash } from 'node:crypto'
import { bytesToHex } from '@noble/hashes/utils.js'
import { expect, test } from 'vitest'
import fc from '../../kit/test/check.ts'
import { drawFrom, seedOf } from './draw.ts'

const note =
  'mine.example/journal\n3\nhpEYcUKBLGi5z2CBXPy5JcKfXXxJs0GxRiQfdbqg1Fg=\n\n— mine.example/journal 8keRtw==\n'
const words = '三 五 一 六'
const seed = seedOf(note, words)
const strata = { meetings: ['m1', 'm2', 'm3', 'm4', 'm5'], dues: ['缴费一', '缴费二', '缴费三'] }

test('the seed and the draw are those another program worked out by the rule', () => {
  expect(bytesToHex(seed)).toBe('016b560d67d675c5516c3314e649b5eec7d071e8f0e0dd733190ee846470d1f0')
  expect(drawFrom(seed, strata, 3)).toEqual({
    meetings: ['m3', 'm2', 'm1'],
    dues: ['缴费一', '缴费三', '缴费二'],
  })
})

test.each([
  ['another note', seedOf(`${note} `, words)],
  ['other words', seedOf(note, '三 五 一 五')],
  ['a letter moved from the words to the note', seedOf(`${note}三`, words.slice(1))],
])('%s makes another seed', (_, other) => expect(bytesToHex(other)).not.toBe(bytesToHex(seed)))

test.each([
  ['none are asked for', 0, { meetings: [], dues: [] }],
  ['one of each', 1, { meetings: ['m3'], dues: ['缴费一'] }],
  [
    'fewer stand there than are asked for',
    4,
    { meetings: ['m3', 'm2', 'm1', 'm5'], dues: ['缴费一', '缴费三', '缴费二'] },
  ],
])('%s', (_, each, drawn) => expect(drawFrom(seed, strata, each)).toEqual(drawn))

test('an empty stratum stays, and gives nothing', () =>
  expect(drawFrom(seed, { ...strata, study: [] }, 1)).toEqual({
    meetings: ['m3'],
    dues: ['缴费一'],
    study: [],
  }))

const subjects = fc.uniqueArray(fc.string({ unit: 'grapheme' }), { maxLength: 12 })

test('neither the order of the input nor the other strata matter, and twice gives the same', () => {
  const same = fc.property(subjects, subjects, fc.nat(14), (one, other, each) => {
    const drawn = drawFrom(seed, { one, other }, each)
    expect(drawFrom(seed, { one: one.toReversed() }, each)).toEqual({ one: drawn['one'] })
    expect(drawFrom(seed, { other, one }, each)).toEqual(drawn)
  })
  fc.assert(same)
})

test('it is the first of SHA-256(seed ‖ subject), by the platform’s own hash', () => {
  const first = fc.property(subjects, fc.uint8Array({ minLength: 32, maxLength: 32 }), (one, dice) => {
    const hashed = one.map((subject) => createHash('sha256').update(dice).update(subject).digest('hex'))
    const least = one[hashed.indexOf(hashed.toSorted()[0] ?? '')]
    expect(drawFrom(dice, { one }, 1)['one']?.[0]).toBe(least)
  })
  fc.assert(first)
})
