import { join } from 'node:path'
import { dayAt } from '../../src/kit/day.ts'
import type { Recorded } from './bare.ts'
import { addCaller } from './callers.ts'
import { withClient } from './client.ts'
import type { Ground } from './ground.ts'
import type { Request } from './load.ts'
import type { Line, Measure } from './measure.ts'
import { branchId, fillMine, MINE } from './mine.ts'
import { showMs, showPart, showRate } from './numbers.ts'
import { startProduct } from './product.ts'
import { type Case, compareSides, startBare } from './sides.ts'

const LEAST_RATE = 0.4
const PAGE = 20
const BRANCHES = 1000
const GENERAL = 100

/** A page of the roster as somebody would write it who has nothing else to do. */
const BY_HAND = `
select p.id, p.no, p.name, p.sex, s.category, s.org_id, o.name as org_name, s.posts, p.crew, s.shift, p.joined_on
from person p
  join standing s on s.mine_id = p.mine_id and s.person_id = p.id and s.from_day <= $3 and (s.to_day is null or s.to_day >= $3)
  join org_unit o on o.mine_id = s.mine_id and o.id = s.org_id
where p.mine_id = $1 and p.no > $2 order by p.no limit ${PAGE + 1}`

type Asked = { readonly after: string; readonly answer: string }

/** Pages from everywhere in the roster. */
const pages = (people: number): Asked[] =>
  Array.from({ length: 500 }, (_, at) => ({
    after: `P${String(1 + ((at * 7919) % people)).padStart(7, '0')}`,
    answer: '',
  }))

/** Two letters that some people's names begin with. */
const letters = (at: number): string => String.fromCharCode(97 + (at % 26), 97 + ((at * 7) % 26))

const byHand = ({ after, answer }: Asked): Recorded => ({
  before: [{ name: 'page', text: BY_HAND, values: [MINE, after, dayAt(new Date())] }],
  inside: [],
  answer,
})

const page = (cookie: string, query: string): Request => ({
  path: `/api/people.listPeople?limit=${PAGE}&${query}`,
  cookie,
})

type Callers = { readonly staff: string; readonly secretary: string }

const fill = (url: string, people: number): Promise<Callers> =>
  withClient({ url }, async (client) => {
    await fillMine(client, { branches: BRANCHES, people, meetings: 0, groupsEvery: 5 })
    const staff = await addCaller(client, 1, { role: 'committeeStaff', orgId: null })
    const secretary = await addCaller(client, 2, { role: 'secretary', orgId: branchId(GENERAL) })
    await client.query('vacuum analyze')
    return { staff, secretary }
  })

type Listed = { readonly what: string; readonly asked: boolean; readonly of: Case }

async function cases(
  { staff, secretary }: Callers,
  people: number,
  get: (path: string, cookie: string) => Promise<string>,
): Promise<Listed[]> {
  const first = await get(`/api/people.listPeople?limit=${PAGE}`, staff)
  const asked = pages(people).map((one) => ({ ...one, answer: first }))
  const recorded = asked.map(byHand)
  return [
    {
      what: `a page of ${PAGE} out of ${people.toLocaleString('en')}, by the committee’s staff`,
      asked: true,
      of: { requests: asked.map(({ after }) => page(staff, `after=${after}`)), recorded },
    },
    {
      what: 'found by the first letters of two characters of a name',
      asked: false,
      of: { requests: asked.map((_, at) => page(staff, `q=${letters(at)}`)), recorded },
    },
    {
      what: 'of one’s own branch, by its secretary',
      asked: false,
      of: { requests: [page(secretary, '')], recorded },
    },
  ]
}

async function measure(ground: Ground): Promise<Line[]> {
  const database = await ground.makeDatabase()
  const people = ground.small ? 2000 : 100_000
  const callers = await fill(database.url, people)
  const product = await startProduct(database.url, join(ground.home, 'list'))
  const bare = await startBare(database.url)
  const [most, rounds] = ground.small ? [50, 1] : [4000, 5]
  const lines: Line[] = []
  try {
    for (const { what, asked, of } of await cases(callers, people, product.get)) {
      const count = asked ? most : most / 10
      const {
        ours,
        bare: other,
        rate,
      } = await compareSides(bare, product, of, { callers: 16, count, rounds })
      lines.push({
        what: `${what}, 16 callers`,
        ...(asked && { asked: `≥ ${showPart(LEAST_RATE)} of bare`, met: rate >= LEAST_RATE }),
        measured: `${showPart(rate)} (${showRate(ours.perSecond)}, p99 ${showMs(ours.p99)})`,
        bare: `${showRate(other.perSecond)}, p99 ${showMs(other.p99)}`,
      })
    }
  } finally {
    await bare.end()
    await product.stop()
    await database.drop()
  }
  return lines
}

/** Lists. Bare: Node's own server and `pg`, one statement by hand for the first of them, no session, an answer of the same length. */
export const list: Measure = { title: 'a page of the roster, over HTTP', run: measure }
