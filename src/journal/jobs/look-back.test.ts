import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSigningKey } from '../../kit/keys/signing.ts'
import { isRefused } from '../../kit/refuse.ts'
import { TILE_WIDTH } from '../rules/tiles.ts'
import { listCheckpoints } from '../store/checkpoint.ts'
import { realDisk } from '../store/disk.ts'
import { listRefusals, signersFolder } from '../store/signer.ts'
import { anotherMine, makeTestMine, type TestMine } from '../store/test/mine.ts'
import { sign, signAs } from './sign.ts'
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
const codeOf = (answer: unknown): string => (isRefused(answer) ? answer.refused : 'none')

/** Another content with the hash that belongs to it, in the leaf at a place. */
const rehashed = `update journal_leaf set bytes = n.bytes, hash = sha256('\\x00'::bytea || n.bytes)
  from (select mine_id, idx, convert_to(replace(convert_from(bytes, 'UTF8'), '"rev":1', '"rev":7'), 'UTF8') as bytes
        from journal_leaf) n where journal_leaf.mine_id = n.mine_id and journal_leaf.idx = n.idx and n.idx = `

test.each([
  ['a signed leaf that was changed, long after', `${rehashed} 1`, 1],
  ['one whose hash alone was changed', "update journal_leaf set hash = sha256('x') where idx = 2", 2],
  ['the last signed leaf taken away', 'delete from journal_leaf where idx = 3', 3],
])('%s, and says why until it is as it was', async (_, meddling, index) => {
  await grow(3)
  await signNow()
  await mine.meddle('create table leaf_kept as select * from journal_leaf')
  await grow(3)
  await mine.meddle(meddling)
  expect(await signNow()).toMatchObject({ refused: 'leaf-changed', facts: { index } })
  expect(
    (await listCheckpoints(mine.db, mine.mineId, { over: 0, most: 100 })).map(({ size }) => size),
  ).toEqual([4])
  const refusals = () => listRefusals(mine.dataDir, [mine.mineId])
  expect(await refusals()).toEqual([{ code: 'leaf-changed', facts: { index } }])
  await mine.meddle(
    'delete from journal_leaf using leaf_kept k where k.mine_id = journal_leaf.mine_id and k.idx = journal_leaf.idx',
  )
  await mine.meddle('insert into journal_leaf select * from leaf_kept')
  await mine.meddle('drop table leaf_kept')
  expect(await signNow()).toBe(7)
  expect(await refusals()).toEqual([])
})

test('a log that did not grow, one of whose leaves was changed', async () => {
  await grow(3)
  await signNow()
  await mine.meddle(`${rehashed} 2`)
  expect(codeOf(await signNow())).toBe('leaf-changed')
})

test('in turn every leaf there is, some at each signing', async () => {
  await grow(12 * TILE_WIDTH)
  const signers = {
    ...{ db: mine.db, disk: realDisk, folder: signersFolder(mine.dataDir), lookedAt: new Map() },
    ...{ keyOf: (log: string) => openSigningKey(mine.keys.dir, log), untimely: () => undefined },
  }
  await signAs(signers, mine.mineId)
  await mine.meddle(`${rehashed} ${10 * TILE_WIDTH}`)
  const answers = [await signAs(signers, mine.mineId), await signAs(signers, mine.mineId)]
  expect(answers.map(codeOf)).toEqual(['none', 'leaf-changed'])
})
