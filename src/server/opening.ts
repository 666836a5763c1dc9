import { gate } from '../access/store/gate.ts'
import { placeOf } from '../home/api/journal.ts'
import { contract } from '../journal/contract.ts'
import { toBase64 } from '../journal/rules/base64.ts'
import { type Json, jcs } from '../journal/rules/jcs.ts'
import { openSalts } from '../journal/store/entry.ts'
import { findErasure, findLatestEntry } from '../journal/store/evidence.ts'
import { type JournaledRow, listJournaledRows } from '../journal/store/journaled.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import type { Keys } from '../kit/keys/keys.ts'
import { isRefused, type Refused, refuse } from '../kit/refuse.ts'
import { type Action, on, type Place } from '../kit/server/action.ts'
import type { Words } from '../kit/web/say.ts'
import { SHOWN } from './live/shown.ts'
import { idsIn, listNames } from './opening/names.ts'
import { fieldWords, isOpened, type Opened } from './opening/words.ts'
import { records } from './records.ts'

/** Fields that keep their salts, by table: what is masked on the pages, or sealed in the table. */
const KEPT: { readonly [T in Opened]?: readonly string[] } = {
  person: ['id_number', 'id_number_mac', 'phone', 'note', 'standings'],
}

type Entry = NonNullable<Awaited<ReturnType<typeof findLatestEntry>>>

/** Where a record is read: what was said to nobody in particular is for the committee of the whole mine. */
const placeOfEntry = async (db: Db, mineId: Id<'mine'>, entry: Entry): Promise<Place> =>
  entry.record === 'voice' && !entry.scope ? 'mine' : placeOf(db, mineId, entry)

/** A field with its word; one without would be a fault of ours, which a test finds first. */
function worded(table: Opened, name: string): { name: string; said: Words } {
  const said = fieldWords(table, name)
  if (!said) throw new Error(`no word for ${table}.${name}`)
  return { name, said }
}

type Asking = { readonly db: Db; readonly mineId: Id<'mine'>; readonly keys: Keys }
type Kept = Refused<'erased' | 'erased-without-notice' | 'seal-broken'>

/** The salt of each field of an entry; a refusal where its content was erased, and another where that was never told (journal §6). */
async function saltsOf({ db, mineId, keys }: Asking, entry: Entry): Promise<Map<string, Uint8Array> | Kept> {
  const key = keys.owners.find(mineId, entry.owner)
  const isEnded = entry.kind === 'people.erase' && entry.record === 'person'
  if (key && key !== 'erased' && !isEnded)
    return openSalts(key, mineId, entry, entry.salts) ?? refuse('seal-broken')
  const notice = await findErasure(db, mineId, isEnded ? entry.subject : entry.owner)
  if (!notice) return refuse('erased-without-notice')
  return refuse('erased', undefined, notice.index === null ? {} : { n: notice.index + 1 })
}

/** A field that was added later starts empty and is sealed with the next revision. */
const isEmpty = (value: Json): boolean => value === null || (Array.isArray(value) && value.length === 0)

/** What stands in the tables, field by field; one that holds something and was never sealed comes without a salt. */
function fieldsOf(
  row: JournaledRow,
  salts: ReadonlyMap<string, Uint8Array>,
  kept: readonly string[],
): { name: string; value: string; salt: string }[] {
  const names = row.names.filter((name) => salts.has(name) || !isEmpty(row.get(name)))
  return names
    .filter((name) => !kept.includes(name))
    .map((name) => ({
      name,
      value: jcs(row.get(name)),
      salt: toBase64(salts.get(name) ?? new Uint8Array(0)),
    }))
}

/** Opens the latest revision of a record for whoever may read such a record there; all kinds of records meet only here. */
export const findOpening: Action = on(
  contract.findOpening,
  async ({ input, actor, db }) => {
    const entry = await findLatestEntry(db, actor.mineId, input.subject)
    return entry ? placeOfEntry(db, actor.mineId, entry) : refuse('no-such-record')
  },
  async ({ input, actor, tx, keys }) => {
    const { mineId } = actor
    const entry = await findLatestEntry(tx, mineId, input.subject)
    if (!entry) return refuse('no-such-record')
    const { record } = entry
    const of = records.find(({ table }) => table === record)
    if (!of) return refuse('not-opened')

    const salts = await saltsOf({ db: tx, mineId, keys }, entry)
    if (isRefused(salts) && salts.refused !== 'seal-broken') return salts
    const [row] = await listJournaledRows(tx, of, mineId, [input.subject])
    if (!row) return refuse('record-gone')
    if (isRefused(salts)) return salts

    const place = await placeOfEntry(tx, mineId, entry)
    const by = SHOWN[record]?.by
    if (!isOpened(record) || !by || !(await gate.may({ db: tx, actor, action: by, place })))
      return refuse('not-opened')
    const kept = KEPT[record] ?? []
    const shown = row.names.filter((name) => !kept.includes(name)).map((name) => row.get(name))
    return {
      rev: entry.rev,
      record,
      names: await listNames(tx, mineId, idsIn(shown, row.id)),
      fields: fieldsOf(row, salts, kept).map((field) => ({ ...worded(record, field.name), ...field })),
      withheld: [...salts.keys()].filter((name) => kept.includes(name)).map((name) => worded(record, name)),
    }
  },
)
