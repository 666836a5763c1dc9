import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sequence } from '../../journal/jobs/sequence.ts'
import { sign } from '../../journal/jobs/sign.ts'
import { toBase64 } from '../../journal/rules/base64.ts'
import { parseCheckpoint, showCheckpoint } from '../../journal/rules/checkpoint.ts'
import { keyIdOf, parseNote, SIGNATURE_TYPES, showNote } from '../../journal/rules/note.ts'
import { checkEvidence, type Evidence } from '../../journal/rules/proof.ts'
import { proveConsistency, rootOfLeaves } from '../../journal/rules/tree.ts'
import { append } from '../../journal/store/append.ts'
import { findLatestCheckpoint, listLeaves } from '../../journal/store/checkpoint.ts'
import { findOrigin } from '../../journal/store/evidence.ts'
import { addBreak } from '../../journal/store/restore/break.ts'
import { endLog } from '../../journal/store/restore/former.ts'
import { makeTestLog, someLeaves } from '../../journal/store/test/log.ts'
import { mineRecord } from '../../journal/store/test/mine.ts'
import { type Id, newId } from '../../kit/id.ts'
import { openSigningKey } from '../../kit/keys/signing.ts'
import { isRefused } from '../../kit/refuse.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'

let world: World
let clerk: Caller
let branchId: Id<'org'>
let otherId: Id<'org'>

const seal = async (): Promise<void> => {
  while ((await sequence(world.db, world.mineId, world.now)) > 0) {}
  await sign(world, world.mineId)
}

beforeAll(async () => {
  world = await makeWorld()
  clerk = await world.as('committeeStaff')
  const book = await readFile(new URL('../../ledger/fixtures/small-2026.xlsx', import.meta.url))
  const { body } = await clerk.post('ledger.preview', {
    fileName: 'small.xlsx',
    content: book.toString('base64'),
  })
  await clerk.post('ledger.commit', { importId: body.importId })
  const branches = (await clerk.get('org.listUnits', {})).body.units.filter(({ kind }) => kind === 'branch')
  ;[branchId, otherId] = branches.map(({ id }) => id) as [Id<'org'>, Id<'org'>]
})
afterAll(() => world.close())

test('journal.findProof says no before anything is signed', async () => {
  const { entries } = (await clerk.get('journal.listEntries', { limit: 1 })).body
  const entryId = entries[0]?.id as Id
  expect((await clerk.get('journal.findProof', { entryId })).problem).toMatchObject({
    status: 409,
    code: 'not-sealed-yet',
  })
})

test('journal.listEntries tells the latest first, page by page, and leaves none out', async () => {
  const all = (await clerk.get('journal.listEntries', { limit: 1000 })).body
  const seen: string[] = []
  let before: Id | undefined
  for (let page = 0; page < 50; page++) {
    const { entries, next } = (await clerk.get('journal.listEntries', { limit: 150, before })).body
    seen.push(...entries.map(({ id }) => id))
    if (!next) break
    before = next as Id
  }
  expect(seen.slice(0, 1000)).toEqual(all.entries.map(({ id }) => id))
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toEqual(seen.toSorted().toReversed())
  const { count } = await world.db
    .selectFrom('journal_entry')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('mine_id', '=', world.mineId)
    .executeTakeFirstOrThrow()
  expect(seen.length).toBe(Number(count))
})

test('it keeps to a unit with all below it, to a kind, and to days of the mine’s calendar', async () => {
  const of = async (asked: object): Promise<readonly { orgId: string | null; kind: string }[]> =>
    (await clerk.get('journal.listEntries', { limit: 1000, ...asked })).body.entries
  const { units } = (await clerk.get('org.listUnits', {})).body
  const own = units.filter(({ id, parentId }) => id === branchId || parentId === branchId).map(({ id }) => id)
  const found = await of({ orgId: branchId })
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter(({ orgId }) => !own.some((id) => id === orgId))).toEqual([])
  expect(await of({ kind: 'meetings.enterMeeting' })).toEqual([])
  expect((await of({ from: '2026-10-08', to: '2026-10-08' })).length).toBeGreaterThan(0)
  expect(await of({ to: '2026-10-07' })).toEqual([])
  expect(await of({ from: '2026-10-09' })).toEqual([])
})

test('a secretary sees what was recorded of the own branch, and no other’s', async () => {
  const secretary = await world.as('secretary', branchId)
  const { entries } = (await secretary.get('journal.listEntries', { limit: 1000 })).body
  expect(entries.length).toBeGreaterThan(0)
  expect(entries.some(({ orgId }) => orgId === null || orgId === otherId)).toBe(false)
  const foreign = await secretary.get('journal.listEntries', { orgId: otherId })
  expect(foreign.problem.code).toBe('no-such-unit')
  const others = (await clerk.get('journal.listEntries', { orgId: otherId, limit: 1 })).body.entries
  const proof = await secretary.get('journal.findProof', { entryId: others[0]?.id as Id })
  expect(proof.problem.code).toBe('not-allowed')
})

test('journal.findProof hands out what a stranger can check, for the first, the last and any leaf', async () => {
  await seal()
  const { size, sealed } = (await clerk.get('journal.listEntries', { limit: 1 })).body
  expect(sealed?.size).toBe(size)
  const rows = await world.db
    .selectFrom('journal_leaf')
    .innerJoin('journal_entry', (on) =>
      on
        .onRef('journal_entry.mine_id', '=', 'journal_leaf.mine_id')
        .onRef('journal_entry.id', '=', 'journal_leaf.entry_id'),
    )
    .select(['journal_leaf.idx', 'journal_entry.id', 'journal_entry.subject'])
    .where('journal_leaf.mine_id', '=', world.mineId)
    .where('journal_leaf.idx', 'in', [0, 1, 255, 256, size - 2, size - 1])
    .execute()
  expect(rows.length).toBe(6)
  for (const { id, idx, subject } of rows) {
    const { body } = await clerk.get('journal.findProof', { entryId: id as Id })
    expect(body.index).toBe(Number(idx))
    const { entries } = (await clerk.get('journal.findHistory', { subject: subject as Id })).body
    const claim = { subject, rev: 1, leafHash: entries[0]?.leafHash ?? '' }
    expect(checkEvidence(body, claim).map(({ good }) => good)).toEqual([true, true, true, true])
  }
})

test('journal.findConsistency shows any tree signed before to be the beginning of the newest, to anybody signed in', async () => {
  const member = await world.as('member', branchId)
  const { size } = (await clerk.get('journal.listEntries', { limit: 1 })).body
  const rows = await world.db
    .selectFrom('journal_leaf')
    .select('hash')
    .where('mine_id', '=', world.mineId)
    .orderBy('idx')
    .execute()
  const hashes = rows.map(({ hash }) => hash)
  for (const from of [0, 1, 2, 255, 256, 257, 300, size - 1, size]) {
    const { body } = await member.get('journal.findConsistency', { from })
    expect(body.proof).toEqual(proveConsistency(hashes.slice(0, size), from).map((node) => toBase64(node)))
    const note = parseNote(body.note)
    const checkpoint = isRefused(note) ? note : parseCheckpoint(note.text)
    expect(checkpoint).toMatchObject({ size, root: rootOfLeaves(hashes.slice(0, size)) })
  }
  expect((await member.get('journal.findConsistency', { from: size + 1 })).body.proof).toEqual([])
  expect((await world.nobody.get('journal.findConsistency', { from: 0 })).problem.code).toBe('not-signed-in')
})

test('a leaf somebody changed in the database no longer checks', async () => {
  const { entries } = (await clerk.get('journal.listEntries', { limit: 3 })).body
  const { id, subject, rev } = entries[1] ?? { id: '', subject: '', rev: 0 }
  const { entries: shown } = (await clerk.get('journal.findHistory', { subject: subject as Id })).body
  const claim = { subject, rev, leafHash: shown[0]?.leafHash ?? '' }
  const { bytes } = await world.db
    .selectFrom('journal_leaf')
    .select('bytes')
    .where('mine_id', '=', world.mineId)
    .where('entry_id', '=', id as Id)
    .executeTakeFirstOrThrow()
  const changed = Buffer.from(bytes.toString().replace('"rev":1', '"rev":2'))
  const put = (leaf: Buffer): Promise<unknown> =>
    world.db
      .updateTable('journal_leaf')
      .set({ bytes: leaf })
      .where('mine_id', '=', world.mineId)
      .where('entry_id', '=', id as Id)
      .execute()
  await put(changed)
  const evidence: Evidence = (await clerk.get('journal.findProof', { entryId: id as Id })).body
  expect(checkEvidence(evidence, claim).map(({ good }) => good)).toEqual([false, false, false, true])
  await put(bytes)
})

test('nothing is handed out of an entry there is not', async () => {
  expect((await clerk.get('journal.findProof', { entryId: newId() })).problem.code).toBe('no-such-record')
})

describe('journal.holdCheckpoint, of what was scanned off paper,', () => {
  type Kept = { readonly size: number; readonly root: Uint8Array; readonly origin?: string }
  /** What the mine's own key signs, whoever holds it. */
  async function noteOf({ size, root, origin }: Kept): Promise<string> {
    const name = origin ?? (await findOrigin(world.db, world.mineId))
    const { publicKey, sign: by } = openSigningKey(world.keys.dir, world.mineId)
    const text = showCheckpoint({ origin: name, size, root })
    const keyId = keyIdOf({ name, type: SIGNATURE_TYPES.ed25519, publicKey })
    return showNote({ text, signatures: [{ name, keyId, signature: by(Buffer.from(text)) }] })
  }
  async function hashesNow(): Promise<Uint8Array[]> {
    const leaves = await listLeaves(world.db, world.mineId, { from: 0, most: 100_000 })
    return leaves.map(({ hash }) => hash)
  }
  const hold = async (note: string, by = clerk) => (await by.get('journal.holdCheckpoint', { note })).body
  const latest = async () => {
    const found = await findLatestCheckpoint(world.db, world.mineId)
    if (!found) throw new Error('nothing is signed')
    return found
  }

  test('says that the log still begins with it, however small, to whoever sees the journal', async () => {
    const { note, size } = await latest()
    expect(await hold(note)).toMatchObject({ stands: 'begins', size, today: size })
    const secretary = await world.as('secretary', branchId)
    expect(await hold(note.replaceAll('\n', ' '), secretary)).toMatchObject({ stands: 'begins', size })
    const hashes = await hashesNow()
    for (const part of [0, 1, 255, 256, 257, size - 1]) {
      const scanned = await noteOf({ size: part, root: rootOfLeaves(hashes.slice(0, part)) })
      expect(await hold(scanned)).toMatchObject({ stands: 'begins', size: part, today: size })
    }
    const member = await world.as('member', branchId)
    expect((await member.get('journal.holdCheckpoint', { note })).problem.code).toBe('not-allowed')
  })

  test('goes on saying so when more was sealed', async () => {
    const { note, size } = await latest()
    const secretary = await world.as('secretary', branchId)
    await secretary.post('voice.send', { kind: 'suggestion', text: '晚点开会' })
    await seal()
    const { size: today } = await latest()
    expect(today).toBeGreaterThan(size)
    expect(await hold(note)).toMatchObject({ stands: 'begins', size, today })
  })

  test('says that the log’s key did not sign it', async () => {
    const { note, size } = await latest()
    const none = { stands: 'not-signed', log: null, size: null }
    expect(await hold(note.replace(`\n${size}\n`, `\n${size - 1}\n`))).toMatchObject(none)
    const strange = makeTestLog('other.example/log', new Uint8Array(32).fill(9), someLeaves(3))
    expect(await hold(strange.noteAt(3))).toMatchObject(none)
  })

  test('says that it is no checkpoint', async () => {
    const none = { stands: 'not-a-checkpoint', log: null, size: null }
    expect(await hold('https://pitlamp.example/desk/meetings/1')).toMatchObject(none)
  })

  test('says loud that the log forked: signed by its key, and not its beginning', async () => {
    const { size } = await latest()
    const hashes = await hashesNow()
    const forked = { stands: 'log-forked', today: size }
    const elsewhere = await noteOf({ size, root: new Uint8Array(32).fill(6) })
    expect(await hold(elsewhere)).toMatchObject({ ...forked, size })
    const longer = await noteOf({ size: size + 1, root: rootOfLeaves([...hashes, new Uint8Array(32)]) })
    expect(await hold(longer)).toMatchObject({ ...forked, size: size + 1 })
    const unknown = await noteOf({
      size: 1,
      root: rootOfLeaves(hashes.slice(0, 1)),
      origin: 'gone.example/log',
    })
    expect(await hold(unknown)).toMatchObject({ ...forked, size: 1 })
  })

  test('says so too when somebody took a leaf out of the database or put another in its place', async () => {
    const { note, size } = await latest()
    const last = { mine_id: world.mineId, idx: size - 1 }
    const of = () =>
      world.db.updateTable('journal_leaf').where('mine_id', '=', last.mine_id).where('idx', '=', last.idx)
    const hash = (await hashesNow()).at(-1) ?? new Uint8Array(0)
    await of()
      .set({ hash: Buffer.alloc(32, 5) })
      .execute()
    expect(await hold(note)).toMatchObject({ stands: 'log-forked', size })
    await of()
      .set({ hash: Buffer.from(hash) })
      .execute()
    expect(await hold(note)).toMatchObject({ stands: 'begins' })
    await of()
      .set({ idx: size + 5 })
      .execute()
    expect(await hold(note)).toMatchObject({ stands: 'log-forked', size })
    await world.db
      .updateTable('journal_leaf')
      .set({ idx: last.idx })
      .where('idx', '=', size + 5)
      .execute()
  })

  test('knows a paper of the log that ended before this one', async () => {
    const { note, size } = await latest()
    await world.db.transaction().execute(async (tx) => {
      const { no, former, size: to } = await endLog(tx, world.mineId)
      const by = {
        mineId: world.mineId,
        actorId: clerk.accountId,
        now: world.now(),
        src: 'job' as const,
        keys: world.keys,
      }
      await addBreak(tx, by, { kind: 'new-log', no, origin: former, from: 0, to, note, reason: '换机' })
      await append(tx, by, 'access.makeMine', mineRecord, [world.mineId])
    })
    expect(await hold(note)).toMatchObject({ stands: 'ended', size, today: 0 })
    const root = new Uint8Array(32).fill(6)
    const origin = note.slice(0, note.indexOf('\n'))
    expect(await hold(await noteOf({ size, root, origin }))).toMatchObject({ stands: 'log-forked' })
  })
})
