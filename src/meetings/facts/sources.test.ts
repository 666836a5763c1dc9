import { afterAll, beforeAll, expect, test } from 'vitest'
import { day, type Span } from '../../kit/day.ts'
import { type Id, newId } from '../../kit/id.ts'
import { showRatio } from '../../kit/ratio.ts'
import { type Bench, makeBench, type Records } from '../../server/world-records.ts'
import { attendance, countMeetings, held, invalid, late, type MeetingFact, missed } from './sources.ts'

let bench: Bench
beforeAll(async () => {
  bench = await makeBench()
})
afterAll(() => bench.close())

const Q3: Span = { first: day('2026-07-01'), last: day('2026-09-30') }
type Meeting = NonNullable<Parameters<Records['meeting']>[1]>
const on = (text: string, more: Meeting = {}): Meeting => ({ held_on: day(text), ...more })
const lecture = (text: string, more: Meeting = {}): Meeting => on(text, { kind: 'partyLecture', ...more })

async function told(fact: MeetingFact, branch: Id<'org'>, span = Q3): Promise<[string, readonly string[]]> {
  const scope = { mineId: bench.mineId, branches: [branch], span }
  const value = (await fact.count(bench.db, scope)).get(branch)
  const evidence = (await fact.listEvidence(bench.db, scope)).get(branch) ?? []
  return [value === undefined ? 'none' : value === 'n/a' ? value : showRatio(value), evidence]
}

test.each<[string, MeetingFact, readonly Meeting[], string]>([
  ['held: a meeting on the first day counts', held('generalMeeting'), [on('2026-07-01')], '1'],
  ['held: the day before does not', held('generalMeeting'), [on('2026-06-30')], '0'],
  ['held: a meeting on the last day counts', held('generalMeeting'), [on('2026-09-30')], '1'],
  ['held: the day after does not', held('generalMeeting'), [on('2026-10-01')], '0'],
  ['held: another kind does not', held('themeDay'), [on('2026-08-10')], '0'],
  ['held: exactly half present counts', held('generalMeeting'), [on('2026-08-10', { present: 5 })], '1'],
  ['held: one less than half does not', held('generalMeeting'), [on('2026-08-10', { present: 4 })], '0'],
  ['held: a lecture needs no half', held('partyLecture'), [lecture('2026-08-10', { present: 1 })], '1'],
  ['invalid: one without a chair is', invalid, [on('2026-08-10', { chair: '' })], '1'],
  ['invalid: without a recorder', invalid, [on('2026-08-10', { recorder: '' })], '1'],
  ['invalid: without a subject', invalid, [on('2026-08-10', { subject: '' })], '1'],
  ['invalid: nobody expected', invalid, [lecture('2026-08-10', { expected: 0, present: 0 })], '1'],
  ['invalid: more present than expected', invalid, [on('2026-08-10', { present: 11 })], '1'],
  ['invalid: all expected present is not', invalid, [on('2026-08-10', { present: 10 })], '0'],
  ['invalid: outside the span is not counted', invalid, [on('2026-10-01', { chair: '' })], '0'],
  [
    'attendance: an exact fraction of all three kinds',
    attendance,
    [
      on('2026-07-01', { expected: 3, present: 2 }),
      lecture('2026-07-02', { expected: 3, present: 3 }),
      on('2026-07-03', { kind: 'themeDay', expected: 3, present: 2 }),
    ],
    '700/9',
  ],
  [
    'attendance: committee and invalid meetings do not count',
    attendance,
    [on('2026-07-01', { kind: 'committeeMeeting', present: 5 }), on('2026-07-01', { chair: '' })],
    'n/a',
  ],
  ['late: seven days after is not', late(7), [on('2026-08-01', { registered_on: day('2026-08-08') })], '0'],
  ['late: eight days after is', late(7), [on('2026-08-01', { registered_on: day('2026-08-09') })], '1'],
  ['late: without a day of record it is not', late(7), [on('2026-08-01')], '0'],
  [
    'late: an invalid one is not counted',
    late(7),
    [on('2026-08-01', { chair: '', registered_on: day('2026-09-30') })],
    '0',
  ],
  [
    'late: recorded after the span still counts',
    late(30),
    [on('2026-09-30', { registered_on: day('2026-10-31') })],
    '1',
  ],
])('%s', async (_, fact, meetings, expected) => {
  const branch = await bench.records.branch()
  const numbers = meetings.map((_, at) => `${branch}-${at}`)
  for (const [at, meeting] of meetings.entries())
    await bench.records.meeting(branch, { ...meeting, no: numbers[at] ?? '' })
  const [value, evidence] = await told(fact, branch)
  expect(value).toBe(expected)
  const counted = expected === '0' || expected === 'n/a' ? [] : numbers
  expect(evidence).toEqual(counted)
})

test('a meeting of a group belongs to its branch, and is nobody else’s', async () => {
  const branch = await bench.records.branch()
  const other = await bench.records.branch()
  await bench.records.meeting(await bench.records.group(branch), lecture('2026-08-10'))
  expect((await told(held('partyLecture'), branch))[0]).toBe('1')
  expect((await told(held('partyLecture'), other))[0]).toBe('0')
})

/** A branch founded on a day, with so many full members, and meetings. */
type Scene = {
  founded?: string
  full?: number
  meetings?: readonly Meeting[]
  span?: Span
}
const H1TO = (last: string): Span => ({ first: day('2026-01-01'), last: day(last) })

test.each<[string, MeetingFact, Scene, readonly string[]]>([
  ['a general meeting each quarter', missed('generalMeeting'), {}, ['2026Q3']],
  [
    'one on the last day of the quarter fills it',
    missed('generalMeeting'),
    { meetings: [on('2026-09-30')] },
    [],
  ],
  ['one a day later does not', missed('generalMeeting'), { meetings: [on('2026-10-01')] }, ['2026Q3']],
  [
    'an invalid one does not',
    missed('generalMeeting'),
    { meetings: [on('2026-09-30', { chair: '' })] },
    ['2026Q3'],
  ],
  [
    'one each month of a theme day',
    missed('themeDay'),
    { meetings: [on('2026-08-31', { kind: 'themeDay' })] },
    ['2026-07', '2026-09'],
  ],
  [
    'a quarter is no duty of a shorter span',
    missed('generalMeeting'),
    { span: H1TO('2026-06-29') },
    ['2026Q1'],
  ],
  [
    'a month only when wholly inside',
    missed('themeDay'),
    { span: { first: day('2026-07-02'), last: day('2026-09-29') } },
    ['2026-08'],
  ],
  ['a year is no duty of a quarter', missed('orgLifeMeeting'), {}, []],
  ['but of a year', missed('memberAppraisal'), { span: H1TO('2026-12-31') }, ['2026']],
  [
    'a quarter of a year, by its name',
    missed('partyLecture'),
    { span: H1TO('2026-12-31'), meetings: [lecture('2026-06-30'), lecture('2026-12-31')] },
    ['2026Q1', '2026Q3'],
  ],
  [
    'a branch founded on the first day owes the window',
    missed('generalMeeting'),
    { founded: '2026-07-01' },
    ['2026Q3'],
  ],
  ['a day later it does not', missed('generalMeeting'), { founded: '2026-07-02' }, []],
  ['months from the founding on', missed('themeDay'), { founded: '2026-07-15' }, ['2026-08', '2026-09']],
  [
    'seven full members make a committee',
    missed('committeeMeeting'),
    { full: 7, meetings: [on('2026-07-05', { kind: 'committeeMeeting' })] },
    ['2026-08', '2026-09'],
  ],
  ['six do not', missed('committeeMeeting'), { full: 6 }, []],
  ['an exchange of study is no duty', missed('studyExchange'), { span: H1TO('2026-12-31') }, []],
  ['without groups there is no duty of groups', missed('groupMeeting'), {}, []],
])('missed: %s', async (_, fact, { founded, full = 0, meetings = [], span }, expected) => {
  const branch = await bench.records.branch(founded ? { founded_on: day(founded) } : {})
  for (let n = 0; n < full; n += 1) await bench.records.person(branch)
  for (const meeting of meetings) await bench.records.meeting(branch, meeting)
  expect(await told(fact, branch, span)).toEqual([String(expected.length), expected])
})

test('the roster is read as it stands at the end of the span', async () => {
  const branch = await bench.records.branch()
  for (let n = 0; n < 6; n += 1) await bench.records.person(branch)
  await bench.records.person(branch, {}, { category: 'probationaryMember' })
  await bench.records.person(branch, {}, { to_day: day('2026-09-29') })
  await bench.records.person(branch, {}, { from_day: day('2026-10-01') })
  expect(await told(missed('committeeMeeting'), branch)).toEqual(['0', []])
  const seventh = await bench.records.group(branch)
  await bench.records.person(seventh, {}, { from_day: day('2026-09-30'), to_day: day('2026-09-30') })
  expect((await told(missed('committeeMeeting'), branch))[0]).toBe('3')
})

test('each group owes its own meeting, and only a record under its code fills it', async () => {
  const branch = await bench.records.branch()
  const first = await bench.records.group(branch, { code: 'G-1' })
  const young = await bench.records.group(branch, { code: 'G-2', founded_on: day('2026-08-02') })
  const kind = 'groupMeeting'
  await bench.records.meeting(branch, on('2026-07-10', { kind }))
  await bench.records.meeting(first, on('2026-08-31', { kind }))
  await bench.records.meeting(young, on('2026-09-01', { kind }))
  expect(await told(missed(kind), branch)).toEqual(['2', ['2026-07@G-1', '2026-09@G-1']])
  expect((await told(held(kind), branch))[0]).toBe('3')
})

test('facts counted together are those counted alone, for branches with and without records', async () => {
  const branches = [await bench.records.branch(), await bench.records.branch()] as const
  await bench.records.meeting(branches[0], on('2026-07-05', { registered_on: day('2026-07-20') }))
  const facts = [held('generalMeeting'), late(14), late(15), attendance, invalid, missed('generalMeeting')]
  const scope = { mineId: bench.mineId, branches, span: Q3 }
  const together = await countMeetings(bench.db, scope, facts)
  const alone = await Promise.all(facts.map((fact) => fact.count(bench.db, scope)))
  expect(together).toEqual(alone)
  expect(together.map((counts) => counts.get(branches[0]))).toEqual([
    { num: 1n, den: 1n },
    { num: 1n, den: 1n },
    { num: 0n, den: 1n },
    { num: 90n, den: 1n, counted: { part: 9, whole: 10 } },
    { num: 0n, den: 1n },
    { num: 0n, den: 1n },
  ])
  expect(together.map((counts) => counts.get(branches[1]))[3]).toBe('n/a')
})

test('of very many units all meetings are read at once, and those of others passed over', async () => {
  const [branch, other] = [await bench.records.branch(), await bench.records.branch()]
  const groups = Array.from({ length: 1001 }, (_, at) => ({
    mine_id: bench.mineId,
    id: newId<'org'>(),
    code: `MANY-${at}`,
    name: `第${at}小组`,
    kind: 'partyGroup' as const,
    parent_id: branch,
    source: 'import' as const,
    recorded_at: bench.now(),
  }))
  await bench.db.insertInto('org_unit').values(groups).execute()
  await bench.records.meeting(groups[1000]?.id ?? branch, lecture('2026-08-10', { no: 'MANY' }))
  await bench.records.meeting(other, lecture('2026-08-10'))
  expect(await told(held('partyLecture'), branch)).toEqual(['1', ['MANY']])
  const scope = { mineId: bench.mineId, branches: [branch], span: Q3 }
  expect([...(await held('partyLecture').count(bench.db, scope)).keys()]).toEqual([branch])
  expect([...(await held('partyLecture').listEvidence(bench.db, scope)).keys()]).toEqual([branch])
})
