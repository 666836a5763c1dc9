import { gate } from '../access/store/gate.ts'
import { placeOf } from '../home/api/journal.ts'
import { contract } from '../journal/contract.ts'
import { toBase64 } from '../journal/rules/base64.ts'
import { jcs } from '../journal/rules/jcs.ts'
import { openSalts } from '../journal/store/entry.ts'
import { findLatestEntry } from '../journal/store/evidence.ts'
import { listJournaledRows } from '../journal/store/journaled.ts'
import { refuse } from '../kit/refuse.ts'
import { type Action, on } from '../kit/server/action.ts'
import { SHOWN } from './live/shown.ts'
import { records } from './records.ts'

/** Records whose fields are opened, by table, and the fields that keep their salts: what is masked on the pages, or sealed in the table. */
const OPENED: Readonly<Record<string, readonly string[]>> = {
  meeting: [],
  planned_meeting: [],
  study_plan_row: [],
  dues_payment: [],
  dues_correction: [],
  admission_case: [],
  admission_step: [],
  target: [],
  org_unit: [],
  person: ['id_number', 'id_number_mac', 'phone', 'note', 'standings'],
}

/** Opens the latest revision of a record for whoever may read such a record there; all kinds of records meet only here. */
export const findOpening: Action = on(
  contract.findOpening,
  async ({ input, actor, db }) => {
    const entry = await findLatestEntry(db, actor.mineId, input.subject)
    return entry ? placeOf(db, actor.mineId, entry) : refuse('no-such-record')
  },
  async ({ input, actor, tx, keys }) => {
    const { mineId } = actor
    const entry = await findLatestEntry(tx, mineId, input.subject)
    const kept = entry && OPENED[entry.record]
    const of = records.find(({ table }) => table === entry?.record)
    if (!entry) return refuse('no-such-record')
    const place = await placeOf(tx, mineId, entry)
    const by = SHOWN[entry.record]?.by
    if (!kept || !of || !by || !(await gate.may({ db: tx, actor, action: by, place })))
      return refuse('not-opened')

    const [row] = await listJournaledRows(tx, of, mineId, [input.subject])
    if (!row) return refuse('no-such-record')
    const key = keys.owners.find(mineId, entry.owner)
    if (!key || key === 'erased') return refuse('erased')
    const salts = openSalts(key, mineId, entry, entry.salts)
    if (!salts) return refuse('seal-broken')
    const open = [...salts].filter(([name]) => !kept.includes(name))
    return {
      rev: entry.rev,
      fields: open.map(([name, salt]) => ({ name, value: jcs(row.get(name)), salt: toBase64(salt) })),
      withheld: [...salts.keys()].filter((name) => kept.includes(name)),
    }
  },
)
