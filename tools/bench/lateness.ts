import { join } from 'node:path'
import type pg from 'pg'
import { addCaller } from './callers.ts'
import { withClient } from './client.ts'
import type { Ground } from './ground.ts'
import type { Line, Measure } from './measure.ts'
import { branchId, fillMine, MINE, type Size, seedId } from './mine.ts'
import { medianMs, showMs } from './numbers.ts'
import { type Product, startProduct } from './product.ts'
import { replayAsked } from './replay.ts'

const FULL: Size = { branches: 1000, people: 20_000, meetings: 160_000, groupsEvery: 5 }
const SMALL: Size = { branches: 20, people: 200, meetings: 2000, groupsEvery: 5 }
const MONTHS = 12
const RUNS = 5
const MOST_MS = { branch: 200, mine: 2000 }

/** Everybody's dues month by month, some late; what was decided at every tenth meeting; everybody's first step, recorded in the product. */
const DUES = `
insert into dues_payment (mine_id, id, month, person_id, paid_fen, paid_on, source, recorded_at)
select mine_id, gen_random_uuid(), date '2026-01-01' + make_interval(months => m), id, 2000, date '2026-01-15' + make_interval(months => m),
  'product', timestamptz '2026-01-16 02:00Z' + make_interval(months => m, days => (hashtext(id::text) % 20 + m) % 20)
from person, generate_series(0, $1::int - 1) m`

const DECISIONS = `
insert into decision (mine_id, id, meeting_id, org_id, text, state, account_id, recorded_at)
select mine_id, gen_random_uuid(), id, org_id, '整改到位', 'stands', $1, held_on + interval '9 days'
from (select *, row_number() over (order by id) as n from meeting) m where n % 10 = 0`

const CASES = `
insert into admission_case (mine_id, id, person_id, submit_application, source, recorded_at)
select mine_id, gen_random_uuid(), id, '2026-02-01', 'product', '2026-02-02' from person where no like '%3'`

const STEPS = `
insert into admission_step (mine_id, id, case_id, person_id, step, happened_on, account_id, recorded_on, recorded_at)
select mine_id, gen_random_uuid(), id, person_id, 'submitApplication', submit_application, $1, '2026-02-20', '2026-02-20 02:00Z'
from admission_case`

const REASONS = `
insert into late_reason (mine_id, id, subject, org_id, text, account_id, recorded_at)
select mine_id, gen_random_uuid(), id, org_id, '书记住院', $1, now() from (select *, row_number() over (order by id) as n from decision) d
where n % 3 = 0`

/** Two inspections of the whole mine, announced and begun, and one that has not begun. */
const INSPECTIONS = `
insert into inspection (mine_id, id, org_id, title, from_day, to_day, announced_on, each, split, words, seed_size, seed, drawn_at, account_id, recorded_at)
select '${MINE}', gen_random_uuid(), '${seedId('org', 0)}', '检查', '2026-01-01', '2026-12-31', on_day, 3, 'branch',
  case when begun then '三' end, case when begun then 1 end, case when begun then decode(repeat('01', 32), 'hex') end,
  case when begun then on_day + interval '5 days' end, $1, on_day
from (values (date '2026-06-10', true), (date '2026-10-10', true), (date '2026-12-20', false)) i (on_day, begun)`

async function fill(client: pg.Client, size: Size): Promise<string> {
  await fillMine(client, size)
  const cookie = await addCaller(client, 1, { role: 'committeeStaff', orgId: null })
  const account = seedId('account', 1)
  await client.query('update meeting set source = $1, recorded_at = registered_on', ['product'])
  await client.query(DUES, [MONTHS])
  await client.query(CASES)
  for (const rows of [DECISIONS, STEPS, REASONS, INSPECTIONS]) await client.query(rows, [account])
  await client.query('vacuum analyze')
  return cookie
}

const pathOf = (orgId: string): string =>
  `/api/evidence.findLateness?orgId=${orgId}&from=2026-01-01&to=2026-12-31`

type Sides = {
  readonly product: Product
  readonly cookie: string
  readonly url: string
  readonly keys: string
}

async function measureOne(
  { product, cookie, ...kept }: Sides,
  of: 'branch' | 'mine',
  orgId: string,
): Promise<Line> {
  const path = pathOf(orgId)
  const { all }: { all: { of: number; late: number } } = JSON.parse(await product.get(path, cookie))
  const ms = await medianMs(RUNS, () => product.get(path, cookie))
  const bare = await replayAsked(kept, path, cookie)
  return {
    what: `a ${of}: ${all.of.toLocaleString('en')} records, ${all.late.toLocaleString('en')} late`,
    asked: `≤ ${MOST_MS[of]} ms`,
    measured: showMs(ms),
    bare: `${showMs(bare.ms)} (${bare.count} statements)`,
    met: ms <= MOST_MS[of],
  }
}

async function measure(ground: Ground): Promise<Line[]> {
  const { url, drop } = await ground.makeDatabase()
  const dataDir = join(ground.home, 'lateness')
  const cookie = await withClient({ url }, (client) => fill(client, ground.small ? SMALL : FULL))
  const product = await startProduct(url, dataDir)
  try {
    const sides = { product, cookie, url, keys: join(dataDir, 'keys') }
    return [await measureOne(sides, 'branch', branchId(7)), await measureOne(sides, 'mine', seedId('org', 0))]
  } finally {
    await product.stop()
    await drop()
  }
}

/** What came late in a year, as the page of a branch asks it at every visit. Bare: the same statements, their rows thrown away. */
export const lateness: Measure = {
  title: 'what came late in a mine of 1,000 branches and 420,000 records (warm, over HTTP)',
  run: measure,
}
