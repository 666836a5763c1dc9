import fs from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { day } from '../../../kit/day.ts'
import { type Db, openDb, type Tx } from '../../../kit/db/db.ts'
import { type Id, newId } from '../../../kit/id.ts'
import { type Keys, openKeys } from '../../../kit/keys/keys.ts'
import { cloneDatabase } from '../../../kit/test/clone.ts'
import { append, type By } from '../append.ts'
import type { Journaled } from '../journaled.ts'
import { ask } from '../statement.ts'

/** Record types for tests of the journal, on real tables. */
export const meetingRecord: Journaled = {
  table: 'meeting',
  scope: 'org_id',
  person: null,
  parts: [
    {
      ...{ name: 'attendance', table: 'attendance', key: 'meeting_id', orderBy: 'person_id' },
      later: ['session_id'],
    },
  ],
}
export const personRecord: Journaled = { table: 'person', scope: null, person: 'id' }
export const duesRecord: Journaled = { table: 'dues_payment', scope: null, person: 'person_id' }
export const unitRecord: Journaled = { table: 'org_unit', scope: 'id', person: null }
export const mineRecord: Journaled = { table: 'mine', scope: null, person: null, mine: 'id' }
export const testRecords = [meetingRecord, personRecord, duesRecord, unitRecord, mineRecord]

/** A mine on a database of its own. */
export type TestMine = {
  readonly db: Db
  readonly keys: Keys
  readonly dataDir: string
  readonly url: string
  readonly mineId: Id<'mine'>
  readonly orgId: Id<'org'>
  readonly by: By
  /** A clock that stands. */
  readonly clock: () => Date
  /** One statement, also on tables that nobody may change, without the checks that would stop it. */
  readonly meddle: (text: string, values?: readonly unknown[]) => Promise<void>
  readonly close: () => Promise<void>
}

const NOW = new Date('2026-11-22T04:00:00.000Z')

/** A mine with a branch, the first leaf of its log. */
export async function makeTestMine(): Promise<TestMine> {
  const clone = await cloneDatabase(inject('databaseUrl'))
  const { db, close } = openDb(clone.url, 8)
  const dataDir = fs.mkdtempSync(join(os.tmpdir(), 'journal-'))
  const keys = openKeys(join(dataDir, 'keys'))
  const meddle: TestMine['meddle'] = (text, values = []) =>
    db.transaction().execute(async (tx) => {
      await ask(tx, 'set local session_replication_role = replica', [])
      await ask(tx, text, values)
    })
  const closeAll = async (): Promise<void> => {
    await close()
    keys.close()
    fs.rmSync(dataDir, { recursive: true })
    await clone.drop()
  }
  return anotherMine({ db, url: clone.url, keys, dataDir, meddle, clock: () => NOW, close: closeAll })
}

/** One more mine on the same database; closing one closes all. */
export async function anotherMine(beside: Omit<TestMine, 'mineId' | 'orgId' | 'by'>): Promise<TestMine> {
  const [mineId, orgId] = [newId<'mine'>(), newId<'org'>()]
  const by: By = { mineId, actorId: newId(), now: NOW, src: 'web', keys: beside.keys }
  await beside.db.transaction().execute(async (tx) => {
    await addMine(tx, mineId, orgId)
    await append(tx, by, 'org.addUnit', unitRecord, [orgId])
  })
  return { ...beside, mineId, orgId, by }
}

async function addMine(db: Db, mineId: Id<'mine'>, orgId: Id<'org'>): Promise<void> {
  await db
    .insertInto('mine')
    .values({ id: mineId, name: '测试矿', log_origin: `test.example/${mineId}`, created_at: NOW })
    .execute()
  await db
    .insertInto('org_unit')
    .values({
      mine_id: mineId,
      id: orgId,
      code: 'B1',
      name: '采煤一队党支部',
      kind: 'branch',
      source: 'product',
      recorded_at: NOW,
    })
    .execute()
}

/** People of the mine, not sealed yet. */
export async function addPeople(tx: Tx, { mineId }: TestMine, count: number): Promise<Id<'person'>[]> {
  const ids = Array.from({ length: count }, () => newId<'person'>())
  const values = ids.map((id) => ({
    mine_id: mineId,
    id,
    no: id,
    name: '张三',
    sex: '男',
    born_on: day('1990-01-01'),
    id_number: Buffer.from([1, 2, 3]),
    source: 'product' as const,
    recorded_at: NOW,
  }))
  await tx.insertInto('person').values(values).execute()
  return ids
}

/** Meetings of the branch, not sealed yet; everybody in `people` was present. */
export async function addMeetings(
  tx: Tx,
  { mineId, orgId }: TestMine,
  { count, people }: { count: number; people: readonly Id<'person'>[] },
): Promise<Id<'meeting'>[]> {
  const ids = Array.from({ length: count }, () => newId<'meeting'>())
  const meetings = ids.map((id) => ({
    mine_id: mineId,
    id,
    no: id,
    org_id: orgId,
    kind: 'generalMeeting' as const,
    held_on: day('2026-11-20'),
    expected: 20,
    present: people.length,
    subject: '安全生产',
    source: 'product' as const,
    recorded_at: NOW,
  }))
  await tx.insertInto('meeting').values(meetings).execute()
  const attendance = ids.flatMap((id) =>
    people.map((person) => ({
      mine_id: mineId,
      meeting_id: id,
      person_id: person,
      state: 'present' as const,
    })),
  )
  if (attendance.length > 0) await tx.insertInto('attendance').values(attendance).execute()
  return ids
}
