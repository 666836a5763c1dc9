import { expect, test } from 'vitest'
import { isRefused } from '../../kit/refuse.ts'
import { DUES_CLASSES } from '../../people/rules.ts'
import { ABSENT_FACTS, type FactKey } from '../rules/fact-keys.ts'
import { lintScheme } from '../rules/lint.ts'
import { points } from '../rules/points.ts'
import type { Score } from '../rules/score.ts'
import { excludedBecause, gradeBecause, leftOutBecause } from './left-out.ts'
import { lintWords, subjectWords } from './lint.ts'

const absent: readonly FactKey[] = ABSENT_FACTS.map((name) =>
  name === 'manual' ? { name, id: 'safety' } : { name },
)

test('every fact that can be n/a says why its item is left out, each in its own words', () => {
  const said = absent.map(leftOutBecause)
  expect(new Set(said.map(({ zh }) => zh)).size).toBe(absent.length)
  expect(said.every(({ zh, en }) => zh.includes('本项不计') && en.includes('left out'))).toBe(true)
})

test('a fact that is never n/a has no such sentence', () =>
  expect(() => leftOutBecause({ name: 'org.vacancies' })).toThrow('org.vacancies'))

test('a member without a base is told by class', () => {
  expect(DUES_CLASSES.map((one) => excludedBecause(one).zh.slice(0, 8))).toEqual([
    '按在职计费，没有',
    '按离退休计费，没',
    '按学生计费，没有',
    '按低保计费，没有',
  ])
  expect(excludedBecause('retired').en).toMatch(/^Pays as retired/)
})

const score = (more: Partial<Score>): Score => ({
  base: points(9063),
  bonus: points(0),
  score: points(9063),
  grade: '好',
  vetoed: false,
  items: [],
  leftOut: [],
  ...more,
})
test.each([
  ['plain', score({}), '好', '得 90.63 分，等次“好”。', 'Score 90.63; grade “好”.'],
  [
    'with bonus',
    score({ bonus: points(150), score: points(9213) }),
    '好',
    '得 92.13 分（90.63＋加分 1.5），等次“好”。',
    'Score 92.13 (90.63 + bonus 1.5); grade “好”.',
  ],
  [
    'lowered by a veto',
    score({ grade: '一般', vetoed: true }),
    '好',
    '得 90.63 分，按分数为“好”，一票否决后等次“一般”。',
    'Score 90.63; “好” by score, “一般” after a veto.',
  ],
  [
    'vetoed, and no higher anyway',
    score({ grade: '差', vetoed: true, score: points(4375) }),
    '差',
    '得 43.75 分，一票否决成立，等次“差”本来就不高于上限。',
    'Score 43.75; a veto holds, and the grade “差” was no higher anyway.',
  ],
  [
    'without a score',
    score({ base: undefined, score: undefined, grade: undefined }),
    undefined,
    '没有一项可以计分，不评分，不定等次。',
    'No item is left to score: no score and no grade.',
  ],
])('a grade %s', (_, of, earned, zh, en) => expect(gradeBecause(of, earned)).toEqual({ zh, en }))

test('every blank of a refused scheme can be filled from its refusal', () => {
  const lines = Array.from({ length: 31 }, (_, at) => ({ no: `${at}`, title: '点赞', fact: 'app.likes' }))
  for (const no of lintScheme(lines)) {
    if (!isRefused(no)) throw new Error('not a refusal')
    const blanks = [...lintWords[no.refused].zh.matchAll(/\{(\w+)\}/g)].map(([, blank]) => blank)
    expect(blanks.filter((blank) => blank && !(blank in (no.facts ?? {})))).toEqual([])
    expect([...lintWords[no.refused].en.matchAll(/\{(\w+)\}/g)].map(([, blank]) => blank).toSorted()).toEqual(
      blanks.toSorted(),
    )
  }
  expect(Object.values(subjectWords).every(({ zh, en }) => zh !== '' && en !== '')).toBe(true)
})
