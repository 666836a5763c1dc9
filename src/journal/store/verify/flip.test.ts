import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../statement.ts'
import { type Cell, flipText, listCells, putText } from '../test/flip.ts'
import { liveMine, makeSealedMine } from '../test/life.ts'
import { type TestMine, testRecords } from '../test/mine.ts'
import { type Report, verify } from '../verify.ts'

let mine: TestMine
const look = (): Promise<Report> => verify({ ...mine, records: testRecords, now: mine.clock() })

/** No check stands in the way of a flipped bit. */
const UNCHECK = `
  do $$ declare c record; begin
    for c in select conrelid::regclass as t, conname from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace loop
      execute format('alter table %s drop constraint %I', c.t, c.conname);
    end loop;
  end $$`

beforeAll(async () => {
  mine = await makeSealedMine()
  await liveMine(mine)
  await mine.meddle(UNCHECK)
})
afterAll(() => mine.close())

/** What a destroyed key had sealed is noise: nobody can tell whether it changed. */
async function erasedPlaces(): Promise<Set<string>> {
  const read = 'select ctid::text as place, mine_id as mine, key_owner as owner from journal_entry'
  const rows = await ask<{ place: string; mine: string; owner: string }>(mine.db, read, [])
  const erased = rows.filter(({ mine: of, owner }) => mine.keys.owners.find(of, owner) === 'erased')
  return new Set(erased.map(({ place }) => place))
}
const NOISE = new Set(['salts', 'at'])

/** The same numbers every time. */
function makeRandom(): (below: number) => number {
  let state = 7
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return below > 0 ? (state >> 8) % below : 0
  }
}

/** Rows that are sealed together, as one field of the record they belong to. */
const WHOLE = new Set(['attendance'])

async function flip(cell: Cell, random: (below: number) => number): Promise<'named' | 'impossible' | string> {
  const text = flipText(cell, random)
  if (text === undefined) return 'impossible'
  const put = await putText(mine.db, cell, text).catch(() => undefined)
  if (!put) return 'impossible'
  const { findings } = await look()
  await putText(mine.db, put, cell.text)
  const named = findings.some(({ table, column }) =>
    cell.table === 'mine' && cell.column === 'id'
      ? column === 'mine_id'
      : table === cell.table && (column === cell.column || column === undefined || WHOLE.has(cell.table)),
  )
  return named ? 'named' : `${cell.table}.${cell.column} ${cell.text} → ${text}: ${JSON.stringify(findings)}`
}

/** Flips one bit in some rows of every column of a table; answers the columns in which no bit could be flipped. */
async function flipTable(table: string, most: number): Promise<string[]> {
  const random = makeRandom()
  const columns = [...new Set((await listCells(mine.db, table)).map(({ column }) => column))]
  const untried: string[] = []
  for (const column of columns) {
    let tried = 0
    for (let times = 0; times < most * 2 && tried < most; times++) {
      const erased = table === 'journal_entry' && NOISE.has(column) ? await erasedPlaces() : new Set()
      const cells = (await listCells(mine.db, table)).filter(
        (cell) => cell.column === column && !erased.has(cell.place),
      )
      const cell = cells[random(cells.length)]
      const outcome = cell ? await flip(cell, random) : 'impossible'
      if (outcome === 'impossible') continue
      expect(outcome).toBe('named')
      tried += 1
    }
    if (tried === 0) untried.push(column)
  }
  return untried
}

describe('one flipped bit is named', () => {
  test.each([
    ['journal_entry', 4, ['files']],
    ['journal_leaf', 2, []],
    ['journal_head', 3, []],
    ['journal_checkpoint', 2, []],
    ['journal_pending', 2, []],
    ['mine', 2, []],
    ['meeting', 2, []],
    ['person', 2, []],
    ['dues_payment', 2, []],
    ['org_unit', 2, []],
    ['attendance', 4, []],
  ])(
    'in every column of %s',
    async (table, most, untried) => {
      expect(await flipTable(table, most)).toEqual(untried)
      expect((await look()).found).toBe(0)
    },
    120_000,
  )
})

test.each([
  ['more leaves than can be told apart', '1152921504606846976'],
  ['fewer leaves than none', '-1152921504606846976'],
])('a checkpoint over %s is named as it stands', async (_, by) => {
  const move = (step: string): Promise<{ size: string }[]> =>
    ask(
      mine.db,
      `update journal_checkpoint set size = size + ${step}
       where at = (select max(at) from journal_checkpoint) returning size::text as size`,
      [],
    )
  const moved = await move(by)
  const { findings } = await look()
  await move(`(-(${by}))`)
  expect(moved.length).toBeGreaterThan(0)
  const named = findings.map(({ table, id, column }) => ({ table, id, column }))
  for (const { size } of moved)
    expect(named).toContainEqual({ table: 'journal_checkpoint', id: size, column: 'size' })
  expect((await look()).found).toBe(0)
})
