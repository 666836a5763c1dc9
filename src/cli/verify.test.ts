import { afterAll, beforeAll, expect, test } from 'vitest'
import { findVkey } from '../home/api/journal.ts'
import { makeTestLog } from '../journal/store/test/log.ts'
import { day } from '../kit/day.ts'
import { makeWorld, type World } from '../server/world.ts'
import { recordsIn } from '../server/world-records.ts'
import { verify } from './verify.ts'
import type { Sentence } from './words.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

/** Runs the command on the world's database; answers what it printed and said. */
async function run(options: Readonly<Record<string, string | true>> = {}) {
  const printed: string[] = []
  const said: string[] = []
  const exit = await verify.run({
    words: [],
    options: { ...options, data: world.dataDir },
    env: { DATABASE_URL: world.url, LANG: 'en_GB.UTF-8' },
    print: (text) => void printed.push(text),
    say: ({ en }: Sentence) => void said.push(en),
    sayNo: (refused) => void said.push(refused.refused),
  })
  return { exit, printed, said }
}

test('late records are listed with both days, how late, and the reason; as a fact, apart from findings', async () => {
  const records = recordsIn(world)
  const branch = await records.branch()
  const person = await records.person(branch)
  const secretary = await world.as('secretary', branch)
  await records.meeting(branch, { held_on: day('2026-01-01') })
  expect((await run()).said.filter((line) => line.startsWith('Late'))).toEqual([])

  const ids: string[] = []
  for (const heldOn of ['2026-09-01', '2026-10-01', '2026-10-08']) {
    const { body } = await secretary.post('meetings.enterMeeting', {
      ...{ starts: '', ends: '', place: '', lecturer: '', resolution: '', absence: '' },
      ...{ orgId: branch, kind: 'groupMeeting', subject: '学习', chair: '张三', recorder: '李四' },
      ...{ heldOn, hoursHundredths: null, roll: [{ personId: person, state: 'present', reason: '' }] },
    })
    ids.push(body.id)
  }
  await secretary.post('evidence.addReason', { subject: ids[0] as never, text: '书记住院' })
  const { printed, said } = await run()
  expect(said.find((line) => line.startsWith('Late'))).toContain('1 of 3 entered records')
  expect(printed.filter((line) => line.includes('→'))).toEqual([
    `meeting  ${ids[0]}  2026-09-01 → 2026-10-08  37 days after  书记住院`,
  ])
  const json = JSON.parse((await run({ json: true })).printed[0] ?? '{}')
  expect([json.late.of, json.late.late, json.late.reasoned]).toEqual([3, 1, 1])
})

test('the key somebody kept is held against the key of the log', async () => {
  const vkey = await findVkey(world)
  expect((await run({ vkey })).said).toEqual((await run()).said)
  const other = makeTestLog('other.example/log', new Uint8Array(32).fill(7), []).vkey
  const { exit, said } = await run({ vkey: other })
  expect([exit, said[0]]).toEqual([1, expect.stringContaining(`under ${vkey}`)])
  const json = JSON.parse((await run({ vkey: other, json: true })).printed[0] ?? '')
  expect(json).toMatchObject({ otherKey: vkey })
})
