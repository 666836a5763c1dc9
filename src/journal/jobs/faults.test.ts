import { readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSigningKey } from '../../kit/keys/signing.ts'
import { isRefused } from '../../kit/refuse.ts'
import { parseCheckpoint } from '../rules/checkpoint.ts'
import { parseNote } from '../rules/note.ts'
import { append } from '../store/append.ts'
import { findLatestCheckpoint } from '../store/checkpoint.ts'
import { type Disk, realDisk } from '../store/disk.ts'
import { readSignerState, signersFolder } from '../store/signer.ts'
import { foundIn } from '../store/test/life.ts'
import { addMeetings, makeTestMine, meetingRecord, type TestMine } from '../store/test/mine.ts'
import { checkTiles } from '../store/tiles.ts'
import { sequence } from './sequence.ts'
import { signAs } from './sign.ts'

let mine: TestMine
let folder = ''
beforeAll(async () => {
  mine = await makeTestMine()
  folder = join(signersFolder(mine.dataDir), mine.mineId)
})
afterAll(() => mine.close())

const COUNT = 90

async function grow(): Promise<void> {
  await mine.db.transaction().execute(async (tx) => {
    const ids = await addMeetings(tx, mine, { count: COUNT, people: [] })
    await append(tx, mine.by, 'meetings.hold', meetingRecord, ids)
  })
  await sequence(mine.db, mine.mineId, mine.clock)
}

const signOn = (disk: Disk): ReturnType<typeof signAs> =>
  signAs(
    {
      db: mine.db,
      disk,
      folder: signersFolder(mine.dataDir),
      keyOf: (mineId) => openSigningKey(mine.keys.dir, mineId),
      untimely: () => undefined,
    },
    mine.mineId,
  )

type Fault = {
  /** The step of the disk that fails, counted from 0. */
  readonly at: number
  readonly code: 'EIO' | 'ENOSPC'
  /** Whether the step had its effect before it failed; a write leaves half of its bytes. */
  readonly after: 'nothing' | 'half or all'
}

const CHANGES = ['write', 'rename', 'makeFolder', 'syncFolder', 'removeFolder'] as const

/** A disk that works as the machine's, but for one step; tells whether it came to that. */
function faulty({ at, code, after }: Fault): { disk: Disk; failed: () => string | undefined } {
  let step = 0
  let failed: string | undefined
  const wrap =
    (name: (typeof CHANGES)[number]) =>
    async (...args: never[]): Promise<unknown> => {
      const work: (...of: never[]) => Promise<unknown> = realDisk[name]
      const isIt = step === at
      step += 1
      if (!isIt) return work(...args)
      failed = name
      if (after === 'half or all') await work(...args)
      const [path, bytes] = args as unknown as [string, Uint8Array]
      if (after === 'half or all' && name === 'write') await truncate(path, Math.floor(bytes.length / 2))
      throw Object.assign(new Error(`${code}: ${name}`), { code })
    }
  const wrapped = Object.fromEntries(CHANGES.map((name) => [name, wrap(name)]))
  return { disk: { ...realDisk, ...wrapped } as Disk, failed: () => failed }
}

function treeIn(note: string): { size: number; root: Uint8Array } {
  const parsed = parseNote(note)
  const tree = isRefused(parsed) ? parsed : parseCheckpoint(parsed.text)
  if (isRefused(tree)) throw new Error('no checkpoint')
  return tree
}

/** Every tree that was signed, wherever it is seen: in the memory, beside the tiles, in the database. */
async function listSigned(): Promise<{ size: number; root: Uint8Array }[]> {
  const state = await readSignerState(realDisk, folder)
  if (state && isRefused(state)) throw new Error('the memory is damaged')
  const shown = await readFile(join(folder, 'checkpoint'), 'utf8').catch(() => undefined)
  const saved = await findLatestCheckpoint(mine.db, mine.mineId)
  return [state?.note, shown, saved?.note].filter((note) => note !== undefined).map(treeIn)
}

/** Lets one step of signing fail; answers which one it was, undefined when there are not so many. */
async function failOnce(fault: Fault): Promise<string | undefined> {
  await grow()
  const { disk, failed } = faulty(fault)
  const answer = await signOn(disk).catch((error: unknown) => error)
  const name = failed()
  if (name === undefined) return undefined
  expect(answer, 'it stops and says so').toMatchObject({ code: fault.code })
  for (const tree of await listSigned())
    expect(await checkTiles(realDisk, folder, tree), 'no signed tree that the tiles do not have').toEqual([])
  expect(await signOn(realDisk), 'and goes on').toBeTypeOf('number')
  return name
}

test.each([
  { after: 'nothing', code: 'ENOSPC' },
  { after: 'half or all', code: 'EIO' },
] as const)(
  'whichever step of the disk fails with $code and has done $after, nothing is signed that the tiles do not have',
  async (of) => {
    const names: string[] = []
    for (let at = 0; ; at += 1) {
      const name = await failOnce({ ...of, at })
      if (name === undefined) break
      names.push(name)
    }
    expect(names).toEqual(expect.arrayContaining(['write', 'rename', 'makeFolder', 'syncFolder']))
    expect(names.length).toBeGreaterThan(15)
    const found = await foundIn(mine)
    expect(found.filter((code) => /^(tile|signer|checkpoint|log|head|leaf)/.test(code))).toEqual([])
  },
  60_000,
)
