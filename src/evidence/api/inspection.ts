import { drawFrom, seedOf } from '../../journal/rules/draw.ts'
import { append, type By } from '../../journal/store/append.ts'
import type { Actor } from '../../kit/contract.ts'
import { dayAt } from '../../kit/day.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { type Action, on, type Place } from '../../kit/server/action.ts'
import { findUnit } from '../../org/store.ts'
import { contract } from '../contract.ts'
import { type Candidate, checkClosing, checkSpan, stateOf, strataOf } from '../rules/inspection.ts'
import { listFindings } from '../store/findings.ts'
import {
  addInspection,
  findInspection,
  holdInspection,
  type Inspection,
  inspectionRecord,
  listDrawn,
  sampleRecord,
  setClosed,
  setDrawing,
  setInOrder,
} from '../store/inspection.ts'
import { findFirstOver, listCandidates } from '../store/inspection-draw.ts'
import { standingOf } from './inspection-view.ts'

type Asker = { readonly actor: Actor; readonly now: Date; readonly keys: Keys }

/** Who did it, for the journal. */
export const by = ({ actor, now, keys }: Asker): By => ({
  ...{ mineId: actor.mineId, actorId: actor.accountId, now, src: 'web', keys },
})

/** Where an inspection is: at the unit it looks at. */
export async function placeOfInspection({
  input,
  actor,
  db,
}: {
  input: { readonly id: Id<'inspection'> }
  actor: Actor
  db: Db
}): Promise<Place | Refused<'no-such-inspection'>> {
  const found = await findInspection(db, actor.mineId, input.id)
  return found ? { orgId: found.orgId } : refuse('no-such-inspection')
}

/** An inspection whose sample was drawn and that is not over. */
export async function holdDrawn(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'inspection'>,
): Promise<Inspection | Refused<'no-such-inspection' | 'inspection-closed' | 'not-drawn'>> {
  const found = await holdInspection(tx, mineId, id)
  if (!found) return refuse('no-such-inspection')
  if (!found.drawnAt) return refuse('not-drawn')
  return found.closedAt ? refuse('inspection-closed') : found
}

const make = on(
  contract.makeInspection,
  async ({ input }) => ({ orgId: input.orgId }),
  async ({ input, tx, ...asked }) => {
    const { mineId, accountId } = asked.actor
    if (!(await findUnit(tx, mineId, input.orgId))) return refuse('no-such-unit')
    const checked = checkSpan(input, dayAt(asked.now))
    if (isRefused(checked)) return checked

    const id = await addInspection(tx, { mineId, now: asked.now }, { ...input, accountId })
    await append(tx, by(asked), contract.makeInspection.name, inspectionRecord, [id])
    return { id }
  },
)

const subjectsOf = (strata: ReadonlyMap<string, readonly Candidate[]>): Record<string, string[]> =>
  Object.fromEntries([...strata].map(([name, all]) => [name, all.map(({ subject }) => subject)]))

/** The drawn subjects as the candidates they are, with their place in their stratum. */
function drawnOf(
  strata: ReadonlyMap<string, readonly Candidate[]>,
  drawn: Readonly<Record<string, readonly string[]>>,
): (Candidate & { stratum: string; place: number })[] {
  return [...strata].flatMap(([stratum, all]) => {
    const known = new Map(all.map((one) => [one.subject, one]))
    return (drawn[stratum] ?? []).flatMap((subject, at) => {
      const one = known.get(subject)
      return one ? [{ ...one, stratum, place: at + 1 }] : []
    })
  })
}

const draw = on(contract.drawSample, placeOfInspection, async ({ input, tx, ...asked }) => {
  const { mineId } = asked.actor
  const inspection = await holdInspection(tx, mineId, input.id)
  if (!inspection) return refuse('no-such-inspection')
  if (inspection.drawnAt) return refuse('drawn-already')
  const checkpoint = await findFirstOver(tx, mineId, inspection.id)
  if (!checkpoint) return refuse('not-sealed-yet')

  const { size, note } = checkpoint
  const { orgId, from, to, each, split } = inspection
  const strata = strataOf(await listCandidates(tx, { mineId, orgId, from, to, size }), split)
  if (strata.size === 0) return refuse('nothing-to-draw')
  const seed = seedOf(note, input.words)
  const all = subjectsOf(strata)
  const drawn = drawnOf(strata, drawFrom(seed, all, each))
  const drawing = {
    inspectionId: inspection.id,
    words: input.words,
    seedSize: size,
    seed,
    strata: all,
    drawn,
  }
  const samples = await setDrawing(tx, { mineId, now: asked.now }, drawing)
  await append(tx, by(asked), contract.drawSample.name, inspectionRecord, [inspection.id])
  await append(tx, by(asked), contract.drawSample.name, sampleRecord, samples)
  return { drawn: drawn.length }
})

const mark = on(contract.markInOrder, placeOfInspection, async ({ input, tx, ...asked }) => {
  const { mineId } = asked.actor
  const inspection = await holdDrawn(tx, mineId, input.id)
  if (isRefused(inspection)) return inspection
  const drawn = new Set((await listDrawn(tx, mineId, [inspection.id])).map(({ id }) => id))
  if (!input.sampleIds.every((id) => drawn.has(id))) return refuse('not-drawn')

  const marked = await setInOrder(tx, { mineId, now: asked.now }, input.sampleIds)
  await append(tx, by(asked), contract.markInOrder.name, sampleRecord, marked)
  return {}
})

const close = on(contract.closeInspection, placeOfInspection, async ({ input, tx, ...asked }) => {
  const { mineId } = asked.actor
  const inspection = await holdDrawn(tx, mineId, input.id)
  if (isRefused(inspection)) return inspection
  const drawn = await listDrawn(tx, mineId, [inspection.id])
  const findings = await listFindings(tx, mineId, [inspection.id])
  const found = new Set(findings.flatMap(({ evidence }) => evidence.map(({ subject }) => subject)))
  const unseen = drawn.filter(({ inOrder, subject }) => !inOrder && !found.has(subject)).length
  const checked = checkClosing(
    unseen,
    findings.map((one) => stateOf(standingOf(one))),
  )
  if (isRefused(checked)) return checked

  await setClosed(tx, { mineId, now: asked.now }, inspection.id)
  await append(tx, by(asked), contract.closeInspection.name, inspectionRecord, [inspection.id])
  return {}
})

/** Beginning, drawing, looking and closing. */
export const inspectingActions: readonly Action[] = [make, draw, mark, close]
