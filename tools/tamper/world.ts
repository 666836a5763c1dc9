import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureMine, makeSetUpLink } from '../../src/access/store/set-up.ts'
import { sequence } from '../../src/journal/jobs/sequence.ts'
import { sign } from '../../src/journal/jobs/sign.ts'
import { type Report, verify } from '../../src/journal/store/verify.ts'
import { type Db, openDb } from '../../src/kit/db/db.ts'
import { migrate } from '../../src/kit/db/migrate.ts'
import { type Keys, openKeys } from '../../src/kit/keys/keys.ts'
import type { Throwaway } from '../../src/kit/postgres/throwaway.ts'
import { isRefused } from '../../src/kit/refuse.ts'
import { bringIn } from '../../src/ledger/api/bring-in.ts'
import { deskOf } from '../../src/ledger/api/desk.ts'
import { findOnRecord, readAgainst } from '../../src/ledger/api/preview.ts'
import { makeApp } from '../../src/server/app.ts'
import { records } from '../../src/server/records.ts'
import { type Caller, openCaller } from '../caller.ts'
import { fillOffices, type Officers } from '../offices.ts'
import {
  assess,
  beWitnessed,
  findBranch,
  keepUp,
  meet,
  mistake,
  runRoom,
  seat,
  signBeside,
  takePart,
  work,
} from './doings.ts'
import { inspect } from './inspect.ts'
import { renew } from './renew.ts'

const LEDGERS = fileURLToPath(new URL('../../src/ledger/fixtures/small-2026.xlsx', import.meta.url))
export const NOW = new Date('2026-10-08T02:00:00Z')

/** A mine with something in every journaled table, sequenced and signed but for the last, which waits. */
export type World = {
  readonly mineId: string
  readonly look: () => Promise<Report>
  readonly close: () => Promise<void>
}

export type House = { readonly db: Db; readonly keys: Keys; readonly dataDir: string }

/** Brings the ledgers in as `pitlamp import` does. */
export async function importLedgers({ db, keys }: House): Promise<void> {
  const { id } = await ensureMine(db, keys, NOW)
  const actor = { mineId: id, accountId: id as never, personId: null, offices: [], mustChange: false }
  const reading = await readAgainst(await readFile(LEDGERS), await findOnRecord(db, id))
  if (isRefused(reading)) throw new Error(`the ledgers were refused: ${reading.refused}`)
  const desk = deskOf({ actor, keys, now: NOW })
  await db.transaction().execute((tx) => bringIn(tx, desk, reading.ledgers, () => 'on'))
}

async function seal(house: House, mineId: string): Promise<void> {
  await sequence(house.db, mineId, () => NOW)
  const signed = await sign(house, mineId)
  if (isRefused(signed)) throw new Error(`not signed: ${signed.refused}`)
}

/** A mine with its offices filled, and who does what in it. */
export type Filled = House & {
  readonly mineId: string
  readonly officers: Officers
  readonly open: () => Caller
  /** Sequences and signs what waits. */
  readonly seal: () => Promise<void>
  /** Throws the first fault of the server. */
  readonly isSound: () => void
  readonly look: () => Promise<Report>
  readonly close: () => Promise<void>
}

/** Makes a mine with its offices in a migrated database; `home` takes its keys and the signer's memory. */
export async function fillHouse(url: string, home: string): Promise<Filled> {
  const dataDir = join(home, 'data')
  await mkdir(dataDir, { recursive: true })
  const opened = openDb(url, 4)
  const keys = openKeys(join(home, 'keys'))
  const house = { db: opened.db, keys, dataDir }
  const { id: mineId } = await ensureMine(house.db, keys, NOW)
  const link = `/?token=${await makeSetUpLink(house.db, NOW)}`
  const faults: unknown[] = []
  const app = makeApp({ ...house, clock: () => NOW, log: ({ error }) => void faults.push(error) })
  const open = (): Caller => openCaller(async (path, init) => app.request(path, init))
  const officers = await fillOffices(open, link)
  const isSound = (): void => {
    if (faults.length > 0) throw faults[0]
  }
  const close = async (): Promise<void> => {
    await opened.close()
    keys.close()
  }
  const look = (): Promise<Report> => verify({ ...house, records, now: NOW })
  return { ...house, mineId, officers, open, seal: () => seal(house, mineId), isSound, look, close }
}

/** Makes the world on a fresh database. */
export async function makeWorld({ url, home }: Throwaway): Promise<World> {
  const migrated = await migrate(url)
  if (isRefused(migrated)) throw new Error(`not migrated: ${migrated.refused}`)
  const house = await fillHouse(url, home)
  const { mineId, officers, open } = house
  const { system, audit, staff } = officers
  await beWitnessed(audit)
  await house.seal()
  await signBeside(house, NOW)
  await renew(house, NOW)
  await importLedgers(house)
  await house.seal()
  const branch = await findBranch(staff)
  await work(staff, branch)
  await meet(staff, branch.id)
  const second = await seat(officers, open, { login: 'second', name: '王五', role: 'committeeStaff' })
  await runRoom(staff, second, branch.id)
  await takePart({ system, staff, open }, branch.id)
  await keepUp(staff, branch.id)
  await mistake(staff, branch.id)
  await house.seal()
  await signBeside(house, NOW)
  await assess(staff, branch.id)
  const inspector = await seat(officers, open, { login: 'inspector', name: '赵六', role: 'inspector' })
  await inspect({ inspector, staff, seal: house.seal }, branch.id)
  await house.seal()
  await signBeside(house, NOW)
  for (const title of ['第二章', '第三章', '第四章'])
    await staff.post('library.addMaterial', { orgId: branch.id, title, body: '尚未入日志', file: null })
  house.isSound()
  return { mineId, look: house.look, close: house.close }
}
