import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { type Id, newId } from '../../kit/id.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'
import { type Records, recordsIn } from '../../server/world-records.ts'

let world: World
let records: Records
let staff: Caller
beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
  staff = await world.as('committeeStaff')
})
afterAll(() => world.close())

const PERIOD = '2026Q3'

test('without a scheme there are no scores', async () => {
  const branchId = await records.branch()
  const replies = [
    await staff.get('assessment.listScores', { period: PERIOD }),
    await staff.get('assessment.findScore', { branchId, period: PERIOD }),
    await staff.get('assessment.listEvidence', { branchId, period: PERIOD, no: '1' }),
    await staff.get('assessment.findScheme', {}),
  ]
  expect(replies.map(({ problem }) => problem.code)).toEqual(Array.from({ length: 4 }, () => 'no-scheme'))
  expect((await staff.get('assessment.listPeriods', {})).body).toEqual({
    periods: [],
    latestScheme: null,
    suggested: '2026Q4',
  })
})

/** A branch with something behind every fact. */
async function makeBranch(): Promise<Id<'org'>> {
  const branch = await records.branch({ code: 'ZB9', term_to: day('2026-09-20') })
  const group = await records.group(branch, { code: 'ZB9-1', name: '采煤党小组' })
  const member = await records.person(group, { no: 'DY1', name: '钱七' })
  await records.person(branch, { no: 'DY2', name: '孙八' }, { base: null })
  const candidate = await records.person(branch, { no: 'DY3', name: '赵六' }, { category: 'activist' })
  await records.joining(candidate, { assign_mentors: day('2026-07-15'), mentors: 3 })
  const accepted = await records.person(branch, { no: 'DY4', name: '周九' }, { category: 'masses' })
  const meeting = { acceptance_meeting: day('2026-09-01'), acceptance_expected: 3, acceptance_present: 3 }
  await records.joining(accepted, { ...meeting, acceptance_yes: 3 })
  await records.paid(member, { month: day('2026-07-01') })
  await records.meeting(branch, { no: 'HY1', subject: '半年总结', registered_on: day('2026-08-30') })
  await records.meeting(branch, { no: 'HY2', chair: '' })
  await records.planned(branch, { month: day('2026-07-01') })
  await records.target(branch, { no: 'RW1', task: '上好党课', goal: '2' })
  return branch
}

const LINES = [
  ['1', 'meeting.missed(groupMeeting)', 'each', 'k=1', 500],
  ['2', 'meeting.invalid', 'each', 'k=1', 500],
  ['3', 'meeting.late(7)', 'each', 'k=0.5', 400],
  ['4', 'meeting.attendance', 'below', 'target=95;step=5;k=1', 600],
  ['5', 'study.planDone', 'below', 'target=100;step=10;k=1', 600],
  ['6', 'dues.onTime', 'below', 'target=100;step=10;k=0.5', 500],
  ['7', 'joining.defects', 'each', 'k=2', 800],
  ['8', 'joining.admitted', 'bonus', 'k=1;cap=2', 200],
  ['9', 'org.termOverdue', 'each', 'k=0.1', 400],
  ['10', 'org.vacancies', 'each', 'k=1', 400],
  ['11', 'target.met', 'below', 'target=100;step=10;k=0.5', 500],
  ['12', 'manual(safety)', 'manual', '', 1000],
  ['13', 'dues.arrears', 'veto', 't=1;ceiling=一般', 0],
  ['14', 'meeting.missed(generalMeeting)', 'each', 'k=1', 300],
] as const

test('assessment.findScore says why, item by item, what was left out and who', async () => {
  const branchId = await makeBranch()
  await records.scheme(LINES)
  const { status, body } = await staff.get('assessment.findScore', { branchId, period: PERIOD })
  expect(status).toBe(200)
  const said = body.items.map(({ no, value, points, evidenceCount }) => [no, value, points, evidenceCount])
  expect(said).toEqual([
    ['1', '3', '2.00', 3],
    ['2', '1', '4.00', 1],
    ['3', '1', '3.50', 1],
    ['4', '90', '5.00', 1],
    ['5', '0', '0.00', 1],
    ['6', '100/3', '1.50', 1],
    ['7', '1', '6.00', 1],
    ['8', '1', '1.00', 1],
    ['9', '10', '3.00', 1],
    ['10', '1', '3.00', 1],
    ['11', '0', '0.00', 1],
    ['13', '0', '0.00', 0],
    ['14', '0', '3.00', 0],
  ])
  // 31 of 55 points: 56.36…, and one bonus point.
  expect(body).toMatchObject({ base: '56.36', bonus: '1.00', score: '57.36', grade: '差', vetoed: false })
  expect(body).toMatchObject({ code: 'ZB9', state: 'not-opened', schemeVersion: 1 })
  expect(body.items[0]).toMatchObject({ title: '第1项', rule: 'each', parameters: 'k=1', of: '5.00' })
  expect(body.items.every(({ because }) => because.zh !== '' && because.en !== '')).toBe(true)
  expect(body.items[5]?.because.zh).toContain('（1/3）')
  expect(body.leftOut.map(({ no, of }) => [no, of])).toEqual([['12', '10.00']])
  expect(body.excluded.map(({ no, name }) => [no, name])).toEqual([['DY2', '孙八']])
})

test('assessment.listEvidence leads from every value to the record', async () => {
  const branch = await world.db
    .selectFrom('org_unit')
    .select('id')
    .where('code', '=', 'ZB9')
    .executeTakeFirstOrThrow()
  const list = async (no: string) => {
    const { body } = await staff.get('assessment.listEvidence', { branchId: branch.id, period: PERIOD, no })
    return body.evidence.map(({ id, label, record }) => [id, label.zh, record?.type ?? null])
  }
  expect(await list('1')).toEqual([
    ['2026-07@ZB9-1', '2026年7月 采煤党小组没有有效的党小组会', null],
    ['2026-08@ZB9-1', '2026年8月 采煤党小组没有有效的党小组会', null],
    ['2026-09@ZB9-1', '2026年9月 采煤党小组没有有效的党小组会', null],
  ])
  expect(await list('2')).toEqual([['HY2', '2026-08-10 支部党员大会 学习', 'meeting']])
  expect(await list('3')).toEqual([['HY1', '2026-08-10 支部党员大会 半年总结', 'meeting']])
  expect(await list('4')).toEqual([['HY1', '2026-08-10 支部党员大会 半年总结', 'meeting']])
  expect(await list('5')).toEqual([['2026-07', '2026年7月', 'branch']])
  expect(await list('6')).toEqual([['DY1', '钱七 DY1', 'person']])
  expect(await list('7')).toEqual([
    ['DY3/J4@2026-07-15', '赵六：培养联系人应为 1 至 2 人（2026-07-15）', 'case'],
  ])
  expect(await list('8')).toEqual([['DY4', '周九 DY4', 'case']])
  expect(await list('9')).toEqual([['ZB9', '本届已于 2026-09-20 届满', 'branch']])
  expect(await list('10')).toEqual([['书记', '书记空缺', 'branch']])
  expect(await list('11')).toEqual([['RW1', 'RW1 上好党课', 'target']])
  expect(await list('12')).toEqual([])
  expect(await list('14')).toEqual([])
  const unknown = await staff.get('assessment.listEvidence', {
    branchId: branch.id,
    period: PERIOD,
    no: '99',
  })
  expect(unknown.problem.code).toBe('no-such-item')
})

test('what is no branch, or was none yet, is not assessed', async () => {
  const [group, later] = [
    await records.group(await records.branch()),
    await records.branch({ founded_on: day('2026-10-01') }),
  ]
  const temporary = await records.branch({ kind: 'temporaryBranch' })
  const codeOf = async (branchId: Id<'org'>) =>
    (await staff.get('assessment.findScore', { branchId, period: PERIOD })).problem.code
  expect(await codeOf(newId())).toBe('no-such-unit')
  expect(await codeOf(group)).toBe('not-assessed')
  expect(await codeOf(later)).toBe('not-assessed')
  expect(await codeOf(temporary)).toBe('not-assessed')
  const { body } = await staff.get('assessment.findScore', { branchId: later, period: '2026Q4' })
  expect(body.base).not.toBeUndefined()
})

test('assessment.listScores answers for the branches the asker may see, as findScore does', async () => {
  const all = await staff.get('assessment.listScores', { period: PERIOD })
  const own = all.body.scores.find(({ code }) => code === 'ZB9')
  expect(own).toMatchObject({ score: '57.36', grade: '差', bonus: '1.00', vetoed: false })
  expect(own).toMatchObject({ open: 10, veto: null })
  expect(all.body.scores.length).toBeGreaterThan(1)
  expect(all.body.scores.map(({ code }) => code)).toEqual(all.body.scores.map(({ code }) => code).sort())
  const secretary = await world.as('secretary', own?.branchId)
  const seen = await secretary.get('assessment.listScores', { period: PERIOD })
  expect(seen.body).toEqual({ state: 'not-opened', schemeVersion: 1, run: null, scores: [own] })
})

test('assessment.listTargets shows where each target stands', async () => {
  const branchId = await records.branch()
  await records.meeting(branchId, { kind: 'partyLecture' })
  await records.target(branchId, { no: 'T1', goal: '1' })
  await records.target(branchId, { no: 'T2', goal: '1.5', deadline: day('2026-12-31') })
  await records.target(branchId, { no: 'T3', fact: 'study.planDone', goal: '90' })
  const { body } = await staff.get('assessment.listTargets', { branchId })
  const shown = body.targets.map(({ no, fact, goal, value, isMet }) => [no, fact, goal, value, isMet])
  expect(shown).toEqual([
    ['T1', 'meeting.held(partyLecture)', '1', '1', true],
    ['T3', 'study.planDone', '90', null, false],
    ['T2', 'meeting.held(partyLecture)', '1.5', '1', false],
  ])
  expect((await staff.get('assessment.listTargets', { branchId: newId() })).problem.code).toBe('no-such-unit')
})

test('a period that is not over is a trial: what may still be held is not said to be missed', async () => {
  await records.scheme([['1', 'meeting.missed(generalMeeting)', 'each', 'k=1', 300]])
  const branchId = await records.branch({ code: 'ZR1' })
  const asked = { branchId, period: '2026Q4' }
  const run = { today: '2026-10-08', last: '2026-12-31' }
  const { body } = await staff.get('assessment.findScore', asked)
  expect(body).toMatchObject({ run, items: [{ value: '1', points: '2.00', pending: 1 }] })
  expect(body.items[0]?.because.zh).toBe(
    '支部党员大会还要开 1 次（到 12月31日 周四），不开则扣 1 分，试算先扣，得 2/3 分。',
  )
  const shown = async (period: string) =>
    (await staff.get('assessment.listEvidence', { branchId, period, no: '1' })).body.evidence[0]?.label
  expect(await shown('2026Q4')).toEqual({
    zh: '2026年第4季度还要开支部党员大会',
    en: 'general meeting still to be held in 2026 Q4',
  })
  expect((await shown('2026Q3'))?.zh).toBe('2026年第3季度没有有效的支部党员大会')
  expect((await staff.get('assessment.listScores', { period: '2026Q4' })).body.run).toEqual(run)
  const over = (await staff.get('assessment.findScore', { branchId, period: '2026Q3' })).body
  expect(over).toMatchObject({ run: null, items: [{ value: '1', points: '2.00', pending: 0 }] })
})

test('a veto says what it cost, in a trial and when the period is closed', async () => {
  await records.scheme([
    ['1', 'meeting.missed(generalMeeting)', 'each', 'k=5', 500],
    ['2', 'meeting.invalid', 'each', 'k=1', 9500],
    ['3', 'meeting.missed(groupMeeting)', 'veto', 't=100;ceiling=差', 0],
    ['4', 'meeting.missed(generalMeeting)', 'veto', 't=1;ceiling=一般', 0],
  ])
  const branchId = await records.branch({ code: 'ZV1' })
  const period = '2026Q2'
  const veto = { earned: '好', by: [{ no: '4', title: '第4项', ceiling: '一般' }] }
  const line = { code: 'ZV1', score: '95.00', grade: '一般', vetoed: true, open: 1, veto }
  const find = async () =>
    (await staff.get('assessment.listScores', { period })).body.scores.find(({ code }) => code === 'ZV1')
  expect(await find()).toMatchObject(line)
  expect((await staff.get('assessment.findScore', { branchId, period })).body).toMatchObject(line)
  await staff.post('assessment.openPeriod', { period })
  expect((await staff.post('assessment.closePeriod', { period })).status).toBe(200)
  expect(await find()).toMatchObject(line)
})
