import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '../kit/id.ts'
import { streamsIn } from '../kit/test/code.ts'
import { partOf } from '../kit/test/part.ts'
import { type Caller, makeWorld, type World } from '../server/world.ts'
import { type Records, recordsIn } from '../server/world-records.ts'

let world: World
let records: Records
let branch: Id<'org'>
let secretary: Caller
beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
  const committee = await world.addUnit({ code: 'DW', kind: 'committee' })
  branch = await world.addUnit({ code: 'ZB1', kind: 'branch', parentId: committee })
  await records.person(branch, { name: '张三' })
  await records.scheme([['1', 'meeting.missed(partyLecture)', 'each', 'k=2', 800]])
  secretary = await world.as('secretary', branch)
})
afterAll(() => world.close())

const bytesOf = ({ content }: { content: string }): Buffer => Buffer.from(content, 'base64')

/** What a PDF says of its own fonts, streams opened. */
function fontsIn(pdf: Buffer): string[] {
  const text = pdf.toString('latin1')
  const names = [text, ...streamsIn(pdf)].flatMap((one) => [...one.matchAll(/\/FontName ?\/([\w+-]+)/g)])
  return [...new Set(names.map(([, name]) => (name ?? '').replace(/^[A-Z]{6}\+/, '')))]
}

test('documents.scoreLetter is set as GB/T 9704 asks, with the fonts of an office named', async () => {
  const { status, body } = await secretary.get('documents.scoreLetter', {
    branchId: branch,
    period: '2026Q3',
    format: 'docx',
  })
  expect(status).toBe(200)
  expect(body.fileName).toBe('关于ZB1单位2026年第三季度考核结果的通知.docx')
  const xml = await partOf(bytesOf(body), 'word/document.xml')
  // A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm, in twentieths of a point.
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/)
  expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  expect(xml).toMatch(/w:eastAsia="方正小标宋简体"[^>]*\/>(<w:sz w:val="44"\/>)/)
  expect(xml).toMatch(/w:eastAsia="仿宋_GB2312"[^>]*\/>(<w:sz w:val="32"\/>)/)
  expect(xml).toMatch(/w:eastAsia="黑体"[^>]*\/>(<w:sz w:val="32"\/>)/)
  expect(xml).toContain('w:line="579" w:lineRule="exact"')
  expect(xml).toContain('一、考核结果')
  expect(xml).toContain('DW单位')
  const footer = await partOf(bytesOf(body), 'word/footer1.xml')
  expect(footer).toMatch(/— .*PAGE.* —/s)
})

test.each([
  ['documents.scoreLetter', { period: '2026Q3' }],
  ['documents.roster', {}],
  ['documents.branchDuties', { year: 2026 }],
] as const)('%s as PDF embeds the font it names and no other', async (name, more) => {
  const { status, body } = await secretary.get(name, { branchId: branch, format: 'pdf', ...more } as never)
  expect(status).toBe(200)
  const pdf = bytesOf(body)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  const fonts = fontsIn(pdf)
  expect(fonts.length).toBeGreaterThan(0)
  expect(fonts.filter((font) => !/^NotoSansHans-/.test(font))).toEqual([])
})

test('documents.overview lists every branch the asker may see, and no other', async () => {
  await world.addUnit({ code: 'ZB2', kind: 'branch' })
  const own = await secretary.get('documents.overview', { year: 2026, format: 'docx' })
  const all = await (await world.as('inspector')).get('documents.overview', { year: 2026, format: 'docx' })
  const [mine, theirs] = await Promise.all(
    [own, all].map(({ body }) => partOf(bytesOf(body), 'word/document.xml')),
  )
  expect(mine).toContain('ZB1单位')
  expect(mine).not.toContain('ZB2单位')
  expect(theirs).toContain('ZB2单位')
  expect(theirs).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/)
})

test('a roster has those of its day, and no telephone number', async () => {
  const { body } = await secretary.get('documents.roster', { branchId: branch, format: 'docx' })
  const xml = await partOf(bytesOf(body), 'word/document.xml')
  expect(xml).toContain('张三')
  expect(xml).not.toMatch(/1[3-9]\d[\d*]{8}/)
})

test('nobody gets the paper of a branch that is not theirs', async () => {
  const other = await world.as('secretary', await records.branch())
  for (const name of ['documents.roster', 'documents.branchDuties', 'documents.scoreLetter'] as const) {
    const input = { branchId: branch, format: 'pdf', year: 2026, period: '2026Q3' } as never
    expect((await other.get(name, input)).status).toBe(403)
  }
  const none = '01900000-0000-7000-8000-000000000009' as Id<'org'>
  const staff = await world.as('committeeStaff')
  const roster = await staff.get('documents.roster', { branchId: none, format: 'pdf' })
  expect(roster.problem.code).toBe('no-such-unit')
})
