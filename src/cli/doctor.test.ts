import { afterAll, beforeAll, expect, test } from 'vitest'
import { CHECKS } from '../home/rules/machine.ts'
import { parseVkey } from '../journal/rules/note.ts'
import { makeWorld, type World } from '../server/world.ts'
import { doctor } from './doctor.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

test('the doctor looks at everything, and names the key of the log for those who witness it', async () => {
  const printed: string[] = []
  const options = { data: world.dataDir, json: true } as const
  const env = { DATABASE_URL: world.url, LANG: 'en_GB.UTF-8' }
  const unsaid = (): void => undefined
  await doctor.run({
    words: [],
    options,
    env,
    print: (text) => printed.push(text),
    say: unsaid,
    sayNo: unsaid,
  })
  const { checks, logs } = JSON.parse(printed.join(''))
  expect(checks.map(({ check }: { check: string }) => check)).toEqual(CHECKS)
  expect(logs).toHaveLength(1)
  expect(parseVkey(logs[0])).toMatchObject({ publicKey: world.keys.publicKey(world.mineId) })
})
