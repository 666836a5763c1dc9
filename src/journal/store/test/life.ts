import { newId } from '../../../kit/id.ts'
import { sequence } from '../../jobs/sequence.ts'
import { sign } from '../../jobs/sign.ts'
import { append, appendGone } from '../append.ts'
import { ask } from '../statement.ts'
import { type Verifying, verify } from '../verify.ts'
import {
  addMeetings,
  addPeople,
  anotherMine,
  duesRecord,
  makeTestMine,
  meetingRecord,
  mineRecord,
  personRecord,
  type TestMine,
  testRecords,
  unitRecord,
} from './mine.ts'

/** Gives everything that waits its place and signs. */
export async function sealAll(of: TestMine): Promise<void> {
  await sequence(of.db, of.mineId, of.clock)
  await sign(of, of.mineId)
}

/** Every text has letters and no check stands in the way of a flipped bit. */
const FILL = `
  update meeting set starts = '09:00', ends = '10:00', place = '会议室', chair = '张三', recorder = '李四', lecturer = '王五',
    absence = '请假', resolution = '通过', hours_hundredths = 150, registered_on = '2026-11-21';
  update person set pinyin = 'zhangsan', initials = 'zs', ethnicity = '汉族', education = '大专', crew = '采煤一队', note = '无',
    joined_on = '2010-07-01', full_since = '2011-07-01', id_number_mac = '\\x0102', phone = '\\x0304';
  update attendance set reason = '在岗';
  update org_unit set shift_system = '三班倒', theme_day = '5', note = '无', founded_on = '2001-01-01', term_from = '2024-01-01',
    term_to = '2027-01-01'`
async function addDues(of: TestMine, tx: Parameters<typeof append>[0], person: string): Promise<void> {
  const id = newId()
  await ask(
    tx,
    `insert into dues_payment (mine_id, id, month, person_id, believed_fen, paid_fen, paid_on, source, recorded_at)
     values ($1, $2, '2026-11-01', $3, 1250, 1250, '2026-11-02', 'product', $4)`,
    [of.mineId, id, person, of.clock()],
  )
  await append(tx, of.by, 'dues.record', duesRecord, [id])
}

/** A mine whose every record is sealed and signed. */
export async function makeSealedMine(): Promise<TestMine> {
  const mine = await makeTestMine()
  await mine.db.transaction().execute((tx) => append(tx, mine.by, 'home.nameMine', mineRecord, [mine.mineId]))
  await sealAll(mine)
  return mine
}

/** A mine in which everything happened: corrections, an erased person, a meeting that is gone, three checkpoints, something waiting. */
export async function liveMine(beside: TestMine): Promise<TestMine> {
  const of = await anotherMine(beside)
  const { people, meetings } = await of.db.transaction().execute(async (tx) => {
    await append(tx, of.by, 'home.nameMine', mineRecord, [of.mineId])
    const people = await addPeople(tx, of, 4)
    const meetings = await addMeetings(tx, of, { count: 3, people: people.slice(0, 3) })
    for (const fill of FILL.split(';')) await ask(tx, `${fill} where mine_id = $1`, [of.mineId])
    await append(tx, of.by, 'people.add', personRecord, people)
    await append(tx, of.by, 'org.changeUnit', unitRecord, [of.orgId])
    await append(tx, { ...of.by, occurred: of.clock() }, 'meetings.hold', meetingRecord, meetings)
    return { people, meetings }
  })
  await sealAll(of)
  await of.db.transaction().execute(async (tx) => {
    await addDues(of, tx, people[0] ?? '')
    await ask(tx, "update meeting set subject = '学习' where mine_id = $1 and id = $2", [
      of.mineId,
      meetings[0],
    ])
    await append(tx, of.by, 'meetings.correct', meetingRecord, meetings.slice(0, 1))
  })
  await sealAll(of)
  await of.db.transaction().execute(async (tx) => {
    await ask(tx, 'delete from attendance where mine_id = $1 and meeting_id = $2', [of.mineId, meetings[2]])
    await ask(tx, 'delete from meeting where mine_id = $1 and id = $2', [of.mineId, meetings[2]])
    await appendGone(tx, of.by, 'meetings.withdraw', meetingRecord, meetings.slice(2))
    await ask(tx, 'delete from person where mine_id = $1 and id = $2', [of.mineId, people[3]])
    await appendGone(tx, of.by, 'people.erase', personRecord, people.slice(3))
  })
  await of.keys.owners.erase(of.mineId, people.slice(3))
  await sealAll(of)
  await of.db.transaction().execute(async (tx) => {
    await append(tx, of.by, 'meetings.correct', meetingRecord, meetings.slice(1, 2))
  })
  return of
}

/** What is found in a mine of its own, in short. */
export async function foundIn(of: TestMine, with_: Partial<Verifying> = {}): Promise<string[]> {
  const { findings } = await verify({ ...of, records: testRecords, now: of.clock(), ...with_ })
  const own = findings.filter(({ mineId }) => mineId === of.mineId)
  const said = own.map(({ code, table, column, idx }) =>
    [code, table, column, idx].filter((part) => part !== undefined).join(' '),
  )
  return [...new Set(said)]
}
