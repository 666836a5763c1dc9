import { expect, test } from 'vitest'
import { fill, type Say } from '../../../kit/web/say.ts'
import { RULES, type RuleKey } from '../../../law/table.ts'
import { sayValue } from './say-value.ts'

const zh: Say = (words, ...filling) => fill(words.zh, filling[0])
const en: Say = (words, ...filling) => fill(words.en, filling[0])
const said = (key: RuleKey, language: 'zh' | 'en'): string => {
  const [row] = RULES[key]
  if (!row) throw new Error(`no row of ${key}`)
  return sayValue(row, { say: language === 'zh' ? zh : en, language })
}

test.each([
  ['branch.leastFullMembers', '3名正式党员', '3 full members'],
  ['every.generalMeeting', '每季度', 'every quarter'],
  ['term.reminders', '180、90、30天前', '180, 90, 30 days before the end'],
  ['admission.mentors', '1–2名正式党员', '1–2 full members'],
  ['admission.sponsors', '2名正式党员', '2 full members'],
  ['vote.electionPresent', '4/5（应到人数）', '4/5 of those expected'],
  ['dues.largeFromFen', '1000元（一次）', '1000 yuan at once'],
  ['dues.flatFen', '0.20元/月', '0.20 yuan a month'],
  ['admission.leastAgeMonths', '18周岁', '18 years of age'],
  ['admission.probationMonths', '12个月', '12 months'],
  ['dues.retired', '5000 元以下 0.5%、以上 1%', 'up to 5000 yuan 0.5%, above 1%'],
] as const)('%s reads %s', (key, chinese, english) => {
  expect([said(key, 'zh'), said(key, 'en')]).toEqual([chinese, english])
})

test('every rule is said in both languages, and none as an object', () => {
  for (const key of Object.keys(RULES) as RuleKey[]) {
    expect(said(key, 'zh')).toMatch(/\p{Script=Han}|%|\d/u)
    expect(said(key, 'zh')).not.toMatch(/[a-z]{3}|undefined|object/)
    expect(said(key, 'en')).not.toMatch(/undefined|object|\p{Script=Han}/u)
  }
})
