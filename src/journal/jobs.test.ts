import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sign } from './jobs/sign.ts'
import { type Fault, type RunningJournal, startSequencing, startSigning } from './jobs.ts'
import { append } from './store/append.ts'
import { listCheckpoints } from './store/checkpoint.ts'
import { addMeetings, makeTestMine, meetingRecord, type TestMine } from './store/test/mine.ts'

let mine: TestMine
let faults: Fault[] = []
beforeEach(async () => {
  mine = await makeTestMine()
  faults = []
})
afterEach(() => mine.close())

/** Both, the signing told of what the sequencing placed. */
function start(db = mine.db): RunningJournal {
  const log = (fault: Fault): void => void faults.push(fault)
  const signing = startSigning({ db, log, sign: (mineId) => sign(mine, mineId) })
  const sequencing = startSequencing({ ...mine, db, log, placed: signing.kick })
  const stop = async (): Promise<void> => {
    await sequencing.stop()
    await signing.stop()
  }
  return { kick: sequencing.kick, stop }
}
const hold = (): Promise<void> =>
  mine.db.transaction().execute(async (tx) => {
    const ids = await addMeetings(tx, mine, { count: 1, people: [] })
    await append(tx, mine.by, 'meetings.hold', meetingRecord, ids)
  })
const signed = async (): Promise<number[]> => {
  const saved = await listCheckpoints(mine.db, mine.mineId, { over: 0, most: 10 })
  return saved.map(({ size }) => size)
}

const WITHIN = { timeout: 60_000, interval: 20 }

test('what waits at the start is sequenced and signed, what is kicked soon after', async () => {
  const journal = start()
  await vi.waitFor(async () => expect(await signed()).toEqual([1]), WITHIN)
  await hold()
  journal.kick()
  await vi.waitFor(async () => expect(await signed()).toEqual([1, 2]), WITHIN)
  await journal.stop()
  expect(faults).toEqual([])
})

test('stopping sequences and signs what is left', async () => {
  const journal = start()
  await hold()
  await journal.stop()
  expect((await signed()).at(-1)).toBe(2)
})

test('a refusal is told once, not every time', async () => {
  const first = start()
  await hold()
  await first.stop()
  await mine.meddle("update journal_head set root = sha256('x')")
  const journal = start()
  await vi.waitFor(() => expect(faults).toHaveLength(1), WITHIN)
  await journal.stop()
  expect(faults.map(({ action, reference, error }) => [action, reference, String(error)])).toEqual([
    ['journal.sign', mine.mineId, 'Error: tree-inconsistent {"size":2}'],
  ])
})

test('a database that is gone is a fault, not the end', async () => {
  const journal = start(lost(mine.db))
  await vi.waitFor(() => expect(faults.length).toBeGreaterThan(0), WITHIN)
  await journal.stop()
  expect(faults.map(({ action }) => action).sort()).toEqual(['journal.sequence', 'journal.sign'])
})

/** The same database, seen by somebody who cannot reach it. */
const lost = (db: TestMine['db']): TestMine['db'] =>
  new Proxy(db, {
    get: () => () => {
      throw new Error('connection lost')
    },
  })
