import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { minutesPaper, numeral, type RecordPaper } from './minutes.ts'

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
  seal: { rev: 1, leaf: null, checkpoint: null, digest: 'ab' },
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
