import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, day } from '../../kit/day.ts'
import type { Id } from '../../kit/id.ts'
import { makeWorld, type World } from '../../server/world.ts'
import { type Records, recordsIn } from '../../server/world-records.ts'
import { runningWindows } from '../rules/running.ts'
import { listDutiesOf } from './duties.ts'
import { listUnfilled } from './unfilled.ts'

const TODAY = day('2026-10-08')
const isRecent = (last: string): boolean => last >= addDays(TODAY, -45)

let world: World
let records: Records
let branches: Id<'org'>[]
beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
  const full = await records.branch({ code: 'A' })
  const groups = [await records.group(full), await records.group(full, { founded_on: day('2026-09-15') })]
  const young = await records.branch({ code: 'B', founded_on: day('2026-09-02') })
  const bare = await records.branch({ code: 'C' })
  branches = [full, young, bare]
  for (let n = 0; n < 8; n += 1) await records.person(full)
  await records.meeting(full, { kind: 'themeDay', held_on: day('2026-09-10') })
  await records.meeting(full, { kind: 'generalMeeting', held_on: day('2026-09-10'), chair: '' })
  await records.meeting(full, { kind: 'orgLifeMeeting', held_on: day('2026-01-10') })
  await records.meeting(groups[0] as Id<'org'>, { kind: 'groupMeeting', held_on: day('2026-10-03') })
  await records.meeting(groups[0] as Id<'org'>, { kind: 'partyLecture', held_on: day('2026-10-03') })
  await records.meeting(full, { kind: 'groupMeeting', held_on: day('2026-09-03') })
})
afterAll(() => world.close())

test('what is not filled is what the duties of the year say is due, or was missed lately', async () => {
  const of = { mineId: world.mineId, branches }
  const duties = await listDutiesOf(world.db, { ...of, year: 2026, today: TODAY })
  const said = [...duties].flatMap(([branchId, rows]) =>
    rows.flatMap(({ kind, groupId, windows }) =>
      windows
        .filter(({ state, first, last }) =>
          state === 'due' ? first <= TODAY : state === 'missed' && isRecent(last),
        )
        .map(({ first, last }) => ({ branchId, groupId, kind, first, last })),
    ),
  )
  const windows = runningWindows(TODAY, isRecent)
  const asked = { ...of, withCommittee: branches.slice(0, 1), windows }
  const found = (await listUnfilled(world.db, asked)).map(({ groupName, ...one }) => one)
  const inOrder = (all: readonly object[]) =>
    all.map((one) => JSON.stringify(Object.entries(one).sort())).sort()
  expect(inOrder(found)).toEqual(inOrder(said))
  const kinds = found
    .filter(({ branchId }) => branchId === branches[0])
    .map(({ kind, last }) => `${kind} ${last}`)
  expect(kinds).toContain('generalMeeting 2026-09-30')
  expect(kinds).not.toContain('themeDay 2026-09-30')
  expect(kinds).not.toContain('orgLifeMeeting 2026-12-31')
  expect(kinds.filter((one) => one.startsWith('groupMeeting'))).toHaveLength(3)
})
