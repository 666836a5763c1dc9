import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { readWorkbook } from '../kit/excel/read.ts'
import { type Id, newId } from '../kit/id.ts'
import { isRefused } from '../kit/refuse.ts'
import { partOf } from '../kit/test/part.ts'
import { runsInPdf } from '../kit/test/pdf-text.ts'
import { type Caller, makeWorld, type World } from '../server/world.ts'
import { asPerson } from '../server/world-people.ts'
import { type Records, recordsIn } from '../server/world-records.ts'

let world: World
let records: Records
let branch: Id<'org'>
let secretary: Caller
let plannedId: Id<'planned_meeting'>

beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
  branch = await records.branch({ name: '综采一队党支部' })
  secretary = await world.as('secretary', branch)
  const early = await records.person(branch, { name: '张三' }, { shift: '早班' })
  await records.person(branch, { name: '李四' }, { shift: '夜班' })
  const planned = await secretary.post('meetings.planMeeting', {
    ...{ orgId: branch, kind: 'themeDay', subject: '身边的隐患', note: '带笔记本', materialIds: [] },
    sessions: [
      { day: '2026-10-20', starts: '14:00', ends: '15:30', place: '会议室', shift: '早班' },
      { day: '2026-10-21', starts: '08:30', ends: '', place: '会议室', shift: '夜班' },
    ],
  })
  plannedId = planned.body.id
  const asked = await (await asPerson(world, early)).post('meetings.askLeave', {
    plannedId,
    reason: 'ill',
    note: '',
  })
  await secretary.post('meetings.answerLeave', { id: asked.body.id, state: 'granted', answer: '' })
  await records.meeting(branch, { kind: 'partyLecture', held_on: '2026-03-05' as never, subject: '安全课' })
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

const bytesOf = ({ content }: { content: string }): Buffer => Buffer.from(content, 'base64')

const MM_PER_TWIP = 25.4 / 1440
const attribute = (xml: string, tag: string, name: string): number =>
  Number(new RegExp(`<w:${tag} [^>]*w:${name}="(\\d+)"`).exec(xml)?.[1])

/** Width and height of what lies between the margins, in millimetres. */
function bodyOf(xml: string): { width: number; height: number } {
  const margin = (name: string): number => attribute(xml, 'pgMar', name)
  return {
    width: (attribute(xml, 'pgSz', 'w') - margin('left') - margin('right')) * MM_PER_TWIP,
    height: (attribute(xml, 'pgSz', 'h') - margin('top') - margin('bottom')) * MM_PER_TWIP,
  }
}

test.each([
  ['documents.meetingNotice', () => ({ id: plannedId })],
  ['documents.signInSheet', () => ({ id: plannedId })],
] as const)('%s stands on the page of GB/T 9704', async (name, input) => {
  const { status, body } = await secretary.get(name, { ...input(), format: 'docx' })
  expect(status).toBe(200)
  const xml = await partOf(bytesOf(body), 'word/document.xml')
  const { width, height } = bodyOf(xml)
  expect(width).toBeCloseTo(156, 0)
  expect(height).toBeCloseTo(225, 0)
  // 天头 37 mm, 订口 28 mm; 28.95 pt for a line; 2号 for the title, 3号 for the body.
  expect(attribute(xml, 'pgMar', 'top') * MM_PER_TWIP).toBeCloseTo(37, 0)
  expect(attribute(xml, 'pgMar', 'left') * MM_PER_TWIP).toBeCloseTo(28, 0)
  expect(xml).toContain('w:line="579" w:lineRule="exact"')
  expect(xml).toMatch(/w:eastAsia="方正小标宋简体"[^>]*\/><w:sz w:val="44"\/>/)
  expect(xml).toMatch(/w:eastAsia="仿宋_GB2312"[^>]*\/><w:sz w:val="32"\/>/)
  const sides = await Promise.all(
    ['word/footer1.xml', 'word/footer2.xml'].map((part) => partOf(bytesOf(body), part)),
  )
  expect(sides.map((side) => /w:jc w:val="(\w+)"/.exec(side)?.[1])).toEqual(['right', 'left'])
})

const textOf = (xml: string): string => xml.replace(/<[^>]+>/g, '\n')

test('documents.meetingNotice says what, when for which shift, and what to prepare', async () => {
  const { body } = await secretary.get('documents.meetingNotice', { id: plannedId, format: 'docx' })
  const text = textOf(await partOf(bytesOf(body), 'word/document.xml'))
  expect(body.fileName).toBe('综采一队党支部关于召开主题党日的通知.docx')
  expect(text).toContain('早班：10月20日（星期二）14:00—15:30，会议室。')
  expect(text).toContain('夜班：10月21日（星期三）08:30，会议室。')
  expect(text).toContain('带笔记本')
})

test('documents.signInSheet names on each page who is called to that sitting, with leave in the remarks, and leaves room for a pen', async () => {
  const { body } = await secretary.get('documents.signInSheet', { id: plannedId, format: 'docx' })
  const xml = await partOf(bytesOf(body), 'word/document.xml')
  const pages = xml.split('<w:pageBreakBefore')
  expect(pages).toHaveLength(2)
  expect(pages.map((page) => [textOf(page).includes('张三'), textOf(page).includes('李四')])).toEqual([
    [true, false],
    [false, true],
  ])
  expect(textOf(pages[0] ?? '')).toContain('请假：生病')
  expect(attribute(xml, 'trHeight', 'val') * MM_PER_TWIP).toBeCloseTo(9, 0)
})

test('documents.meetingNotice has the agenda, and documents.signInSheet leaves out who is excluded and says who is not counted', async () => {
  const unit = await records.branch({ name: '机电队党支部' })
  await records.person(unit, { name: '钱七' })
  const away = await records.person(unit, { name: '孙八' })
  await records.person(unit, { name: '周九' }, { category: 'probationaryMember' })
  await records.person(unit, { name: '吴十' }, { category: 'applicant' })
  await world.db
    .insertInto('expected_exclusion')
    .values({
      ...{ mine_id: world.mineId, id: newId<'expected_exclusion'>(), org_id: unit, person_id: away },
      ...{ ground: 'longIll', approval_no: '党字1号', from_day: day('2026-01-01'), to_day: null },
      consent_meeting_id: await records.meeting(unit, { kind: 'generalMeeting' }),
      ...{ account_id: secretary.accountId, recorded_at: world.now() },
    })
    .execute()
  const own = await world.as('secretary', unit)
  const item = { note: '', personId: null, promiseId: null }
  const planned = await own.post('meetings.planMeeting', {
    ...{ orgId: unit, kind: 'generalMeeting', subject: '发展党员', note: '', materialIds: [] },
    sessions: [{ day: '2026-10-20', starts: '14:00', ends: '', place: '', shift: '' }],
    agenda: [
      { ...item, kind: 'report', title: '通报上半年工作', vote: null },
      { ...item, kind: 'vote', title: '讨论预备党员转正', vote: 'conversion' },
    ],
  })
  const asked = { id: planned.body.id, format: 'docx' } as const
  const said = async (name: 'documents.meetingNotice' | 'documents.signInSheet'): Promise<string> =>
    textOf(await partOf(bytesOf((await own.get(name, asked)).body), 'word/document.xml'))
  const notice = await said('documents.meetingNotice')
  expect(notice).toContain('1. 通报上半年工作（通报）')
  expect(notice).toContain('2. 讨论预备党员转正（表决）')
  const sheet = await said('documents.signInSheet')
  expect(['钱七', '孙八', '周九', '吴十'].map((name) => sheet.includes(name))).toEqual([
    true,
    false,
    true,
    false,
  ])
  expect(sheet).toContain('应通知 2 人，应到 1 人。')
  expect(sheet).toMatch(/周九[^钱]*不计入应到/)
})

test('documents.meetingLedger is had as a paper and as a sheet with every element of the record book', async () => {
  const asked = { branchId: branch, year: 2026 }
  const paper = await secretary.get('documents.meetingLedger', { ...asked, format: 'docx' })
  const xml = await partOf(bytesOf(paper.body), 'word/document.xml')
  expect(xml).toContain('w:orient="landscape"')
  expect(textOf(xml)).toContain('安全课')
  const sheet = await secretary.get('documents.meetingLedger', { ...asked, format: 'xlsx' })
  const book = await readWorkbook(bytesOf(sheet.body))
  if (isRefused(book)) throw new Error(book.refused)
  const cells = book.sheets[0]?.rows.flatMap((row) => row.cells) ?? []
  expect(cells).toEqual(expect.arrayContaining(['会议类型', '应到', '实到', '缺席及原因', '党课', '安全课']))
})

test('a meeting past midnight is the next day’s from its notice to its minutes and the ledger', async () => {
  const unit = await records.branch({ name: '掘进队党支部' })
  const personId = await records.person(unit)
  const own = await world.as('secretary', unit)
  const said = async (name: 'documents.meetingNotice' | 'documents.meetingMinutes', id: string) =>
    textOf(
      await partOf(bytesOf((await own.get(name, { id, format: 'docx' } as never)).body), 'word/document.xml'),
    )
  const session = { day: '2026-10-08', starts: '23:30', ends: '00:20', place: '会议室', shift: '' }
  const planned = await own.post('meetings.planMeeting', {
    ...{ orgId: unit, kind: 'themeDay', subject: '交接班安全', note: '', materialIds: [] },
    sessions: [session],
  })
  const plannedId = planned.body.id
  expect(await said('documents.meetingNotice', plannedId)).toContain('（星期四）23:30—次日 00:20，会议室。')

  const before = world.now()
  world.setNow(new Date('2026-10-08T23:29:00+08:00'))
  const { id } = (await own.post('meetings.openMeeting', { plannedId })).body
  await own.post('meetings.takeRoll', { id, times: 0, roll: [{ personId, state: 'present', reason: '' }] })
  const close = (ends: string) =>
    own.post('meetings.closeMeeting', { id, ends, chair: '张三', recorder: '李四' })
  expect((await close('00:20')).problem.code).toBe('in-the-future')
  world.setNow(new Date('2026-10-09T00:21:00+08:00'))
  expect((await close('05:31')).problem.code).toBe('ends-before-start')
  expect((await close('00:20')).status).toBe(200)
  const { body: held } = await own.get('meetings.findMeeting', { id })
  expect(held).toMatchObject({ heldOn: '2026-10-08', starts: '23:30', ends: '00:20', recordedAfterDays: 1 })
  expect(await said('documents.meetingMinutes', id)).toContain('时间：2026年10月8日 23:30—次日 00:20')
  const pdf = await own.get('documents.meetingMinutes', { id, format: 'pdf' })
  const drawn = runsInPdf(bytesOf(pdf.body)).map((run) => run.text)
  expect(drawn.join('')).toContain('23:30—次日 00:20')

  const asked = { branchId: unit, year: 2026 }
  const sheet = await own.get('documents.meetingLedger', { ...asked, format: 'xlsx' })
  const book = await readWorkbook(bytesOf(sheet.body))
  if (isRefused(book)) throw new Error(book.refused)
  expect(book.sheets[0]?.rows.flatMap((row) => row.cells)).toEqual(
    expect.arrayContaining(['23:30', '次日 00:20']),
  )
  const paper = await own.get('documents.meetingLedger', { ...asked, format: 'docx' })
  expect(textOf(await partOf(bytesOf(paper.body), 'word/document.xml'))).toContain('23:30—次日 00:20')
  world.setNow(before)
})

test('a member reads the notice; the sheets are for those who keep the records', async () => {
  const member = await asPerson(world, await records.person(branch, { name: '王五' }))
  expect((await member.get('documents.meetingNotice', { id: plannedId, format: 'pdf' })).status).toBe(200)
  expect((await member.get('documents.signInSheet', { id: plannedId, format: 'pdf' })).problem.code).toBe(
    'not-allowed',
  )
  const elsewhere = await world.as('secretary', await records.branch())
  expect((await elsewhere.get('documents.meetingNotice', { id: plannedId, format: 'pdf' })).status).not.toBe(
    200,
  )
})

test('documents.meetingMinutes has every element of the record, its seal, and a code that leads to it', async () => {
  const roll = [
    { personId: await records.person(branch, { name: '赵六' }), state: 'present' as const, reason: '' },
  ]
  const { id } = (
    await secretary.post('meetings.enterMeeting', {
      ...{
        orgId: branch,
        kind: 'themeDay',
        heldOn: '2026-10-05',
        starts: '09:00',
        ends: '10:00',
        place: '会议室',
      },
      ...{ chair: '邹国庆', recorder: '丁思远', lecturer: '', hoursHundredths: null, absence: '' },
      ...{ subject: '隐患排查', resolution: '月底前查完顶板', roll },
    })
  ).body
  const asked = { id, format: 'docx', address: 'https://pitlamp.example' } as const
  const { status, body } = await secretary.get('documents.meetingMinutes', asked)
  expect(status).toBe(200)
  const xml = await partOf(bytesOf(body), 'word/document.xml')
  const said = textOf(xml).replace(/\n+/g, '\n')
  for (const part of [
    '主持人：邹国庆',
    '记录人：丁思远',
    '到会：赵六',
    '隐患排查',
    '月底前查完顶板',
    '主持人签字',
    '内容指纹',
  ])
    expect(said).toContain(part)
  expect(bodyOf(xml).width).toBeCloseTo(156, 0)
  expect(bodyOf(xml).height).toBeCloseTo(225, 0)
  expect(xml).toContain(`descr="https://pitlamp.example/desk/meetings/${id}"`)
  const plain = await partOf(
    bytesOf((await secretary.get('documents.meetingMinutes', { id, format: 'docx' })).body),
    'word/document.xml',
  )
  expect(plain).not.toContain('<w:drawing>')
  expect((await secretary.get('documents.meetingMinutes', { ...asked, format: 'pdf' })).status).toBe(200)

  const resolution = await secretary.get('documents.meetingResolution', asked)
  expect(textOf(await partOf(bytesOf(resolution.body), 'word/document.xml'))).toContain('形成决议如下')
  const elsewhere = await world.as('secretary', await records.branch())
  expect((await elsewhere.get('documents.meetingMinutes', asked)).status).toBe(403)
})

test('documents.meetingResolution says so when nothing was decided', async () => {
  const id = await records.meeting(branch, { resolution: '' })
  const { problem } = await secretary.get('documents.meetingResolution', { id, format: 'docx' })
  expect(problem.code).toBe('nothing-decided')
})
