import { append, type By } from '../../journal/store/append.ts'
import type { Actor } from '../../kit/contract.ts'
import { type Day, dayAt } from '../../kit/day.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { on, type Place } from '../../kit/server/action.ts'
import { isMember } from '../../people/rules.ts'
import { findOrgOfPerson, findPerson } from '../../people/store/find.ts'
import { contract } from '../contract.ts'
import { NAMED_AT, type NamedRole, namePeople } from '../rules/named.ts'
import {
  type Changed,
  correctStep as corrected,
  type Numbers,
  openCase as opened,
  recordStep as recorded,
} from '../rules/record.ts'
import { nextStep } from '../rules/stations.ts'
import type { Step } from '../rules.ts'
import { type CaseFound, findCase as findCaseBy, findCaseOf, holdCase } from '../store/cases.ts'
import { listFullAmong, setNamed } from '../store/named.ts'
import { addStepEntry, stepRecord } from '../store/steps.ts'
import { addCase, caseRecord, changeCases } from '../store/write.ts'

type Author = { readonly actor: Actor; readonly now: Date; readonly keys: Keys }
const by = ({ actor, now, keys }: Author): By => ({
  mineId: actor.mineId,
  actorId: actor.accountId,
  now,
  src: 'web',
  keys,
})

type AskedPlace<I> = { readonly input: I; readonly actor: Actor; readonly now: Date; readonly db: Db }

/** Where a case is: the unit its person stands in. */
export async function placeOfCase({
  input,
  actor,
  now,
  db,
}: AskedPlace<{ id: Id<'admission_case'> }>): Promise<Place | Refused<'no-such-case'>> {
  const found = await findCaseBy(db, actor.mineId, input.id)
  const of = found && { personId: found.personId, on: dayAt(now) }
  const orgId = of && (await findOrgOfPerson(db, actor.mineId, of))
  return orgId ? { orgId } : refuse('no-such-case')
}

type Named = { readonly role: NamedRole; readonly people: readonly Id<'person'>[] } | undefined
type Given = {
  readonly step: Step
  readonly on: Day | null
  readonly numbers: Numbers
  readonly people?: readonly Id<'person'>[] | undefined
}

/** Whom a step names; then their number is how many they are. */
async function nameIn(
  tx: Tx,
  { actor, now }: Author,
  of: CaseFound,
  { step, on: day, numbers, people }: Given,
): Promise<{ named: Named; numbers: Numbers } | Refused<'not-a-full-member'>> {
  const role = NAMED_AT[step]
  if (!role || (!people && day !== null)) return { named: undefined, numbers }
  const full = await listFullAmong(tx, actor.mineId, people ?? [], day ?? dayAt(now))
  const named = namePeople({ step, people: people ?? [], of: of.personId, full })
  if (isRefused(named)) return named
  const counted = named.length > 0 ? { ...numbers, [role]: named.length } : numbers
  return { named: { role, people: day === null ? [] : named }, numbers: counted }
}

type Entry = { readonly step: Step; readonly on: Day | null; readonly reason: string }

/** Writes a changed case and what was recorded of it, and seals both. */
async function keep(
  tx: Tx,
  author: Author,
  of: CaseFound,
  change: Entry & { kind: string; changed: Changed; named: Named },
) {
  const { actor, now } = author
  const entered = { mineId: actor.mineId, now }
  const { kind, changed, named, step, on: day, reason } = change
  const { id, personId } = of
  await changeCases(tx, entered, [{ id, personId, ...changed, source: 'product' }])
  if (named) await setNamed(tx, { mineId: actor.mineId, caseId: id, ...named })
  const added = await addStepEntry(tx, entered, {
    ...{ caseId: id, personId, accountId: actor.accountId, step, on: day, reason },
    earlier: of.steps[step] ?? null,
    recordedOn: dayAt(now),
  })
  await append(tx, by(author), kind, stepRecord, [added])
  await append(tx, by(author), kind, caseRecord, [id])
}

export const recordStep = on(contract.recordStep, placeOfCase, async ({ input, actor, now, tx, keys }) => {
  const { id, ...entry } = input
  const of = await holdCase(tx, actor.mineId, id)
  if (!of) return refuse('no-such-case')
  const given = await nameIn(tx, { actor, now, keys }, of, entry)
  if (isRefused(given)) return given
  const { named, numbers } = given
  const changed = recorded(of, { ...entry, numbers }, dayAt(now))
  if (isRefused(changed)) return changed

  const { step, on: day, paper: reason } = entry
  const kind = contract.recordStep.name
  await keep(tx, { actor, now, keys }, of, { kind, changed, named, step, on: day, reason })
  return { next: nextStep(changed) ?? null }
})

export const correctStep = on(contract.correctStep, placeOfCase, async ({ input, actor, now, tx, keys }) => {
  const { id, reason, ...entry } = input
  const of = await holdCase(tx, actor.mineId, id)
  if (!of) return refuse('no-such-case')
  const given = await nameIn(tx, { actor, now, keys }, of, entry)
  if (isRefused(given)) return given
  const { named, numbers } = given
  const changed = corrected(of, { ...entry, numbers }, dayAt(now))
  if (isRefused(changed)) return changed

  const { step, on: day } = entry
  const kind = contract.correctStep.name
  await keep(tx, { actor, now, keys }, of, { kind, changed, named, step, on: day, reason })
  return {}
})

const FIRST: Step = 'submitApplication'

export const openCase = on(
  contract.openCase,
  async ({ input, actor, now, db }) => {
    const of = { personId: input.personId, on: dayAt(now) }
    const orgId = await findOrgOfPerson(db, actor.mineId, of)
    return orgId ? { orgId } : refuse('no-such-person')
  },
  async ({ input, actor, now, tx, keys }) => {
    const { mineId, accountId } = actor
    const { personId, on: day, paper } = input
    const person = await findPerson(tx, mineId, personId)
    if (!person) return refuse('no-such-person')
    const category = person.standings.at(-1)?.category
    if (category && isMember(category)) return refuse('is-member', 'R2')
    if (await findCaseOf(tx, mineId, personId)) return refuse('case-open', 'R2')
    const changed = opened(person.bornOn, { on: day, paper }, dayAt(now))
    if (isRefused(changed)) return changed

    const entered = { mineId, now }
    const id = await addCase(tx, entered, { personId, ...changed, source: 'product' })
    if (!id) return refuse('case-open', 'R2')
    const added = await addStepEntry(tx, entered, {
      ...{ caseId: id, personId, accountId, step: FIRST, on: day, reason: paper },
      ...{ earlier: null, recordedOn: dayAt(now) },
    })
    const author = by({ actor, now, keys })
    await append(tx, author, contract.openCase.name, stepRecord, [added])
    await append(tx, author, contract.openCase.name, caseRecord, [id])
    return { id }
  },
)
