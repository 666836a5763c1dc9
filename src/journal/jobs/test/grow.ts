import { append } from '../../store/append.ts'
import { addMeetings, meetingRecord, type TestMine } from '../../store/test/mine.ts'
import { sequence } from '../sequence.ts'

/** Writes so many meetings and gives everything its place in the log; of none, the branch of the mine alone gets its leaf. */
export async function growLog(mine: TestMine, count: number): Promise<void> {
  await mine.db.transaction().execute(async (tx) => {
    const ids = count > 0 ? await addMeetings(tx, mine, { count, people: [] }) : []
    await append(tx, mine.by, 'meetings.hold', meetingRecord, ids)
  })
  await sequence(mine.db, mine.mineId, mine.clock)
}
