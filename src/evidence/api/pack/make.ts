import { join } from 'node:path'
import { sealedDay } from '../../../journal/rules/pack/day.ts'
import type { Pack, PackRecord } from '../../../journal/rules/pack/shape.ts'
import { findOrigin } from '../../../journal/store/evidence.ts'
import type { Journaled } from '../../../journal/store/journaled.ts'
import { findPackLog, type PackLog } from '../../../journal/store/pack/log.ts'
import {
  listNotices,
  listPackHistories,
  listPlaces,
  type PackHistory,
} from '../../../journal/store/pack/records.ts'
import type { Db } from '../../../kit/db/db.ts'
import type { Keys } from '../../../kit/keys/keys.ts'
import { isRefused, type Refused, refuse } from '../../../kit/refuse.ts'
import { DISCLOSED } from '../../rules/disclosed.ts'
import { type Put, type Spooled, spoolInto } from './spool.ts'

/** A record to be carried away. */
export type Wanted = Pick<PackRecord, 'table' | 'subject' | 'happened' | 'stratum' | 'reason'>

/** What a pack is to be about. `also`: sizes of checkpoints it must have. */
export type Request = Pick<Pack, 'about' | 'draw' | 'scores'> & {
  readonly wanted: readonly Wanted[]
  readonly also: readonly number[]
  /** How many records are not in it because they began in a log that has ended. */
  readonly begunBefore: number
}

/** Where a pack comes from. `records`: how the journal knows the tables. */
export type From = {
  readonly db: Db
  readonly mineId: string
  readonly keys: Keys
  readonly vkey: string
  readonly records: readonly Journaled[]
}

/** Is told how many records of how many are written. */
export type Heed = (done: number, of: number) => void

/** Why no pack can be made. */
export type NoPack = Refused<
  'not-sealed-yet' | 'nothing-to-pack' | 'seal-broken' | 'erased-without-notice' | 'journal-damaged'
>

const AT_ONCE = 200

/** Subjects in slices of one table each, in the order of the tables. */
function* slicesOf(wanted: readonly Wanted[]): Generator<readonly Wanted[]> {
  for (const same of Map.groupBy(wanted, ({ table }) => table).values())
    for (let at = 0; at < same.length; at += AT_ONCE) yield same.slice(at, at + AT_ONCE)
}

type Ground = From & { readonly log: PackLog; readonly notices: ReadonlyMap<string, number> }

/** The day a record tells of: as its last revision opens it; where none of its fields holds it, as the tables have it. */
function dayOf({ happened }: Wanted, { revisions }: PackHistory): PackRecord['happened'] {
  const last = revisions.at(-1)
  const sealed = last && sealedDay([...Object.keys(last.opened), ...last.withheld], last.opened)
  if (!sealed) return happened
  return typeof sealed.day === 'string' ? sealed.day : null
}

async function recordsOf(slice: readonly Wanted[], ground: Ground): Promise<PackRecord[] | NoPack> {
  const table = slice[0]?.table ?? ''
  const of = ground.records.find((one) => one.table === table)
  const disclosed = DISCLOSED[table]
  if (!of || !disclosed) throw new Error(`a pack cannot hold ${table}`)
  const subjects = slice.map(({ subject }) => subject)
  const asked = { ...ground, of, disclosed: disclosed.fields }
  const histories = await listPackHistories(ground.db, subjects, asked)
  if (isRefused(histories)) return histories
  const found = new Map<string, PackHistory>(histories.map((one) => [one.subject, one]))
  return slice.flatMap((one) => {
    const history = found.get(one.subject)
    if (!history) return []
    const happened = dayOf(one, history)
    const title = `${disclosed.zh} ${disclosed.en} ${happened ?? ''}`.trim()
    return [{ ...one, title, happened, revisions: history.revisions }]
  })
}

async function writeRecords(
  put: Put,
  ground: Ground,
  of: { wanted: readonly Wanted[]; heed: Heed },
): Promise<NoPack | undefined> {
  let done = 0
  for (const slice of slicesOf(of.wanted)) {
    of.heed(done, of.wanted.length)
    const records = await recordsOf(slice, ground)
    if (isRefused(records)) return records
    for (const record of records) {
      await put(`${done === 0 ? '' : ','}${JSON.stringify(record)}`)
      done += 1
    }
  }
  return done === 0 ? refuse('nothing-to-pack') : undefined
}

/** People whose content was erased, as records of their own: their notices are what an erased revision points to. */
async function withErased(
  { db, mineId, keys }: From,
  wanted: readonly Wanted[],
): Promise<{ wanted: readonly Wanted[]; indexes: number[]; notices: ReadonlyMap<string, number> }> {
  const subjects = wanted.map(({ subject }) => subject)
  const places = await listPlaces(db, mineId, subjects)
  const owners = [...new Set(places.map(({ owner }) => owner))]
  const erased = owners.filter((owner) => keys.owners.find(mineId, owner) === 'erased')
  const notices = await listNotices(db, mineId, erased)
  const people = [...notices.keys()].filter((person) => !subjects.includes(person))
  const added = people.map(
    (subject): Wanted => ({ table: 'person', subject, happened: null, stratum: null, reason: null }),
  )
  const more = await listPlaces(db, mineId, people)
  return { wanted: [...wanted, ...added], indexes: [...places, ...more].map(({ index }) => index), notices }
}

/**
 * Writes `pack.json` into a folder, record by record (docs/pack.md). Refuses while nothing is signed, where something was changed behind
 * the journal or in it, and where there is nothing to pack.
 */
export async function spoolPack(
  from: From,
  request: Request,
  of: { folder: string; heed: Heed },
): Promise<Spooled | NoPack> {
  const { db, mineId, vkey } = from
  const { wanted, indexes, notices } = await withErased(from, request.wanted)
  const log = await findPackLog(db, { mineId, vkey }, { indexes, also: request.also })
  if (isRefused(log)) return log
  const { policy, checkpoints, consistency } = log
  const { about, draw, scores } = request
  const head = {
    v: 'pitlamp-pack/1',
    about,
    log: { origin: await findOrigin(db, mineId), vkey },
    policy,
    checkpoints,
    consistency,
    draw,
    scores,
  }
  let refused: NoPack | undefined
  const spooled = await spoolInto(join(of.folder, 'pack.json.deflated'), async (put) => {
    await put(`${JSON.stringify(head).slice(0, -1)},"records":[`)
    refused = await writeRecords(put, { ...from, log, notices }, { wanted, heed: of.heed })
    await put(']}\n')
  })
  return refused ?? spooled
}
