import { append } from '../../journal/store/append.ts'
import { listRevisions, type Revision } from '../../journal/store/history.ts'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Action, on, type Place } from '../../kit/server/action.ts'
import { contract } from '../contract.ts'
import * as store from '../store/reasons.ts'
import { findLateness } from './late.ts'

/** All kinds of records, and where one of them belongs: both meet only above. */
export type Kinds = {
  readonly records: readonly Journaled[]
  readonly placeOf: (db: Db, mineId: Id<'mine'>, of: Pick<Revision, 'scope' | 'owner'>) => Promise<Place>
}

/** The branch's own reason beside a record that came late. */
export const reasonActions = ({ records, placeOf }: Kinds): readonly Action[] => [
  on(
    contract.addReason,
    async ({ input, actor, db }) => {
      const [first] = await listRevisions(db, actor.mineId, input.subject)
      return first ? placeOf(db, actor.mineId, first) : refuse('no-such-record')
    },
    async ({ input, actor, now, tx, keys }) => {
      const { mineId, accountId } = actor
      const { subject, text } = input
      const found = await findLateness(tx, { mineId, subject, records })
      if (!found) return refuse('no-such-record')
      if (!found.isLate) return refuse('not-late')

      const { scope, owner } = found.latest
      const personId = owner === scope || owner === mineId ? null : (owner as Id<'person'>)
      const reason = { mineId, subject: subject as Id, orgId: scope, personId, text, accountId, now }
      const id = await store.addReason(tx, reason)
      const by = { mineId, actorId: accountId, now, src: 'web' as const, keys }
      await append(tx, by, contract.addReason.name, store.reasonRecord, [id])
      return { id }
    },
  ),
]
