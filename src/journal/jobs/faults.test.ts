import { existsSync } from 'node:fs'
import { cp, readFile, rm, truncate } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSigningKey } from '../../kit/keys/signing.ts'
import { isRefused } from '../../kit/refuse.ts'
import { parseCheckpoint } from '../rules/checkpoint.ts'
import { parseNote } from '../rules/note.ts'
import { findLatestCheckpoint } from '../store/checkpoint.ts'
import { type Disk, realDisk } from '../store/disk.ts'
import { readSignerState, signersFolder } from '../store/signer.ts'
import { foundIn } from '../store/test/life.ts'
import { makeTestMine, type TestMine } from '../store/test/mine.ts'
import { checkTiles } from '../store/tiles.ts'
import { signAs } from './sign.ts'
import { growLog } from './test/grow.ts'

let mine: TestMine
let folder = ''
beforeAll(async () => {
  mine = await makeTestMine()
  folder = join(signersFolder(mine.dataDir), mine.mineId)
})
afterAll(() => mine.close())

const grow = (count: number): Promise<void> => growLog(mine, count)

const signOn = (disk: Disk): ReturnType<typeof signAs> =>
  signAs(
    {
      db: mine.db,
      disk,
      folder: signersFolder(mine.dataDir),
      keyOf: (mineId) => openSigningKey(mine.keys.dir, mineId),
      untimely: () => undefined,
      lookedAt: new Map(),
    },
    mine.mineId,
  )

/** What a step that fails has done: nothing, half of what it writes, or all of it, which was not flushed. */
const EFFECTS = ['nothing', 'half', 'all'] as const

type Fault = {
  /** The step of the disk that fails, counted from 0. */
  readonly at: number
  readonly code: 'EIO' | 'ENOSPC'
  readonly after: (typeof EFFECTS)[number]
}

const CHANGES = ['write', 'rename', 'makeFolder', 'syncFolder', 'removeFolder'] as const

/** A disk that works as the machine's, but for one step; tells the steps it was asked for. */
function faulty({ at, code, after }: Fault): { disk: Disk; steps: string[] } {
  const steps: string[] = []
  const wrap =
    (name: (typeof CHANGES)[number]) =>
    async (...args: never[]): Promise<unknown> => {
      const work: (...of: never[]) => Promise<unknown> = realDisk[name]
      const [path, bytes] = args as unknown as [string, Uint8Array]
      steps.push(`${name} ${relative(mine.dataDir, path).replace(mine.mineId, 'LOG')}`)
      if (steps.length !== at + 1) return work(...args)
      if (after !== 'nothing') await work(...args)
      if (after === 'half' && name === 'write') await truncate(path, Math.floor(bytes.length / 2))
      throw Object.assign(new Error(`${code}: ${name}`), { code })
    }
  const wrapped = Object.fromEntries(CHANGES.map((name) => [name, wrap(name)]))
  return { disk: { ...realDisk, ...wrapped } as Disk, steps }
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

/** Keeps how disk and database stand; what it answers puts both back. */
async function keep(): Promise<() => Promise<void>> {
  const [own, kept] = [signersFolder(mine.dataDir), join(mine.dataDir, 'kept')]
  const isThere = existsSync(own)
  const last = (await findLatestCheckpoint(mine.db, mine.mineId))?.size ?? 0
  await rm(kept, { recursive: true, force: true })
  if (isThere) await cp(own, kept, { recursive: true })
  return async () => {
    await rm(own, { recursive: true, force: true })
    if (isThere) await cp(kept, own, { recursive: true })
    await mine.meddle('delete from journal_checkpoint where mine_id = $1 and size > $2', [mine.mineId, last])
  }
}

/** Lets one step of signing fail; whatever it was, it stops, nothing is signed that the tiles do not have, and the next time it goes on. */
async function failOnce(fault: Fault, step: string): Promise<void> {
  const { disk, steps } = faulty(fault)
  const answer = await signOn(disk).catch((error: unknown) => error)
  expect(steps.at(-1), 'it failed where it was to, and did no more').toBe(step)
  expect(answer, `${step}: it stops and says so`).toMatchObject({ code: fault.code })
  for (const tree of await listSigned())
    expect(await checkTiles(realDisk, folder, tree), `${step}: signed, and not in the tiles`).toEqual([])
  expect(await signOn(realDisk), `${step}: and goes on`).toBeTypeOf('number')
}

const NEVER = Number.POSITIVE_INFINITY

test.each([
  ['the first signature of a log', 90, ['makeFolder signer', 'write signer/LOG/state.json.new']],
  ['one within a tile', 30, ['write signer/LOG/tile/entries/000.p/121.new']],
  [
    'one over the end of a tile',
    200,
    ['rename signer/LOG/tile/0/000.new', 'removeFolder signer/LOG/tile/entries/000.p'],
  ],
  ['one over the ends of two', 400, ['write signer/LOG/tile/1/000.p/2.new']],
] as const)(
  'of %s every step of the disk may fail',
  async (_, leaves, among) => {
    await grow(leaves)
    const putBack = await keep()
    const { disk, steps } = faulty({ at: NEVER, code: 'EIO', after: 'nothing' })
    expect(await signOn(disk)).toBeTypeOf('number')
    expect(steps).toEqual(expect.arrayContaining([...among]))
    for (const after of EFFECTS)
      for (const [at, step] of steps.entries()) {
        if (after === 'half' && !step.startsWith('write')) continue
        await putBack()
        await failOnce({ at, after, code: at % 2 === 0 ? 'ENOSPC' : 'EIO' }, step)
      }
    const found = await foundIn(mine)
    expect(found.filter((code) => /^(tile|signer|checkpoint|log|head|leaf)/.test(code))).toEqual([])
    const names = new Set(steps.map((step) => step.split(' ')[0]))
    for (const name of ['write', 'rename', 'syncFolder']) expect(names).toContain(name)
  },
  120_000,
)
