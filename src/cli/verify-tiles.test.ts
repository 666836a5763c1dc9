import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sequence } from '../journal/jobs/sequence.ts'
import { sign } from '../journal/jobs/sign.ts'
import { SIGNATURE_TYPES, showVkey } from '../journal/rules/note.ts'
import { append } from '../journal/store/append.ts'
import { listCheckpoints } from '../journal/store/checkpoint.ts'
import { signerFolder, signersFolder } from '../journal/store/signer.ts'
import { addMeetings, makeTestMine, meetingRecord, type TestMine } from '../journal/store/test/mine.ts'
import { verify } from './verify.ts'
import type { Sentence } from './words.ts'

let mine: TestMine
/** What an inspector kept, and the folder and the key they were given. */
let notes: string[] = []
let folder = ''
let vkey = ''
beforeAll(async () => {
  mine = await makeTestMine()
  for (const count of [3, 5]) {
    await mine.db.transaction().execute(async (tx) => {
      const ids = await addMeetings(tx, mine, { count, people: [] })
      await append(tx, mine.by, 'meetings.hold', meetingRecord, ids)
    })
    await sequence(mine.db, mine.mineId, mine.clock)
    await sign(mine, mine.mineId)
  }
  notes = (await listCheckpoints(mine.db, mine.mineId, { over: null, most: 9 })).map(({ note }) => note)
  const name = `test.example/${mine.mineId}`
  vkey = showVkey({ name, type: SIGNATURE_TYPES.ed25519, publicKey: mine.keys.publicKey(mine.mineId) })
  folder = signerFolder(mine.dataDir, mine.mineId)
})
afterAll(() => mine.close())

/** Runs the command; answers its exit code, what it printed and what it said. */
async function run(options: Readonly<Record<string, string | true>>) {
  const [printed, said]: [string[], string[]] = [[], []]
  const exit = await verify.run({
    words: [],
    options: { tiles: folder, vkey, ...options },
    env: { LANG: 'en_GB.UTF-8' },
    print: (text) => void printed.push(text),
    say: ({ en }: Sentence) => void said.push(en),
    sayNo: (refused) => void said.push(refused.refused),
  })
  return { exit, printed, said }
}

/** Runs the command with what somebody kept in a file. */
function runWith(text: string, more: { json?: true } = {}) {
  const checkpoints = join(mine.dataDir, 'kept.txt')
  writeFileSync(checkpoints, text)
  return run({ checkpoints, ...more })
}

test.each([
  ['as they were mailed', (text: string) => text],
  ['saved on Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ['on one line', (text: string) => text.replace(/\n+/g, ' ')],
  ['with hyphens for the dash', (text: string) => text.replaceAll('—', '--')],
])('checkpoints %s are read, and how many is said', async (_, change) => {
  const { exit, said } = await runWith(change(notes.join('')))
  expect(exit).toBe(0)
  expect(said[1]).toMatch(/^2 checkpoints in .*kept\.txt were read and held against the log\.$/)
  expect(said).toHaveLength(2)
})

test('what is no checkpoint is said, and what is one is still held against the log', async () => {
  const { exit, said } = await runWith(`3 March, from the printed page\n\n${notes[0]}hello\n`)
  expect(exit).toBe(0)
  expect(said[2]).toBe('2 pieces of that file are no checkpoint and were not checked (from line 1 8).')
  const { printed } = await runWith(`hello ${notes[0]}`, { json: true })
  expect(JSON.parse(printed[0] ?? '')).toMatchObject({ found: 0, kept: 1, strays: [1] })
  const changed = (notes[0] ?? '').replace(/\n\d+\n/, '\n2\n')
  expect(await runWith(`hello\n${changed}`)).toMatchObject({ exit: 1 })
})

test.each(['hello\n', '<html>404</html>', ''])(
  'a file without any checkpoint is refused: %j',
  async (text) => {
    const { exit, printed, said } = await runWith(text)
    expect([exit, printed, said]).toEqual([2, [], [expect.stringContaining('There is no checkpoint in')]])
  },
)

test('the folder with all the signer’s logs serves while there is one; where there is none, that is said', async () => {
  expect(await run({ tiles: signersFolder(mine.dataDir) })).toMatchObject({ exit: 0 })
  mkdirSync(join(mine.dataDir, 'empty'))
  writeFileSync(join(mine.dataDir, 'file'), 'x')
  for (const name of ['empty', 'file', 'nowhere', 'keys']) {
    const tiles = join(mine.dataDir, name)
    const said = [expect.stringContaining(`There is no log of a signer here (${tiles})`)]
    expect(await run({ tiles })).toEqual({ exit: 2, printed: [], said })
  }
  cpSync(folder, join(mine.dataDir, 'signer', 'another'), { recursive: true })
  expect((await run({ tiles: signersFolder(mine.dataDir) })).said).toEqual([
    expect.stringContaining('holds 2 logs'),
  ])
  rmSync(join(mine.dataDir, 'signer', 'another', 'checkpoint'))
  expect(await run({ tiles: join(mine.dataDir, 'signer', 'another') })).toMatchObject({ exit: 1 })
})
