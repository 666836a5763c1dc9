import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { sequence } from '../journal/jobs/sequence.ts'
import { sign } from '../journal/jobs/sign.ts'
import type { Contract } from '../kit/contract.ts'
import { measureGrown } from '../kit/db/planner.ts'
import { readWorkbook } from '../kit/excel/read.ts'
import { isRefused } from '../kit/refuse.ts'
import fc from '../kit/test/check.ts'
import { bringIn } from '../ledger/api/bring-in.ts'
import { deskOf } from '../ledger/api/desk.ts'
import { readLedgers } from '../ledger/sheets/read.ts'
import { actions } from './actions.ts'
import { type Caller, makeWorld, type World } from './world.ts'

/** So many an action; 500 before a release. */
const INPUTS = Number(process.env['PITLAMP_FUZZ'] ?? 50)
const SEED = 20_261_008
/** Roles over the mine who between them may do everything. */
const ROLES = ['committeeStaff', 'systemAdmin', 'securityAdmin', 'inspector'] as const

let world: World
let pool: readonly string[] = []

const IDS = [
  'org_unit',
  'person',
  'meeting',
  'account',
  'office',
  'ledger_import',
  'planned_meeting',
  'material',
  'voice',
  'dues_payment',
  'admission_case',
  'study_plan_row',
  'target',
  'agenda_item',
  'decision',
  'expected_exclusion',
  'meeting_photo',
  'witness',
  'inspection',
  'inspection_sample',
  'finding',
] as const
const WORDS = [
  '2026-03-05',
  '2026-03',
  '2026Q3',
  '2026',
  '09:30',
  'https://pitlamp.example',
  '男',
  '三',
  '党员 Σ',
  "'; drop table",
  '1.5',
  'MINE',
  '',
  'abcdefghijkl',
  '\u{1f525}',
  'x'.repeat(199),
  'a'.repeat(64),
]

async function listIds(): Promise<string[]> {
  const found = await Promise.all(
    IDS.map((table) =>
      world.db.selectFrom(table).select('id').where('mine_id', '=', world.mineId).limit(4).execute(),
    ),
  )
  return found.flat().map(({ id }) => id)
}

/** A planned meeting with something to read, and a voice: their ids are worth asking for. */
async function saySomething(): Promise<void> {
  const staff = await world.as('committeeStaff')
  const { body } = await staff.get('org.listUnits', {})
  const orgId = body.units.find(({ kind }) => kind === 'branch')?.id
  if (!orgId) throw new Error('no branch in the fixture')
  const file = { name: 'a.txt', base64: Buffer.from('要点').toString('base64') }
  const read = await staff.post('library.addMaterial', { orgId, title: '要点', body: '', file })
  await staff.post('meetings.planMeeting', {
    ...{ orgId, kind: 'partyLecture', subject: '安全', note: '', materialIds: [read.body.id] },
    sessions: [{ day: '2026-12-01', starts: '14:00', ends: '', place: '', shift: '' }],
  })
  await staff.post('voice.send', { kind: 'suggestion', text: '晚点开会' })
}

/** An inspection that was drawn, with something found; and one to be drawn. */
async function inspectSomething(): Promise<void> {
  const inspector = await world.as('inspector')
  const { body } = await inspector.get('org.listUnits', {})
  const orgId = body.units.find(({ parentId }) => parentId === null)?.id
  if (!orgId) throw new Error('no committee in the fixture')
  const days = { orgId, title: '抽查', from: '2026-01-01', to: '2026-10-08' } as const
  await inspector.post('evidence.makeInspection', days)
  const { id } = (await inspector.post('evidence.makeInspection', days)).body
  await sequence(world.db, world.mineId, world.now)
  await sign(world, world.mineId)
  await inspector.post('evidence.drawSample', { id, words: '三' })
  const [one] = (await inspector.get('evidence.findInspection', { id })).body.sample
  if (!one) throw new Error('nothing was drawn')
  const found = { text: '登记晚了', severity: 'improve', dueOn: '2026-12-01' } as const
  await inspector.post('evidence.addFinding', { id, sampleIds: [one.id], ...found })
}

beforeAll(async () => {
  world = await makeWorld()
  const bytes = await readFile(new URL('../ledger/fixtures/small-2026.xlsx', import.meta.url))
  const workbook = await readWorkbook(bytes)
  if (isRefused(workbook)) throw new Error(workbook.refused)
  const { accountId } = await world.as('committeeStaff')
  const actor = { mineId: world.mineId, accountId, personId: null, offices: [], mustChange: false }
  const desk = deskOf({ actor, keys: world.keys, now: world.now() })
  await world.db.transaction().execute((tx) => bringIn(tx, desk, readLedgers(workbook).ledgers, () => 'on'))
  await saySomething()
  await inspectSomething()
  pool = [...WORDS, ...(await listIds()), bytes.toString('base64')]
})
afterAll(() => world.close())

type Shape = z.ZodType & {
  readonly _zod: { readonly def: Readonly<Record<string, unknown>> & { readonly type: string } }
}

/** Values a shape takes: objects field by field, words from the pool that it accepts, plain kinds at random. */
function valid(shape: z.ZodType): fc.Arbitrary<unknown> {
  const { def } = (shape as Shape)._zod
  const inner = (name: string): z.ZodType => def[name] as z.ZodType
  if (def.type === 'object') {
    const fields = Object.entries(def['shape'] as Record<string, z.ZodType>)
    return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, valid(field)])))
  }
  if (def.type === 'array') return fc.array(valid(inner('element')), { minLength: 1, maxLength: 3 })
  if (def.type === 'nullable') return fc.option(valid(inner('innerType')))
  if (def.type === 'optional' || def.type === 'default')
    return fc.option(valid(inner('innerType')), { nil: undefined })
  if (def.type === 'boolean') return fc.boolean()
  if (def.type === 'union') return fc.oneof(...(def['options'] as z.ZodType[]).map(valid))
  if (def.type === 'literal') return fc.constantFrom(...(def['values'] as string[]))
  if (def.type === 'enum') return fc.constantFrom(...Object.values(def['entries'] as Record<string, string>))
  const numbers = [0, 1, 3, 20, 100, 1000, 2026].filter((number) => shape.safeParse(number).success)
  const fitting = pool.filter((text) => shape.safeParse(text).success)
  const both = [...numbers, ...fitting]
  if (both.length === 0) throw new Error(`the pool has nothing for a ${def.type}`)
  return fc.constantFrom(...both)
}

/** What somebody might send instead: fields of other kinds, too long, missing, or no object at all. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    null,
    '',
    -1,
    1e300,
    '2026-02-30',
    'x'.repeat(300),
    '\u0000',
    '\ud800',
    [],
    {},
    'null',
    '__proto__',
  ),
)
function broken(shape: z.ZodType): fc.Arbitrary<unknown> {
  const { def } = (shape as Shape)._zod
  const fields = Object.entries((def['shape'] ?? {}) as Record<string, z.ZodType>)
  if (fields.length === 0) return strange
  const mixed = fields.map(([name, field]) => [name, fc.oneof(valid(field), strange)] as const)
  return fc.oneof(fc.record(Object.fromEntries(mixed), { requiredKeys: [] }), strange)
}

async function callerFor(contract: Contract): Promise<Caller> {
  for (const role of ROLES) {
    const caller = await world.as(role)
    const { body } = await caller.get('access.findMe', {})
    if (body.may.includes(contract.name)) return caller
  }
  return world.as('committeeStaff')
}

async function ask(caller: Caller, contract: Contract, input: unknown): Promise<Response> {
  const headers = { cookie: `pitlamp=${caller.cookie}` }
  if (contract.kind === 'write') {
    const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } }
    return world.app.request(`/api/${contract.name}`, { ...init, body: JSON.stringify(input) ?? '' })
  }
  const given = typeof input === 'object' && input !== null ? Object.entries(input) : []
  const texts = given.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return world.app.request(`/api/${contract.name}?${new URLSearchParams(texts)}`, { headers })
}

test.each(actions.map(({ contract }) => [contract.name, contract] as const))(
  '%s answers whatever it is sent, and never with a fault',
  async (_, contract) => {
    // As a server does: thousands of rows came into tables that were empty.
    await measureGrown(world.db)
    const caller = await callerFor(contract)
    const inputs = [
      ...fc.sample(valid(contract.input), { seed: SEED, numRuns: Math.ceil(INPUTS / 2) }),
      ...fc.sample(broken(contract.input), { seed: SEED, numRuns: Math.floor(INPUTS / 2) }),
    ]
    const faults: string[] = []
    const asked = new Set<string>()
    for (const input of inputs) {
      // The same question again would be answered the same; the same change would not.
      const text = JSON.stringify(input)
      if (contract.kind === 'read' && asked.has(text)) continue
      asked.add(text)
      const response = await ask(caller, contract, input)
      if (response.status >= 500) faults.push(`${response.status} ${JSON.stringify(input).slice(0, 300)}`)
      if (response.status >= 400)
        expect(response.headers.get('content-type')).toContain('application/problem+json')
    }
    expect(faults.slice(0, 3).concat(faults.length > 0 ? [String(world.faults.at(-1))] : [])).toEqual([])
  },
  600_000,
)
