import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isRefused } from '../../kit/refuse.ts'
import { parseCheckpoint } from '../rules/checkpoint.ts'
import { parseNote, verdictOn } from '../rules/note.ts'
import { rootOfLeaves } from '../rules/tree.ts'
import { append } from '../store/append.ts'
import { listCheckpoints, listLeaves, type SavedCheckpoint } from '../store/checkpoint.ts'
import { ask } from '../store/statement.ts'
import { addMeetings, anotherMine, makeTestMine, meetingRecord, type TestMine } from '../store/test/mine.ts'
import { sequence } from './sequence.ts'
import { sign } from './sign.ts'
import { growLog } from './test/grow.ts'

let mine: TestMine
beforeAll(async () => {
  mine = await makeTestMine()
})
beforeEach(async () => {
  mine = await anotherMine(mine)
  await grow(0)
})
afterAll(() => mine.close())

const grow = (count: number): Promise<void> => growLog(mine, count)
const signNow = (): ReturnType<typeof sign> => sign(mine, mine.mineId)
const saved = (): Promise<SavedCheckpoint[]> => listCheckpoints(mine.db, mine.mineId, { over: 0, most: 100 })
const stateFile = (): string => join(mine.dataDir, 'signer', mine.mineId, 'state.json')
const codeOf = (answer: unknown): string => (isRefused(answer) ? answer.refused : 'none')

describe('signing', () => {
  test('the log as it stands, again after it grew, each checkpoint naming the one before', async () => {
    expect(await signNow()).toBe(1)
    await grow(5)
    expect(await signNow()).toBe(6)
    const checkpoints = await saved()
    expect(checkpoints.map(({ size, prev }) => [size, prev])).toEqual([
      [1, null],
      [6, 1],
    ])
    const leaves = await listLeaves(mine.db, mine.mineId, { from: 0, most: 10 })
    const origin = `test.example/${mine.mineId}`
    for (const { size, note } of checkpoints) {
      const parsed = parseNote(note)
      if (isRefused(parsed)) throw new Error('the note does not read')
      const root = rootOfLeaves(leaves.slice(0, size).map(({ hash }) => new Uint8Array(hash)))
      expect(parseCheckpoint(parsed.text)).toEqual({ origin, size, root })
      const publicKey = mine.keys.publicKey(mine.mineId)
      expect(verdictOn(parsed, { name: origin, type: 1, publicKey })).toEqual({ good: true })
    }
    const [last] = await ask<{ received: number }>(
      mine.db,
      'select (extract(epoch from received) * 1000000)::bigint as received from journal_leaf where mine_id = $1 and idx = 5',
      [mine.mineId],
    )
    expect(checkpoints[1]?.at).toBe(last?.received)
  })

  test('the same tree again changes nothing', async () => {
    await signNow()
    const [before, state] = [await saved(), fs.readFileSync(stateFile())]
    expect(await signNow()).toBe(1)
    expect(await saved()).toEqual(before)
    expect(fs.readFileSync(stateFile())).toEqual(state)
  })

  test('an empty log is not signed', async () => {
    await mine.meddle('delete from journal_head')
    expect(await signNow()).toBe(0)
    expect(await saved()).toEqual([])
  })

  test('thousands of leaves are counted in pieces', async () => {
    await grow(4100)
    expect(await signNow()).toBe(4101)
  })

  test('the memory lies in a folder of its own, closed to others', async () => {
    await signNow()
    expect(fs.statSync(join(mine.dataDir, 'signer')).mode & 0o777).toBe(0o700)
    expect(fs.statSync(stateFile()).mode & 0o777).toBe(0o600)
    expect(fs.readdirSync(join(stateFile(), '..'))).toEqual(['checkpoint', 'state.json', 'tile'])
  })

  test('by two at once signs one line of checkpoints', async () => {
    await grow(3)
    expect(await Promise.all([signNow(), signNow(), signNow()])).toEqual([4, 4, 4])
    expect((await saved()).map(({ size }) => size)).toEqual([4])
  })
})

/** Every file of the log's tiles with what stands in it. */
function tiles(): Map<string, string> {
  const folder = join(stateFile(), '..', 'tile')
  if (!fs.existsSync(folder)) return new Map()
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort()
  return new Map(paths.map((path) => [path.slice(folder.length + 1), fs.readFileSync(path, 'base64')]))
}

describe('the tiles beside the memory', () => {
  test('hold every leaf that was signed, and the checkpoint beside them is the last one', async () => {
    await grow(299)
    await signNow()
    await grow(300)
    expect(await signNow()).toBe(600)
    expect([...tiles().keys()]).toEqual(
      ['0/000', '0/001', '0/002.p/88', '1/000.p/1', '1/000.p/2'].concat([
        'entries/000',
        'entries/001',
        'entries/002.p/88',
      ]),
    )
    const leaves = await listLeaves(mine.db, mine.mineId, { from: 256, most: 256 })
    const hashes = Buffer.concat(leaves.map(({ hash }) => hash))
    expect(tiles().get('0/001')).toBe(hashes.toString('base64'))
    const [, last] = await saved()
    expect(fs.readFileSync(join(stateFile(), '..', 'checkpoint'), 'utf8')).toBe(last?.note)
  })

  test.each([
    ['they are lost', () => fs.rmSync(join(stateFile(), '..', 'tile'), { recursive: true })],
    ['one at the end is lost', () => fs.rmSync(join(stateFile(), '..', 'tile', '0', '001.p', '44'))],
    [
      'one at the end is damaged',
      () => fs.writeFileSync(join(stateFile(), '..', 'tile', 'entries', '001.p', '44'), 'no leaf'),
    ],
  ])('are made anew from the database where %s, and what was signed stays as it was', async (_, lose) => {
    await grow(299)
    await signNow()
    const [before, state, checkpoints] = [tiles(), fs.readFileSync(stateFile()), await saved()]
    lose()
    expect(await signNow()).toBe(300)
    expect(tiles()).toEqual(before)
    expect(fs.readFileSync(stateFile())).toEqual(state)
    expect(await saved()).toEqual(checkpoints)
  })

  test('are made for a memory of before there were any', async () => {
    await grow(5)
    await signNow()
    const [whole, before] = [fs.readFileSync(stateFile()), tiles()]
    const text = (whole.toString().split('\n')[0] ?? '').replace(',"tiled":true', '')
    fs.writeFileSync(stateFile(), `${text}\n${createHash('sha256').update(text).digest('hex')}\n`)
    fs.rmSync(join(stateFile(), '..', 'tile'), { recursive: true })
    expect(await signNow()).toBe(6)
    expect(fs.readFileSync(stateFile())).toEqual(whole)
    expect(tiles()).toEqual(before)
  })

  test('are not made anew from a database that is not what was signed', async () => {
    await grow(5)
    await signNow()
    fs.rmSync(join(stateFile(), '..', 'tile'), { recursive: true })
    await mine.meddle(`${rehashed} 4`)
    expect(codeOf(await signNow())).toBe('tree-inconsistent')
    expect(tiles().size).toBe(0)
  })
})

describe('after a crash', () => {
  test('between memory and database the checkpoint is kept after all', async () => {
    await signNow()
    const before = await saved()
    await mine.meddle('delete from journal_checkpoint')
    await grow(1)
    expect(await signNow()).toBe(2)
    expect((await saved())[0]).toEqual(before[0])
    expect((await saved()).map(({ size, prev }) => [size, prev])).toEqual([
      [1, null],
      [2, 1],
    ])
  })

  test('that lost the memory the last checkpoint is believed', async () => {
    await signNow()
    await grow(2)
    fs.rmSync(stateFile())
    expect(await signNow()).toBe(3)
    expect((await saved()).map(({ size, prev }) => [size, prev])).toEqual([
      [1, null],
      [3, 1],
    ])
  })

  test('that lost the memory a log that does not follow is still refused', async () => {
    await grow(3)
    await signNow()
    fs.rmSync(stateFile())
    await mine.meddle(
      "update journal_leaf set hash = $1, bytes = convert_to(convert_from(bytes, 'UTF8') || ' ', 'UTF8') where idx = 2",
      [Buffer.alloc(32)],
    )
    expect(codeOf(await signNow())).toBe('leaf-changed')
  })
})

const rehashed = `update journal_leaf set bytes = n.bytes, hash = sha256('\\x00'::bytea || n.bytes)
  from (select mine_id, idx, convert_to(replace(convert_from(bytes, 'UTF8'), '"rev":1', '"rev":7'), 'UTF8') as bytes
        from journal_leaf) n where journal_leaf.mine_id = n.mine_id and journal_leaf.idx = n.idx and n.idx = `

describe('the signer refuses', () => {
  test.each([
    ['a tree smaller than the one it signed', 'update journal_head set size = 2', 'tree-smaller'],
    ['a head whose root is another', "update journal_head set root = sha256('x')", 'tree-inconsistent'],
    ['a head that lost its leaves', 'delete from journal_leaf where idx > 3', 'leaf-changed'],
    ['a gap', 'delete from journal_leaf where idx = 5', 'leaf-changed'],
    [
      'a leaf whose hash is another',
      "update journal_leaf set hash = sha256('x') where idx = 4",
      'leaf-changed',
    ],
    ['a leaf that was changed with its hash', `${rehashed} 4`, 'tree-inconsistent'],
    ['another origin', "update mine set log_origin = log_origin || '.other'", 'other-origin'],
  ])('%s', async (_, meddling, code) => {
    await grow(3)
    expect(await signNow()).toBe(4)
    await grow(3)
    const before = fs.readFileSync(stateFile())
    await mine.meddle(meddling)
    expect(codeOf(await signNow())).toBe(code)
    expect((await saved()).map(({ size }) => size)).toEqual([4])
    expect(fs.readFileSync(stateFile())).toEqual(before)
  })

  test('a history that was written anew, whole in itself', async () => {
    await grow(3)
    await signNow()
    await mine.meddle(`${rehashed} 1`)
    const { root, frontier } = await headOver(4)
    await mine.meddle('update journal_head set root = $1, frontier = $2', [root, frontier])
    await grow(2)
    expect(codeOf(await signNow())).toBe('tree-inconsistent')
  })

  test('a leaf received earlier than the one before', async () => {
    await grow(3)
    await signNow()
    await mine.meddle("update journal_head set last_received = '2020-01-01'")
    await mine.db.transaction().execute(async (tx) => {
      await append(
        tx,
        mine.by,
        'meetings.hold',
        meetingRecord,
        await addMeetings(tx, mine, { count: 1, people: [] }),
      )
    })
    await sequence(mine.db, mine.mineId, () => new Date('2020-01-02'))
    expect(codeOf(await signNow())).toBe('tree-earlier')
  })

  test('to sign on a damaged memory', async () => {
    await signNow()
    const bytes = fs.readFileSync(stateFile())
    for (let bit = 0; bit < bytes.length * 8; bit += 101) {
      const flipped = Buffer.from(bytes)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      fs.writeFileSync(stateFile(), flipped)
      expect(codeOf(await signNow()), `bit ${bit}`).toBe('signer-damaged')
    }
  })
})

/** The head of the first leaves, four of them, as a meddler would compute it. */
async function headOver(size: number): Promise<{ root: Buffer; frontier: Buffer[] }> {
  const leaves = await listLeaves(mine.db, mine.mineId, { from: 0, most: size })
  const root = Buffer.from(rootOfLeaves(leaves.map(({ hash }) => hash)))
  return { root, frontier: [root] }
}
