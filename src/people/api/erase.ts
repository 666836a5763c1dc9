import { append, appendGone } from '../../journal/store/append.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { contract } from '../contract.ts'
import { addNotice, deletePeople, erasureRecord, listRecordsOf } from '../store/erase.ts'
import { holdPerson } from '../store/find.ts'
import { personRecord } from '../store/write.ts'
import { by, placeOf } from './by.ts'

/** Takes somebody away who should never have stood on the roster, under notice (journal §6); the key follows within minutes. */
const erase = on(
  contract.erase,
  (asked) => placeOf(asked, asked.input.id),
  async ({ input, tx, ...asked }) => {
    const { mineId, accountId } = asked.actor
    const person = await holdPerson(tx, mineId, input.id)
    if (!person) return refuse('no-such-person')
    const [kept] = await listRecordsOf(tx, { mineId, personId: person.id })
    if (kept) return refuse('has-records')

    const { reason } = input
    await deletePeople(tx, mineId, [person.id])
    const notice = await addNotice(tx, { mineId, personId: person.id, accountId, reason, now: asked.now })
    await appendGone(tx, by(asked), contract.erase.name, personRecord, [person.id])
    await append(tx, by(asked), contract.erase.name, erasureRecord, [notice])
    return { notice }
  },
)

const findErasable = on(
  contract.findErasable,
  (asked) => placeOf(asked, asked.input.id),
  async ({ input, actor, tx }) => {
    const kept = await listRecordsOf(tx, { mineId: actor.mineId, personId: input.id })
    return { erasable: kept.length === 0 }
  },
)

/** Taking somebody away, and whether that can be. */
export const erasureActions: readonly Action[] = [erase, findErasable]
