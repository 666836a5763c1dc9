import { join } from 'node:path'
import { openDb } from '../../src/kit/db/db.ts'
import type { Id } from '../../src/kit/id.ts'
import type { Piece } from '../../src/meetings/rules/search.ts'
import { putWords, refreshWords, type WordsRow } from '../../src/meetings/store/words.ts'
import { type Random, seeded } from '../seeded.ts'
import { addCaller } from './callers.ts'
import { withClient } from './client.ts'
import type { Line, Measure } from './measure.ts'
import { branchId, fillMine, MINE, seedId } from './mine.ts'
import { median, quantile, showMs, timed } from './numbers.ts'
import { type Product, startProduct } from './product.ts'

const MOST_MS = 100
const RUNS = 30
const AT_ONCE = 1000
const BRANCHES = 1000
const MINUTES = 100_000

/** What meetings are about; the first are said in every second one, the last in one of hundreds. */
const SAID = (
  '安全生产 党课 党员 顶板管理 瓦斯治理 学习党章 主题党日 三会一课 隐患排查 班组建设 皮带检修 防治水 掘进进尺 支架检修 一通三防 操作规程 应急演练 ' +
  '青年突击队 技术比武 节能降耗 困难帮扶 谈心谈话 纪律教育 民主评议 党费收缴 发展党员 志愿服务 师带徒 岗位练兵 设备点检 质量标准化 煤质管理'
).split(' ')
const AROUND =
  '会议指出要求各班组认真落实本月工作结合实际逐项对照查找不足并于月底前报告进展由组织委员负责检查督促同时做好记录'
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗'
const GIVEN = '建国伟强军平志明永红文涛德胜玉兰秀英海燕'
const LENGTH = 600

const letter = (of: string, random: Random): string => of.charAt(random.below(of.length))
const nameOf = (random: Random): string =>
  letter(SURNAMES, random) + letter(GIVEN, random) + letter(GIVEN, random)

/** Minutes of some 600 characters. */
function textOf(random: Random): string {
  let text = ''
  while (text.length < LENGTH) {
    const at = Math.floor(SAID.length * (random.below(1000) / 1000) ** 2)
    const from = random.below(AROUND.length - 12)
    text += `${SAID[at] ?? ''}${AROUND.slice(from, from + 4 + random.below(8))}，`
  }
  return text
}

const soundsOf = (name: string): string[] => [`name${name.charCodeAt(0) % 97}${name.charCodeAt(1) % 97}`]

function piecesOf(n: number): Piece[] {
  const random = seeded(n)
  const people = Array.from({ length: 20 }, () => nameOf(random))
  return [
    { at: 'subject', text: SAID[random.below(SAID.length)] ?? '' },
    { at: 'minutes', text: textOf(random) },
    ...(n % 5000 === 0 ? [{ at: 'decision' as const, text: '购置红外测温仪' }] : []),
    ...people.map((text) => ({ at: 'attended' as const, text, sounds: soundsOf(text) })),
  ]
}

type Held = {
  readonly id: Id<'meeting'>
  readonly org_id: Id<'org'>
  readonly kind: WordsRow['kind']
  readonly held_on: WordsRow['heldOn']
}

const INDEX = 'create index meeting_text_terms on meeting_text using gin (terms) with (fastupdate = off)'

/** Writes the words of made meetings: most of them before the index stands, the last beside it. Milliseconds for one of the last. */
async function fill(url: string, minutes: number): Promise<number> {
  const { db, close } = openDb(url, 2)
  const columns = ['id', 'org_id', 'kind', 'held_on'] as const
  const held: Held[] = await db.selectFrom('meeting').select(columns).orderBy('id').execute()
  const put = (from: number): Promise<void> => {
    const rows = held.slice(from, from + AT_ONCE).map(
      ({ id, org_id, kind, held_on }, at): WordsRow => ({
        ...{ meetingId: id, orgId: org_id, kind, heldOn: held_on, pieces: piecesOf(from + at) },
      }),
    )
    return db.transaction().execute((tx) => putWords(tx, MINE as Id<'mine'>, rows))
  }
  await withClient({ url }, (client) => client.query('drop index meeting_text_terms'))
  const last = minutes - AT_ONCE
  for (let from = 0; from < last; from += AT_ONCE) await put(from)
  await withClient({ url }, (client) => client.query(`set maintenance_work_mem = '512MB'; ${INDEX}`))
  const { ms } = await timed(() => put(last))
  await close()
  return ms / AT_ONCE
}

/** What bringing the words of one meeting up to date takes, alone: what a write would bear if it did so itself. */
async function refreshOne(url: string): Promise<number> {
  const { db, close } = openDb(url, 1)
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const id = seedId('meeting', 2 + run)
    const work = () => db.transaction().execute((tx) => refreshWords(tx, MINE as Id<'mine'>, [id]))
    times.push((await timed(work)).ms)
  }
  await close()
  return median(times)
}

const ASKED: readonly (readonly [what: string, q: string])[] = [
  ['a term in every second record, 党课', '党课'],
  ['four characters in most, 安全生产', '安全生产'],
  ['a rare one, 测温仪', '测温仪'],
  ['two terms, 皮带检修 防治水', '皮带检修 防治水'],
  ['one character, 课', '课'],
  ['a name as written, 王建国', '王建国'],
  ['a name by letters', 'name12'],
  ['pairs that stand apart everywhere, 落实本月检查', '落实本月检查'],
  ['what stands nowhere, 航天飞机', '航天飞机'],
]

type Asking = { readonly cookie: string; readonly whose: string }

async function ask(product: Product, { cookie, whose }: Asking): Promise<Line[]> {
  const lines: Line[] = []
  for (const [what, q] of ASKED) {
    const path = `/api/meetings.searchMeetings?${new URLSearchParams({ q, limit: '50' })}`
    const times: number[] = []
    await product.get(path, cookie)
    for (let run = 0; run < RUNS; run += 1) times.push((await timed(() => product.get(path, cookie))).ms)
    const hits: { hits: unknown[]; more: boolean } = JSON.parse(await product.get(path, cookie))
    const p95 = quantile(times, 0.95)
    lines.push({
      what: `${what}, by ${whose}: ${hits.hits.length}${hits.more ? '+' : ''}`,
      asked: `≤ ${showMs(MOST_MS)}`,
      measured: `${showMs(median(times))}, p95 ${showMs(p95)}`,
      met: p95 <= MOST_MS,
    })
  }
  return lines
}

/** Searching the minutes of a mine over HTTP, by who sees all of it and by who sees one branch. */
export const searching: Measure = {
  title: `${MINUTES.toLocaleString('en')} minutes of some 600 characters and 20 names, over HTTP`,
  run: async (ground) => {
    const minutes = ground.small ? 2000 : MINUTES
    const database = await ground.makeDatabase()
    const [staff, secretary] = await withClient({ url: database.url }, async (client) => {
      await fillMine(client, { branches: BRANCHES, people: 1000, meetings: minutes, groupsEvery: 5 })
      return [
        await addCaller(client, 1, { role: 'committeeStaff', orgId: null }),
        await addCaller(client, 2, { role: 'secretary', orgId: branchId(7) }),
      ]
    })
    const perMeeting = await fill(database.url, minutes)
    const one = await refreshOne(database.url)
    await withClient({ url: database.url }, (client) => client.query('vacuum analyze meeting_text'))
    const product = await startProduct(database.url, join(ground.home, 'search'))
    try {
      return [
        ...(await ask(product, { cookie: staff ?? '', whose: 'the committee’s staff' })),
        ...(await ask(product, { cookie: secretary ?? '', whose: 'a secretary' })),
        {
          what: 'words of a meeting written into the index, a thousand at once',
          measured: showMs(perMeeting),
        },
        { what: 'and of one alone, read anew: what a write is spared by the reader', measured: showMs(one) },
      ]
    } finally {
      await product.stop()
      await database.drop()
    }
  },
}
