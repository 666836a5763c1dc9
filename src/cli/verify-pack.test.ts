import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { richDraft } from '../../tools/packs/draft.ts'
import { fileOf, jsonOf } from '../../tools/packs/file.ts'
import { verify } from './verify.ts'
import type { Sentence } from './words.ts'

const pack = richDraft(11)
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pitlamp-verify-pack-'))
  writeFileSync(join(folder, 'pack.zip'), fileOf(jsonOf(pack)))
  writeFileSync(join(folder, 'policy'), pack.policy)
  writeFileSync(join(folder, 'other-policy'), `${pack.policy}# more\n`)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command; answers its exit code, the codes it printed and the last sentence it said. */
async function run(options: Readonly<Record<string, string>>) {
  const [printed, said]: [string[], string[]] = [[], []]
  const exit = await verify.run({
    words: [],
    options: { pack: join(folder, 'pack.zip'), ...options },
    env: { LANG: 'en_GB.UTF-8' },
    print: (text) => void printed.push(text),
    say: ({ en }: Sentence) => void said.push(en),
    sayNo: (refused) => void said.push(refused.refused),
  })
  return { exit, codes: printed.map((line) => line.split(' ')[0]), said: said.join('\n') }
}

test('a good pack is good for the key and the policy it brought; that it brought them is said', async () => {
  const { exit, codes, said } = await run({})
  expect([exit, codes]).toEqual([0, []])
  expect(said).toContain(`A pack brings its own key (${pack.log.vkey})`)
})

test('with the key and the policy somebody kept, the answer holds for these', async () => {
  const { exit, said } = await run({ vkey: pack.log.vkey, policy: join(folder, 'policy') })
  expect(exit).toBe(0)
  expect(said).not.toContain('its own key')
})

test('a good pack of another log, or under another policy, is not good', async () => {
  const vkey = richDraft(12).log.vkey
  expect(await run({ vkey })).toMatchObject({ exit: 1, codes: ['key-bad'] })
  const policy = join(folder, 'other-policy')
  expect(await run({ vkey, policy })).toMatchObject({ exit: 1, codes: ['key-bad', 'policy-bad'] })
})

test('a key that is none and a file that is not there are said, and nothing is judged', async () => {
  expect(await run({ vkey: `${pack.log.vkey}=` })).toEqual({ exit: 2, codes: [], said: 'bad-verifier-key' })
  expect(await run({ vkey: ` ${pack.log.vkey}\r\n` })).toMatchObject({ exit: 0 })
  expect((await run({ policy: join(folder, 'nowhere') })).exit).toBe(2)
})

test('what is no pack is not judged; a pack that was changed is', async () => {
  writeFileSync(join(folder, 'cut.zip'), fileOf(jsonOf(pack)).subarray(0, 1000))
  writeFileSync(join(folder, 'changed.json'), jsonOf({ ...pack, policy: `${pack.policy}quorum none\n` }))
  const cut = await run({ pack: join(folder, 'cut.zip') })
  expect(cut).toEqual({ exit: 2, codes: [], said: expect.stringContaining('This file is no evidence pack') })
  expect(await run({ pack: join(folder, 'changed.json') })).toMatchObject({ exit: 1, codes: ['policy-bad'] })
})
