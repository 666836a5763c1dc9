import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sequence } from '../../journal/jobs/sequence.ts'
import { sign } from '../../journal/jobs/sign.ts'
import { toBase64 } from '../../journal/rules/base64.ts'
import { parseCheckpoint } from '../../journal/rules/checkpoint.ts'
import { parseNote } from '../../journal/rules/note.ts'
import { checkEvidence, type Evidence } from '../../journal/rules/proof.ts'
import { proveConsistency, rootOfLeaves } from '../../journal/rules/tree.ts'
import { type Id, newId } from '../../kit/id.ts'
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
  await world.db
    .updateTable('journal_leaf')
    .set({ bytes: changed })
    .where('mine_id', '=', world.mineId)
    .where('entry_id', '=', id as Id)
    .execute()
  const evidence: Evidence = (await clerk.get('journal.findProof', { entryId: id as Id })).body
  expect(checkEvidence(evidence, claim).map(({ good }) => good)).toEqual([false, false, false, true])
})

test('nothing is handed out of an entry there is not', async () => {
  expect((await clerk.get('journal.findProof', { entryId: newId() })).problem.code).toBe('no-such-record')
})
