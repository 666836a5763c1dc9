import { expect, test } from 'vitest'
import { day, parseMonth } from '../../kit/day.ts'
import { fen } from '../../kit/money.ts'
import { duesMonth, type Standing } from './months.ts'

const july = parseMonth('2026-07') ?? ('2026-07' as never)
const member: Standing = {
  month: july,
  isMember: true,
  isHere: true,
  joinedOn: undefined,
  duesClass: 'employed',
  baseFen: fen(400_000),
}
const paid = (on: string, fenPaid: number) => ({ month: july, paidOn: day(on), paidFen: fen(fenPaid) })

test.each<[string, readonly ReturnType<typeof paid>[], string, string]>([
  ['paid on the last day', [paid('2026-07-31', 4000)], '2026-10-08', 'done'],
  ['paid a day later', [paid('2026-08-01', 4000)], '2026-10-08', 'late'],
  ['the rest paid late', [paid('2026-07-01', 3999), paid('2026-08-01', 1)], '2026-10-08', 'late'],
  ['a fen short', [paid('2026-07-01', 3999)], '2026-08-01', 'missed'],
  ['a fen short, and the month not over', [paid('2026-07-01', 3999)], '2026-07-31', 'due'],
  ['nothing, and the month is over', [], '2026-08-01', 'missed'],
  ['too much', [paid('2026-07-01', 5000)], '2026-07-31', 'done'],
])('%s is shown as %4$s', (_, payments, today, state) => {
  const of = duesMonth(member, payments, day(today))
  expect([of.state, of.duty, of.reckoning?.dueFen]).toEqual([state, 'owed', 4000])
})

test.each<[string, Partial<Standing>, string]>([
  ['no member', { isMember: false }, 'not-owed'],
  ['joined the day after the month', { joinedOn: day('2026-08-01') }, 'not-owed'],
  ['a member of another branch', { isHere: false }, 'elsewhere'],
  ['no base', { baseFen: undefined }, 'no-base'],
])('%s: nothing is judged', (_, more, duty) => {
  const of = duesMonth({ ...member, ...more }, [paid('2026-07-01', 100)], day('2026-10-08'))
  expect([of.duty, of.state, of.reckoning, of.paidFen]).toEqual([duty, 'notApplicable', undefined, 100])
})

test('joined on the last day of the month: the month is owed', () => {
  const of = duesMonth({ ...member, joinedOn: day('2026-07-31') }, [], day('2026-10-08'))
  expect([of.duty, of.state]).toEqual(['owed', 'missed'])
})

test('the reckoning names bracket, clause and source', () => {
  const { reckoning } = duesMonth(member, [], day('2026-07-10'))
  expect(reckoning).toMatchObject({
    share: { baseFen: 400_000, perMille: 10, overFen: 300_000, upToFen: 500_000 },
    clause: 'A3.2',
    source: '党费规定 第1条、第2条',
  })
  const flat = duesMonth({ ...member, duesClass: 'student', baseFen: undefined }, [], day('2026-07-10'))
  expect([flat.reckoning?.dueFen, flat.reckoning?.share]).toEqual([20, undefined])
})
