import canonicalize from 'canonicalize'
import { expect, test } from 'vitest'
import fc from '../../kit/test/check.ts'
import { type Json, jcs } from './jcs.ts'

test.each<[string, string, string]>([
  ['arrays', '[56,{"d":true,"10":null,"1":[]}]', '[56,{"1":[],"10":null,"d":true}]'],
  [
    'french: locale is ignored',
    '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}',
    '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}',
  ],
  [
    'structures',
    '{"1":{"f":{"f":"hi","F":5},"\\n":56.0},"10":{},"":"empty","a":{},"111":[{"e":"yes","E":"no"}],"A":{}}',
    '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}',
  ],
  ['unicode is not normalised', '{"Unnormalized Unicode":"A\\u030a"}', '{"Unnormalized Unicode":"A\u030a"}'],
  [
    'values without the fractions',
    '{"numbers":[333333333,9007199254740991,-9007199254740991,-0],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    '{"literals":[null,true,false],"numbers":[333333333,9007199254740991,-9007199254740991,0],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  ],
  [
    'weird names sort by UTF-16 code units',
    '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\u000a":"Newline","1":"One","\\u0080":"Control\\u007f","\\ud83d\\ude02":"Smiley","\\u00f6":"Latin Small Letter O With Diaeresis","\\ufb33":"Hebrew Letter Dalet With Dagesh","</script>":"Browser Challenge"}',
    '{"\\n":"Newline","\\r":"Carriage Return","1":"One","</script>":"Browser Challenge","\u0080":"Control\u007f","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😂":"Smiley","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  ],
])('%s', (_, input, canonical) => {
  expect(jcs(JSON.parse(input))).toBe(canonical)
  expect(canonicalize(JSON.parse(input))).toBe(canonical)
})

const whole = fc.letrec<{ json: Json; list: Json[]; object: Record<string, Json> }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('json'), { maxLength: 4 }),
  object: fc.dictionary(fc.string({ unit: 'binary' }), tie('json'), { maxKeys: 4 }),
})).json

test('agrees with another implementation on anything', () => {
  const agree = fc.property(whole, (value) => jcs(value) === canonicalize(value))
  fc.assert(agree, { numRuns: 1000 })
})

test('what is written reads back as the same value', () => {
  const same = fc.property(whole, (value) => {
    expect(JSON.parse(jcs(value))).toEqual(value)
  })
  fc.assert(same, { examples: [[{ a: 1, b: [true, '矿灯'] }]] })
})

test.each<[string, Json]>([
  ['a fraction', 0.5],
  ['a number past the safe integers', 2 ** 53],
  ['a number past the safe integers, below zero', -(2 ** 53)],
  ['infinity', Number.POSITIVE_INFINITY],
  ['no number', Number.NaN],
  ['a lone high surrogate', 'a\ud83d'],
  ['a lone low surrogate', '\ude02a'],
  ['a lone surrogate in a name', { '\ud83d': 1 }],
  ['one deep inside', [{ a: ['\udc00'] }]],
])('refuses %s', (_, value) => expect(() => jcs(value)).toThrow('not canonical'))
