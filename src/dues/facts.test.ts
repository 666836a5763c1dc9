import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { day, type Span } from '../kit/day.ts'
import type { Id } from '../kit/id.ts'
import { showRatio } from '../kit/ratio.ts'
import type { FactSource } from '../org/facts.ts'
import { type Bench, makeBench } from '../server/world-records.ts'
import { duesFacts } from './facts.ts'

let bench: Bench
beforeAll(async () => {
  bench = await makeBench()
})
// The first month of the whole ledger counts: every test begins with an empty one.
beforeEach(() => bench.db.deleteFrom('dues_payment').execute())
afterAll(() => bench.close())

const Q3: Span = { first: day('2026-07-01'), last: day('2026-09-30') }

async function told(
  fact: 'onTime' | 'arrears',
  branch: Id<'org'>,
  span = Q3,
): Promise<[string, readonly string[]]> {
  const source: FactSource = duesFacts(bench.keys)[fact]
  const scope = { mineId: bench.mineId, branches: [branch], span }
  const value = (await source.count(bench.db, scope)).get(branch)
  const evidence = (await source.listEvidence(bench.db, scope)).get(branch) ?? []
  return [value === undefined ? '0' : value === 'n/a' ? value : showRatio(value), evidence]
}

let made = 0
/** A number nobody has yet. */
const fresh = (): string => `DY${++made}`

/** Pays `fen` for a month on a day. */
const pay = (personId: Id<'person'>, month: string, on: string, fen: number) =>
  bench.records.paid(personId, { month: day(`${month}-01`), paid_on: day(on), paid_fen: fen })

/** On 4,000 yuan 1 % is due: 40 yuan. */
test.each<[string, readonly (readonly [month: string, on: string, fen: number])[], string]>([
  ['the last day of the month is in time', [['2026-07', '2026-07-31', 4000]], '100/3'],
  ['the day after is not', [['2026-07', '2026-08-01', 4000]], '0'],
  ['a fen too little is not', [['2026-07', '2026-07-31', 3999]], '0'],
  [
    'two payments add up',
    [
      ['2026-07', '2026-07-01', 1500],
      ['2026-07', '2026-07-31', 2500],
    ],
    '100/3',
  ],
  [
    'not when the one that is needed came late',
    [
      ['2026-07', '2026-07-01', 1500],
      ['2026-07', '2026-08-01', 2500],
    ],
    '0',
  ],
  [
    'what came late and was not needed does no harm',
    [
      ['2026-07', '2026-07-01', 4000],
      ['2026-07', '2026-08-01', 1],
    ],
    '100/3',
  ],
  ['paid before the month began', [['2026-07', '2026-05-01', 4000]], '100/3'],
  ['a month outside the span is nothing', [['2026-06', '2026-06-01', 4000]], '0'],
  [
    'all three months',
    [
      ['2026-07', '2026-07-01', 4000],
      ['2026-08', '2026-08-01', 4000],
      ['2026-09', '2026-09-30', 4000],
    ],
    '100',
  ],
])('on time: %s', async (_, payments, share) => {
  const branch = await bench.records.branch()
  const no = fresh()
  const member = await bench.records.person(branch, { no })
  for (const [month, on, fen] of payments) await pay(member, month, on, fen)
  expect(await told('onTime', branch)).toEqual([share, share === '100' ? [] : [no]])
})

test('on time: owed from the month that ends on or after the day of joining', async () => {
  const branch = await bench.records.branch()
  const no = fresh()
  const member = await bench.records.person(branch, { no, joined_on: day('2026-08-31') })
  await pay(member, '2026-08', '2026-08-31', 4000)
  expect(await told('onTime', branch)).toEqual(['50', [no]])
  const later = await bench.records.branch()
  await bench.records.person(later, { joined_on: day('2026-10-01') })
  expect(await told('onTime', later)).toEqual(['n/a', []])
})

test('members of groups and probationary members pay; those who left, candidates and those without a base are not counted', async () => {
  const branch = await bench.records.branch()
  const group = await bench.records.group(branch)
  const member = await bench.records.person(group, { no: 'A' }, { category: 'probationaryMember' })
  for (const month of ['2026-07', '2026-08', '2026-09']) await pay(member, month, `${month}-02`, 4000)
  await bench.records.person(branch, { no: 'B' }, { category: 'candidate' })
  await bench.records.person(branch, { no: 'C' }, { to_day: day('2026-09-29') })
  await bench.records.person(branch, { no: 'D' }, { base: null })
  await bench.records.person(branch, { no: 'E' }, { base: '0', dues_class: 'retired' })
  const flat = await bench.records.person(branch, { no: 'F' }, { base: null, dues_class: 'student' })
  await pay(flat, '2026-07', '2026-07-01', 20)
  await pay(flat, '2026-08', '2026-08-01', 19)
  expect(await told('onTime', branch)).toEqual(['200/3', ['F']])
  const scope = { mineId: bench.mineId, branches: [branch], span: Q3 }
  const excluded = await duesFacts(bench.keys).listExcluded(bench.db, scope)
  expect(excluded.map(({ no }) => no)).toEqual(['D', 'E'])
})

const MONTHS = [
  '2026-01',
  '2026-02',
  '2026-03',
  '2026-04',
  '2026-05',
  '2026-06',
  '2026-07',
  '2026-08',
  '2026-09',
]

/** Months paid by the member, and by somebody else of the mine: the latter begin the ledger. */
test.each<[string, readonly string[], string, { joined?: string; span?: Span }, boolean]>([
  ['six months without money, the last of them in the period', ['2026-01', '2026-08'], '2026-01', {}, true],
  ['five are not enough', ['2026-01', '2026-02', '2026-08'], '2026-01', {}, false],
  ['six that ended before the period', ['2026-07'], '2026-01', {}, false],
  ['six that end in its first month', ['2026-01', '2026-08', '2026-09'], '2026-01', {}, true],
  ['six that end in its last', ['2026-03'], '2026-01', {}, true],
  ['months before the ledger do not count', [], '2026-05', {}, false],
  ['the ledger’s first month does', [], '2026-04', {}, true],
  ['months before joining do not count', [], '2026-01', { joined: '2026-05-01' }, false],
  ['the month of joining does', [], '2026-01', { joined: '2026-04-30' }, true],
  [
    'the last month must lie wholly in the period',
    [],
    '2026-04',
    { span: { first: day('2026-07-01'), last: day('2026-09-29') } },
    false,
  ],
])('arrears: %s', async (_, paid, ledgerFrom, { joined, span }, isIn) => {
  const branch = await bench.records.branch()
  const other = await bench.records.person(await bench.records.branch())
  for (const month of MONTHS.filter((one) => one >= ledgerFrom)) await pay(other, month, `${month}-03`, 10)
  const no = fresh()
  const member = await bench.records.person(branch, { no, ...(joined && { joined_on: day(joined) }) })
  for (const month of paid) await pay(member, month, `${month}-05`, 1)
  expect(await told('arrears', branch, span)).toEqual(isIn ? ['1', [no]] : ['0', []])
})

test('arrears: money that came after the period, or of nothing, is no money', async () => {
  const branch = await bench.records.branch()
  const no = fresh()
  const member = await bench.records.person(branch, { no })
  await pay(member, '2026-04', '2026-10-01', 4000)
  await pay(member, '2026-05', '2026-05-01', 0)
  expect(await told('arrears', branch)).toEqual(['1', [no]])
  await pay(member, '2026-04', '2026-09-30', 1)
  expect(await told('arrears', branch)).toEqual(['0', []])
})

test('arrears: without a ledger nobody is', async () => {
  const branch = await bench.records.branch()
  await bench.records.person(branch)
  expect(await told('arrears', branch)).toEqual(['0', []])
})
