import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefused } from '../../../kit/refuse.ts'
import { append } from '../../store/append.ts'
import { findLatestCheckpoint } from '../../store/checkpoint.ts'
import { makeSealedMine } from '../../store/test/life.ts'
import { makeTestLog, someLeaves } from '../../store/test/log.ts'
import type { TestMine } from '../../store/test/mine.ts'
import { addWitness, endWitness, keepDelivery, witnessRecord } from '../../store/witnesses.ts'
import { askWitnesses } from './ask.ts'

let mine: TestMine
let note: string
beforeAll(async () => {
  mine = await makeSealedMine()
  note = (await findLatestCheckpoint(mine.db, mine.mineId))?.note ?? ''
})
afterAll(() => mine.close())

const other = makeTestLog('other.example/log', new Uint8Array(32).fill(3), someLeaves(2))

/** A witness that answers so; `asked`: how often it was. */
async function witnessWho(name: string, answer: () => Promise<Response>) {
  const { db, mineId, by } = mine
  const vkey = `${name}+00000000+AA==`
  const id = await db.transaction().execute(async (tx) => {
    const known = { name, vkey, url: `https://${name}/w/`, kind: 'committee' as const, since: by.now }
    const id = await addWitness(tx, mineId, known)
    await append(tx, by, 'journal.addWitness', witnessRecord, [id])
    return id
  })
  const asked: string[] = []
  const fetch = async (url: string): Promise<Response> => {
    asked.push(url)
    return answer()
  }
  const answers = await askWitnesses({ ...mine, fetch })
  await db.transaction().execute(async (tx) => {
    await endWitness(tx, mineId, { id, reason: '换了机器', now: by.now })
    await append(tx, by, 'journal.endWitness', witnessRecord, [id])
  })
  return { id, answers, asked }
}

test('nobody is asked where nobody witnesses', async () =>
  expect(
    await askWitnesses({
      ...mine,
      fetch: async () => {
        throw new Error('asked')
      },
    }),
  ).toEqual([]))

test.each([
  ['shows what the log signed', async () => new Response(note), 'shows'],
  ['shows it under its own line', async () => new Response(`${note}— w.example AAAAAAA=\n`), 'shows'],
  ['shows another log’s', async () => new Response(other.noteAt(2)), 'foreign'],
  ['shows something else', async () => new Response('hello'), 'foreign'],
  ['shows a bit changed', async () => new Response(note.replace(/.{6}\n$/, 'AAAAA=\n')), 'foreign'],
  ['has nothing', async () => new Response('nothing here', { status: 404 }), 'knows-none'],
  ['cannot', async () => new Response('fault', { status: 500 }), 'silent'],
  ['cannot be reached', () => Promise.reject(new TypeError('fetch failed')), 'silent'],
] as const)('a witness that %s', async (what, answer, outcome) => {
  const { answers, asked } = await witnessWho(`${what.replaceAll(/[^a-z]/g, '-')}.example`, answer)
  expect(answers).toMatchObject([{ outcome }])
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatch(/\.example\/w\/checkpoint\/[0-9a-f]{32}$/)
})

test('one that signed before and shows nothing now is not taken at its word', async () => {
  const { db, mineId, by } = mine
  const nothing = async () => new Response('', { status: 404 })
  const id = await db.transaction().execute(async (tx) => {
    const known = {
      ...{ name: 'w.example', vkey: 'w.example+00000000+AA==', url: 'https://w.example' },
      ...{ kind: 'committee' as const, since: by.now },
    }
    const id = await addWitness(tx, mineId, known)
    await append(tx, by, 'journal.addWitness', witnessRecord, [id])
    return id
  })
  await keepDelivery(db, { mineId, witnessId: id, now: by.now }, { known: 2, failure: null })
  const [answer] = await askWitnesses({ ...mine, fetch: nothing })
  expect(isRefused(answer)).toBe(false)
  expect(answer).toEqual({ name: 'w.example', outcome: 'silent' })
})
