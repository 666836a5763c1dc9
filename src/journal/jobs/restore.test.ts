import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { openDb } from '../../kit/db/db.ts'
import { readSnapshot, writeSnapshot } from '../../kit/db/snapshot.ts'
import { openSigningKey } from '../../kit/keys/signing.ts'
import { isRefused } from '../../kit/refuse.ts'
import { type Clone, cloneDatabase } from '../../kit/test/clone.ts'
import { showCheckpoint } from '../rules/checkpoint.ts'
import { keyIdOf, showNote } from '../rules/note.ts'
import { append } from '../store/append.ts'
import { findLatestCheckpoint, listLeaves } from '../store/checkpoint.ts'
import { breakRecord, listBreaks } from '../store/restore/break.ts'
import type { Mirror } from '../store/restore/refill.ts'
import { ask } from '../store/statement.ts'
import { makeSealedMine, sealAll } from '../store/test/life.ts'
import { addMeetings, meetingRecord, type TestMine, testRecords } from '../store/test/mine.ts'
import { type Report, verify } from '../store/verify.ts'
import { type Continued, continueLog, type Erasing, type RestoreRefusal } from './restore.ts'

const records = [...testRecords, breakRecord]

let mine: TestMine
let file: string
beforeEach(async () => {
  mine = await makeSealedMine()
  file = join(mine.dataDir, 'backup')
})
afterEach(() => mine.close())

/** Meetings held and sealed. */
const hold = (count: number): Promise<string[]> =>
  mine.db.transaction().execute(async (tx) => {
    const ids = await addMeetings(tx, mine, { count, people: [] })
    await append(tx, mine.by, 'meetings.hold', meetingRecord, ids)
    return ids
  })

/** Changes meetings after the backup. */
const correct = (ids: readonly string[]): Promise<void> =>
  mine.db.transaction().execute(async (tx) => {
    await ask(tx, "update meeting set subject = '改过的议题' where mine_id = $1 and id = any($2::uuid[])", [
      mine.mineId,
      ids,
    ])
    await append(tx, mine.by, 'meetings.correct', meetingRecord, ids)
  })

type Way = {
  readonly notes?: readonly string[]
  readonly mirror?: Mirror
  readonly newLog?: string
  readonly dataDir?: string
}
type Restored = {
  readonly answer: Continued | RestoreRefusal
  readonly of: TestMine
  readonly report: () => Promise<Report>
}

/** What a mirror of the mine that was lost still has. */
const mirror: Mirror = async (from, most) =>
  (await listLeaves(mine.db, mine.mineId, { from, most })).map(({ bytes }) => bytes)
const none: Mirror = async () => []
/** Nobody was erased. */
const erasing: Erasing = { kind: 'people.erase', again: async () => 0 }

/** Restores the backup into another database, and hands that on. */
async function restored(way: Way, work: (restored: Restored) => Promise<void>): Promise<void> {
  const clone: Clone = await cloneDatabase(inject('databaseUrl'))
  expect(isRefused(await readSnapshot(clone.url, file))).toBe(false)
  const { db, close } = openDb(clone.url, 4)
  const { keys, mineId, clock } = mine
  const dataDir = way.dataDir ?? mine.dataDir
  try {
    const answer = await continueLog({
      db,
      keys,
      dataDir,
      records,
      mineId,
      clock,
      notes: way.notes ?? [],
      mirror: way.mirror ?? none,
      erasing,
      newLog: way.newLog,
    })
    const of = { ...mine, db, dataDir }
    await work({ answer, of, report: () => verify({ db, keys, dataDir, records }) })
  } finally {
    await close()
    await clone.drop()
  }
}

/** Tries once more on what a refusal left behind: nothing. */
const again = (of: TestMine, from: Mirror): ReturnType<typeof continueLog> =>
  continueLog({ ...of, records, notes: [], mirror: from, erasing })

const noteNow = async (): Promise<string> => (await findLatestCheckpoint(mine.db, mine.mineId))?.note ?? ''

test('nothing happened after the backup: the log goes on, and is shown to be the one that was signed', async () => {
  await hold(3)
  await sealAll(mine)
  await writeSnapshot(mine.url, file)
  await restored({ notes: [await noteNow()] }, async ({ answer, of, report }) => {
    expect(answer).toEqual({ state: 'continuous', size: 5, known: 5, erased: 0 })
    await sealAll(of)
    expect((await report()).findings).toEqual([])
  })
})

test('what was signed after the backup comes back as leaves, its content lost under notice', async () => {
  const [changed = '', kept = ''] = await hold(2)
  await sealAll(mine)
  const [waiting = ''] = await hold(1)
  await writeSnapshot(mine.url, file)
  await sealAll(mine)
  await correct([changed, waiting])
  await hold(2)
  await sealAll(mine)
  await restored({ mirror }, async ({ answer, of, report }) => {
    expect(answer).toEqual({ state: 'refilled', size: 4, known: 9, erased: 0, back: 2, gone: 2 })
    await sealAll(of)
    const found = await report()
    expect(found.findings).toEqual([])
    expect(found.lost).toBe(4)
    expect(found.leaves).toBe(14)
    const revs = await ask<{ rev: number }>(
      of.db,
      'select max(rev) as rev from journal_entry where subject = any($1::uuid[]) group by subject order by rev',
      [[changed, kept]],
    )
    expect(revs.map(({ rev }) => rev)).toEqual([1, 3])
  })
})

test('without the leaves that were signed it is a fork, and nothing is signed', async () => {
  await hold(2)
  await sealAll(mine)
  await writeSnapshot(mine.url, file)
  await hold(1)
  await sealAll(mine)
  await restored({}, async ({ answer, of }) => {
    expect(answer).toMatchObject({ refused: 'log-forked', facts: { signed: 5, found: 4 } })
    expect(await listBreaks(of.db, of.mineId)).toEqual([])
  })
})

test('a mirror that tells another story is no mirror', async () => {
  await hold(2)
  await sealAll(mine)
  await writeSnapshot(mine.url, file)
  await hold(2)
  await sealAll(mine)
  const [first = new Uint8Array(), second = new Uint8Array()] = await mirror(4, 2)
  const twice: Mirror = async (from) => (from === 4 ? [first, first] : [])
  const turned: Mirror = async (from) => (from === 4 ? [second, first] : [])
  const short: Mirror = async (from) => (from === 4 ? [first] : [])
  const torn: Mirror = async (from) => (from === 4 ? [first.slice(0, 99), second] : [])
  await restored({}, async ({ of }) => {
    for (const wrong of [twice, turned, short, torn])
      expect(await again(of, wrong)).toMatchObject({ refused: 'log-forked' })
    expect(await again(of, mirror)).toMatchObject({ state: 'refilled', size: 4 })
  })
})

test('what was signed and differs from the backup is a fork, also when it is shorter', async () => {
  await hold(2)
  await sealAll(mine)
  await writeSnapshot(mine.url, file)
  const { publicKey, sign: signBytes } = openSigningKey(mine.keys.dir, mine.mineId)
  const name = `test.example/${mine.mineId}`
  const text = showCheckpoint({ origin: name, size: 3, root: new Uint8Array(32).fill(7) })
  const keyId = keyIdOf({ name, type: 1, publicKey })
  const note = showNote({ text, signatures: [{ name, keyId, signature: signBytes(Buffer.from(text)) }] })
  await restored({ notes: [note] }, async ({ answer }) =>
    expect(answer).toMatchObject({ refused: 'log-forked', facts: { signed: 3, found: 4 } }),
  )
  const foreign = note.replace(/.{8}\n$/, 'AAAAAAA=\n')
  await restored({ notes: [foreign] }, async ({ answer }) =>
    expect(answer).toMatchObject({ refused: 'note-foreign' }),
  )
})

test('a new log begins with the reason and the last known checkpoint, seals every record anew, and the old one stays checkable', async () => {
  const [changed = ''] = await hold(2)
  await sealAll(mine)
  await writeSnapshot(mine.url, file)
  await correct([changed])
  await sealAll(mine)
  const lastNote = await noteNow()
  await restored({ newLog: '机房失火，只剩昨夜备份' }, async ({ answer, of, report }) => {
    expect(answer).toMatchObject({ state: 'new-log', size: 4, known: 5, sealed: 4 })
    await sealAll(of)
    const found = await report()
    expect(found.findings).toEqual([])
    expect(found.leaves).toBe(4 + 5)
    const [broken] = await listBreaks(of.db, of.mineId)
    expect(broken).toMatchObject({
      kind: 'new-log',
      no: 1,
      to: 4,
      note: lastNote,
      reason: '机房失火，只剩昨夜备份',
    })
    const [leaf] = await listLeaves(of.db, of.mineId, { from: 0, most: 1 })
    expect(JSON.parse(leaf?.bytes.toString() ?? '')).toMatchObject({
      kind: 'journal.restore',
      rev: 1,
      log: `test.example/${of.mineId}.2`,
    })
    await ask(
      of.db,
      'update journal_former_leaf set bytes = set_bit(bytes, 9, 1 - get_bit(bytes, 9)) where idx = 2',
      [],
    )
    expect((await report()).findings).toMatchObject([
      { code: 'leaf-changed', table: 'journal_former_leaf', idx: 2 },
    ])
  })
})

test('salts that somebody took away are not lost under notice', async () => {
  await hold(2)
  await sealAll(mine)
  await mine.meddle("update journal_entry set salts = '' where kind = 'meetings.hold'")
  const { findings } = await verify({ ...mine, records })
  expect(findings.map(({ code, column }) => [code, column])).toEqual([
    ['entry-changed', 'salts'],
    ['entry-changed', 'salts'],
  ])
})
