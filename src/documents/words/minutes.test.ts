import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { minutesPaper, numeral, type RecordPaper, resolutionPaper } from './minutes.ts'

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [23, '二十三'],
])('%i is written %s', (n, written) => expect(numeral(n)).toBe(written))

const record: RecordPaper = {
  ...{
    no: 'HY1',
    unit: '综采一队党支部',
    kind: 'generalMeeting',
    subject: '学习',
    resolution: '',
    absence: '',
  },
  ...{ heldOn: day('2026-09-01'), registeredOn: null, starts: '', ends: '', place: '', lecturer: '' },
  ...{ chair: '邹国庆', recorder: '丁思远', expected: 12, present: 11, minutes: '' },
  ...{ attended: [], absent: [], guests: [], items: [], decisions: [], signed: [], addenda: [] },
  seal: { rev: 1, leaf: null, endedLog: null, checkpoint: null, digest: 'ab' },
}

test.each([
  ['in time after a week', day('2026-09-08'), []],
  [
    'late after eight days, with both days',
    day('2026-09-09'),
    [{ kind: 'note', text: '补录 · 晚 8 天（2026年9月1日开会，2026年9月9日登记）' }],
  ],
  ['nothing when nobody noted it', null, []],
])('the minutes say below the title: %s', (_, registeredOn, below) => {
  const { pieces } = minutesPaper({ ...record, registeredOn })
  expect(
    pieces.slice(
      0,
      pieces.findIndex(({ kind }) => kind === 'text'),
    ),
  ).toEqual(below)
})

test('the minutes say who signed, and for whom', () => {
  const on = day('2026-09-01')
  const signed = [
    { role: 'chair', by: '党委干事', for: '邹国庆', on },
    { role: 'recorder', by: '丁思远', for: '', on },
  ] as const
  const { pieces } = minutesPaper({ ...record, signed })
  const said = pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []))
  expect(said).toContain('主持人签字：党委干事（代邹国庆）（2026年9月1日在系统中代签）')
  expect(said).toContain('记录人签字：丁思远（2026年9月1日在系统中签字）')
})

test('a vote in the minutes says where its rule is written', () => {
  const one = {
    name: '一般事项',
    expected: 12,
    present: 11,
    yes: 10,
    no: 1,
    abstain: 0,
    writtenYes: 0,
    repeatWhy: '',
  }
  const votes = [{ ...one, carried: true, source: '支部条例 第11条' }]
  const items = [{ title: '通过分工', minutes: '', votes, decisions: [] }]
  const said = minutesPaper({ ...record, items }).pieces.flatMap((piece) =>
    piece.kind === 'text' ? [piece.text] : [],
  )
  expect(said).toContainEqual(expect.stringContaining('通过（支部条例 第11条）。'))
})

const counted = { expected: 12, present: 11, no: 1, abstain: 0, writtenYes: 0 }
const vote = { ...counted, name: '一般决议', source: '支部条例 第11条' }
test('a vote that was taken again says why, on the minutes and on the resolution', () => {
  const votes = [
    { ...vote, yes: 9, carried: false, repeatWhy: '' },
    { ...vote, yes: 10, carried: true, repeatWhy: '清点有误' },
  ]
  const decisions = [{ text: '按计划执行', ownerName: null, dueOn: null }]
  const of = { ...record, items: [{ title: '计划', minutes: '', votes, decisions }] }
  const said = (paper: ReturnType<typeof resolutionPaper>): string[] =>
    (paper?.pieces ?? []).flatMap((piece) =>
      'text' in piece && piece.text.includes('表决') ? [piece.text.split('：应到')[0] ?? ''] : [],
    )
  const again = '一般决议表决（重新表决，原因：清点有误）'
  expect(said(minutesPaper(of))).toEqual(['一般决议表决', again])
  expect(said(resolutionPaper(of))).toEqual([again])
})

const checkpoint = { size: 5, note: 'the note' }
const seal = { rev: 1, leaf: 4, endedLog: null, checkpoint, digest: 'ab' }
test.each([
  ['sealed', seal, '日志第 5 条，已封入 5 条的检查点', 'the note'],
  ['placed after it', { ...seal, leaf: 5 }, '日志第 6 条，排在 5 条的检查点之后', 'the note'],
  [
    'in a log that ended',
    { ...seal, endedLog: 'a.example/1' },
    '已结束的日志 a.example/1 第 5 条',
    'the note',
  ],
  ['placed, nothing signed', { ...seal, checkpoint: null }, '日志第 5 条，尚未被检查点封存', undefined],
  ['not placed', { ...seal, leaf: null }, '尚未排入日志，尚未被检查点封存', undefined],
] as const)('the minutes of a record that is %s', (_, of, said, holds) => {
  const last = minutesPaper({ ...record, seal: of }).pieces.at(-1)
  expect(last?.kind === 'codes' ? last.left.holds : undefined).toBe(holds)
  const text = last?.kind === 'codes' || last?.kind === 'note' ? last.text : ''
  expect(text).toContain(said)
  expect(text.includes('没有印检查点码')).toBe(holds === undefined)
})
