import { reachOf } from '../../access/rules/may.ts'
import { toBase64 } from '../../journal/rules/base64.ts'
import { isImport } from '../../journal/rules/when.ts'
import type { Actor, OutputOf, Reach } from '../../kit/contract.ts'
import { type Day, dayAt, daysBetween } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { listUnits } from '../../org/store.ts'
import { contract } from '../contract.ts'
import { clockOf, type InspectionState, isOver, type Standing, stateOf } from '../rules/inspection.ts'
import { type Finding, type Link, listFindings, type Round } from '../store/findings.ts'
import {
  type Drawn,
  findInspection,
  type Inspection,
  listDrawn,
  listInspections,
  listStrata,
} from '../store/inspection.ts'
import { findCheckpointOf, findFirstOver, findFirstPlace } from '../store/inspection-draw.ts'
import { listTitles } from '../store/inspection-links.ts'

/** What an inspection looks like to whoever asks: a branch sees what is its own. */
export type Shown = OutputOf<'evidence.findInspection'>
type Listed = OutputOf<'evidence.listInspections'>['inspections'][number]

/** What the state of a finding hangs on. */
export function standingOf({ severity, withdrawn, rounds }: Finding): Standing {
  const last = rounds.at(-1)
  const done = last !== undefined && last.doneOn !== null
  return { severity, withdrawn: withdrawn !== null, done, recheck: last?.recheck?.result ?? null }
}

const stateOfInspection = ({ drawnAt, closedAt }: Inspection): InspectionState =>
  closedAt ? 'closed' : drawnAt ? 'drawn' : 'made'

/** Which units an asker may see, and which inspections: their own before they are drawn, of others what was drawn in their units. */
type Eyes = { readonly sees: (orgId: string) => boolean; readonly knows: (of: Inspection) => boolean }

async function eyesOf(db: Db, actor: Actor, reach: Reach): Promise<Eyes> {
  const units = await listUnits(db, actor.mineId, 'mine')
  const above = new Map<string, string | null>(units.map(({ id, parentId }) => [id, parentId]))
  const isUnder = (id: string, within: Reach): boolean => {
    if (within === 'mine') return true
    for (let at: string | null | undefined = id; at; at = above.get(at))
      if (within.some((one) => one === at)) return true
    return false
  }
  const inspects = reachOf(actor, contract.drawSample.name)
  const isAbove = (top: string): boolean =>
    reach !== 'mine' && reach.some((one) => isUnder(one, [top as never]))
  return {
    sees: (orgId) => isUnder(orgId, reach),
    knows: ({ orgId, drawnAt }) =>
      isUnder(orgId, inspects) || (drawnAt !== null && (isUnder(orgId, reach) || isAbove(orgId))),
  }
}

type Part = { readonly drawn: readonly Drawn[]; readonly findings: readonly Finding[] }

function listedOf(of: Inspection, { drawn, findings }: Part): Listed {
  const { id, title, orgId, orgName, from, to, announcedOn, drawnAt, closedAt } = of
  const found = new Set(findings.flatMap(({ evidence }) => evidence.map(({ subject }) => subject)))
  const seen = drawn.filter(({ inOrder, subject }) => inOrder || found.has(subject)).length
  const open = findings.filter((one) => !isOver(stateOf(standingOf(one)))).length
  return {
    ...{ id, title, orgId, orgName, from, to, announcedOn, state: stateOfInspection(of) },
    ...{ drawnAt: drawnAt?.toISOString() ?? null, closedAt: closedAt?.toISOString() ?? null },
    counts: { drawn: drawn.length, seen, findings: findings.length, open },
  }
}

const list = on(contract.listInspections, 'wherever-allowed', async ({ actor, reach, tx }) => {
  const eyes = await eyesOf(tx, actor, reach)
  const known = (await listInspections(tx, actor.mineId)).filter(eyes.knows)
  const ids = known.map(({ id }) => id)
  const drawn = (await listDrawn(tx, actor.mineId, ids)).filter(({ orgId }) => eyes.sees(orgId))
  const findings = (await listFindings(tx, actor.mineId, ids)).filter(({ orgId }) => eyes.sees(orgId))
  return {
    inspections: known.map((one) => {
      const isOf = ({ inspectionId }: { inspectionId: string }): boolean => inspectionId === one.id
      return listedOf(one, { drawn: drawn.filter(isOf), findings: findings.filter(isOf) })
    }),
  }
})

type Titles = ReadonlyMap<string, string>

const linkOf = (link: Link, titles: Titles): Shown['findings'][number]['evidence'][number] => ({
  ...{ subject: link.subject, record: link.record, rev: link.rev, leafIndex: link.leafIndex },
  title: titles.get(link.subject) ?? '',
})

const roundOf = (
  { round, ownerId, ownerName, dueOn, how, doneOn, proof, recheck }: Round,
  titles: Titles,
): Shown['findings'][number]['rounds'][number] => ({
  ...{ round, ownerId, ownerName, dueOn, how, doneOn, proof: proof.map((one) => linkOf(one, titles)) },
  recheck: recheck && { ...recheck, at: new Date(recheck.at).toISOString() },
})

const saidOf = (said: Finding['contested']): Shown['findings'][number]['contested'] =>
  said && { text: said.text, at: said.at.toISOString() }

function findingOf(of: Finding, titles: Titles, today: Day): Shown['findings'][number] {
  const { id, no, orgId, orgName, text, clause, severity, by, rounds } = of
  const state = stateOf(standingOf(of))
  const due = state === 'open' ? rounds.at(-1)?.dueOn : undefined
  return {
    ...{ id, no, orgId, orgName, text, clause, severity, state, by, at: of.at.toISOString() },
    evidence: of.evidence.map((one) => linkOf(one, titles)),
    ...{ contested: saidOf(of.contested), withdrawn: saidOf(of.withdrawn) },
    ...{ clock: due ? clockOf(due, today) : null, daysLeft: due ? daysBetween(today, due) : null },
    rounds: rounds.map((one) => roundOf(one, titles)),
  }
}

function sampleOf(one: Drawn, titles: Titles, findings: readonly Finding[]): Shown['sample'][number] {
  const { id, stratum, record, subject, rev, leafIndex, orgId, orgName, happenedOn, inOrder } = one
  const about = findings.filter(({ evidence }) => evidence.some((link) => link.subject === subject))
  return {
    ...{ id, stratum, record, subject, rev, leafIndex, orgId, orgName, happenedOn, inOrder },
    ...{ recordedAt: one.recordedAt.toISOString(), imported: isImport(one.source) },
    daysAfter: happenedOn && daysBetween(happenedOn, dayAt(one.recordedAt)),
    ...{ title: titles.get(subject) ?? '', findings: about.map(({ no }) => no) },
  }
}

type Asking = { readonly db: Db; readonly mineId: Id<'mine'>; readonly drawn: readonly Drawn[] }

/** How it was drawn: of a branch its own strata, and what they share. */
async function drawOf({ db, mineId, drawn }: Asking, of: Inspection): Promise<Shown['draw']> {
  const { words, seedSize, seed } = of
  if (words === null || seedSize === null || seed === null) return null
  const checkpoint = await findCheckpointOf(db, mineId, seedSize)
  const counts = Map.groupBy(drawn, ({ stratum }) => stratum)
  const strata = (await listStrata(db, mineId, of.id)).flatMap(({ name, subjects }) => {
    const own = counts.get(name)
    return own ? [{ name, of: subjects.length, drawn: own.length }] : []
  })
  const place = (await findFirstPlace(db, mineId, of.id)) ?? 0
  return { words, place, size: seedSize, note: checkpoint?.note ?? '', seed: toBase64(seed), strata }
}

type Look = { readonly db: Db; readonly actor: Actor; readonly reach: Reach; readonly now: Date }

/** An inspection as this asker may see it; undefined: there is none, or none they may know of. */
export async function showInspection(
  { db, actor, reach, now }: Look,
  id: Id<'inspection'>,
): Promise<Shown | undefined> {
  const { mineId } = actor
  const found = await findInspection(db, mineId, id)
  const eyes = await eyesOf(db, actor, reach)
  if (!found || !eyes.knows(found)) return undefined
  const drawn = (await listDrawn(db, mineId, [id])).filter(({ orgId }) => eyes.sees(orgId))
  const findings = (await listFindings(db, mineId, [id])).filter(({ orgId }) => eyes.sees(orgId))
  const links = findings.flatMap(({ evidence, rounds }) => [
    ...evidence,
    ...rounds.flatMap(({ proof }) => proof),
  ])
  const subjects = [...drawn, ...links].map(({ subject }) => subject)
  const titles = await listTitles(db, mineId, subjects)
  return {
    ...listedOf(found, { drawn, findings }),
    ...{ each: found.each, split: found.split, by: found.by },
    isSealed: (await findFirstOver(db, mineId, id)) !== undefined,
    draw: await drawOf({ db, mineId, drawn }, found),
    sample: drawn.map((one) => sampleOf(one, titles, findings)),
    findings: findings.map((one) => findingOf(one, titles, dayAt(now))),
  }
}

const find = on(contract.findInspection, 'wherever-allowed', async ({ input, actor, reach, now, tx }) => {
  const shown = await showInspection({ db: tx, actor, reach, now }, input.id)
  return shown ?? refuse('no-such-inspection')
})

/** Looking at inspections. */
export const viewActions: readonly Action[] = [list, find]
