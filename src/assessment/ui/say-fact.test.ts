import { expect, test } from 'vitest'
import { hasStruck, sayFact, sayRule, sayValue } from './say-fact.ts'

test.each([
  ['meeting.missed(generalMeeting)', '支部党员大会缺开次数', 'General meetings missed'],
  ['meeting.late(7)', '超过 7 天才登记的会议', 'Meetings recorded more than 7 days after'],
  ['manual(safety)', '人工评分：safety', 'Scored by hand: safety'],
  ['dues.onTime', '党费按时交纳率', 'Dues paid on time'],
  ['unheard.of', 'unheard.of', 'unheard.of'],
])('the fact %s', (fact, zh, en) => {
  expect(sayFact(fact, 'zh')).toBe(zh)
  expect(sayFact(fact, 'en')).toBe(en)
})

test.each([
  ['meeting.missed(generalMeeting)', '1', '1 次', '1 time'],
  ['meeting.missed(generalMeeting)', '2', '2 次', '2 times'],
  ['dues.onTime', '290/3', '96.67%', '96.67%'],
  ['org.termOverdue', '125', '125 天', '125 days'],
])('the value %s = %s', (fact, value, zh, en) => {
  expect(sayValue(fact, value, 'zh')).toBe(zh)
  expect(sayValue(fact, value, 'en')).toBe(en)
})

test.each([
  ['each', 'k=2', '每有一次（项）扣 2 分，扣完为止'],
  ['below', 'target=95%；step=5；k=1', '目标 95%；每低 5 扣 1 分，不足一步按一步算'],
  ['threshold', 'op=>=;t=95', '不低于 95 得满分，否则不得分'],
  ['threshold', 'op=<=;t=0', '不高于 0 得满分，否则不得分'],
  ['bonus', 'k=1.5; cap=3', '每次加 1.5 分，最多加 3 分'],
  ['veto', 't=1;ceiling=一般', '达到 1 时，等次最高为“一般”'],
  ['manual', '', '由考核组评分，附理由和依据'],
])('the rule %s %s', (rule, parameters, says) => expect(sayRule(rule, parameters, 'zh')).toBe(says))

test.each([
  ['below the line it has not', '2', 't=3;ceiling=一般', false],
  ['on the line it has', '3', 't=3;ceiling=一般', true],
  ['without a line it never has', '9', '', false],
])('a veto: %s struck', (_, value, parameters, struck) =>
  expect(hasStruck({ value, parameters })).toBe(struck),
)
