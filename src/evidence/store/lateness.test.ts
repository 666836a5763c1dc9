import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Journaled } from '../../journal/store/journaled.ts'
import { addDays, type Day, day, dayAt, daysBetween } from '../../kit/day.ts'
import type { World } from '../../server/world.ts'
import { countLateness, listBefore, listMade, simplify } from './lateness.ts'
import { FIRST, KINDS, makeLateMine, units } from './test/late-mine.ts'

let world: World
beforeAll(async () => {
  world = await makeLateMine()
})
afterAll(() => world.close())

/** A record as whoever reads every row of every table one by one comes to see it. */
type Seen = {
  readonly record: string
  readonly subject: string
  readonly unit: string
  readonly on: Day
  readonly made: Day
  readonly days: number
  readonly imported: boolean
  readonly reason: string | null
}
/** A row, its columns as text. */
type Kept = Readonly<Record<string, string | null>>

async function all(table: string): Promise<Kept[]> {
  const asked = sql<{
    row: Kept
  }>`select (select json_object_agg(key, value) from json_each_text(to_json(t))) as row from ${sql.table(table)} t`
  return (await asked.execute(world.db)).rows.map(({ row }) => row)
}

const textOf = (row: Kept | undefined, column: string): string => row?.[column] ?? ''
const unitOf = (of: Journaled, row: Kept, standings: readonly Kept[]): string => {
  if (of.scope !== null) return textOf(row, of.scope)
  const own = standings.filter(({ person_id }) => person_id === row[of.person ?? ''])
  return textOf(
    own.toSorted((a, b) => textOf(a, 'from_day').localeCompare(textOf(b, 'from_day'))).at(-1),
    'org_id',
  )
}

/** All counted records of the mine. */
async function seeAll(): Promise<Seen[]> {
  const [standings, reasons] = [await all('standing'), await all('late_reason')]
  const kinds = KINDS.map(async (of) => {
    const { happened, table } = of
    const { at = [], source = '', open } = happened?.counted ?? {}
    const through = happened?.through ? await all(happened.through.table) : []
    const rows = (await all(table)).filter((row) => !open || row[open.column] !== open.state)
    return rows.flatMap((row): Seen[] => {
      const key = happened?.through?.key
      const told = key ? through.find(({ id }) => id === row[key]) : row
      const on = textOf(told, happened?.column ?? '')
      if (on === '') return []
      const made = dayAt(new Date(at.map((column) => textOf(row, column)).find((text) => text !== '') ?? ''))
      const said = reasons
        .filter(({ subject }) => subject === row['id'])
        .map((reason) => textOf(reason, 'text'))
      const seen = {
        record: table,
        subject: textOf(row, 'id'),
        unit: unitOf(of, row, standings),
        on: day(on),
        made,
      }
      const days = Math.max(0, daysBetween(day(on), made))
      return [{ ...seen, days, imported: row[source] === 'import', reason: said.toSorted()[0] ?? null }]
    })
  })
  return (await Promise.all(kinds)).flat()
}

async function isBelow(): Promise<(unit: string, above: string) => boolean> {
  const paths = new Set((await all('org_path')).map((row) => `${row['org_id']} ${row['ancestor_id']}`))
  return (unit, above) => paths.has(`${unit} ${above}`)
}

const tally = (lines: readonly string[]): string[] =>
  [...Map.groupBy(lines, (line) => line)].map(([line, same]) => `${line}: ${same.length}`).toSorted()

const SPANS = [
  [FIRST, addDays(FIRST, 400)],
  [addDays(FIRST, 100), addDays(FIRST, 160)],
  [addDays(FIRST, 600), addDays(FIRST, 700)],
] as const

/** Every unit, and all of them at once, in each stretch of days, with what lies in it. */
async function cases() {
  const [seen, under] = [await seeAll(), await isBelow()]
  return [...units, undefined].flatMap((orgId) =>
    SPANS.map(([from, to]) => ({
      which: { mineId: world.mineId, from, to, kinds: KINDS, ...(orgId && { orgId }) },
      rows: seen.filter(({ unit, on }) => on >= from && on <= to && (!orgId || under(unit, orgId))),
    })),
  )
}

test('every kind is there, and some of it late, imported, with a reason', async () => {
  const seen = await seeAll()
  const made = new Set(seen.map(({ record }) => record))
  expect(KINDS.map(({ table }) => table).filter((table) => !made.has(table))).toEqual(['meeting_vote'])
  expect(seen.filter(({ days, imported, reason }) => days > 7 && imported && reason).length).toBeGreaterThan(
    5,
  )
})

test('counting from a unit and its people is counting all and leaving out what is elsewhere', async () => {
  for (const { which, rows } of await cases()) {
    const counts = await countLateness(world.db, which)
    const counted = counts.map(
      ({ record, imported, days, n, reasoned }) => `${record} ${imported} ${days} ${reasoned}: ${n}`,
    )
    const groups = [...Map.groupBy(rows, ({ record, imported, days }) => `${record} ${imported} ${days}`)]
    const seen = groups.map(
      ([group, own]) => `${group} ${own.filter(({ reason }) => reason).length}: ${own.length}`,
    )
    expect(counted.toSorted()).toEqual(seen.toSorted())
  }
})

test('a unit above all others is asked about as the mine is', async () => {
  const asked = await Promise.all((await cases()).map(({ which }) => simplify(world.db, which)))
  expect(asked.filter(({ orgId }) => !orgId).length).toBe(2 * SPANS.length)
})

test('so are the records behind a number, each with its reason', async () => {
  for (const { which, rows } of await cases()) {
    const by = { least: 8, most: 30, imported: false, limit: 5000 }
    const listed = (await listMade(world.db, which, by)).map((made) => ({ ...made, unit: made.orgId }))
    const line = ({
      record,
      subject,
      unit,
      days,
      reason,
    }: Pick<Seen, 'record' | 'subject' | 'unit' | 'days' | 'reason'>) =>
      `${record} ${subject} ${unit} ${days} ${reason}`
    const seen = rows.filter(({ days, imported }) => days >= 8 && days <= 30 && !imported)
    expect(listed.map(line).toSorted()).toEqual(seen.map(line).toSorted())
  }
})

test('and what stands out before inspections', async () => {
  const under = await isBelow()
  const inspections = (await all('inspection')).filter((row) => row['drawn_at'] && row['announced_on'])
  expect(inspections.length).toBeGreaterThan(4)
  let found = 0
  for (const { which, rows } of await cases()) {
    const before = await listBefore(world.db, which)
    const lines = inspections.flatMap((row) => {
      const announced = day(textOf(row, 'announced_on'))
      const visited = dayAt(new Date(textOf(row, 'drawn_at')))
      return rows
        .filter(({ unit, imported }) => !imported && under(unit, textOf(row, 'org_id')))
        .filter(({ on, made }) => made >= announced && made <= visited && daysBetween(on, announced) > 7)
        .map(({ record }) => `${row['id']} ${record}`)
    })
    expect(before.map(({ id, record, n }) => `${id} ${record}: ${n}`).toSorted()).toEqual(tally(lines))
    found += lines.length
    for (const { id } of before) {
      const asked = { least: 0, most: null, imported: false, limit: 5000, inspectionId: id }
      const listed = (await listMade(world.db, which, asked)).map(({ record }) => `${id} ${record}`)
      expect(listed.toSorted()).toEqual(lines.filter((line) => line.startsWith(id)).toSorted())
    }
  }
  expect(found).toBeGreaterThan(50)
})
