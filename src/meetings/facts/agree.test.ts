import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, day } from '../../kit/day.ts'
import type { Id } from '../../kit/id.ts'
import { newId } from '../../kit/id.ts'
import fc from '../../kit/test/check.ts'
import { type Bench, makeBench } from '../../server/world-records.ts'
import { DUTY_KINDS, type DutyMeeting, dutiesOf, failedClauses, MEETING_KINDS } from '../rules.ts'
import type { Meeting } from '../store/meetings.ts'
import { addMeetings } from '../store/meetings.ts'
import { missed } from './sources.ts'
import { isValid } from './validity.ts'

let bench: Bench
beforeAll(async () => {
  bench = await makeBench()
})
afterAll(() => bench.close())

const YEAR = { first: day('2026-01-01'), last: day('2026-12-31') }
const text = fc.constantFrom('', '张三')
const meetingIn = (units: readonly Id<'org'>[]): fc.Arbitrary<Omit<Meeting, 'id' | 'no'>> =>
  fc.record({
    orgId: fc.constantFrom(...units),
    kind: fc.constantFrom(...MEETING_KINDS),
    heldOn: fc.integer({ min: -5, max: 370 }).map((days) => addDays(YEAR.first, days)),
    chair: text,
    recorder: fc.constant('李四'),
    subject: fc.constantFrom('学习', '学习', ''),
    expected: fc.integer({ min: 0, max: 6 }),
    present: fc.integer({ min: 0, max: 7 }),
    starts: fc.constant(''),
    ends: fc.constant(''),
    place: fc.constant(''),
    lecturer: fc.constant(''),
    absence: fc.constant(''),
    resolution: fc.constant(''),
    hoursHundredths: fc.constant(null),
    registeredOn: fc.constant(null),
    source: fc.constant('import' as const),
  })

const entered = () => ({ mineId: bench.mineId, now: bench.now() })
const numbered = (meetings: readonly Omit<Meeting, 'id' | 'no'>[]) =>
  meetings.map((meeting) => ({ ...meeting, no: newId() }))

test('the database and the rules agree on which meetings count (A2)', async () => {
  const branch = await bench.records.branch()
  const sample = numbered(fc.sample(meetingIn([branch]), { numRuns: 2000, seed: 2026 }))
  await bench.db.transaction().execute((tx) => addMeetings(tx, entered(), sample))
  const { rows } = await sql<{ no: string; isValid: boolean }>`
    select m.no, ${isValid} as "isValid" from meeting m where m.org_id = ${branch}`.execute(bench.db)
  const counted = new Map(rows.map((row) => [row.no, row.isValid]))
  const expected = new Map(sample.map((meeting) => [meeting.no, failedClauses(meeting).length === 0]))
  expect(counted).toEqual(expected)
  expect(new Set(expected.values())).toEqual(new Set([true, false]))
})

type Group = {
  readonly id: Id<'org'>
  readonly code: string
  readonly founded: ReturnType<typeof day> | undefined
}
type Scene = {
  readonly branch: Id<'org'>
  readonly founded: ReturnType<typeof day> | undefined
  readonly fullMembers: number
  readonly groups: readonly Group[]
  readonly meetings: readonly (Omit<Meeting, 'id'> & { no: string })[]
}

const FOUNDED = [undefined, undefined, day('2026-03-01'), day('2026-03-02'), day('2026-07-20')]

async function makeScene(seed: number): Promise<Scene> {
  const pick = <T>(values: readonly T[], at: number): T | undefined => values[(seed + at) % values.length]
  const founded = pick(FOUNDED, 0)
  const branch = await bench.records.branch(founded ? { founded_on: founded } : {})
  const groups: Group[] = []
  for (let n = 0; n < seed % 3; n += 1) {
    const code = `S${seed}-${n}`
    const since = pick(FOUNDED, n + 2)
    const id = await bench.records.group(branch, { code, ...(since && { founded_on: since }) })
    groups.push({ id, code, founded: since })
  }
  const fullMembers = 6 + (seed % 2)
  for (let n = 0; n < fullMembers; n += 1) await bench.records.person(branch, {}, { base: null })
  const units = [branch, ...groups.map(({ id }) => id)]
  const meetings = numbered(fc.sample(meetingIn(units), { numRuns: 120, seed }))
  await bench.db.transaction().execute((tx) => addMeetings(tx, entered(), meetings))
  return { branch, founded, fullMembers, groups, meetings }
}

/** The missed windows by the rule that also draws the year strip, as evidence names them. */
function missedByRule({ branch, founded, fullMembers, groups, meetings }: Scene): Map<string, string[]> {
  const judged = meetings.map(
    (meeting): DutyMeeting => ({
      id: meeting.no,
      kind: meeting.kind,
      heldOn: meeting.heldOn,
      valid: failedClauses(meeting).length === 0,
      group: meeting.orgId === branch ? undefined : meeting.orgId,
    }),
  )
  const duties = dutiesOf({ founded, fullMembers, groups }, YEAR, judged, day('2027-01-01'))
  const windows = new Map<string, string[]>()
  for (const { kind, group, windows: all } of duties) {
    const code = groups.find(({ id }) => id === group)?.code
    const names = all
      .filter(({ state }) => state === 'missed')
      .map(({ name }) => (code ? `${name}@${code}` : name))
    windows.set(kind, [...(windows.get(kind) ?? []), ...names].sort())
  }
  return windows
}

test('the windows counted as missed are those the duties call missed (A3.1)', async () => {
  const scenes: Scene[] = []
  for (let seed = 1; seed <= 12; seed += 1) scenes.push(await makeScene(seed))
  const scope = { mineId: bench.mineId, branches: scenes.map(({ branch }) => branch), span: YEAR }
  let total = 0
  for (const kind of DUTY_KINDS) {
    const evidence = await missed(kind).listEvidence(bench.db, scope)
    for (const scene of scenes) {
      const expected = missedByRule(scene).get(kind) ?? []
      expect([scene.branch, kind, evidence.get(scene.branch) ?? []]).toEqual([scene.branch, kind, expected])
      total += expected.length
    }
  }
  expect(total).toBeGreaterThan(50)
})
