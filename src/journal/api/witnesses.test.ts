import fs from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Id, newId } from '../../kit/id.ts'
import { signingKeyOf } from '../../kit/keys/signing.ts'
import { isRefused } from '../../kit/refuse.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'
import { sequence } from '../jobs/sequence.ts'
import { sign } from '../jobs/sign.ts'
import type { Fetch } from '../jobs/witness/ask.ts'
import { isDue, sendCheckpoints } from '../jobs/witness/send.ts'
import { openWitness, type Witness } from '../jobs/witness/witness.ts'
import { parseVkey, type Signer, showVkey } from '../rules/note.ts'
import { isWitnessed, parsePolicy } from '../rules/policy.ts'
import { witnessSigner } from '../rules/witness.ts'
import { ask } from '../store/statement.ts'
import { verify } from '../store/verify.ts'
import { findCosignatures, listCosigned, quorumRecord, witnessRecord } from '../store/witnesses.ts'

const key = signingKeyOf(new Uint8Array(32).fill(2))
const signer = witnessSigner('office.example/w1', key.publicKey)
const vkey = showVkey(signer)
const URL = 'http://office.example:7160'

let world: World
let admin: Caller
let dir: string
let witness: Witness
let asked: string[] = []
beforeAll(async () => {
  world = await makeWorld()
  admin = await world.as('auditAdmin')
  dir = fs.mkdtempSync(join(os.tmpdir(), 'witness-'))
})
afterAll(async () => {
  await world.close()
  fs.rmSync(dir, { recursive: true })
})

const seal = async (): Promise<void> => {
  while ((await sequence(world.db, world.mineId, world.now)) > 0) {}
  await sign(world, world.mineId)
}
/** Something new in the journal, signed. */
const grow = async (): Promise<void> => {
  await admin.post('journal.setQuorum', { committees: 0, phones: 0 })
  await seal()
}
const later = (minutes: number): Date => new Date(Date.parse('2026-10-08T02:00:00Z') + minutes * 60_000)
const toWitness: Fetch = async (url, init) => {
  asked.push(url)
  const { status, type, body } = witness.add(String(init.body))
  return new Response(body, { status, headers: { 'content-type': type } })
}
const send = (fetch: Fetch, minutes: number): Promise<void> =>
  sendCheckpoints({ db: world.db, fetch }, later(minutes))
const only = async () => (await admin.get('journal.listWitnesses', {})).body.witnesses[0]

test('without a witness nothing is asked of anybody', async () => {
  await seal()
  await send(toWitness, 0)
  expect(asked).toEqual([])
  const { body } = await admin.get('journal.listWitnesses', {})
  expect(body).toMatchObject({
    witnesses: [],
    quorum: { committees: 0, phones: 0 },
    policy: `log ${body.vkey}\nquorum none\n`,
  })
})

test.each([
  ['a key that is none', { vkey: 'hello', url: URL }, 'bad-verifier-key'],
  ['the key of a log', { vkey: showVkey({ ...signer, type: 1 }), url: URL }, 'bad-verifier-key'],
  [
    'a name that is no address',
    { vkey: showVkey({ ...signer, name: 'office' }), url: URL },
    'bad-verifier-key',
  ],
  ['no address of the web', { vkey, url: 'file:///etc/passwd' }, 'bad-address'],
  ['an address with a password', { vkey, url: 'http://a:b@office.example' }, 'bad-address'],
  ['an address that is none', { vkey, url: 'office' }, 'bad-address'],
])('journal.addWitness refuses %s', async (_, input, code) => {
  expect((await admin.post('journal.addWitness', input)).problem.code).toBe(code)
})

test('journal.addWitness: the audit administrator may; committee’s staff and system administrator, whom witnesses watch, only read', async () => {
  const staff = await world.as('committeeStaff')
  expect((await staff.post('journal.addWitness', { vkey, url: URL })).problem.code).toBe('not-allowed')
  const system = await world.as('systemAdmin')
  expect((await system.post('journal.addWitness', { vkey, url: URL })).problem.code).toBe('not-allowed')
  expect((await system.get('journal.listWitnesses', {})).status).toBe(200)
  const audit = await world.as('auditAdmin')
  expect((await audit.post('journal.addWitness', { vkey, url: `${URL}/` })).status).toBe(200)
  expect((await audit.post('journal.addWitness', { vkey, url: URL })).problem.code).toBe('witness-known')
  expect((await staff.get('journal.listWitnesses', {})).body.witnesses).toMatchObject([
    { name: signer.name, url: URL, signed: null },
  ])
})

test('the newest checkpoint is sent, and only a line that holds is kept', async () => {
  const { vkey: logKey } = (await admin.get('journal.listWitnesses', {})).body
  const opened = openWitness({
    dir,
    signer,
    sign: key.sign,
    logs: [parseVkey(logKey) as Signer],
    clock: () => later(3),
    alarm: () => {},
  })
  if (isRefused(opened)) throw new Error(opened.refused)
  witness = opened
  await seal()
  await send(async () => new Response('— office.example/w1 AAAAAAAA\n'), 0)
  expect(await only()).toMatchObject({ failure: 'bad-answer', signed: null })
  await send(toWitness, 5)
  expect(asked).toEqual([`${URL}/add-checkpoint`])
  const [checkpoint] = await listCosigned(world.db, world.mineId)
  const timeS = Math.floor(later(3).getTime() / 1000)
  expect(await only()).toMatchObject({
    failure: null,
    failingSince: null,
    signed: { size: checkpoint?.size, timeS },
  })
  expect(await findCosignatures(world.db, world.mineId, checkpoint?.size ?? 0)).toMatch(
    /^— office\.example\/w1 \S+\n$/,
  )

  expect((await admin.post('journal.setQuorum', { committees: 1, phones: 0 })).status).toBe(200)
  const { policy } = (await admin.get('journal.listWitnesses', {})).body
  const read = parsePolicy(policy ?? '')
  if (isRefused(read)) throw new Error('the policy does not read')
  expect(isWitnessed(read, checkpoint?.note ?? '')).toBe(timeS)
})

test('at most hourly, and only when there is something new', async () => {
  await seal()
  asked = []
  await send(toWitness, 65)
  expect(asked.length).toBe(1) // the quorum was set since
  await send(toWitness, 200)
  expect(asked.length).toBe(1)
  await grow()
  await send(toWitness, 70)
  expect(asked.length).toBe(1)
  await send(toWitness, 125)
  expect(asked.length).toBe(2)
  expect((await listCosigned(world.db, world.mineId)).length).toBe(3)
})

describe('what goes wrong is told, and tried again after five minutes', () => {
  const say =
    (status: number, type = 'text/plain', body = 'x\n') =>
    async (): Promise<Response> =>
      new Response(body, { status, headers: { 'content-type': type } })
  const size = 'text/x.tlog.size'
  test.each([
    [
      'nobody there',
      200,
      async () => {
        throw new TypeError('fetch failed')
      },
      'unreachable',
    ],
    ['a stranger to it', 210, say(404), 'log-unknown-to-it'],
    ['another key', 220, say(403), 'key-unknown-to-it'],
    ['a history that does not go on', 230, say(422), 'inconsistent'],
    ['two trees of one size', 240, say(409), 'inconsistent'],
    ['a longer log in its memory', 250, say(409, size, '999999\n'), 'remembers-more'],
    ['a fault of its own', 260, say(500), 'bad-answer'],
    ['another line than its own', 270, say(200, 'text/plain', '— x.example AAAAAAAA\n'), 'bad-answer'],
  ])('%s', async (_, minute, fetch, failure) => {
    if (minute === 200) await grow()
    await send(fetch, minute)
    expect(await only()).toMatchObject({ failure, failingSince: later(200).toISOString() })
    let again = 0
    await send(async (...of) => {
      again += 1
      return toWitness(...of)
    }, minute + 4)
    expect(again).toBe(0)
  })
  test('and then it is well again', async () => {
    await send(toWitness, 280)
    expect(await only()).toMatchObject({ failure: null, failingSince: null })
  })
})

test('a witness that remembers another size is asked again from there', async () => {
  await grow()
  await ask(world.db, 'update witness_delivery set known = 1 where mine_id = $1', [world.mineId])
  asked = []
  await send(toWitness, 400)
  expect(asked.length).toBe(2)
  expect((await only())?.failure).toBeNull()
})

test.each([
  ['new, never tried', { known: 0, triedAt: null, failure: null }, true],
  ['nothing new', { known: 9, triedAt: null, failure: null }, false],
  ['nothing new, but it failed', { known: 9, triedAt: later(-5), failure: 'unreachable' }, true],
  ['failed four minutes ago', { known: 0, triedAt: later(-4), failure: 'unreachable' }, false],
  ['new, sent 59 minutes ago', { known: 8, triedAt: later(-59), failure: null }, false],
  ['new, sent an hour ago', { known: 8, triedAt: later(-60), failure: null }, true],
])('%s', (_, of, due) => expect(isDue(of, 9, later(0))).toBe(due))

test('a kept signature that somebody changes is found, by column', async () => {
  const records = [witnessRecord, quorumRecord]
  const look = async () => (await verify({ ...world, records, now: world.now() })).findings
  expect(await look()).toEqual([])
  const changes = [
    ['line', "line = replace(line, 'w1 ', 'w1 A')"],
    ['time_s', 'time_s = time_s + 1'],
    ['witness', "witness = 'x.example'"],
    ['size', 'size = size + 100000'],
    ['size', 'size = size + 1152921504606846976'],
  ] as const
  for (const [column, change] of changes) {
    await ask(world.db, 'create table kept as table journal_cosignature', [])
    await ask(
      world.db,
      `update journal_cosignature set ${change} where size = (select max(size) from journal_cosignature)`,
      [],
    )
    expect(await look()).toMatchObject([
      { code: 'cosignature-changed', table: 'journal_cosignature', column },
    ])
    await ask(world.db, 'delete from journal_cosignature', [])
    await ask(world.db, 'insert into journal_cosignature table kept', [])
    await ask(world.db, 'drop table kept', [])
  }
})

const ending = (id: Id<'witness'>) => ({ id, reason: '纪检监察机关已换机器' })

test('journal.endWitness: not while it is needed, then for good; journal.setQuorum: not more than there are', async () => {
  const id = (await only())?.id as Id<'witness'>
  expect((await admin.post('journal.setQuorum', { committees: 2, phones: 0 })).problem.code).toBe(
    'too-few-witnesses',
  )
  expect((await admin.post('journal.setQuorum', { committees: 0, phones: 1 })).problem.code).toBe(
    'too-few-witnesses',
  )
  await admin.post('journal.setQuorum', { committees: 1, phones: 0 })
  expect((await admin.post('journal.endWitness', ending(id))).problem.code).toBe('quorum-needs-it')
  await admin.post('journal.setQuorum', { committees: 0, phones: 0 })
  expect((await admin.post('journal.endWitness', { id, reason: '' })).problem.code).toBe('bad-input')
  expect((await admin.post('journal.endWitness', ending(id))).status).toBe(200)
  expect((await admin.post('journal.endWitness', ending(id))).problem.code).toBe('no-such-witness')
  expect((await admin.post('journal.endWitness', ending(newId()))).problem.code).toBe('no-such-witness')
  expect(await only()).toMatchObject({ whyEnded: '纪检监察机关已换机器', until: world.now().toISOString() })
  asked = []
  await grow()
  await send(toWitness, 900)
  expect(asked).toEqual([])
  expect((await admin.get('journal.listWitnesses', {})).body.policy).toContain(vkey)
})
