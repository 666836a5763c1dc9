import { expect, test } from 'vitest'
import { fill, type Sentence, words } from './words.ts'

const isSentence = (value: object): value is Sentence => 'zh' in value && 'en' in value
const sentences = Object.values(words).flatMap((value: object): Sentence[] =>
  isSentence(value) ? [value] : Object.values(value),
)
const blanksOf = ({ en }: Sentence): string[] => [...en.matchAll(/\{(\w+)/g)].map(([, name = '']) => name)
/** Blanks that stand for a name or a text, not for a number. */
const NAMES = new Set([
  'folder',
  'file',
  'dir',
  'name',
  'peer',
  'origin',
  'period',
  'address',
  'option',
  'form',
])
const filled = (sentence: Sentence, count: number): Sentence =>
  fill(sentence, Object.fromEntries(blanksOf(sentence).map((name) => [name, NAMES.has(name) ? 'x' : count])))

test.each([
  ['one thing is not told as many', 1, /\b1 (?!is\b|was\b)(?:[a-z]+s|people)\b|\b1 (?:are|were|more are)\b/],
  [
    'many things are not told as one',
    7,
    /\b7 (?:is|was|more is)\b|\b7 (?:leaf|row|record|entry|checkpoint|finding|log|person)\b/,
  ],
])('in English %s', (_, count, wrong) => {
  for (const sentence of sentences) expect(filled(sentence, count).en).not.toMatch(wrong)
})

test('no blank is left open in either language', () => {
  for (const sentence of sentences) {
    const { zh, en } = filled(sentence, 2)
    expect(`${zh} ${en}`).not.toMatch(/[{}|]/)
  }
})
