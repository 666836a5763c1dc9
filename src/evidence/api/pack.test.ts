import { rename } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mineRecord } from '../../access/store/set-up.ts'
import { DAY_FIELDS } from '../../journal/rules/pack/day.ts'
import type { Pack } from '../../journal/rules/pack/shape.ts'
import { append, appendGone } from '../../journal/store/append.ts'
import { endLog } from '../../journal/store/restore/former.ts'
import { signerFolder } from '../../journal/store/signer.ts'
import { day } from '../../kit/day.ts'
import type { Id } from '../../kit/id.ts'
import { meetingRecord } from '../../meetings/store/meetings.ts'
import { personRecord } from '../../people/store/write.ts'
import { records as journaled } from '../../server/records.ts'
import { recordsIn } from '../../server/world-records.ts'
import { DISCLOSED } from '../rules/disclosed.ts'
import { verifyPack } from '../store/verify-pack.ts'
import { type Scene, setScene } from './test/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.close())

async function drawn(): Promise<Id<'inspection'>> {
  const id = await scene.make()
  await scene.seal()
  expect((await scene.inspector.post('evidence.drawSample', { id, words: '三五一' })).status).toBe(200)
  return id
}

/** Who writes into the journal where no page does. */
const author = () =>
  ({
    mineId: scene.world.mineId,
    actorId: scene.world.mineId,
    now: scene.world.now(),
    src: 'web',
    keys: scene.world.keys,
  }) as const

/** The pack in a file, which must be good. */
async function goodPack(content: string): Promise<Pack> {
  const { findings, read } = await verifyPack(Buffer.from(content, 'base64'))
  expect(findings).toEqual([])
  if (!read) throw new Error('no pack')
  return read.pack
}

test('an inspector carries away the drawn records and the draw, and whoever checks them finds nothing wrong', async () => {
  const id = await drawn()
  await scene.seal()
  const { sample } = await scene.show(scene.inspector, id)
  const { body } = await scene.inspector.get('evidence.makeInspectionPack', { id })
  const pack = await goodPack(body.content)
  expect(body.records).toBe(sample.length)
  expect(pack.records.map(({ subject }) => subject).sort()).toEqual(
    sample.map(({ subject }) => subject).sort(),
  )
  expect(Object.values(pack.draw?.drawn ?? {}).flat()).toHaveLength(sample.length)
  expect(pack.about.inspection).toMatchObject({ id, title: '三季度抽查' })
})

test('of every kind of record with a day of its own, that day is opened, and is the one field that tells it', () => {
  for (const { table, happened } of journaled.filter((one) => one.table !== 'person')) {
    const fields = DISCLOSED[table]?.fields
    if (!fields) continue
    const own = happened && !happened.through ? [happened.column] : []
    const [first] = DAY_FIELDS.filter((field) => fields.includes(field))
    expect(first, table).toBe(table === 'study_plan_row' ? 'month' : own[0])
  }
})

test('nothing is opened but what the catalogue names, and names of people never are', async () => {
  const { body } = await scene.inspector.get('evidence.makeInspectionPack', { id: await drawn() })
  const { records } = await goodPack(body.content)
  for (const { table, revisions } of records)
    for (const { opened } of revisions)
      for (const name of Object.keys(opened)) expect(DISCLOSED[table]?.fields, table).toContain(name)
  const meeting = records.find(({ table }) => table === 'meeting')?.revisions.at(-1)
  expect(Object.keys(meeting?.opened ?? {})).toContain('held_on')
  expect(meeting?.withheld).toEqual(
    expect.arrayContaining(['absence', 'chair', 'lecturer', 'recorder', 'roll']),
  )
})

test('a unit’s pack of a period holds what took place in it, with the scores of a closed period', async () => {
  const { staff, branch, top } = scene
  const period = '2026Q2'
  const asked = { orgId: branch, period }
  expect((await goodPack((await staff.get('evidence.makePeriodPack', asked)).body.content)).scores).toBeNull()
  expect((await staff.post('assessment.openPeriod', { period })).status).toBe(200)
  expect((await staff.post('assessment.closePeriod', { period })).status).toBe(200)
  const { records, scores } = await goodPack((await staff.get('evidence.makePeriodPack', asked)).body.content)
  expect(records.length).toBeGreaterThan(5)
  expect(
    records
      .filter(({ table }) => table !== 'admission_case')
      .every(({ happened }) => happened && happened >= '2026-04-01' && happened <= '2026-06-30'),
  ).toBe(true)
  expect(scores?.branches.map(({ id }) => id)).toEqual([branch])
  expect(scores?.branches[0]?.score.score).toMatch(/^\d+\.\d\d$/)
  const all = await goodPack(
    (await staff.get('evidence.makePeriodPack', { orgId: top, period })).body.content,
  )
  expect(all.records.length).toBeGreaterThan(records.length)
  expect(all.scores?.branches.length).toBeGreaterThan(1)
})

/** Changes a meeting of the branch in the table alone, as no action does. */
async function put(id: string, subject: string): Promise<void> {
  await scene.world.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update meeting set subject = ${subject} where id = ${id}`.execute(tx)
  })
}

test('what was changed behind the journal is not packed; sealed again it is, and only the last revision is open', async () => {
  const { staff, branch, seal, world } = scene
  const meeting = await world.db
    .selectFrom('meeting')
    .select('id')
    .where('org_id', '=', branch)
    .limit(1)
    .execute()
  const id = meeting[0]?.id ?? ''
  const asked = { orgId: branch, period: '2026' }
  const opened = async (): Promise<unknown[]> => {
    const pack = await goodPack((await staff.get('evidence.makePeriodPack', asked)).body.content)
    const record = pack.records.find(({ subject }) => subject === id)
    return record?.revisions.map((revision) => revision.opened['subject']?.value) ?? []
  }
  await put(id, '悄悄改的')
  expect((await staff.get('evidence.makePeriodPack', asked)).problem.code).toBe('seal-broken')
  await world.db
    .transaction()
    .execute((tx) => append(tx, author(), 'meetings.changeMeeting', meetingRecord, [id]))
  expect(await opened()).toEqual([undefined])
  await seal()
  expect(await opened()).toEqual([undefined, '悄悄改的'])
})

test('where nothing took place there is nothing to pack, and no pack before the draw', async () => {
  const { staff, inspector, branch } = scene
  const empty = await staff.get('evidence.makePeriodPack', { orgId: branch, period: '2020' })
  expect(empty.problem.code).toBe('nothing-to-pack')
  const undrawn = await inspector.get('evidence.makeInspectionPack', { id: await scene.make() })
  expect(undrawn.problem.code).toBe('not-drawn')
})

test('what was erased under notice is carried closed, with the notice', async () => {
  const { staff, top, seal, world } = scene
  const paid = await world.db.selectFrom('dues_payment').select('person_id').limit(1).execute()
  const person = paid[0]?.person_id ?? ''
  await world.db
    .transaction()
    .execute((tx) => appendGone(tx, author(), 'people.erase', personRecord, [person]))
  await world.keys.owners.erase(world.mineId, [person])
  await seal()
  const { body } = await staff.get('evidence.makePeriodPack', { orgId: top, period: '2026' })
  const { records } = await goodPack(body.content)
  const erased = records.flatMap(({ revisions }) => revisions).filter((one) => one.erased !== null)
  expect(erased.length).toBeGreaterThan(1)
  expect(erased.every(({ opened }) => Object.keys(opened).length === 0)).toBe(true)
  expect(records.find(({ subject }) => subject === person)?.table).toBe('person')
})

test('records that began in a log that has ended are left out of draws and packs, and how many is said', async () => {
  const { staff, inspector, branch, seal, world } = scene
  const asked = { orgId: branch, period: '2026' }
  const before = (await staff.get('evidence.makePeriodPack', asked)).body
  expect([before.begunBefore, before.records > 5]).toEqual([0, true])
  const by = author()
  const fresh = await recordsIn(world).meeting(branch, { held_on: day('2026-08-10') })
  const old = await world.db
    .selectFrom('meeting')
    .select('id')
    .where('org_id', '=', branch)
    .limit(1)
    .execute()
  await world.db.transaction().execute(async (tx) => {
    await endLog(tx, world.mineId)
    await append(tx, by, 'journal.restore', mineRecord, [world.mineId])
    await append(tx, by, 'meetings.enterMeeting', meetingRecord, [fresh])
    await append(tx, by, 'meetings.changeMeeting', meetingRecord, [old[0]?.id ?? ''])
  })
  const folder = signerFolder(world.dataDir, world.mineId)
  await rename(folder, `${folder}.1`)
  await seal()
  const { records, begunBefore, content } = (await staff.get('evidence.makePeriodPack', asked)).body
  expect([records, begunBefore]).toEqual([1, before.records])
  const pack = await goodPack(content)
  expect(pack.records.map(({ subject }) => subject)).toEqual([fresh])
  expect(pack.about.redaction.at(-1)).toContain(
    `${before.records} more records began in a log that has ended`,
  )

  const { body } = await inspector.get('evidence.makeInspectionPack', { id: await drawn() })
  expect((await goodPack(body.content)).records.map(({ subject }) => subject)).toContain(fresh)
  expect(body.begunBefore).toBeGreaterThanOrEqual(before.records)
})

/** Changes the journal itself for one question, as no login of the server could. */
async function damaged(change: string): Promise<string> {
  const { world, staff, branch } = scene
  const meddle = (statement: string): Promise<void> =>
    world.db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql.raw(statement).execute(tx)
    })
  await meddle('create table leaf_kept as select * from journal_leaf')
  await meddle(change)
  const { problem, status } = await staff.get('evidence.makePeriodPack', { orgId: branch, period: '2026Q3' })
  await meddle('delete from journal_leaf')
  await meddle('insert into journal_leaf select * from leaf_kept')
  await meddle('drop table leaf_kept')
  return `${status} ${problem.code}`
}

test.each([
  [
    'the last leaf is gone',
    'delete from journal_leaf where idx = (select max(size) - 1 from journal_checkpoint)',
  ],
  ['a hash in it was changed', "update journal_leaf set hash = sha256('x') where idx = 0"],
  ['the bytes of its leaves were changed', "update journal_leaf set bytes = bytes || 'x'::bytea"],
])('no pack is made over a damaged journal, and it is said so: %s', async (_, change) => {
  await scene.seal()
  expect(await damaged(change)).toBe('409 journal-damaged')
})
