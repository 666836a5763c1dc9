import { gate } from '../access/store/gate.ts'
import { placeOf } from '../home/api/journal.ts'
import { contract } from '../journal/contract.ts'
import { toBase64 } from '../journal/rules/base64.ts'
import { jcs } from '../journal/rules/jcs.ts'
import { openSalts } from '../journal/store/entry.ts'
import { findLatestEntry } from '../journal/store/evidence.ts'
import { listJournaledRows } from '../journal/store/journaled.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import { refuse } from '../kit/refuse.ts'
import { type Action, on, type Place } from '../kit/server/action.ts'
import type { Words } from '../kit/web/say.ts'
import { SHOWN } from './live/shown.ts'
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
    if (entry.kind === 'people.erase' && entry.record === 'person') return refuse('erased')
    const { record } = entry
    const of = records.find(({ table }) => table === record)
    const place = await placeOfEntry(tx, mineId, entry)
    const by = SHOWN[record]?.by
    if (!isOpened(record) || !of || !by || !(await gate.may({ db: tx, actor, action: by, place })))
      return refuse('not-opened')

    const [row] = await listJournaledRows(tx, of, mineId, [input.subject])
    if (!row) return refuse('no-such-record')
    const key = keys.owners.find(mineId, entry.owner)
    if (!key || key === 'erased') return refuse('erased')
    const salts = openSalts(key, mineId, entry, entry.salts)
    if (!salts) return refuse('seal-broken')
    const kept = KEPT[record] ?? []
    const open = [...salts].filter(([name]) => !kept.includes(name))
    return {
      rev: entry.rev,
      fields: open.map(([name, salt]) => ({
        ...worded(record, name),
        value: jcs(row.get(name)),
        salt: toBase64(salt),
      })),
      withheld: [...salts.keys()].filter((name) => kept.includes(name)).map((name) => worded(record, name)),
    }
  },
)
