import { append } from '../../journal/store/append.ts'
import { dayAt } from '../../kit/day.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { contract } from '../../people/contract.ts'
import { findOrgOfPerson, findPerson, type PersonFound } from '../../people/store/find.ts'
import { findValue, type SealedField } from '../../people/store/sealed.ts'
import { addUnmasking, isUnmaskingOn, unmaskingRecord } from '../store/unmasking.ts'
import { by } from './by.ts'

const sealedOf = ({ idNumber, phone, standings }: PersonFound, field: SealedField): Buffer | null =>
  ({ idNumber, phone, duesBase: standings.at(-1)?.duesBase ?? null })[field]

/** The roster's own action, fulfilled here: whether unmasking is on hangs on offices. */
const unmask = on(
  contract.unmask,
  async ({ input, actor, now, db }) => {
    const of = { personId: input.personId, on: dayAt(now) }
    const orgId = await findOrgOfPerson(db, actor.mineId, of)
    return orgId ? { orgId } : refuse('no-such-person')
  },
  async ({ input, tx, ...asked }) => {
    const { actor, now, keys } = asked
    const { mineId, accountId } = actor
    const { personId, field, reason } = input
    if (!(await isUnmaskingOn(tx, mineId))) return refuse('unmasking-off', 'R10.2')
    const person = await findPerson(tx, mineId, personId)
    if (!person) return refuse('no-such-person')
    const value = findValue(keys.field, { mineId, personId }, field, sealedOf(person, field))
    if (value === null) return refuse('nothing-there')

    const id = await addUnmasking(tx, { mineId, now }, { accountId, personId, field, reason })
    await append(tx, by(asked), contract.unmask.name, unmaskingRecord, [id])
    return { value }
  },
)

/** Masked values shown for a reason. */
export const unmaskActions: readonly Action[] = [unmask]
