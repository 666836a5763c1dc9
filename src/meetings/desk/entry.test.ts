import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { blankMeeting, type Entry, faultsIn, inputOf, readHours, readTime } from './entry.ts'

test.each([
  ['14:30', '14:30'],
  ['9:05', '09:05'],
  ['9.05', '09:05'],
  ['0905', '09:05'],
  ['１４：３０', '14:30'],
  ['14点30分', '14:30'],
  ['23:59', '23:59'],
  ['次日 0:20', '00:20'],
  ['24:00', undefined],
  ['12:60', undefined],
  ['noon', undefined],
  ['', ''],
])('the time %s reads as %s', (typed, time) => expect(readTime(typed)).toBe(time))

test.each([
  ['1.5', 150],
  ['2', 200],
  ['0.29', 29],
  ['', null],
  ['two', undefined],
  ['1.234', undefined],
])('%s hours are %s hundredths', (typed, hundredths) => expect(readHours(typed)).toBe(hundredths))

const blank = blankMeeting({ branch: 'b', org: '', kind: 'themeDay', on: '2026-11-10' })
const filled: Entry = { ...blank, chair: '王建国', recorder: '李敏', subject: '参观矿史馆' }

test('a fresh form takes what the address says and nothing that is none', () => {
  expect(blank).toMatchObject({ orgId: 'b', kind: 'themeDay', heldOn: '2026-11-10' })
  expect(blankMeeting({ branch: 'b', org: 'g', kind: 'party', on: '2026-13-01' })).toMatchObject({
    orgId: 'g',
    kind: '',
    heldOn: '',
  })
})

test.each([
  ['nothing is wrong with a filled form', {}, []],
  ['a chair is asked for', { chair: ' ' }, ['chair']],
  ['a time that cannot be read is wrong', { starts: '25:00' }, ['starts']],
  ['an end before its start is wrong', { starts: '14:30', ends: '13:30' }, ['ends']],
  ['so is an end at its start', { starts: '9:30', ends: '0930' }, ['ends']],
  ['one past midnight is not', { heldOn: '2026-11-09', starts: '23:30', ends: '0:20' }, []],
  ['nor is one that says so', { heldOn: '2026-11-09', starts: '23:30', ends: '次日 0:20' }, []],
  ['unless midnight has not come', { starts: '23:30', ends: '0:20' }, ['ends']],
  ['or it is longer than a shift', { heldOn: '2026-11-09', starts: '18:00', ends: '0:30' }, ['ends']],
  ['so are hours', { hours: 'many' }, ['hoursHundredths']],
  ['the day itself has come', { heldOn: '2026-11-10' }, []],
  ['the day after has not', { heldOn: '2026-11-11' }, ['heldOn']],
  ['what is no day is wrong once', { heldOn: 'soon' }, ['heldOn']],
  ['a missing day is asked for once', { heldOn: '' }, ['heldOn']],
] as const)('%s', (_, change, paths) =>
  expect(faultsIn({ ...filled, ...change }, day('2026-11-10')).map(({ path }) => path)).toEqual(paths),
)

test('what is sent carries times as the contract wants them, and the roll', () => {
  const roll = [{ personId: 'p', name: '张伟', state: 'absent' as const, reason: '井下值班' }]
  expect(inputOf({ ...filled, starts: '9.05', hours: '1.5' }, roll)).toMatchObject({
    kind: 'themeDay',
    starts: '09:05',
    ends: '',
    hoursHundredths: 150,
    roll: [{ personId: 'p', state: 'absent', reason: '井下值班' }],
  })
})
