import { addDays, type Day } from '../../../kit/day.ts'
import type { LeaveReason, Session } from '../../../meetings/rules/plans.ts'
import type { MeetingKind } from '../../../meetings/rules.ts'
import type { RosterRow } from '../../../people/sheets.ts'

/** Something to read. */
export type DemoMaterial = { readonly orgCode: string; readonly title: string; readonly body: string }

/** A meeting to come; `reads`: the places of what is to be read in the list of materials. */
export type DemoPlan = {
  readonly orgCode: string
  readonly kind: MeetingKind
  readonly subject: string
  readonly note: string
  readonly sessions: readonly Session[]
  readonly reads: readonly number[]
  readonly leave: readonly DemoLeave[]
}

type DemoLeave = {
  readonly personNo: string
  readonly reason: LeaveReason
  readonly note: string
  /** '' while nobody has answered. */
  readonly answer: string
}

/** What somebody said; `answer` null: it waits. */
export type DemoVoice = {
  readonly login: string
  /** Whose it is to answer. */
  readonly orgCode: string
  readonly kind: 'complaint' | 'suggestion'
  readonly text: string
  readonly answer: { readonly outcome: 'done' | 'underway' | 'declined'; readonly text: string } | null
}

export const MATERIALS: readonly DemoMaterial[] = [
  {
    orgCode: 'MINE',
    title: '支部书记月度工作清单',
    body: '月初：对照年度计划安排当月会议和学习，按班次定场次。\n月中：收齐当月党费，看一遍发展对象的期限。\n月末：会议记录七日内补齐，没开的会写明原因。',
  },
  {
    orgCode: 'MINE',
    title: '主题党日怎么照顾到每个班次',
    body: '同一主题分早班后、中班前、夜班后三场；每场讲同样的内容，各自点名。下井的同志不用专门上井，错过的看材料后补课。',
  },
  {
    orgCode: 'ZB01',
    title: '采煤工作面顶板隐患自查十条',
    body: '一看支架初撑力，二看端头支护，三看片帮，四看淋水，五看煤壁裂隙，六看超前支护，七看安全出口，八看通信，九看照明，十看记录。查到一条写一条，班前会上说清谁来改、哪天改完。',
  },
]

const SHIFTS = [
  ['早班', 0, '16:30', '17:20'],
  ['中班', 0, '14:00', '14:50'],
  ['夜班', 1, '08:30', '09:20'],
] as const

const byShift = (day: Day, place: string): Session[] =>
  SHIFTS.map(([shift, later, starts, ends]) => ({ day: addDays(day, later), starts, ends, place, shift }))

const once = (day: Day, place: string): Session[] => [
  { day, starts: '17:00', ends: '18:00', place, shift: '' },
]

type Line = readonly [
  orgCode: string,
  kind: MeetingKind,
  inDays: number,
  subject: string,
  note: string,
  reads: readonly number[],
]

/** What is coming up: a themed Party day for each shift, a lecture, meetings of a few more branches. */
const PLANS: readonly Line[] = [
  ['ZB01', 'themeDay', 4, '身边的隐患我来查', '请带上本班组的隐患排查本。', [2]],
  ['ZB01', 'partyLecture', 9, '党章里的党员义务', '', [1]],
  ['ZB02', 'themeDay', 3, '交接班前后十分钟', '', [1]],
  ['ZB04', 'generalMeeting', 5, '讨论下季度工作安排', '请各小组先收集意见。', [0]],
  ['ZB04', 'themeDay', 12, '老矿工讲传统', '', []],
  ['ZB09', 'partyLecture', 6, '机电设备检修中的党员责任', '', []],
  ['ZB13', 'themeDay', 4, '一通三防我带头', '', [1]],
]

const LEAVES: readonly (readonly [LeaveReason, string, string])[] = [
  ['onShift', '当天夜班', '准假，会后看材料补课。'],
  ['trip', '外出培训', ''],
  ['ill', '', ''],
]
const ONE_PLACE: ReadonlySet<MeetingKind> = new Set(['generalMeeting', 'partyLecture'])

/** The meetings to come, with the leave asked from the first of each branch by people without a post. */
export function demoPlans(roster: readonly RosterRow[], today: Day): DemoPlan[] {
  const seen = new Set<string>()
  return PLANS.map(([orgCode, kind, inDays, subject, note, reads]) => {
    const isFirst = !seen.has(orgCode)
    seen.add(orgCode)
    const day = addDays(today, inDays)
    const sessions = ONE_PLACE.has(kind) ? once(day, '矿部会议室') : byShift(day, '区队会议室')
    const people = roster.filter(
      ({ orgCode: unit, posts, category }) => unit.startsWith(orgCode) && !posts && category === 'fullMember',
    )
    const leave = LEAVES.flatMap(([reason, why, answer], at) => {
      const person = isFirst ? people[at] : undefined
      return person ? [{ personNo: person.no, reason, note: why, answer }] : []
    })
    return { orgCode, kind, subject, note, sessions, reads, leave }
  })
}

export const VOICES: readonly DemoVoice[] = [
  {
    login: 'member1',
    orgCode: 'ZB01',
    kind: 'suggestion',
    text: '主题党日能不能安排在早班交接以后？夜班的同志来得了。',
    answer: { outcome: 'done', text: '已改为分班次三场，早班后、中班前、夜班后各一场。' },
  },
  {
    login: 'member1',
    orgCode: 'ZB01',
    kind: 'complaint',
    text: '更衣室的学习材料还是去年的，请换新。',
    answer: { outcome: 'underway', text: '新材料已印，本周内换上。' },
  },
  {
    login: 'secretary4',
    orgCode: 'GEN1',
    kind: 'suggestion',
    text: '希望党委把发展对象培训班的日期早一个月定下来，好排班。',
    answer: { outcome: 'underway', text: '正与培训中心核对明年场次，下月初公布。' },
  },
  {
    login: 'secretary4',
    orgCode: 'GEN1',
    kind: 'complaint',
    text: '会议室投影坏了两周，影响党课。',
    answer: null,
  },
]

/** Whose rolls are known, and of how many of their latest meetings; the last of all is as its ledger had it. */
export const ROLLS = { orgCodes: ['ZB01', 'ZB04'], latest: 8 } as const

/** Grounds people were absent on, as a roll writes them. */
export const GROUNDS = ['井下当班', '夜班后休息', '住院，已补课', '外出培训', '探亲'] as const
