import { join } from 'node:path'
import type pg from 'pg'
import { addDays, dayAt } from '../../src/kit/day.ts'
import { addCaller } from './callers.ts'
import { withClient } from './client.ts'
import type { Ground } from './ground.ts'
import type { Line, Measure } from './measure.ts'
import { branchId, fillMine, MINE } from './mine.ts'
import { quantile, showMs, timed } from './numbers.ts'
import { startProduct } from './product.ts'

const MOST_MS = 2000
const MONTH_DAYS = 31

const SYSTEM = `
with made as (insert into shift_system (mine_id, id, name, underground, before_minutes, after_minutes, rest_days, recorded_at)
  values ($1::uuid, gen_random_uuid(), '三八制', true, 60, 60, '7', now()) returning id)
insert into shift_hours (mine_id, system_id, no, name, starts, ends)
select $1::uuid, id, no, name, starts, ends from made, (values (1, '早班', '08:00', '16:00'), (2, '中班', '16:00', '00:00'),
  (3, '夜班', '00:00', '08:00')) shifts (no, name, starts, ends)`
const ROTA = `
with made as (insert into shift_rota (mine_id, id, org_id, from_day, recorded_at)
  values ($1::uuid, gen_random_uuid(), $2::uuid, '2026-01-01', now()) returning id),
days as (insert into shift_rota_day (mine_id, rota_id, no, shift)
  select $1::uuid, id, no, shift from made, unnest(array['早班','早班','中班','中班','夜班','夜班','','']) with ordinality d (shift, no))
insert into shift_rota_crew (mine_id, rota_id, name, ahead)
select $1::uuid, id, name, (at - 1) * 2 from made, unnest(array['甲班','乙班','丙班','丁班']) with ordinality c (name, at)`
const CREWS = `
update standing set shift = (array['甲班','乙班','丙班','丁班'])[1 + ('x' || right(person_id::text, 6))::bit(24)::int % 4]`
/** Every person a month of their own: nothing in it repeats. */
const DAYS = `
insert into shift_day (mine_id, id, person_id, org_id, day, shift, recorded_at)
select $1::uuid, gen_random_uuid(), s.person_id, s.org_id, $2::date + d,
  (array['早班','中班','夜班',''])[1 + (('x' || right(s.person_id::text, 6))::bit(24)::int * 2654435761 / 8 + d * 7919 + d * d) % 4], now()
from standing s, generate_series(-2, ${MONTH_DAYS + 1}) d`

const fill = (url: string, people: number): Promise<string> =>
  withClient({ url }, async (client: pg.Client) => {
    await fillMine(client, { branches: 1, people, meetings: 0, groupsEvery: 5 })
    await client.query("update org_unit set shift_system = '三八制'")
    await client.query(CREWS)
    await client.query(SYSTEM, [MINE])
    await client.query(ROTA, [MINE, branchId(1)])
    const cookie = await addCaller(client, 1, { role: 'committeeStaff', orgId: null })
    await client.query('vacuum analyze')
    return cookie
  })

async function measure(ground: Ground): Promise<Line[]> {
  const [people, runs] = ground.small ? [50, 2] : [1000, 12]
  const database = await ground.makeDatabase()
  const cookie = await fill(database.url, people)
  const product = await startProduct(database.url, join(ground.home, 'planner'))
  const from = addDays(dayAt(new Date()), 1)
  const query = new URLSearchParams({
    orgId: branchId(1),
    from,
    to: addDays(from, MONTH_DAYS - 1),
    minutes: '90',
  })
  const ask = async (what: string, kind: string): Promise<Line> => {
    const times: number[] = []
    for (let run = 0; run < runs; run++)
      times.push(
        (await timed(() => product.get(`/api/meetings.proposeSessions?${query}&kind=${kind}`, cookie))).ms,
      )
    const slowest = Math.max(...times)
    return {
      what: `${people.toLocaleString('en')} members, ${MONTH_DAYS} days, ${what}`,
      asked: `≤ ${showMs(MOST_MS)}`,
      measured: `${showMs(quantile(times, 0.5))}, slowest of ${runs} ${showMs(slowest)}`,
      met: slowest <= MOST_MS,
    }
  }
  try {
    const lines = [
      await ask('four crews on a rota, up to three sittings', 'partyLecture'),
      await ask('four crews on a rota, one sitting with a vote', 'generalMeeting'),
    ]
    await withClient({ url: database.url }, async (client) => {
      await client.query('set pitlamp.unguarded = on')
      await client.query(DAYS, [MINE, from])
    })
    lines.push(await ask('everybody another month, up to three sittings', 'partyLecture'))
    return lines
  } finally {
    await product.stop()
    await database.drop()
  }
}

/** Sittings proposed from who works when, over HTTP, the first call cold. */
export const planner: Measure = { title: 'sittings proposed from shifts', run: measure }
