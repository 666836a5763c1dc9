import { sql } from 'kysely'
import { chanceOf } from '../../../journal/rules/pack/test/random.ts'
import { addDays, addMonths, type Day, day } from '../../../kit/day.ts'
import { type Id, newId } from '../../../kit/id.ts'
import { records as allRecords } from '../../../server/records.ts'
import { makeWorld, type World } from '../../../server/world.ts'
import { type Records, recordsIn } from '../../../server/world-records.ts'
import { listCounted } from '../lateness.ts'

const { below, pick } = chanceOf(31)
/** Every kind that is counted. */
export const KINDS = listCounted(allRecords)
/** The first day on which anything took place; most of it does within 400 days. */
export const FIRST = day('2026-01-01')
const someDay = (): Day => addDays(FIRST, below(400))
/** Mostly some days after; sometimes before, and close to midnight, where the day depends on the zone. */
const madeAfter = (on: Day): Date =>
  new Date(`${addDays(on, below(60) - 3)}T${pick(['02:00', '15:59', '16:00', '23:30'])}:00Z`)

let world: World
let records: Records
let account_id: Id<'account'>
/** Units two deep below the last of them. */
export const units: Id<'org'>[] = []
const people: Id<'person'>[] = []
type Row = Readonly<Record<string, unknown>>

/** Writes a row of any table; to some records, reasons. */
async function put(table: string, row: Row): Promise<Id> {
  const id = newId()
  const full = { mine_id: world.mineId, id, ...row }
  const columns = sql.join(Object.keys(full).map((name) => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(full))})`.execute(
    world.db,
  )
  const isCounted = KINDS.some((of) => of.table === table)
  for (let left = isCounted && below(4) === 0 ? 1 + below(2) : 0; left > 0; left--)
    await put('late_reason', {
      ...{ subject: id, org_id: pick(units), text: pick(['停电', '住院']) },
      ...{ account_id, recorded_at: world.now() },
    })
  return id
}

async function makeUnits(): Promise<void> {
  const committee = await records.branch({ kind: 'committee' })
  for (const _ of [1, 2, 3]) {
    const branch = await records.branch({ parent_id: committee })
    const org_id = await records.group(branch)
    const path = { mine_id: world.mineId, org_id, ancestor_id: committee }
    await world.db.insertInto('org_path').values(path).execute()
    units.push(branch, org_id)
  }
  units.push(committee)
}

/** Some have moved, one after the other, and back. */
async function makePeople(): Promise<void> {
  for (let n = 0; n < 15; n++) {
    const moves = below(3)
    const until = (year: number) => (year < 2000 + moves ? { to_day: day(`${year}-12-31`) } : {})
    const id = await records.person(pick(units), {}, until(2000))
    for (let year = 2001; year <= 2000 + moves; year++)
      await records.stands(id, pick(units), { from_day: day(`${year}-01-01`), ...until(year) })
    people.push(id)
  }
}

async function makeMeeting(n: number): Promise<void> {
  const [held_on, org_id, person_id] = [someDay(), pick(units), pick(people)]
  const at = madeAfter(held_on)
  const room_state = pick([null, 'open', 'closed'])
  const closed_at = room_state === 'closed' ? new Date(at.getTime() + below(20) * 86_400_000) : null
  const meeting_id = await put('meeting', {
    ...{
      no: `L${n}`,
      org_id,
      kind: 'partyLecture',
      held_on,
      expected: 9,
      present: 9,
      source: pick(['import', 'product']),
    },
    ...{ room_state, opened_at: room_state && at, closed_at, recorded_at: at },
  })
  const own = { org_id: below(5) ? org_id : pick(units), meeting_id, account_id }
  await put('decision', { ...own, text: '整改', state: 'stands', recorded_at: madeAfter(held_on) })
  const made_on = addDays(held_on, below(30))
  await put('make_up', { ...own, person_id, made_on, given: '材料', recorded_at: madeAfter(made_on) })
}

async function makeOfPerson(n: number): Promise<void> {
  const [person_id, on] = [pick(people), someDay()]
  const own = { person_id, recorded_at: madeAfter(on) }
  const month = addMonths(day('1990-01-01'), n)
  await put('dues_payment', {
    ...own,
    month,
    paid_fen: 100,
    paid_on: on,
    source: pick(['import', 'product']),
  })
  const ground = { ground: 'probationWithinParty', approval_no: '1', from_day: on }
  await put('expected_exclusion', { ...own, ...ground, org_id: pick(units), account_id })
}

/** Steps, one in five struck out again: it has no day. */
async function makeSteps(person_id: Id<'person'>): Promise<void> {
  const case_id = await records.joining(person_id)
  for (let n = 0; n < 10; n++) {
    const on = someDay()
    const step = {
      step: 'oath',
      happened_on: below(5) ? on : null,
      recorded_on: on,
      recorded_at: madeAfter(on),
    }
    await put('admission_step', { case_id, person_id, account_id, ...step })
  }
}

/** The first and the last inspection, and a record made in the first minute of the one and in the last of the other. */
async function makeEdges(org_id: Id<'org'>, person_id: Id<'person'>): Promise<void> {
  const inspected = {
    org_id,
    title: '检查',
    from_day: FIRST,
    to_day: FIRST,
    each: 3,
    split: 'branch',
    account_id,
  }
  const drawn = { words: '三', seed_size: 1, seed: Buffer.alloc(32, 1) }
  const visit = async (announced_on: string, drawn_at: string, recorded_at: string): Promise<void> => {
    await put('inspection', { ...inspected, ...drawn, announced_on, drawn_at, recorded_at: drawn_at })
    const paid = { person_id, month: '1980-01-01', paid_fen: 1, paid_on: addDays(day(announced_on), -8) }
    await put('dues_payment', { ...paid, source: 'product', recorded_at })
  }
  await visit('2026-01-20', '2026-01-25T02:00:00Z', '2026-01-19T16:00:00Z')
  await visit('2027-09-20', '2027-09-25T02:00:00Z', '2027-09-25T15:59:59Z')
}

async function inspect(org_id: Id<'org'>): Promise<void> {
  const announced_on = addDays(FIRST, 100 + below(250))
  const drawn_at = new Date(`${addDays(announced_on, 1 + below(40))}T${pick(['02:00', '20:00'])}:00Z`)
  const drawn = { words: '三', seed_size: 1, seed: Buffer.alloc(32, 1), drawn_at }
  await put('inspection', {
    ...{ org_id, title: '检查', from_day: FIRST, to_day: FIRST, each: 3, split: 'branch', account_id },
    ...{ announced_on: below(4) ? announced_on : null, recorded_at: drawn_at, ...(below(4) && drawn) },
  })
}

/** A mine in which units and people have records of many kinds, made on the day, later, imported, with reasons, and before inspections. */
export async function makeLateMine(): Promise<World> {
  world = await makeWorld()
  records = recordsIn(world)
  account_id = (await world.as('inspector')).accountId
  await makeUnits()
  await makePeople()
  for (let n = 0; n < 120; n++) await makeMeeting(n)
  for (let n = 0; n < 120; n++) await makeOfPerson(n)
  for (const person of people) await makeSteps(person)
  for (const unit of [...units, ...units]) await inspect(unit)
  await makeEdges(pick(units.slice(-1)), pick(people))
  return world
}
