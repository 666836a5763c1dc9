import { append } from '../../journal/store/append.ts'
import { type Day, type Month, type Span, spanOfMonth } from '../../kit/day.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import { readWorkbook } from '../../kit/excel/read.ts'
import type { Id } from '../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { findBranchOf, findUnit, listUnits } from '../../org/store.ts'
import { contract } from '../contract.ts'
import { listWorking, type Working } from '../facts/work.ts'
import {
  checkRota,
  checkSystem,
  daysOf,
  REST,
  rotaOn,
  type ShiftSystem,
  shiftOn,
  USUAL_SYSTEMS,
} from '../rules/shifts.ts'
import { type CellRead, readShiftRoster } from '../sheets/shift-roster.ts'
import {
  type DaySaid,
  listRotaShifts,
  listRotas,
  listSystems,
  rotaRecord,
  setDays,
  setRota,
  setSystem,
  shiftDayRecord,
  systemRecord,
} from '../store/shifts.ts'
import { type Asker, by } from './by.ts'

const systems = on(contract.listShiftSystems, 'wherever-allowed', async ({ actor, tx }) => {
  const found = await listSystems(tx, actor.mineId)
  const names = new Set(found.map(({ name }) => name))
  const offered = USUAL_SYSTEMS.filter(({ name }) => !names.has(name)).map((one) => ({ ...one, id: null }))
  return { systems: [...found, ...offered].map(plain) }
})

/** As it travels: lists of their own. */
const plain = <S extends ShiftSystem>({ restDays, shifts, ...rest }: S) => ({
  ...rest,
  restDays: [...restDays],
  shifts: shifts.map((one) => ({ ...one })),
})

const setOne = on(contract.setShiftSystem, 'mine', async ({ input, tx, ...asked }) => {
  const checked = checkSystem(input)
  if (isRefused(checked)) return checked
  const kept = new Set(input.shifts.map(({ name }) => name))
  const used = await listRotaShifts(tx, asked.actor.mineId, input.name)
  const lost = used.find(({ shift }) => !kept.has(shift))
  if (lost) return refuse('shift-in-rota', undefined, { ...lost })
  const id = await setSystem(tx, { mineId: asked.actor.mineId, now: asked.now }, input)
  await append(tx, by(asked), contract.setShiftSystem.name, systemRecord, [id])
  return { id }
})

type UnitWork = {
  readonly branchId: Id<'org'>
  readonly orgIds: readonly Id<'org'>[]
  readonly systemName: string
  readonly system: ShiftSystem | undefined
}

/** A unit with its groups, its branch and the system the branch works by. */
async function findUnitWork(
  db: Db,
  mineId: Id<'mine'>,
  orgId: Id<'org'>,
): Promise<UnitWork | Refused<'no-such-unit'>> {
  const branchId = await findBranchOf(db, mineId, orgId)
  const branch = branchId && (await findUnit(db, mineId, branchId))
  if (!branchId || !branch) return refuse('no-such-unit')
  const units = await listUnits(db, mineId, [orgId])
  const groups = units.filter(({ parentId, kind }) => parentId === orgId && kind === 'partyGroup')
  const systemName = branch.shiftSystem.trim()
  const system = (await listSystems(db, mineId)).find(({ name }) => name === systemName)
  return { branchId, orgIds: [orgId, ...groups.map(({ id }) => id)], systemName, system }
}

/** Where somebody stands within a unit on some day of a span; undefined: nowhere there. */
const placeIn = ({ stretches }: Working, orgIds: readonly Id<'org'>[]) =>
  stretches.find(({ orgId }) => orgIds.includes(orgId))

type Month_ = { readonly mineId: Id<'mine'>; readonly work: UnitWork; readonly span: Span }

const listPeople = (db: Db, { mineId, work, span }: Month_): Promise<Working[]> =>
  listWorking(db, { mineId, span, orgIds: work.orgIds })

const list = on(
  contract.listRota,
  async ({ input }) => ({ orgId: input.orgId }),
  async ({ input, actor, tx }) => {
    const { mineId } = actor
    const work = await findUnitWork(tx, mineId, input.orgId)
    if (isRefused(work)) return work
    const span = spanOfMonth(input.month)
    const days = [...daysOf(span)]
    const people = await listPeople(tx, { mineId, work, span })
    const rotas = await listRotas(tx, mineId, [work.branchId])
    const rota = rotaOn({ system: work.system, rotas }, span.last)
    return {
      systemName: work.systemName,
      system: work.system ? plain(work.system) : null,
      rota: rota
        ? { from: rota.from, cycle: [...rota.cycle], crews: rota.crews.map((one) => ({ ...one })) }
        : null,
      days,
      people: people.flatMap((one) => {
        const place = placeIn(one, work.orgIds)
        if (!place) return []
        const { personId, no, name, worker } = one
        const shifts = days.map((on) => ({ shift: shiftOn(worker, on) ?? null, isSet: worker.days.has(on) }))
        return [{ personId, no, name, crew: place.crew, shifts }]
      }),
    }
  },
)

const BRANCHES: readonly string[] = ['branch', 'jointBranch', 'temporaryBranch']

const set = on(
  contract.setRota,
  async ({ input }) => ({ orgId: input.orgId }),
  async ({ input, tx, ...asked }) => {
    const { mineId } = asked.actor
    const unit = await findUnit(tx, mineId, input.orgId)
    if (!unit) return refuse('no-such-unit')
    if (!BRANCHES.includes(unit.kind)) return refuse('not-a-branch', 'A1.6')
    const system = (await listSystems(tx, mineId)).find(({ name }) => name === unit.shiftSystem.trim())
    const checked = checkRota(input, system)
    if (isRefused(checked)) return checked
    const id = await setRota(tx, { mineId, now: asked.now }, input)
    await append(tx, by(asked), contract.setRota.name, rotaRecord, [id])
    return { id }
  },
)

/** The last day before a span and the first after it that changes lie in. */
function spanOf(days: readonly Day[]): Span {
  const sorted = days.toSorted()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last) throw new Error('no day was given')
  return { first, last }
}

/** Writes what was said, if anything, with a leaf of the journal each. */
async function say(tx: Tx, asked: Asker, name: string, said: readonly DaySaid[]): Promise<void> {
  if (said.length === 0) return
  const ids = await setDays(tx, { mineId: asked.actor.mineId, now: asked.now }, said)
  await append(tx, by(asked), name, shiftDayRecord, ids)
}

const assign = on(
  contract.assignShift,
  async ({ input }) => ({ orgId: input.orgId }),
  async ({ input, tx, ...asked }) => {
    const { mineId } = asked.actor
    const work = await findUnitWork(tx, mineId, input.orgId)
    if (isRefused(work)) return work
    if (!work.system) return refuse('no-shift-system', 'R8.1')
    const known = new Set([REST, null, ...work.system.shifts.map(({ name }) => name)])
    const unknown = input.changes.find(({ shift }) => !known.has(shift))
    if (unknown) return refuse('no-such-shift', 'R8.1', { shift: unknown.shift ?? '' })

    const people = await listPeople(tx, { mineId, work, span: spanOf(input.changes.map(({ day }) => day)) })
    const places = new Map(
      people.flatMap((one) => [[one.personId, placeIn(one, work.orgIds)?.orgId] as const]),
    )
    const said: DaySaid[] = []
    for (const change of input.changes) {
      const orgId = places.get(change.personId)
      if (!orgId) return refuse('no-such-person')
      said.push({ ...change, orgId })
    }
    await say(tx, asked, contract.assignShift.name, said)
    return { changed: said.length }
  },
)

type Sent = { readonly orgId: Id<'org'>; readonly month: Month; readonly content: string }

/** A month roster read against what the roster says now: what it would change. */
async function readSent(db: Db, mineId: Id<'mine'>, { orgId, month, content }: Sent) {
  const work = await findUnitWork(db, mineId, orgId)
  if (isRefused(work)) return work
  if (!work.system) return refuse('no-shift-system', 'R8.1')
  const workbook = await readWorkbook(Buffer.from(content, 'base64'))
  if (isRefused(workbook)) return workbook
  const people = await listPeople(db, { mineId, work, span: spanOfMonth(month) })
  const shifts = work.system.shifts.map(({ name }) => name)
  const read = readShiftRoster(workbook, { month, shifts, people })
  if (isRefused(read)) return read
  const known = new Map(people.map((one) => [one.personId, one]))
  const isNew = ({ personId, day, shift }: CellRead<Id<'person'>>): boolean => {
    const person = known.get(personId)
    return person !== undefined && shiftOn(person.worker, day) !== shift
  }
  const said = read.cells.filter(isNew).flatMap((cell): DaySaid[] => {
    const place = known.get(cell.personId)
    const at = place && placeIn(place, work.orgIds)
    return at ? [{ ...cell, orgId: at.orgId }] : []
  })
  const { refused } = read
  const summary = {
    people: read.people,
    changed: said.length,
    same: read.cells.length - said.length,
    refused: [...refused],
  }
  return { said, summary }
}

const preview = on(
  contract.previewShiftRoster,
  async ({ input }) => ({ orgId: input.orgId }),
  async ({ input, actor, tx }) => {
    const read = await readSent(tx, actor.mineId, input)
    return isRefused(read) ? read : read.summary
  },
)

const bringIn = on(
  contract.importShiftRoster,
  async ({ input }) => ({ orgId: input.orgId }),
  async ({ input, tx, ...asked }) => {
    const read = await readSent(tx, asked.actor.mineId, input)
    if (isRefused(read)) return read
    await say(tx, asked, contract.importShiftRoster.name, read.said)
    return read.summary
  },
)

/** Who works when. */
export const shiftActions: readonly Action[] = [systems, setOne, list, set, assign, preview, bringIn]
