import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import type { Paper } from '../../kit/paper.ts'
import { lostPoints, type ScoreLetter, scoreLetter } from './letter.ts'

test.each([
  [
    'what is missing to full points is lost',
    { rule: 'each', points: '7.00', of: '8.00', value: '1', parameters: 't=1;ceiling=一般' },
    '1.00',
  ],
  [
    'full points lose nothing',
    { rule: 'each', points: '8.00', of: '8.00', value: '0', parameters: 't=1;ceiling=一般' },
    '',
  ],
  [
    'a third is told with two places',
    { rule: 'below', points: '6.67', of: '8.00', value: '290/3', parameters: 't=1;ceiling=一般' },
    '1.33',
  ],
  [
    'a bonus not won is not lost',
    { rule: 'bonus', points: '0.00', of: '3.00', value: '0', parameters: 't=1;ceiling=一般' },
    '',
  ],
  [
    'a veto that does not hold costs nothing',
    { rule: 'veto', points: '0.00', of: '0.00', value: '0', parameters: 't=1;ceiling=一般' },
    '',
  ],
  [
    'nor does one below its threshold',
    { rule: 'veto', points: '0.00', of: '0.00', value: '1', parameters: 't=2;ceiling=一般' },
    '',
  ],
  [
    'a veto that holds is no number',
    { rule: 'veto', points: '0.00', of: '0.00', value: '1', parameters: 't=1;ceiling=一般' },
    '一票否决',
  ],
])('%s', (_, item, lost) => expect(lostPoints(item)).toBe(lost))

const item = (no: string, points: string, zh: string) => ({
  no,
  title: `第${no}项`,
  basis: '支部条例 第十四条',
  rule: 'each',
  value: '1',
  parameters: 'k=1',
  points,
  of: '8.00',
  because: { zh },
})
const letter: ScoreLetter = {
  branch: '综采一队党支部',
  committee: '演示煤矿党委',
  period: { name: '2026Q3', first: day('2026-07-01'), last: day('2026-09-30') },
  state: 'closed',
  schemeVersion: 2,
  score: '95.00',
  grade: '好',
  base: '94.00',
  bonus: '1.00',
  vetoed: false,
  items: [item('4', '7.00', '应开 3 次，缺 1 次，扣 1 分'), item('5', '8.00', '不扣分')],
  leftOut: [],
  duties: [
    {
      kind: 'partyLecture',
      groupName: null,
      windows: [
        { window: '2026Q3', first: day('2026-07-01'), last: day('2026-09-30'), state: 'missed' },
        { window: '2026Q4', first: day('2026-10-01'), last: day('2026-12-31'), state: 'due' },
      ],
    },
  ],
  today: day('2026-10-08'),
}

const textsOf = ({ pieces }: Paper): string[] =>
  pieces.flatMap((piece) =>
    piece.kind === 'table' ? piece.rows.map((row) => row.join('|')) : 'text' in piece ? [piece.text] : [],
  )

test('the letter says result, lost points with reason and clause, the year, and where to object', () => {
  const paper = scoreLetter(letter)
  const texts = textsOf(paper)
  expect(paper.title).toBe('关于综采一队党支部\n2026年第三季度考核结果的通知')
  expect(paper.signed).toEqual({ by: '演示煤矿党委', on: '2026年10月8日' })
  expect(texts).toContain('得分 95.00 分（基础分 94.00 分，加分 1.00 分），等次“好”。')
  expect(texts).toContain('4 第4项|8.00|1.00|应开 3 次，缺 1 次，扣 1 分|支部条例 第十四条')
  expect(texts.filter((text) => text.startsWith('5 第5项|8.00'))).toEqual([])
  expect(texts).toContain('党课|||||||||○|||·')
  expect(texts.at(-1)).toContain('可以向演示煤矿党委提出')
})

test('parts without anything to say are left out, and the rest keep their numbers', () => {
  const headings = ({ pieces }: Paper): string[] =>
    pieces.flatMap((piece) => (piece.kind === 'heading' ? [piece.text] : []))
  expect(headings(scoreLetter(letter))).toEqual([
    '一、考核结果',
    '二、扣分事项',
    '三、各项得分',
    '四、2026年组织生活',
    '五、异议',
  ])
  const leftOut = [{ no: '9', title: '党小组会', because: { zh: '没有党小组' } }]
  expect(headings(scoreLetter({ ...letter, leftOut }))).toContain('五、不计入的项目')
})

test('a period that is not over is a trial, and its grade is open until its last day', () => {
  const saidOn = (today: string) =>
    textsOf(scoreLetter({ ...letter, state: 'open', today: day(today) })).join()
  const running = saidOn('2026-09-30')
  expect(running).toContain('等次未定，按现在的记录为“好”。')
  expect(running).toContain('本期到2026年9月30日为止，本通知是截至2026年9月30日的试算')
  expect(saidOn('2026-10-01')).toContain('等次“好”。')
  expect(saidOn('2026-10-01')).toContain('仅供对照')
})
