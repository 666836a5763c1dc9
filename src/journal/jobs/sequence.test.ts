import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leafHash, showInstant } from '../rules/leaf.ts'
import { rootOfLeaves } from '../rules/tree.ts'
import { append } from '../store/append.ts'
import { ask } from '../store/statement.ts'
import { addMeetings, anotherMine, makeTestMine, meetingRecord, type TestMine } from '../store/test/mine.ts'
import { sequence } from './sequence.ts'

let mine: TestMine
beforeAll(async () => {
  mine = await makeTestMine()
})
afterAll(() => mine.close())

type Leaf = {
  idx: number
  entry_id: string
  received: number
  prev: Buffer | null
  bytes: Buffer
  hash: Buffer
}
const leaves = (of: string = mine.mineId): Promise<Leaf[]> =>
  ask(
    mine.db,
    `select idx, entry_id, (extract(epoch from received) * 1000000)::bigint as received, prev, bytes, hash
     from journal_leaf where mine_id = $1 order by idx`,
    [of],
  )
const waiting = async (): Promise<number> =>
  (await ask(mine.db, 'select entry_id from journal_pending where mine_id = $1', [mine.mineId])).length

const hold = (count: number): Promise<string[]> =>
  mine.db.transaction().execute(async (tx) => {
    const ids = await addMeetings(tx, mine, { count, people: [] })
    await append(tx, mine.by, 'meetings.hold', meetingRecord, ids)
    return ids
  })
const correct = (ids: readonly string[]): Promise<void> =>
  mine.db.transaction().execute((tx) => append(tx, mine.by, 'meetings.correct', meetingRecord, ids))

describe('sequencing', () => {
  test('gives every waiting entry a place, however many, and moves the head with them', async () => {
    const before = (await leaves()).length
    await hold(600)
    const held = await waiting()
    expect(await sequence(mine.db, mine.mineId, mine.clock)).toBe(held)
    expect(await waiting()).toBe(0)
    const all = await leaves()
    expect(all.length).toBe(before + held)
    expect(all.map(({ idx }) => idx)).toEqual(all.map((_, at) => at))
    for (const { bytes, hash } of all) expect(new Uint8Array(hash)).toEqual(leafHash(bytes))
    const [head] = await ask<{ size: number; root: Buffer; frontier: Buffer[] }>(
      mine.db,
      'select size, root, frontier from journal_head where mine_id = $1',
      [mine.mineId],
    )
    expect(head?.size).toBe(all.length)
    expect(new Uint8Array(head?.root ?? [])).toEqual(rootOfLeaves(all.map(({ hash }) => hash)))
  })

  test('with nothing waiting does nothing', async () => {
    const before = await leaves()
    expect(await sequence(mine.db, mine.mineId, mine.clock)).toBe(0)
    expect(await leaves()).toEqual(before)
  })

  test('receives strictly later each time, while the clock stands and when it goes back', async () => {
    await hold(300)
    await sequence(mine.db, mine.mineId, mine.clock)
    await hold(2)
    await sequence(mine.db, mine.mineId, () => new Date('2020-01-01'))
    const times = (await leaves()).map(({ received }) => received)
    times.slice(1).forEach((time, at) => {
      expect(time).toBeGreaterThan(times[at] ?? 0)
    })
    expect((times.at(-1) ?? 0) - mine.clock().getTime() * 1000).toBeLessThan(2000)
  })

  test('tells what the entry and its place are, and nothing of the record', async () => {
    const [id = ''] = await hold(1)
    await sequence(mine.db, mine.mineId, mine.clock)
    const leaf = (await leaves()).at(-1)
    const told: Record<string, unknown> = JSON.parse(leaf?.bytes.toString() ?? '')
    expect(told).toMatchObject({
      v: 1,
      log: `test.example/${mine.mineId}`,
      kind: 'meetings.hold',
      scope: mine.orgId,
      subject: id,
      rev: 1,
      prev: null,
      occurred: null,
      received: showInstant(leaf?.received ?? 0),
      files: [],
      src: 'web',
    })
    expect(Object.keys(told)).not.toContain('dev')
    expect(leaf?.bytes.includes('安全生产')).toBe(false)
    expect(leaf?.bytes.includes(mine.by.actorId)).toBe(false)
  })

  test('chains the revisions of a record, in one batch and over several', async () => {
    const [id = ''] = await hold(1)
    await correct([id])
    await sequence(mine.db, mine.mineId, mine.clock)
    await correct([id])
    await correct([id])
    await sequence(mine.db, mine.mineId, mine.clock)
    const [one, two, three, four] = (await leaves()).slice(-4)
    expect(one?.prev).toBeNull()
    expect([two?.prev, three?.prev, four?.prev]).toEqual([one?.hash, two?.hash, three?.hash])
  })

  test('keeps the order of revisions when ids came from clocks that disagree', async () => {
    const [id = ''] = await hold(1)
    await correct([id])
    const early = '00000000-0000-7000-8000-000000000001'
    await mine.meddle(
      'update journal_pending set entry_id = $1 where entry_id = (select id from journal_entry where subject = $2 and rev = 2)',
      [early, id],
    )
    await mine.meddle('update journal_entry set id = $1 where subject = $2 and rev = 2', [early, id])
    expect(await sequence(mine.db, mine.mineId, mine.clock)).toBe(2)
    const [one, two] = (await leaves()).slice(-2)
    expect(two?.entry_id).toBe(early)
    expect(two?.prev).toEqual(one?.hash)
  })

  test('leaves an entry waiting whose revision before is missing, and places the others', async () => {
    const [id = ''] = await hold(1)
    await correct([id])
    await mine.meddle(
      'delete from journal_pending where entry_id = (select id from journal_entry where subject = $1 and rev = 1)',
      [id],
    )
    await hold(1)
    expect(await sequence(mine.db, mine.mineId, mine.clock)).toBe(1)
    expect(await waiting()).toBe(1)
    await mine.meddle('delete from journal_pending where mine_id = $1', [mine.mineId])
  })

  test('leaves waiting what names an entry that is gone', async () => {
    const gone = '00000000-0000-7000-8000-000000000002'
    await mine.meddle('insert into journal_pending values ($1, $2)', [mine.mineId, gone])
    await hold(1)
    expect(await sequence(mine.db, mine.mineId, mine.clock)).toBe(1)
    expect(await waiting()).toBe(1)
    await mine.meddle('delete from journal_pending where mine_id = $1', [mine.mineId])
  })

  test('by several at once places each entry once', async () => {
    await hold(700)
    const held = await waiting()
    const runs = Array.from({ length: 4 }, () => sequence(mine.db, mine.mineId, mine.clock))
    const counts = await Promise.all(runs)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(held)
    const all = await leaves()
    expect(new Set(all.map(({ entry_id }) => entry_id)).size).toBe(all.length)
    expect(all.map(({ idx }) => idx)).toEqual(all.map((_, at) => at))
  })

  test('a write that commits late is not skipped', async () => {
    let commit = (): void => {}
    const waits = new Promise<void>((resolve) => {
      commit = resolve
    })
    let written = (): void => {}
    const isWritten = new Promise<void>((resolve) => {
      written = resolve
    })
    const late = mine.db.transaction().execute(async (tx) => {
      const ids = await addMeetings(tx, mine, { count: 1, people: [] })
      await append(tx, mine.by, 'meetings.hold', meetingRecord, ids)
      written()
      await waits
    })
    await isWritten
    await hold(3)
    expect(await sequence(mine.db, mine.mineId, mine.clock)).toBe(3)
    commit()
    await late
    expect(await sequence(mine.db, mine.mineId, mine.clock)).toBe(1)
  })

  test('keeps the logs of two mines apart', async () => {
    const other = await anotherMine(mine)
    await hold(1)
    expect(await sequence(mine.db, other.mineId, mine.clock)).toBe(1)
    expect(await leaves(other.mineId)).toHaveLength(1)
    expect(await sequence(mine.db, mine.mineId, mine.clock)).toBe(1)
  })
})
