import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import {
  type Candidate,
  checkClosing,
  checkDoneOn,
  checkDue,
  checkSpan,
  clockOf,
  type Standing,
  stateOf,
  strataOf,
} from './inspection.ts'

const today = day('2026-10-08')

test.each([
  ['days that are over', '2026-07-01', '2026-09-30', null, 'fine'],
  ['until today', '2026-10-08', '2026-10-08', null, 'fine'],
  [
    'a day to come',
    '2026-10-01',
    '2026-10-09',
    null,
    { refused: 'in-the-future', facts: { day: '2026-10-09' } },
  ],
  ['announced today', '2026-07-01', '2026-09-30', '2026-10-08', 'fine'],
  [
    'announced tomorrow',
    '2026-07-01',
    '2026-09-30',
    '2026-10-09',
    { refused: 'in-the-future', facts: { day: '2026-10-09' } },
  ],
  ['backwards', '2026-09-30', '2026-09-29', null, { refused: 'ends-before-it-begins' }],
])('an inspection over %s', (_, from, to, announced, expected) => {
  const announcedOn = announced === null ? null : day(announced)
  expect(checkSpan({ from: day(from), to: day(to), announcedOn }, today)).toEqual(expected)
})

test.each([
  ['a note asks for nothing', 'note', null, 'fine'],
  ['a note with a day', 'note', '2026-10-20', { refused: 'due-not-needed' }],
  ['to be improved without a day', 'improve', null, { refused: 'due-needed' }],
  ['by today', 'correct', '2026-10-08', 'fine'],
  ['by yesterday', 'correct', '2026-10-07', { refused: 'in-the-past', facts: { day: '2026-10-07' } }],
] as const)('%s', (_, severity, due, expected) =>
  expect(checkDue(severity, due && day(due), today)).toEqual(expected),
)

const open: Standing = { severity: 'improve', withdrawn: false, done: false, recheck: null }
test.each([
  ['a note is over as it is written', { ...open, severity: 'note' }, 'noted'],
  ['nothing done yet', open, 'open'],
  ['done waits for the second look', { ...open, done: true }, 'done'],
  ['looked at again and good', { ...open, done: true, recheck: 'rectified' }, 'rectified'],
  ['taken back, whatever was done', { ...open, done: true, withdrawn: true }, 'withdrawn'],
] as const)('a finding: %s', (_, standing, state) => expect(stateOf(standing)).toBe(state))

test.each([
  ['all seen and over', 0, ['noted', 'rectified', 'withdrawn'], 'fine'],
  ['one not looked at', 1, [], { refused: 'not-all-seen', facts: { n: 1 } }],
  ['two left open', 0, ['open', 'done', 'noted'], { refused: 'findings-open', facts: { n: 2 } }],
] as const)('closing: %s', (_, unseen, states, expected) =>
  expect(checkClosing(unseen, states)).toEqual(expected),
)

test.each([
  ['2026-10-07', 'overdue'],
  ['2026-10-08', 'soon'],
  ['2026-10-15', 'soon'],
  ['2026-10-16', 'ahead'],
])('due on %s is %s', (due, clock) => expect(clockOf(day(due), today)).toBe(clock))

test.each([
  ['on the day it was found', '2026-10-01', 'fine'],
  ['the day before', '2026-09-30', { refused: 'before-the-finding', facts: { day: '2026-10-01' } }],
  ['tomorrow', '2026-10-09', { refused: 'in-the-future', facts: { day: '2026-10-09' } }],
])('put right %s', (_, on, expected) =>
  expect(checkDoneOn(day(on), { foundOn: day('2026-10-01'), today })).toEqual(expected),
)

const one = (record: Candidate['record'], branchCode: string): Candidate => ({
  ...{ record, branchCode, subject: `${record} of ${branchCode}`, branchId: branchCode },
  ...{ happenedOn: today, rev: 1, leafIndex: 0 },
})
test('strata are kinds of record in branches, or kinds alone', () => {
  const all = [one('meeting', 'ZB01'), one('meeting', 'ZB02'), one('dues_payment', 'ZB01')]
  const branches = ['meeting ZB01', 'meeting ZB02', 'dues_payment ZB01']
  expect([...strataOf(all, 'branch').keys()]).toEqual(branches)
  const kinds = [...strataOf(all, 'kind')].map(([name, some]) => [name, some.length])
  expect(kinds).toEqual([
    ['meeting', 2],
    ['dues_payment', 1],
  ])
})
