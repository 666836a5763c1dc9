import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'
import { asPerson } from '../../server/world-people.ts'
import { type Records, recordsIn } from '../../server/world-records.ts'

let world: World
let records: Records
beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

const todayOf = async (who: Caller) => (await who.get('home.findToday', {})).body
const accept = async (who: Caller) => {
  const { version } = (await who.get('access.findPrivacyNotice', {})).body
  await who.post('access.acceptPrivacyNotice', { version })
}

test('today shows at most three cards: the notice, my next meeting, what I owe', async () => {
  const branch = await records.branch()
  const me = await asPerson(world, await records.person(branch, {}, { shift: '夜班', base: '3000' }))
  const secretary = await world.as('secretary', branch)
  const session = { ends: '', place: '一楼', starts: '17:00', shift: '夜班' }
  for (const on of ['2026-10-22', '2026-10-20'])
    await secretary.post('meetings.planMeeting', {
      ...{ orgId: branch, kind: 'themeDay', subject: `安全月 ${on}`, note: '', materialIds: [] },
      sessions: [{ ...session, day: on }],
    })
  const first = await todayOf(me)
  expect(first).toMatchObject({ name: '测试', shift: '夜班', day: '2026-10-08', answered: [] })
  expect(first.cards.map(({ kind, by }) => [kind, by])).toEqual([
    ['privacy', null],
    ['meeting', '2026-10-20'],
    ['dues', '2026-10-31'],
  ])
  expect(first.cards[1]).toMatchObject({
    title: { zh: '主题党日：安全月 2026-10-20', en: 'Themed Party day: 安全月 2026-10-20' },
    text: { zh: '10月20日 周二 17:00，一楼', en: 'Tue 20 Oct 17:00, 一楼' },
  })
  await accept(me)
  expect((await todayOf(me)).cards.map(({ kind }) => kind)).toEqual(['meeting', 'dues'])
})

test('the dues card names the sum still missing, and is gone when it is paid', async () => {
  const person = await records.person(
    await records.branch(),
    { joined_on: day('2026-08-01') },
    { base: '3000' },
  )
  const me = await asPerson(world, person)
  await accept(me)
  const months = ['2026-08-01', '2026-09-01', '2026-10-01'].map(day)
  const dues = (await me.get('dues.findMine', { year: 2026 })).body
  const owed = dues.dueFen
  const [card] = (await todayOf(me)).cards
  expect(card?.title.zh).toBe(`党费还差 ${(owed / 100).toFixed(2)} 元`)
  for (const month of months)
    await records.paid(person, { month, paid_fen: 100_000, paid_on: day('2026-10-02') })
  expect((await todayOf(me)).cards).toEqual([])
})

test('months before the first payment on record do not say that I owe them', async () => {
  const person = await records.person(
    await records.branch(),
    { joined_on: day('2020-01-01') },
    { base: '3000' },
  )
  const me = await asPerson(world, person)
  await accept(me)
  const [card] = (await todayOf(me)).cards
  expect(card?.text.zh).toBe('其中最早 2026年1月，共 10 个月')
  await records.paid(person, { month: day('2025-03-01'), paid_fen: 100, paid_on: day('2025-03-02') })
  expect((await todayOf(me)).cards[0]?.text.zh).toBe('其中最早 2025年3月，共 20 个月')
})

test('a few months are named one by one, those between them that are paid are not', async () => {
  const person = await records.person(
    await records.branch(),
    { joined_on: day('2026-01-01') },
    { base: '3000' },
  )
  const me = await asPerson(world, person)
  await accept(me)
  const pay = (month: string) =>
    records.paid(person, { month: day(`2026-${month}-01`), paid_fen: 100_000, paid_on: day('2026-10-02') })
  for (const month of ['02', '03', '04', '05', '06']) await pay(month)
  expect((await todayOf(me)).cards[0]?.text.zh).toBe('其中最早 2026年1月，共 5 个月')
  await pay('07')
  expect((await todayOf(me)).cards[0]?.text).toEqual({
    zh: '1月、8月、9月、10月，共 4 个月',
    en: 'Jan, Aug, Sep, Oct: 4 months',
  })
  for (const month of ['08', '09']) await pay(month)
  expect((await todayOf(me)).cards[0]?.text.zh).toBe('1月、10月，共 2 个月')
})

test('the step card names what comes next in my admission, with its clock', async () => {
  const person = await records.person(await records.branch(), {}, { category: 'applicant' })
  await records.joining(person, { submit_application: day('2026-10-01') })
  const me = await asPerson(world, person)
  await accept(me)
  const { cards } = await todayOf(me)
  expect(cards.map(({ kind, title, text, by }) => [kind, title.zh, text.zh, by])).toEqual([
    ['step', '入党第 2 步：党组织谈话', '最迟 11月1日 周日', '2026-11-01'],
  ])
})

test('what was answered to me comes last, the latest first', async () => {
  const branch = await records.branch()
  const me = await asPerson(world, await records.person(branch))
  const secretary = await world.as('secretary', branch)
  const { id } = (await me.post('voice.send', { kind: 'suggestion', text: '换个时间' })).body
  await secretary.post('voice.answer', { id, outcome: 'done', text: '改到周五' })
  const { answered } = await todayOf(me)
  expect(answered.map(({ kind, id: of, text }) => [kind, of, text.zh])).toEqual([['voice', id, '改到周五']])
  world.setNow(new Date(world.now().getTime() + 31 * 86_400_000))
  expect((await todayOf(me)).answered).toEqual([])
})
