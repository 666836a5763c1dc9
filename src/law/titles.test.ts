import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RULE_NAMES } from '../assessment/rules/scheme.ts'
import { STEPS } from '../joining/rules.ts'
import { day } from '../kit/day.ts'
import { DECISION_KINDS, voteRule } from '../meetings/rules/votes.ts'
import { MEETING_KIND_NAMES } from '../meetings/rules.ts'
import { ORG_KIND_NAMES, POSTS, postName } from '../org/rules.ts'
import { CATEGORY_NAMES } from '../people/rules.ts'
import { CLAUSES } from './clauses.ts'
import { articlesOf, TITLES } from './titles.ts'

test.each(CLAUSES)('%s has a title of its own in both languages, and a source', (clause) => {
  const { zh, en, source } = TITLES[clause]
  const twins = CLAUSES.filter((other) => TITLES[other].zh === zh || TITLES[other].en === en)
  expect([zh !== '', en !== '', source !== '', twins]).toEqual([true, true, true, [clause]])
})

test.each([
  ['支部条例 第11条：讨论决定其他重要事项', '支部条例 第11条'],
  ['支部条例 第11条：开展党支部选举工作；选举条例', '支部条例 第11条；选举条例'],
  [
    '支部条例 第11条：讨论和表决接收预备党员；发展细则 第20条、第21条',
    '支部条例 第11条；发展细则 第20条、第21条',
  ],
  ['支部条例 第11条：讨论决定其他重要事项；不计算在应到会人数之内，须经上级党委批准', '支部条例 第11条'],
])('of %s the articles alone are %s', (source, articles) => expect(articlesOf(source)).toBe(articles))

test.each(DECISION_KINDS)('a vote of %s says which article it rests on', (kind) =>
  expect(articlesOf(voteRule(kind, day('2026-10-08')).source)).toMatch(/^支部条例 第11条/),
)

const rows = readFileSync(new URL('../../GLOSSARY.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()))

const terms: [string, string][] = [
  ...Object.entries(MEETING_KIND_NAMES),
  ...Object.entries(ORG_KIND_NAMES),
  ...Object.entries(CATEGORY_NAMES),
  ...Object.entries(RULE_NAMES),
  ...POSTS.map((post): [string, string] => [post, postName(post)]),
]

test.each(terms)('the glossary knows %s as %s', (identifier, zh) =>
  expect(rows.filter((row) => row[1] === zh).map((row) => row[2])).toEqual([identifier]),
)

test.each(STEPS)('the glossary knows the step %s once', (step) =>
  expect(rows.filter((row) => row[2] === step).length).toBe(1),
)

test('no term stands in the glossary twice', () => {
  const words = rows.map((row) => row[1]).filter((word) => word !== '中文')
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
})
