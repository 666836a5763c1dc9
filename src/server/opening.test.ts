import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sequence } from '../journal/jobs/sequence.ts'
import { sign } from '../journal/jobs/sign.ts'
import { checkFields } from '../journal/rules/proof.ts'
import { type Id, newId } from '../kit/id.ts'
import { type Caller, makeWorld, type World } from './world.ts'
import { type Records, recordsIn } from './world-records.ts'

let world: World
let records: Records
let branch: Id<'org'>
let secretary: Caller
let person: Id<'person'>
let meeting: Id<'meeting'>

const blank = { starts: '', ends: '', place: '', lecturer: '', resolution: '', absence: '' }

const somebody = {
  ...{ no: 'P1', name: '王小燕', ethnicity: '汉族', bornOn: '1990-05-01', education: '大专' },
  ...{ joinedOn: null, fullSince: null, crew: '', note: '' },
  sex: '女',
  category: 'fullMember',
  duesClass: 'employed',
  ...{ posts: '', shift: '早班', idNumber: '110105199005010026', phone: '13800001234' },
  ...{ duesBase: '4900', from: '2026-01-01' },
} as const

beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
  branch = await records.branch()
  secretary = await world.as('secretary', branch)
  person = (await secretary.post('people.addPerson', { ...somebody, orgId: branch })).body.id
  const what = { kind: 'groupMeeting', heldOn: '2026-10-07', chair: '张三', recorder: '李四' } as const
  const roll = [{ personId: person, state: 'present', reason: '' }] as const
  const { body } = await secretary.post('meetings.enterMeeting', {
    ...{ ...blank, ...what, orgId: branch, subject: '学习', hoursHundredths: null, roll: [...roll] },
  })
  meeting = body.id
  while ((await sequence(world.db, world.mineId, world.now)) > 0) {}
  await sign(world, world.mineId)
})
afterAll(() => world.close())

/** The record's latest leaf, as a browser gets it. */
async function leafOf(subject: string): Promise<string> {
  const { entries } = (await secretary.get('journal.findHistory', { subject: subject as Id })).body
  const entryId = entries.at(-1)?.id as Id
  return (await secretary.get('journal.findProof', { entryId })).body.leaf
}
const open = (subject: string, by = secretary) => by.get('journal.findOpening', { subject: subject as Id })

test('every field of a meeting opens its commitment, the roll included', async () => {
  const { body } = await open(meeting)
  expect([body.rev, body.withheld]).toEqual([1, []])
  const checked = checkFields(await leafOf(meeting), body.fields)
  expect(checked.map(({ good }) => good)).toEqual(checked.map(() => true))
  expect(checked.find(({ name }) => name === 'subject')?.value).toBe('"学习"')
  expect(checked.find(({ name }) => name === 'roll')?.value).toContain(person)
})

test('a value, a salt, a name or a leaf of another record: each is seen', async () => {
  const { fields } = (await open(meeting)).body
  const leaf = await leafOf(meeting)
  const [first, second] = fields.filter(({ name }) => ['chair', 'subject'].includes(name))
  if (!first || !second) throw new Error('no fields')
  const wrong = [
    { ...first, value: '"王五"' },
    { ...first, salt: second.salt },
    { ...first, name: second.name },
    { ...first, salt: '' },
  ]
  expect(checkFields(leaf, wrong).map(({ good }) => good)).toEqual([false, false, false, false])
  expect(checkFields(await leafOf(person), [first])[0]?.good).toBe(false)
})

test('a person is opened without what is masked', async () => {
  const { body } = await open(person)
  expect(body.withheld).toEqual(['id_number', 'id_number_mac', 'note', 'phone', 'standings'])
  expect(JSON.stringify(body)).not.toMatch(/4900|110105|13800001234/)
  expect(checkFields(await leafOf(person), body.fields).every(({ good }) => good)).toBe(true)
})

test('a row changed behind the journal no longer agrees, that field alone', async () => {
  await world.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await tx.updateTable('meeting').set({ chair: '王五' }).where('id', '=', meeting).execute()
  })
  const checked = checkFields(await leafOf(meeting), (await open(meeting)).body.fields)
  expect(checked.filter(({ good }) => !good).map(({ name }) => name)).toEqual(['chair'])
})

test('nothing is opened to those who may not read it, nor of what there is not', async () => {
  const other = await records.branch()
  const stranger = await world.as('secretary', other)
  expect((await open(meeting, stranger)).problem.code).toBe('not-allowed')
  expect((await open(meeting, await world.as('auditAdmin'))).problem.code).toBe('not-allowed')
  expect((await open(newId())).problem.code).toBe('no-such-record')
  const { body } = await secretary.post('voice.send', { kind: 'suggestion', text: '热水不够' } as never)
  const clerk = await world.as('committeeStaff')
  expect((await open(body.id, clerk)).problem.code).toBe('not-opened')
})
