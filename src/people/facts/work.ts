import { addDays, type Day, type Span } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { type Busy, type UnitShifts, type Worker, workOf, worksNights } from '../rules/shifts.ts'
import {
  listRotas,
  listSystems,
  listWorkers,
  type RotaFound,
  type SystemFound,
  type WorkerFound,
  type WorkersOf,
} from '../store/shifts.ts'

/** Somebody and when they work. */
export type Working = Pick<WorkerFound, 'personId' | 'no' | 'name' | 'stretches'> & {
  readonly worker: Worker
}

/** A shift begun two days before a span may still reach into it with its rest; one begun the day after, with the way to it. */
const around = ({ first, last }: Span): Span => ({ first: addDays(first, -2), last: addDays(last, 1) })

function workerOf(
  { stretches, days }: WorkerFound,
  systems: readonly SystemFound[],
  rotas: readonly RotaFound[],
): Worker {
  const unitOf = (branchId: Id<'org'>, named: string): UnitShifts => ({
    system: systems.find(({ name }) => name === named.trim()),
    rotas: rotas.filter(({ orgId }) => orgId === branchId),
  })
  return {
    stretches: stretches.map(({ first, last, crew, branchId, system }) => {
      return { first, last, crew: crew.trim(), unit: unitOf(branchId, system) }
    }),
    days: new Map(days.map(({ day, shift }) => [day, shift])),
  }
}

/** People with what decides when they work over a span, by number: those of units, or the given ones. */
export async function listWorking(db: Db, asked: WorkersOf): Promise<Working[]> {
  const span = around(asked.span)
  const systems = await listSystems(db, asked.mineId)
  const found = await listWorkers(db, { ...asked, span })
  const branches = new Set(found.flatMap(({ stretches }) => stretches.map(({ branchId }) => branchId)))
  const rotas = await listRotas(db, asked.mineId, [...branches])
  return found.map((one) => ({ ...one, worker: workerOf(one, systems, rotas) }))
}

/** Somebody over a span: when they are left alone, whether they work through nights, and whether anything at all is known of their shifts. */
export type WorkKnown = {
  readonly busy: readonly Busy[]
  readonly worksNights: boolean
  readonly crew: string
  readonly name: string
}

/** When people are to be left alone over a span of days, by person; up to thousands in three statements. */
export async function listBusy(db: Db, asked: WorkersOf): Promise<Map<Id<'person'>, WorkKnown>> {
  const working = await listWorking(db, asked)
  return new Map(
    working.map(({ personId, name, worker }) => {
      const busy = workOf(worker, asked.span)
      return [
        personId,
        { name, busy, worksNights: worksNights(worker, asked.span), crew: crewOn(worker, asked.span.first) },
      ]
    }),
  )
}

/** The crew, or shift, somebody belongs to on a day; the first known after it when they come later. */
const crewOn = ({ stretches }: Worker, on: Day): string =>
  (stretches.find(({ first, last }) => first <= on && on <= last) ?? stretches.at(-1))?.crew ?? ''
