import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toBase64 } from '../../journal/rules/base64.ts'
import { parseCheckpoint } from '../../journal/rules/checkpoint.ts'
import { drawFrom, seedOf } from '../../journal/rules/draw.ts'
import { parseNote } from '../../journal/rules/note.ts'
import { verify } from '../../journal/store/verify.ts'
import type { Id } from '../../kit/id.ts'
import { isRefused } from '../../kit/refuse.ts'
import { records } from '../../server/records.ts'
import { type Scene, setScene } from './test/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.close())

const words = '三 五 一 六 二'

async function drawn(more = {}): Promise<Id<'inspection'>> {
  const id = await scene.make(more)
  await scene.seal()
  const made = await scene.inspector.post('evidence.drawSample', { id, words })
  expect(made.status).toBe(200)
  return id
}

test('nothing is drawn before the inspection itself is under a signed checkpoint, and it is drawn once', async () => {
  const { inspector } = scene
  const id = await scene.make()
  const draw = () => inspector.post('evidence.drawSample', { id, words })
  expect((await scene.show(inspector, id)).isSealed).toBe(false)
  expect((await draw()).problem.code).toBe('not-sealed-yet')
  await scene.seal()
  expect(await scene.show(inspector, id)).toMatchObject({ isSealed: true, state: 'made', draw: null })
  const { drawn: n } = (await draw()).body
  expect(n).toBeGreaterThan(10)
  expect((await draw()).problem.code).toBe('drawn-already')
  expect(await scene.kindsOf(id)).toEqual(['evidence.makeInspection', 'evidence.drawSample'])
  const { sample, counts } = await scene.show(inspector, id)
  expect(counts).toEqual({ drawn: n, seen: 0, findings: 0, open: 0 })
  expect(sample).toHaveLength(n)
  expect(await scene.kindsOf(sample[0]?.id ?? '')).toEqual(['evidence.drawSample'])
})

test('anybody draws the same sample again from what is kept, and the seed’s checkpoint is the first over the inspection', async () => {
  const { inspector, world } = scene
  const id = await drawn()
  await scene.make()
  await scene.seal()
  const { draw, sample, each } = await scene.show(inspector, id)
  if (!draw) throw new Error('not drawn')
  const note = parseNote(draw.note)
  const checkpoint = isRefused(note) ? note : parseCheckpoint(note.text)
  expect(checkpoint).toMatchObject({ size: draw.size })
  expect(draw.place).toBeLessThan(draw.size)
  const sizes = await world.db.selectFrom('journal_checkpoint').select('size').orderBy('size').execute()
  expect(sizes.map(({ size }) => size).find((size) => size > draw.place)).toBe(draw.size)

  const seed = seedOf(draw.note, draw.words)
  expect(toBase64(seed)).toBe(draw.seed)
  const kept = await world.db
    .selectFrom('inspection_stratum')
    .selectAll()
    .where('inspection_id', '=', id)
    .execute()
  const strata = Object.fromEntries(kept.map(({ name, subjects }) => [name, subjects]))
  const again = drawFrom(seed, strata, each)
  expect(Object.values(again).flat().sort()).toEqual(sample.map(({ subject }) => subject).sort())
  expect(draw.strata.map(({ name }) => name)).toEqual(Object.keys(strata).sort())
  expect(draw.strata.every(({ of, drawn: n }) => n === Math.min(of, each))).toBe(true)
})

test('a stratum that is counted from another place is found, although it reads the same', async () => {
  const { world } = scene
  const id = await drawn()
  const look = async () => {
    const { findings } = await verify({ ...world, records, now: world.now() })
    return findings.filter(({ table }) => table === 'inspection_stratum')
  }
  const countFrom = (first: number) =>
    sql`update inspection_stratum set subjects = (format('[%s:%s]=', ${first}::int, ${first}::int - 1 + cardinality(subjects)) || subjects_text)::uuid[]
      from (select mine_id as m, inspection_id as i, name as n, array_to_string(subjects, ',') as listed from inspection_stratum) l,
        lateral (select '{' || listed || '}' as subjects_text) t
      where inspection_id = ${id} and (m, i, n) = (mine_id, inspection_id, name) and cardinality(subjects) > 0`.execute(
      world.db,
    )
  expect(await look()).toEqual([])
  await countFrom(3)
  expect(await look()).toContainEqual(
    expect.objectContaining({ code: 'row-changed', id, column: 'subjects' }),
  )
  await countFrom(1)
  expect(await look()).toEqual([])
})

test('what was recorded after the inspection was sealed cannot be drawn, nor what lies on other days or in other units', async () => {
  const { staff, inspector, branch, other, world } = scene
  const id = await scene.make({ orgId: branch, from: '2026-09-01', each: 50 })
  await scene.seal()
  const { people } = (await staff.get('people.listPeople', { orgId: branch, limit: 50 })).body
  const roll = people
    .filter(({ category }) => category === 'fullMember')
    .map((one) => ({ personId: one.id, state: 'present' as const, reason: '' }))
  const late = await staff.post('meetings.enterMeeting', {
    ...{ orgId: branch, kind: 'themeDay', heldOn: '2026-09-15', starts: '09:00', ends: '10:00', roll },
    ...{ hoursHundredths: 100, place: '', chair: '张三', recorder: '李四', lecturer: '', subject: '补的' },
    ...{ resolution: '', absence: '' },
  })
  expect(late.status).toBe(200)
  await scene.seal()
  await inspector.post('evidence.drawSample', { id, words })
  const { sample } = await scene.show(inspector, id)
  expect(sample.length).toBeGreaterThan(2)
  expect(sample.map(({ subject }) => subject)).not.toContain(late.body.id)
  const days = sample
    .filter(({ record }) => record !== 'admission_case' && record !== 'study_plan_row')
    .map(({ happenedOn }) => happenedOn ?? '')
  expect(days.every((on) => on >= '2026-09-01' && on <= '2026-10-08')).toBe(true)
  expect(new Set(sample.map(({ orgId }) => orgId))).toEqual(new Set([branch]))
  const elsewhere = await world.as('secretary', other)
  expect((await elsewhere.get('evidence.findInspection', { id })).problem.code).toBe('no-such-inspection')
})

test('what was drawn took place on the day its own page says: an admission when it was applied for, a plan when it was held', async () => {
  const { inspector, world } = scene
  const id = await drawn({ each: 50 })
  const { sample } = await scene.show(inspector, id)
  for (const { record, subject, happenedOn } of sample) {
    const { body } = await inspector.get('journal.findWhen', { subject: subject as Id })
    expect([record, happenedOn]).toEqual([record, body.happenedOn])
  }
  const fellIn = await world.db
    .selectFrom('inspection_sample')
    .select(['subject', 'record', 'happened_on as on'])
    .where('inspection_id', '=', id)
    .execute()
  const others = fellIn.filter(({ subject, on }) =>
    sample.some((one) => one.subject === subject && one.happenedOn !== null && one.happenedOn !== on),
  )
  expect(new Set(others.map(({ record }) => record))).toEqual(new Set(['admission_case', 'study_plan_row']))
})

test('a branch learns of an inspection when it is drawn, and sees its own part', async () => {
  const { world, branch, inspector, staff } = scene
  const secretary = await world.as('secretary', branch)
  const id = await scene.make()
  const known = async (who: typeof secretary) =>
    (await who.get('evidence.listInspections', {})).body.inspections.some((one) => one.id === id)
  await scene.seal()
  expect([await known(inspector), await known(secretary), await known(staff)]).toEqual([true, false, false])
  expect((await secretary.get('evidence.findInspection', { id })).problem.code).toBe('no-such-inspection')
  await inspector.post('evidence.drawSample', { id, words })
  expect([await known(secretary), await known(staff)]).toEqual([true, true])
  const own = await scene.show(secretary, id)
  expect(own.sample.length).toBeGreaterThan(0)
  expect(new Set(own.sample.map(({ orgId }) => orgId))).toEqual(new Set([branch]))
  expect(own.draw?.strata.length).toBeGreaterThan(0)
  expect(own.sample.every(({ title }) => title !== '')).toBe(true)
})

test('a branch does not see in the journal that an inspection of it was begun', async () => {
  const { world, branch } = scene
  const secretary = await world.as('secretary', branch)
  await scene.make({ orgId: branch })
  const { entries } = (await secretary.get('journal.listEntries', { limit: 1000 })).body
  expect(entries.length).toBeGreaterThan(0)
  expect(entries.filter(({ record }) => record === 'inspection')).toEqual([])
})

test('days without records, days to come and a unit of others are refused', async () => {
  const { inspector, top, world, branch, other } = scene
  const bad = { orgId: top, title: '抽查', from: '2026-10-01', to: '2026-10-09' } as const
  expect((await inspector.post('evidence.makeInspection', bad)).problem.code).toBe('in-the-future')
  const id = await scene.make({ from: '2001-01-01', to: '2001-01-02' })
  await scene.seal()
  expect((await inspector.post('evidence.drawSample', { id, words })).problem.code).toBe('nothing-to-draw')
  const local = await world.as('inspector', branch)
  const beyond = { orgId: other, title: '抽查', from: '2026-09-01', to: '2026-09-30' } as const
  expect((await local.post('evidence.makeInspection', beyond)).problem.code).toBe('not-allowed')
})

test('it is closed when everything drawn was looked at', async () => {
  const { inspector } = scene
  const id = await drawn({ split: 'kind', each: 1 })
  const { sample } = await scene.show(inspector, id)
  const [first, ...others] = sample.map((one) => one.id)
  if (!first) throw new Error('nothing drawn')
  const close = () => inspector.post('evidence.closeInspection', { id })
  const mark = (sampleIds: Id<'inspection_sample'>[]) =>
    inspector.post('evidence.markInOrder', { id, sampleIds })
  await mark(others)
  expect((await close()).problem).toMatchObject({ code: 'not-all-seen', facts: { n: 1 } })
  expect((await mark([id as never])).problem.code).toBe('not-drawn')
  await mark([first, first])
  await mark([first])
  expect(await scene.kindsOf(first)).toEqual(['evidence.drawSample', 'evidence.markInOrder'])
  expect((await close()).status).toBe(200)
  expect((await close()).problem.code).toBe('inspection-closed')
  expect(await scene.show(inspector, id)).toMatchObject({ state: 'closed', counts: { seen: sample.length } })
})
