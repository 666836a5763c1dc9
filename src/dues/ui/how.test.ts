import { expect, test } from 'vitest'
import { type HowMuch, sayHow } from './how.ts'

const how: HowMuch = {
  ...{ duesClass: 'employed', baseFen: 490_000, perMille: 10, overFen: 300_000, upToFen: 500_000 },
  ...{ clause: 'A3.2', source: '党费规定' },
}

test.each<[string, Partial<HowMuch>, string, string]>([
  [
    'a share of a base that may be seen',
    {},
    '在职 · 月计费基数 4,900.00 元 · 3,000.00 元以上、5,000.00 元以下（含）的一档',
    '4,900.00 × 1% = 49.00 元',
  ],
  [
    'of one that is masked',
    { baseFen: null, overFen: null },
    '在职 · 5,000.00 元以下（含）的一档',
    '基数 × 1% = 49.00 元',
  ],
  [
    'a flat amount',
    { duesClass: 'student', baseFen: null, perMille: null, overFen: null, upToFen: null },
    '学生',
    '定额 49.00 元',
  ],
])('%s', (_, change, facts, sum) => {
  const said = sayHow({ ...how, ...change }, 4_900, 'zh')
  expect([said.facts, said.sum]).toEqual([facts, sum])
  expect(said.rests).toContain('依据：党费规定（A3.2）')
  expect(said.rests.startsWith('四舍五入')).toBe(change.perMille !== null)
})
