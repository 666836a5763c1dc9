import { findVkey, placeOf } from '../home/api/journal.ts'
import { contract } from '../journal/contract.ts'
import {
  type Bound,
  daysLate,
  intervalOf,
  isImport,
  isLate,
  isWithin,
  recordedBy,
} from '../journal/rules/when.ts'
import { listRevisions, type Revision } from '../journal/store/history.ts'
import { findHappened } from '../journal/store/journaled.ts'
import { listWitnessedAround } from '../journal/store/witnessed.ts'
import type { OutputOf } from '../kit/contract.ts'
import { dayAt } from '../kit/day.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import type { Keys } from '../kit/keys/keys.ts'
import { refuse } from '../kit/refuse.ts'
import { type Action, on } from '../kit/server/action.ts'
import { records } from './records.ts'

type Answer = OutputOf<'journal.findWhen'>
type Moment = NonNullable<Answer['entered']>
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

/** What a record can prove about its time; all kinds of records meet only here. */
export const findWhen: Action = on(
  contract.findWhen,
  async ({ input, actor, db }) => {
    const [first] = await listRevisions(db, actor.mineId, input.subject)
    return first ? placeOf(db, actor.mineId, first) : refuse('no-such-record')
  },
  async ({ input, actor: { mineId }, tx, keys }): Promise<Answer | ReturnType<typeof none>> => {
    const revisions = await listRevisions(tx, mineId, input.subject)
    const latest = revisions.at(-1)
    if (!latest) return none()
    const of = records.find(({ table }) => table === latest.record)
    const happenedOn = (of?.happened && (await findHappened(tx, of, mineId, input.subject))) ?? null
    const entered = recordedBy(revisions, of?.happened?.begun)
    const recordedOn = entered && dayAt(entered.at)
    const asking = { db: tx, mineId, keys }
    return {
      ...{ record: latest.record, happenedOn },
      entered: entered ? await momentOf(asking, entered) : null,
      changed: entered && entered !== latest ? await momentOf(asking, latest) : null,
      daysLate: happenedOn && recordedOn ? daysLate(happenedOn, recordedOn) : null,
      isLate: happenedOn !== null && !isImport(entered?.src ?? '') && isLate(happenedOn, recordedOn),
    }
  },
)

const none = () => refuse('no-such-record')
