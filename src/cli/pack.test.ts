import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Scene, setScene } from '../evidence/api/test/scene.ts'
import { pack } from './pack.ts'
import { refusalWords } from './refusals.ts'

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
  await scene.seal()
})
afterAll(() => scene.close())

const fileOf = (): string => join(scene.world.dataDir, 'pack.zip')

/** Runs the command on the scene's database; answers its exit code and the last thing it said. */
async function run(options: Readonly<Record<string, string>>) {
  const said: string[] = []
  const { url, dataDir } = scene.world
  const exit = await pack.run({
    words: [fileOf()],
    options: { data: dataDir, ...options },
    env: { DATABASE_URL: url },
    print: () => undefined,
    say: ({ en }) => void said.push(en),
    sayNo: (refused) => void said.push(refusalWords(refused).en),
  })
  return { exit, said: said.at(-1) }
}

test.each([
  [{ inspection: 'abc' }, 'There is no such inspection'],
  [{ inspection: '' }, 'There is no such inspection'],
  [{ inspection: '01a20844-67a8-7000-adaf-8fcb2a6a52c5' }, 'There is no such inspection'],
  [{ unit: 'NONE', period: '2026' }, 'There is no such unit'],
  [{ unit: 'NONE' }, 'The period cannot be read'],
])('%j: what cannot be packed is said in one sentence', async (options, said) => {
  expect(await run(options)).toEqual({ exit: 2, said: expect.stringContaining(said) })
  expect(existsSync(fileOf())).toBe(false)
})

test('a damaged journal is said to be damaged', async () => {
  const { branch, world } = scene
  const { code } = await world.db
    .selectFrom('org_unit')
    .select('code')
    .where('id', '=', branch)
    .executeTakeFirstOrThrow()
  const asked = { unit: code, period: '2026' }
  expect(await run(asked)).toMatchObject({ exit: 0 })
  await world.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`delete from journal_leaf where idx = 1`.execute(tx)
  })
  expect(await run(asked)).toEqual({
    exit: 1,
    said: expect.stringContaining('npx pitlamp verify, which names where'),
  })
})
