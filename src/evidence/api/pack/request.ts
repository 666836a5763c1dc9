import { toBase64 } from '../../../journal/rules/base64.ts'
import type { PackDraw } from '../../../journal/rules/pack/shape.ts'
import type { Db } from '../../../kit/db/db.ts'
import type { Id } from '../../../kit/id.ts'
import { type PeriodName, parsePeriod } from '../../../kit/period.ts'
import { type Refused, refuse } from '../../../kit/refuse.ts'
import { findUnit } from '../../../org/store.ts'
import { DISCLOSED, REASONED, redactionOf } from '../../rules/disclosed.ts'
import { findInspection, type Inspection, listDrawn, listStrata } from '../../store/inspection.ts'
import { countBegunBefore, findCheckpointOf, listCandidates } from '../../store/inspection-draw.ts'
import { listReasons } from '../../store/reasons.ts'
import type { Request, Wanted } from './make.ts'
import { findPackScores } from './scores.ts'

/** Each record of a branch with the first reason given for its being late. */
async function withReasons(db: Db, mineId: Id<'mine'>, wanted: readonly Wanted[]): Promise<Wanted[]> {
  const told = wanted.filter(({ table }) => REASONED.includes(table))
  const subjects = told.map(({ subject }) => subject)
  const given = (await listReasons(db, mineId, subjects)).toReversed()
  const reasons = new Map(given.map(({ subject, text, at }) => [subject, { text, at: at.toISOString() }]))
  return wanted.map((one) => ({ ...one, reason: reasons.get(one.subject) ?? null }))
}

type Asked = { readonly mineId: Id<'mine'>; readonly now: Date }

async function mineName(db: Db, mineId: Id<'mine'>): Promise<string> {
  const { name } = await db
    .selectFrom('mine')
    .select('name')
    .where('id', '=', mineId)
    .executeTakeFirstOrThrow()
  return name ?? ''
}

async function drawOf(db: Db, mineId: Id<'mine'>, inspection: Inspection): Promise<PackDraw | undefined> {
  const { id, each, seed, seedSize, words } = inspection
  const checkpoint = seedSize === null ? undefined : await findCheckpointOf(db, mineId, Number(seedSize))
  if (!seed || words === null || !checkpoint) return undefined
  const strata = await listStrata(db, mineId, id)
  const drawn = await listDrawn(db, mineId, [id])
  const drawnIn = (name: string): string[] =>
    drawn.filter(({ stratum }) => stratum === name).map(({ subject }) => subject)
  return {
    ...{ seed: toBase64(seed), from: { note: checkpoint.note, words }, each },
    strata: Object.fromEntries(strata.map(({ name, subjects }) => [name, [...subjects]])),
    drawn: Object.fromEntries(strata.map(({ name }) => [name, drawnIn(name)])),
  }
}

/** What goes into the pack of an inspection: the drawn records and their draw. */
export async function findInspectionRequest(
  db: Db,
  { mineId, now }: Asked,
  id: Id<'inspection'>,
): Promise<Request | Refused<'no-such-inspection' | 'not-drawn'>> {
  const inspection = await findInspection(db, mineId, id)
  if (!inspection) return refuse('no-such-inspection')
  const draw = await drawOf(db, mineId, inspection)
  if (!draw) return refuse('not-drawn')
  const wanted = (await listDrawn(db, mineId, [id])).map(
    ({ record, subject, stratum, happenedOn }): Wanted => ({
      ...{ table: record, subject, stratum, happened: happenedOn, reason: null },
    }),
  )
  const { title, announcedOn, orgId, orgName, from, to, seedSize } = inspection
  const looked = { mineId, orgId, from, to, size: Number(seedSize) }
  const begunBefore = await countBegunBefore(db, looked, Object.keys(DISCLOSED))
  const about = {
    ...{ mine: await mineName(db, mineId), madeAt: now.toISOString(), scope: [orgName], period: null },
    inspection: { id, title, announcedOn },
    redaction: redactionOf(begunBefore),
  }
  return {
    about,
    draw,
    scores: null,
    wanted: await withReasons(db, mineId, wanted),
    also: [Number(seedSize)],
    begunBefore,
  }
}

const LAST_SIZE = Number.MAX_SAFE_INTEGER

/** What goes into the pack of a unit in a period: what took place in it, below it too, and its scores where the period is closed. */
export async function findPeriodRequest(
  db: Db,
  { mineId, now }: Asked,
  of: { orgId: Id<'org'>; period: PeriodName },
): Promise<Request | Refused<'no-such-unit' | 'no-such-period'>> {
  const unit = await findUnit(db, mineId, of.orgId)
  const period = parsePeriod(of.period)
  if (!unit) return refuse('no-such-unit')
  if (!period) return refuse('no-such-period')
  const drawable = { mineId, orgId: unit.id, from: period.first, to: period.last, size: LAST_SIZE }
  const wanted = (await listCandidates(db, drawable))
    .filter(({ record }) => DISCLOSED[record])
    .map(
      ({ record, subject, happenedOn }): Wanted => ({
        ...{ table: record, subject, happened: happenedOn, stratum: null, reason: null },
      }),
    )
  const begunBefore = await countBegunBefore(db, drawable, Object.keys(DISCLOSED))
  const about = {
    ...{
      mine: await mineName(db, mineId),
      madeAt: now.toISOString(),
      scope: [unit.name],
      period: period.name,
    },
    ...{ inspection: null, redaction: redactionOf(begunBefore) },
  }
  const scores = await findPackScores(db, { mineId, period: period.name, units: [unit.id] })
  return { about, draw: null, scores, wanted: await withReasons(db, mineId, wanted), also: [], begunBefore }
}
