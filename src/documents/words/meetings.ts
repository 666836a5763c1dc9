import { type Day, partsOf } from '../../kit/day.ts'
import type { Paper, PaperPiece } from '../../kit/paper.ts'
import { weekdayOf } from '../../meetings/rules/calendar.ts'
import type { Session } from '../../meetings/rules/plans.ts'
import { MEETING_KIND_NAMES, type MeetingKind } from '../../meetings/rules.ts'
import { sayEnd, sayTimes } from '../../meetings/words/times.ts'
import { columnDay, paperDay } from './dates.ts'
import { saidLate } from './late.ts'

const WEEKDAYS = '一二三四五六日'

/** A day with its weekday, as notices write it: `9月25日（星期五）`. */
function dayAndWeekday(day: Day): string {
  const { month, date } = partsOf(day)
  return `${month}月${date}日（星期${WEEKDAYS[weekdayOf(day) - 1]}）`
}

const whenOf = (session: Session): string =>
  [`${dayAndWeekday(session.day)}${sayTimes(session, 'zh')}`, session.place].filter(Boolean).join('，')

/** Whom a meeting of a kind is for, as a notice addresses them (R1.3). */
const ADDRESSED: Readonly<Record<MeetingKind, string>> = {
  generalMeeting: '全体党员',
  committeeMeeting: '各位支部委员',
  groupMeeting: '党小组全体党员',
  partyLecture: '全体党员、发展对象和入党积极分子',
  themeDay: '全体党员、发展对象和入党积极分子',
  orgLifeMeeting: '全体党员',
  memberAppraisal: '全体党员',
  studyExchange: '全体党员、发展对象和入党积极分子',
}

/** A planned meeting as its papers need it. */
export type PlannedPaper = {
  readonly unit: string
  readonly kind: MeetingKind
  readonly subject: string
  readonly note: string
  readonly sessions: readonly Session[]
  readonly materials: readonly string[]
  /** What is dealt with, in its order; none: the subject alone. */
  readonly agenda: readonly string[]
  readonly today: Day
}

const NUMERALS = ['一', '二', '三', '四', '五', '六'] as const
/** Parts under headings of the first level, numbered as far as they have anything to say. */
const parts = (of: readonly (readonly [head: string, texts: readonly string[]])[]): PaperPiece[] =>
  of
    .filter(([, texts]) => texts.length > 0)
    .flatMap(([head, texts], at) => [
      { kind: 'heading' as const, text: `${NUMERALS[at]}、${head}` },
      ...texts.map((text) => ({ kind: 'text' as const, text })),
    ])

/** Text with ends of lines as paragraphs; blank ones are left out. */
export const paragraphs = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)

const numbered = (texts: readonly string[]): string[] =>
  texts.length === 1 ? [...texts] : texts.map((text, at) => `${at + 1}. ${text}`)

/** The notice of a planned meeting: what, when and where for which shift, what to prepare, where to ask leave. */
export function noticePaper(of: PlannedPaper): Paper {
  const { unit, kind, subject, note, sessions, materials, agenda, today } = of
  const name = MEETING_KIND_NAMES[kind]
  const [first, ...others] = sessions
  const opening = first && others.length === 0 ? `定于${dayAndWeekday(first.day)}` : '定于近日分班次'
  const byShift = sessions.map((session) =>
    session.shift ? `${session.shift}：${whenOf(session)}。` : `${whenOf(session)}。`,
  )
  return {
    title: `${unit}\n关于召开${name}的通知`,
    to: ADDRESSED[kind],
    lies: 'upright',
    pieces: [
      { kind: 'text', text: `${opening}召开${name}，议题为“${subject}”。现将有关事项通知如下。` },
      ...parts([
        ['时间和地点', byShift],
        ['议程', numbered(agenda)],
        [
          '会前准备',
          [...paragraphs(note), ...(materials.length > 0 ? [`请先阅读：${materials.join('、')}。`] : [])],
        ],
        ['请假', ['因故不能参加的，请在会前向党支部请假并说明原因。']],
      ]),
    ],
    signed: { by: unit, on: paperDay(today) },
  }
}

/** Somebody a sitting is for; `remark`: leave and its reason. */
export type SignInLine = {
  readonly name: string
  readonly group: string
  readonly shift: string
  readonly remark: string
}

/** Rows left blank for who comes besides. */
const BLANK_ROWS = 4
const SIGN_ROW_MM = 9

function signInTable(people: readonly SignInLine[]): PaperPiece {
  const rows = people.map((one, at) => [String(at + 1), one.name, one.group, one.shift, '', one.remark])
  const blank = Array.from({ length: BLANK_ROWS }, (_, at) => [
    String(rows.length + at + 1),
    '',
    '',
    '',
    '',
    '',
  ])
  return {
    kind: 'table',
    rowMm: SIGN_ROW_MM,
    columns: [
      { head: '序号', share: 5, side: 'middle' },
      { head: '姓名', share: 10, side: 'middle' },
      { head: '党小组', share: 12, side: 'middle' },
      { head: '班次', share: 8, side: 'middle' },
      { head: '签名', share: 16 },
      { head: '备注（请假事由）', share: 15 },
    ],
    rows: [...rows, ...blank],
  }
}

/** The blank sheet to be signed with a pen, a page for each sitting (rulebook 11.8). */
export function signInPaper(of: {
  readonly unit: string
  readonly kind: MeetingKind
  readonly subject: string
  readonly sittings: readonly {
    readonly session: Session
    readonly people: readonly SignInLine[]
    /** How many of them count. */
    readonly expected: number
  }[]
}): Paper {
  const { unit, kind, subject, sittings } = of
  return {
    title: `${unit}\n${MEETING_KIND_NAMES[kind]}签到表`,
    lies: 'upright',
    pieces: sittings.flatMap(({ session, people, expected }, at): PaperPiece[] => [
      ...(at > 0 ? [{ kind: 'page' as const }] : []),
      { kind: 'text', text: `议题：${subject}` },
      { kind: 'text', text: `时间：${session.shift && `${session.shift}，`}${whenOf(session)}` },
      {
        kind: 'note',
        text: `应通知 ${people.length} 人，应到 ${expected} 人。本表用笔签名；点名以记录人记录为准。`,
      },
      signInTable(people),
    ]),
  }
}

/** A meeting in a ledger. */
export type LedgerMeeting = {
  readonly no: string
  readonly orgName: string
  readonly kind: MeetingKind
  readonly heldOn: Day
  readonly starts: string
  readonly ends: string
  readonly place: string
  readonly chair: string
  readonly recorder: string
  readonly expected: number
  readonly present: number
  readonly absence: string
  readonly subject: string
  readonly resolution: string
  readonly recordedAfterDays: number | null
}

const lateness = ({ recordedAfterDays: days }: LedgerMeeting): string => (days === null ? '' : saidLate(days))

/** The ledger of a branch's meetings of a year, by day (rulebook 11.4). */
export function ledgerPaper(of: {
  readonly unit: string
  readonly year: number
  readonly today: Day
  readonly meetings: readonly LedgerMeeting[]
}): Paper {
  const { unit, year, today, meetings } = of
  const counted = meetings.length === 0 ? '没有会议记录。' : `共 ${meetings.length} 次。`
  return {
    title: `${unit}\n${year}年会议台账`,
    lies: 'across',
    pieces: [
      { kind: 'note', text: `截至 ${paperDay(today)}　${counted}` },
      {
        kind: 'table',
        columns: [
          { head: '序号', share: 4, side: 'middle' },
          { head: '日期', share: 12 },
          { head: '会议类型', share: 10 },
          { head: '议题', share: 22 },
          { head: '主持人', share: 7 },
          { head: '记录人', share: 7 },
          { head: '应到', share: 4, side: 'right' },
          { head: '实到', share: 4, side: 'right' },
          { head: '缺席及原因', share: 14 },
          { head: '决议', share: 20 },
          { head: '备注', share: 9 },
        ],
        rows: meetings.map((one, at) => [
          String(at + 1),
          `${columnDay(one.heldOn)}${one.starts ? `\n${sayTimes(one, 'zh')}` : ''}`,
          MEETING_KIND_NAMES[one.kind],
          one.subject,
          one.chair,
          one.recorder,
          String(one.expected),
          String(one.present),
          one.absence,
          one.resolution,
          lateness(one),
        ]),
      },
    ],
  }
}

/** The same ledger as a sheet: every element of the record book in a column of its own. */
export const ledgerSheet = (unit: string, year: number, meetings: readonly LedgerMeeting[]) => ({
  name: '会议台账',
  above: [`${unit} ${year}年会议台账`],
  header: [
    ...['会议编号', '组织', '会议类型', '日期', '开始', '结束', '地点', '主持人', '记录人'],
    ...['应到', '实到', '缺席及原因', '议题', '决议', '备注'],
  ],
  rows: meetings.map((one) => [
    ...[
      one.no,
      one.orgName,
      MEETING_KIND_NAMES[one.kind],
      { day: one.heldOn },
      one.starts,
      sayEnd(one, 'zh'),
      one.place,
    ],
    ...[one.chair, one.recorder, one.expected, one.present, one.absence, one.subject, one.resolution],
    lateness(one),
  ]),
})
