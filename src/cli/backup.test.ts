import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { mineRecord } from '../access/store/set-up.ts'
import { sequence } from '../journal/jobs/sequence.ts'
import { sign } from '../journal/jobs/sign.ts'
import { sendCheckpoints } from '../journal/jobs/witness/send.ts'
import { serveWitness } from '../journal/jobs/witness/serve.ts'
import { openWitness } from '../journal/jobs/witness/witness.ts'
import { SIGNATURE_TYPES, showVkey } from '../journal/rules/note.ts'
import { witnessSigner } from '../journal/rules/witness.ts'
import { append, type By } from '../journal/store/append.ts'
import { findLatestCheckpoint } from '../journal/store/checkpoint.ts'
import { makeTestLog, someLeaves } from '../journal/store/test/log.ts'
import { addWitness, witnessRecord } from '../journal/store/witnesses.ts'
import { openDb, type Tx } from '../kit/db/db.ts'
import { openKeys } from '../kit/keys/keys.ts'
import { openSigningKey } from '../kit/keys/signing.ts'
import { isRefused } from '../kit/refuse.ts'
import { type Clone, cloneDatabase } from '../kit/test/clone.ts'
import { unitRecord } from '../org/store.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const LEDGER = fileURLToPath(new URL('../ledger/fixtures/small-2026.xlsx', import.meta.url))

let folder: string
let first: Clone
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pitlamp-backup-'))
  first = await cloneDatabase(inject('databaseUrl'))
})
afterAll(async () => {
  await first.drop()
  await rm(folder, { recursive: true, force: true })
})

/** Another mine's. */
const foreign = makeTestLog('mine.example/log', new Uint8Array(32).fill(7), someLeaves(5))

type Ran = { readonly code: number; readonly out: string; readonly err: string }

/** Runs a command as a person does, on a database server. */
const pitlamp = (url: string, ...words: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, LANG: 'zh_CN.UTF-8', DATABASE_URL: url, PITLAMP_DATA: join(folder, 'data') }
    const child = execFile(process.execPath, [MAIN, ...words], { cwd: folder, env }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })

/** Restores into a database of its own and hands that on. */
async function into(
  words: readonly string[],
  work: (ran: Ran, url: string) => Promise<void>,
  backup = 'backup',
): Promise<void> {
  const clone = await cloneDatabase(inject('databaseUrl'))
  try {
    await work(await pitlamp(clone.url, 'restore', backup, ...words), clone.url)
  } finally {
    await clone.drop()
  }
}

const countMines = async (url: string): Promise<number> => {
  const { db, close } = openDb(url, 1)
  const rows = await db.selectFrom('mine').select('id').execute()
  await close()
  return rows.length
}

/** Gives what waits its place and signs it, as a running server does. */
async function seal(url: string): Promise<string> {
  const { db, close } = openDb(url, 2)
  const keys = openKeys(join(folder, 'data', 'keys'))
  const { id } = await db.selectFrom('mine').select('id').executeTakeFirstOrThrow()
  await sequence(db, id, () => new Date())
  await sign({ db, keys, dataDir: join(folder, 'data') }, id)
  const checkpoint = await findLatestCheckpoint(db, id)
  keys.close()
  await close()
  return checkpoint?.note ?? ''
}

/** Does something in the mine, as an action does. */
async function act(url: string, work: (tx: Tx, by: By) => Promise<void>): Promise<void> {
  const { db, close } = openDb(url, 2)
  const keys = openKeys(join(folder, 'data', 'keys'))
  const { id: mineId } = await db.selectFrom('mine').select('id').executeTakeFirstOrThrow()
  const by = { mineId, actorId: mineId, now: new Date(), src: 'command' as const, keys }
  await db.transaction().execute((tx) => work(tx, by))
  keys.close()
  await close()
}

const setUp = (url: string): Promise<void> =>
  act(url, (tx, by) => append(tx, by, 'access.setUp', mineRecord, [by.mineId]))

const changeUnits = (url: string): Promise<void> =>
  act(url, async (tx, by) => {
    const units = await tx.updateTable('org_unit').set({ note: '更名' }).returning('id').execute()
    await append(
      tx,
      by,
      'org.changeUnit',
      unitRecord,
      units.map(({ id }) => id),
    )
  })

/** A backup of a whole mine, the checkpoint of then, and that of what came after it. */
beforeAll(async () => {
  const { url } = first
  expect((await pitlamp(url, 'import', LEDGER, '--commit')).code).toBe(0)
  await setUp(url)
  const early = await seal(url)
  await writeFile(join(folder, 'early'), `抄自打印页\n${early}`.replaceAll('\n', '\r\n'))
  expect(await pitlamp(url, 'backup', 'backup')).toMatchObject({ code: 0 })
  await changeUnits(url)
  await writeFile(join(folder, 'late'), await seal(url))
}, 120_000)

const isClean = async (url: string): Promise<void> =>
  expect(await pitlamp(url, 'verify')).toMatchObject({ code: 0, out: '' })

test('what came after the backup comes back as seals without content, and is said', async () => {
  await into(['--checkpoint', 'late'], async (ran, there) => {
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('内容没有')])
    await isClean(there)
  })
}, 120_000)

test('a copy of the log beside the signer serves as well', async () => {
  await rename(join(folder, 'data', 'signer'), join(folder, 'kept'))
  const [copy = ''] = await readdir(join(folder, 'kept'))
  await into(['--checkpoint', 'late', '--leaves', join('kept', copy)], async (ran) =>
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('内容没有')]),
  )
}, 120_000)

test('without a copy it goes on from the checkpoint of then', async () => {
  await into(['--checkpoint', 'early'], async (ran, there) => {
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('日志接得上')])
    await isClean(there)
    const { code, err } = await pitlamp(there, 'verify', '--vkey', foreign.vkey)
    expect([code, err]).toEqual([1, expect.stringMatching(/^不能采信：[^\n]*\n$/)])
    const again = await pitlamp(there, 'restore', 'backup')
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('已有数据')])
  })
}, 120_000)

test('and is a fork beside a later one: refused, or a new log that says so', async () => {
  await into(['--checkpoint', 'late'], async (ran, there) => {
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('分叉')])
    expect(await countMines(there)).toBe(0)
  })
  await into(['--checkpoint', 'late', '--new-log', '机房失火'], async (ran, there) => {
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('旧日志停在备份')])
    await seal(there)
    await isClean(there)
  })
}, 120_000)

test('what is asked wrongly is said in one sentence, and nothing is touched', async () => {
  await writeFile(join(folder, 'no-backup'), 'x')
  await writeFile(join(folder, 'foreign'), foreign.noteAt(4))
  const asked: readonly (readonly [string[], string])[] = [
    [[], '文件名'],
    [['nowhere'], 'nowhere'],
    [['no-backup'], '不是矿灯的备份'],
    [['backup', '--leaves', 'no-folder'], 'no-folder'],
    [['backup', '--new-log', ' '], '原因'],
    [['backup', '--checkpoint', 'no-backup'], 'no-backup 里没有检查点'],
    [['backup', '--checkpoint', 'foreign'], '不是这本日志签的'],
  ]
  const clone = await cloneDatabase(inject('databaseUrl'))
  for (const [words, said] of asked) {
    const { code, err } = await pitlamp(clone.url, 'restore', ...words)
    expect([code === 0, err]).toEqual([false, expect.stringContaining(said)])
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(await countMines(clone.url)).toBe(0)
  }
  await clone.drop()
}, 120_000)

/** A witness of the mine's log, running; the mine knows it. */
async function startWitness(url: string): Promise<{ server: Server; close: () => Promise<void> }> {
  const { db, close } = openDb(url, 2)
  const keys = openKeys(join(folder, 'data', 'keys'))
  const mine = await db.selectFrom('mine').select(['id', 'log_origin']).executeTakeFirstOrThrow()
  const { ed25519 } = SIGNATURE_TYPES
  const log = { name: mine.log_origin, type: ed25519, publicKey: keys.publicKey(mine.id) }
  const dir = await mkdtemp(join(folder, 'witness-'))
  const key = openSigningKey(dir, 'w1')
  const signer = witnessSigner('office.example/w1', key.publicKey)
  const clock = (): Date => new Date()
  const witness = openWitness({ dir, signer, sign: key.sign, logs: [log], clock, alarm: () => undefined })
  if (isRefused(witness)) throw new Error(witness.refused)
  const server = serveWitness(witness, showVkey(signer), () => undefined).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = server.address()
  const address = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`
  await act(url, async (tx, by) => {
    const { name, publicKey, type } = signer
    const vkey = showVkey({ name, publicKey, type })
    const known = { name, vkey, url: address, kind: 'committee' as const, since: new Date() }
    await append(tx, by, 'journal.addWitness', witnessRecord, [await addWitness(tx, mine.id, known)])
  })
  keys.close()
  await close()
  return { server, close: async () => void (await promisify(server.close.bind(server))()) }
}

/** Sends the newest checkpoint to the witness, as a running server does. */
async function send(url: string): Promise<void> {
  const { db, close } = openDb(url, 2)
  await sendCheckpoints({ db }, new Date())
  await close()
}

test('the witnesses the backup knows are asked; one that does not answer stops the restore, unless they are left out aloud', async () => {
  const { url } = first
  await rm(join(folder, 'data', 'signer'), { recursive: true, force: true })
  await rename(join(folder, 'kept'), join(folder, 'data', 'signer'))
  const { server, close } = await startWitness(url)
  await seal(url)
  expect(await pitlamp(url, 'backup', 'witnessed')).toMatchObject({ code: 0 })
  await changeUnits(url)
  await seal(url)
  await send(url)
  await rename(join(folder, 'data', 'signer'), join(folder, 'lost'))
  const asked: readonly (readonly [string[], number, string])[] = [
    [[], 1, '分叉'],
    [['--new-log', '机房失火'], 0, '已问过见证方 office.example/w1：它最后签的检查点有'],
    [['--offline'], 0, '没有问任何见证方'],
  ]
  for (const [words, code, said] of asked)
    await into(
      words,
      async (ran) => expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(said)]),
      'witnessed',
    )
  server.closeAllConnections()
  await close()
  await into(
    [],
    async (ran, there) => {
      expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('问不到')])
      expect(await countMines(there)).toBe(0)
    },
    'witnessed',
  )
}, 120_000)
