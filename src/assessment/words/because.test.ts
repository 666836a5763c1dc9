import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { parseRatio, ratio } from '../../kit/ratio.ts'
import { MEETING_KINDS } from '../../meetings/rules.ts'
import { type FactKey, PLAIN_FACTS, parseFactKey } from '../rules/fact-keys.ts'
import { points, pointsOf, type RuleName } from '../rules/points.ts'
import { parseParameters, parseRule } from '../rules/scheme.ts'
import { type Because, because } from './because.ts'

/** `meeting.missed(党课) = 1 · 6 each k=2`; a value may be a fraction, and may tell what was counted: `= 600/7 of 18/21`. */
function told(text: string): Because {
  const [, typed = '', num = '', den, part, whole, of = '', ruleText = '', parameters = ''] =
    /^(\S+) = (\d+(?:\.\d+)?)(?:\/(\d+))?(?: of (\d+)\/(\d+))? · (\S+) (\S+) ?(.*)$/.exec(text) ?? []
  const [fact, rule, top] = [parseFactKey(typed), parseRule(ruleText), parseRatio(num)]
  const scoring = rule && parseParameters(rule, parameters)
  if (!fact || !scoring || !top) throw new Error(`cannot read ${text}`)
  const value = ratio(top.num, top.den * BigInt(den ?? 1))
  const full = points(Math.round(Number(of) * 100))
  const counted = part === undefined ? undefined : { part: Number(part), whole: Number(whole) }
  return { fact, scoring, of: full, value, points: pointsOf(scoring, full, value), counted }
}

test.each([
  [
    'meeting.missed(党课) = 1 · 6 each k=2',
    '应开未开的党课 1 次，每次扣 2 分，扣 2 分，得 4/6 分。',
    '1 Party lecture missed; 2 off for each; 2 points off; 4/6 points.',
  ],
  [
    'meeting.missed(themeDay) = 2 of 2/3 · 6 each k=2',
    '应开未开的主题党日 2/3 次，每次扣 2 分，扣 4 分，得 2/6 分。',
    '2/3 themed Party days missed; 2 off for each; 4 points off; 2/6 points.',
  ],
  [
    'meeting.invalid = 0 · 6 each k=1',
    '无效的会议记录 0 条，不扣分，得 6/6 分。',
    '0 invalid meeting records; nothing off; 6/6 points.',
  ],
  [
    'org.termOverdue = 90 · 4 each k=0.05',
    '换届超期 90 天，每天扣 0.05 分，应扣 4.5 分，扣完为止，得 0/4 分。',
    '90 days past the end of term; 0.05 off for each; 4.5 points off, down to none; 0/4 points.',
  ],
  [
    'org.vacancies = 1 · 4 each k=4',
    '没有配备的支部职务 1 个，每个扣 4 分，扣 4 分，得 0/4 分。',
    '1 required post without a holder; 4 off for each; 4 points off; 0/4 points.',
  ],
  [
    'meeting.attendance = 600/7 of 18/21 · 6 below target=95;step=2;k=0.5',
    '到会率 ≈ 85.71%（18/21），比目标 95% 低 ≈ 9.29，每低 2 扣 0.5 分，不足一档按一档，共 5 档，扣 2.5 分，得 3.5/6 分。',
    'Attendance: ≈ 85.71% (18/21); ≈ 9.29 below the target of 95%; 0.5 off for each 2 begun, 5 in all; 2.5 points off; 3.5/6 points.',
  ],
  [
    'dues.onTime = 97.5 · 8 below target=97.5;step=1;k=0.4',
    '党费按月足额交纳率 97.5%，达到目标 97.5%，得 8/8 分。',
    'Dues paid in full and on time: 97.5%; target 97.5% reached; 8/8 points.',
  ],
  [
    'meeting.held(studyExchange) = 1 · 3 threshold op=>=;t=1',
    '有效的学习交流会 1 次，达到“不低于 1 次”的要求，得 3/3 分。',
    '1 valid study exchange held; asked: at least 1, met; 3/3 points.',
  ],
  [
    'dues.arrears = 1 · 4 threshold op==;t=0',
    '连续六个月没有交党费的党员 1 人，没有达到“正好 0 人”的要求，得 0/4 分。',
    '1 member six months in a row without dues; asked: exactly 0, not met; 0/4 points.',
  ],
  [
    'meeting.late(3) = 4 · 4 threshold op=<=;t=3',
    '会后超过 3 天才登记的记录 4 条，没有达到“不高于 3 条”的要求，得 0/4 分。',
    '4 meetings recorded more than 3 days after; asked: at most 3, not met; 0/4 points.',
  ],
  [
    'joining.admitted = 3 · 2 bonus k=1;cap=2',
    '支部大会通过接收的预备党员 3 人，每人加 1 分，最多 2 分，加 2 分。',
    '3 members admitted by the general meeting; 1 added for each, 2 at most; 2 points added.',
  ],
  [
    'joining.admitted = 0 · 2 bonus k=1;cap=2',
    '支部大会通过接收的预备党员 0 人，不加分。',
    '0 members admitted by the general meeting; nothing added.',
  ],
  [
    'dues.arrears = 2 · 0 veto t=2;ceiling=一般',
    '连续六个月没有交党费的党员 2 人，达到 2 人，一票否决：等次不高于“一般”。',
    '2 members six months in a row without dues; 2 or more is a veto: the grade is not above “一般”.',
  ],
  [
    'joining.defects = 2 · 0 veto t=3;ceiling=合格',
    '发展党员程序上的问题 2 处，不到 3 处，不否决。',
    '2 defects in admission; fewer than 3, no veto.',
  ],
  [
    'manual(safety) = 1.5 · 2 manual',
    '考核组评定 1.5 分，得 1.5/2 分。',
    '1.5 points given by the assessors; 1.5/2 points.',
  ],
])('%s', (text, zh, en) => expect(because(told(text))).toEqual({ zh, en }))

const TODAY = day('2026-11-23')

test.each([
  [
    'a window that is open is not missed, only counted so far',
    'meeting.missed(党课) = 1 · 6 each k=2',
    ['2026-12-31 1'],
    '党课还要开 1 次（到 12月31日 周四），不开则扣 2 分，试算先扣，得 4/6 分。',
    '1 Party lecture still to be held (by Thu 31 Dec); otherwise 2 off; taken off for now; 4/6 points.',
  ],
  [
    'what was missed for good is said first',
    'meeting.missed(themeDay) = 3 · 5 each k=2',
    ['2026-11-30 1', '2026-12-31 1'],
    '应开未开的主题党日 1 次，每次扣 2 分，扣 2 分，主题党日还要开 2 次（到 11月30日 周一 1 次、到 12月31日 周四 1 次），不开则每次扣 2 分，扣完为止，试算先扣，得 0/5 分。',
    '1 themed Party day missed; 2 off for each; 2 points off; 2 themed Party days still to be held (1 by Mon 30 Nov, 1 by Thu 31 Dec); otherwise 2 off for each, down to none; taken off for now; 0/5 points.',
  ],
  [
    'a month without a plan can still be planned',
    'study.monthsUnplanned = 1 · 3 each k=1',
    ['2026-12-31 1'],
    '还有 1 个月要定学习计划（到 12月31日 周四），不定则扣 1 分，试算先扣，得 2/3 分。',
    '1 month still to be planned (by Thu 31 Dec); otherwise 1 off; taken off for now; 2/3 points.',
  ],
  [
    'a veto says how much of it is not due yet',
    'meeting.missed(党课) = 1 · 0 veto t=1;ceiling=一般',
    ['2026-12-31 1'],
    '应开未开的党课 1 次，其中 1 次还没到期（到 12月31日 周四），达到 1 次，一票否决：等次不高于“一般”。',
    '1 Party lecture missed; 1 of them not yet due (by Thu 31 Dec); 1 or more is a veto: the grade is not above “一般”.',
  ],
  [
    'with nothing open all is said as before',
    'meeting.missed(党课) = 1 · 6 each k=2',
    [],
    '应开未开的党课 1 次，每次扣 2 分，扣 2 分，得 4/6 分。',
    '1 Party lecture missed; 2 off for each; 2 points off; 4/6 points.',
  ],
])('%s', (_, text, windows, zh, en) => {
  const pending = windows.map((one) => ({ last: day(one.slice(0, 10)), times: Number(one.slice(11)) }))
  expect(because({ ...told(text), open: { pending, today: TODAY } })).toEqual({ zh, en })
})

const PARAMETERS: Readonly<Record<RuleName, string>> = {
  each: 'k=1',
  below: 'target=95;step=2;k=1',
  threshold: 'op=>=;t=1',
  bonus: 'k=1;cap=2',
  veto: 't=1;ceiling=一般',
  manual: '',
}
const FACTS: readonly FactKey[] = [
  ...PLAIN_FACTS.map((name) => ({ name })),
  ...MEETING_KINDS.flatMap((kind) => [
    { name: 'meeting.held' as const, kind },
    { name: 'meeting.missed' as const, kind },
  ]),
  { name: 'meeting.late', days: 7 },
  { name: 'manual', id: 'safety' },
]

test('every fact under every rule, at nothing, one and a fraction, has one whole sentence in both languages', () => {
  const of = points(500)
  for (const fact of FACTS)
    for (const [rule, text] of Object.entries(PARAMETERS))
      for (const value of [ratio(0), ratio(1), ratio(290, 3)]) {
        const known = parseRule(rule)
        const scoring = known && parseParameters(known, text)
        if (!scoring) throw new Error(rule)
        const { zh, en } = because({ fact, scoring, of, value, points: pointsOf(scoring, of, value) })
        expect(zh).toMatch(/^[^。]+。$/u)
        expect(zh).not.toMatch(/undefined|object|NaN/)
        expect(en).toMatch(/^[A-Z0-9≈][^\n]+[a-z0-9”]\.$/)
        expect(en).not.toMatch(/undefined|object|NaN/)
      }
})
