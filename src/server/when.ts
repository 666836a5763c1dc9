import { gate } from '../access/store/gate.ts'
import { findLateness } from '../evidence/api/late.ts'
import { listTitles } from '../evidence/store/inspection-links.ts'
import { listReasons } from '../evidence/store/reasons.ts'
import { findVkey, placeOf } from '../home/api/journal.ts'
import { contract } from '../journal/contract.ts'
import { type Bound, intervalOf, isWithin } from '../journal/rules/when.ts'
import { listRevisions, type Revision } from '../journal/store/history.ts'
import { listWitnessedAround } from '../journal/store/witnessed.ts'
import type { Actor, OutputOf } from '../kit/contract.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import type { Keys } from '../kit/keys/keys.ts'
import { refuse } from '../kit/refuse.ts'
import { type Action, on, type Place } from '../kit/server/action.ts'
import { findUnit } from '../org/store.ts'
import { listErasedOf } from '../people/store/erase.ts'
import { records } from './records.ts'

type Moment = NonNullable<OutputOf<'journal.findWhen'>['entered']>
type Asking = { readonly db: Db; readonly mineId: Id<'mine'>; readonly keys: Keys }

const MS_PER_S = 1000
const SOURCES: readonly Moment['source'][] = ['web', 'offline', 'import', 'command', 'job']
const sourceOf = (src: string): Moment['source'] => SOURCES.find((one) => one === src) ?? 'web'

const instantAt = (atS: number): string => new Date(atS * MS_PER_S).toISOString()
const shown = (bound: Bound | undefined): Moment['notBefore'] =>
  bound
    ? { at: instantAt(bound.atS), size: bound.size, seenAt: instantAt(bound.seenS), by: [...bound.by] }
    : null

/** A leaf of a log that was broken off has its place there: the witnesses of the log that goes on say nothing of it. */
async function momentOf(asking: Asking, { rev, src, at, received, index, log }: Revision): Promise<Moment> {
  const vkey = await findVkey(asking)
  const { db, mineId } = asking
  const isWithout = index === null || log !== null
  const witnessed = isWithout ? [] : await listWitnessedAround(db, { mineId, vkey, index })
  const interval = intervalOf(index ?? 0, witnessed)
  const recordedAt = received ?? at
  return {
    ...{ rev, index, source: sourceOf(src), recordedAt: recordedAt.toISOString() },
    ...{ notBefore: shown(interval.notBefore), notAfter: shown(interval.notAfter) },
    agrees: isWithin(interval, recordedAt.getTime() / MS_PER_S),
  }
}

type AboutAsked = { readonly actor: Actor; readonly place: Place; readonly subject: string }

/** What a record is about and whose it is; its line, which may name somebody, only for whoever may read the record there. */
async function aboutOf(
  db: Db,
  { actor, place, subject }: AboutAsked,
): Promise<{ title: string | null; orgName: string | null }> {
  const unit = typeof place === 'string' ? undefined : await findUnit(db, actor.mineId, place.orgId)
  const reads = await gate.may({ db, actor, action: 'journal.findOpening', place })
  const titles = reads ? await listTitles(db, actor.mineId, [subject]) : new Map<string, string>()
  return { title: titles.get(subject) || null, orgName: unit?.name ?? null }
}

/** What a record can prove about its time; all kinds of records meet only here. */
export const findWhen: Action = on(
  contract.findWhen,
  async ({ input, actor, db }) => {
    const [first] = await listRevisions(db, actor.mineId, input.subject)
    return first ? placeOf(db, actor.mineId, first) : refuse('no-such-record')
  },
  async ({ input: { subject }, actor, tx, keys }) => {
    const { mineId } = actor
    const found = await findLateness(tx, { mineId, subject, records })
    if (!found) return refuse('no-such-record')
    const { latest, entered, happenedOn, daysLate, isLate } = found
    const asking = { db: tx, mineId, keys }
    const place = await placeOf(tx, mineId, latest)
    const reasons = await listReasons(tx, mineId, [subject])
    const isErased = (await listErasedOf(tx, mineId, [subject])).has(subject)
    return {
      ...{ record: latest.record, isErased, happenedOn, daysLate, isLate },
      ...(await aboutOf(tx, { actor, place, subject })),
      entered: entered ? await momentOf(asking, entered) : null,
      changed: entered && entered !== latest ? await momentOf(asking, latest) : null,
      reasons: reasons.map(({ text, by, at }) => ({ text, by, at: at.toISOString() })),
    }
  },
)
