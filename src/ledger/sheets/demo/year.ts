import { parseFactKey } from '../../../assessment/rules/fact-keys.ts'
import type { TargetRow } from '../../../assessment/sheets.ts'
import type { DuesRow } from '../../../dues/sheets.ts'
import {
  addDays,
  type Day,
  daysBetween,
  type Month,
  monthsWithin,
  type Span,
  spanOfMonth,
} from '../../../kit/day.ts'
import type { Decimal } from '../../../kit/excel/cells.ts'
import type { MeetingRow } from '../../../meetings/sheets.ts'
import type { RosterRow } from '../../../people/sheets.ts'
import type { StudyRow } from '../../../study/sheets.ts'
import { BRANCHES, type BranchPlan } from './branches.ts'
import { between, pick, type Roll } from './people.ts'
import { groupCode } from './roster.ts'

const SUBJECTS = {
  generalMeeting: [
    '审议支部工作报告，通过季度工作安排',
    '讨论接收预备党员事项，通报党费收缴情况',
    '学习上级会议精神，研究安全生产攻坚任务',
  ],
  committeeMeeting: [
    '研究本月组织生活和发展党员工作',
    '分析职工思想动态，安排谈心谈话',
    '研究党员责任区隐患整改情况',
  ],
  groupMeeting: [
    '学习规章制度，交流岗位安全体会',
    '讨论班组“三违”治理和互保联保',
    '通报近期工作，听取党员意见',
  ],
  partyLecture: ['书记讲党课：守住安全底线', '学习党章，明确党员义务', '党员在急难险重任务中的作用'],
  themeDay: [
    '重温入党誓词，井口安全宣讲',
    '义务检修，清理责任区杂物',
    '慰问困难职工，征求意见建议',
    '学习身边榜样，开展岗位练兵',
  ],
  orgLifeMeeting: ['开展批评与自我批评，制定整改清单'],
  memberAppraisal: ['民主评议党员'],
  studyExchange: ['与兄弟支部交流支部工作方法'],
} as const

type Kind = keyof typeof SUBJECTS
type Plan = {
  readonly kind: Kind
  readonly orgCode: string
  readonly month: Month
  readonly expected: number
}

/** The months in which a quarterly duty is usually done. */
const QUARTERLY = new Set(['02', '05', '08', '11'])
const COMMITTEE_SIZE = 4

function plansOf(plan: BranchPlan, month: Month): Plan[] {
  const own = (kind: Kind, expected = plan.members): Plan => ({ kind, orgCode: plan.code, month, expected })
  const quarterly = QUARTERLY.has(month.slice(5)) ? [own('generalMeeting'), own('partyLecture')] : []
  const committee = plan.members >= 7 ? [own('committeeMeeting', COMMITTEE_SIZE)] : []
  const groups = Array.from(
    { length: plan.groups },
    (_, nth): Plan => ({
      kind: 'groupMeeting',
      orgCode: groupCode(plan, nth),
      month,
      expected: Math.max(3, Math.floor(plan.members / plan.groups)),
    }),
  )
  const yearly =
    month.endsWith('-01') && plan.habit.held > 0.9 ? [own('orgLifeMeeting'), own('memberAppraisal')] : []
  return [...quarterly, ...committee, ...groups, own('themeDay'), ...yearly]
}

/** When the minutes were written: within the week, weeks later, or all at once before an announced inspection. */
function registeredOn(roll: Roll, plan: BranchPlan, heldOn: Day, last: Day): Day {
  if (roll() < plan.habit.prompt) return addDays(heldOn, between(roll, 0, 5))
  const rush = addDays(last, -between(roll, 3, 5))
  const late = plan.habit.prompt < 0.2 ? rush : addDays(heldOn, between(roll, 9, 40))
  return late < heldOn || late > last ? addDays(heldOn, 2) : late
}

function meetingOf(
  roll: Roll,
  plan: BranchPlan,
  { kind, orgCode, month, expected }: Plan,
  span: Span,
): Omit<MeetingRow, 'no'> | undefined {
  const { first, last } = spanOfMonth(month)
  const until = last < span.last ? last : span.last
  const heldOn = addDays(first, between(roll, 3, Math.max(3, daysBetween(first, until) - 3)))
  if (heldOn > until || roll() >= plan.habit.held) return undefined
  const share = Math.min(1, plan.habit.present + (roll() - 0.5) * 0.12)
  const present = Math.max(1, Math.round(expected * share))
  const written = addDays(registeredOn(roll, plan, heldOn, span.last), 0)
  const nameless = roll() > 0.985 - (1 - plan.habit.study) * 0.05
  return {
    orgCode,
    kind,
    heldOn,
    starts: pick(roll, ['08:00', '14:30', '16:30', '19:00']),
    ends: null,
    place: pick(roll, ['支部活动室', '区队会议室', '党员之家', '井口学习室']),
    chair: `${plan.name.slice(0, 2)}书记`,
    recorder: nameless ? null : `${plan.name.slice(0, 2)}组织委员`,
    lecturer: kind === 'partyLecture' ? `${plan.name.slice(0, 2)}书记` : null,
    expected,
    present: Math.min(expected, present),
    absence: present < expected ? '上班或休假' : null,
    subject: pick(roll, SUBJECTS[kind]),
    resolution: kind === 'generalMeeting' || kind === 'committeeMeeting' ? '同意' : null,
    hours: kind === 'partyLecture' || kind === 'themeDay' ? ('1.5' as Decimal) : null,
    registeredOn: written > span.last ? span.last : written,
  }
}

/** The meetings of the span, numbered through; an open branch now and then exchanges with others. */
export function demoMeetings(roll: Roll, span: Span): MeetingRow[] {
  const rows = monthsWithin(span).flatMap((month) =>
    BRANCHES.flatMap((plan) => {
      const extra: Plan[] =
        plan.habit.held === 1 && roll() < 0.2
          ? [{ kind: 'studyExchange', orgCode: plan.code, month, expected: plan.members }]
          : []
      return [...plansOf(plan, month), ...extra].flatMap((due) => meetingOf(roll, plan, due, span) ?? [])
    }),
  )
  return rows.map((row, at) => ({ ...row, no: `HY${String(at + 1).padStart(5, '0')}` }))
}

const RATES: readonly (readonly [upTo: number, perMille: number])[] = [[3000, 5], [5000, 10], [10_000, 15], [Number.POSITIVE_INFINITY, 20]] // biome-ignore format: a table

/** What a branch writes down as due: in jiao, half up; retired members by their own rate. */
function believedOf({ duesBase, duesClass }: RosterRow): Decimal {
  const base = Number(duesBase)
  const perMille =
    duesClass === 'retired' ? (base <= 5000 ? 5 : 10) : (RATES.find(([upTo]) => base <= upTo)?.[1] ?? 0)
  return String(Math.floor((base * perMille) / 100 + 0.5) / 10) as Decimal
}

/** Payments month by month; who pays late pays in the next month, a few forget for good. */
export function demoDues(roll: Roll, span: Span, roster: readonly RosterRow[]): DuesRow[] {
  const habits = new Map(BRANCHES.map((plan) => [plan.code, plan.habit]))
  const payers = roster.filter((person) => person.joinedOn && person.duesBase)
  const forgetful = new Set(
    payers.filter((person) => (habits.get(person.orgCode.slice(0, 4))?.paid ?? 1) < 0.85 && roll() < 0.03),
  )
  return monthsWithin(span).flatMap((month) => {
    const { first, last } = spanOfMonth(month)
    return payers.flatMap((person): DuesRow[] => {
      if (forgetful.has(person) || (person.joinedOn ?? last) > last) return []
      const onTime = roll() < (habits.get(person.orgCode.slice(0, 4))?.paid ?? 1)
      const paidOn = onTime ? addDays(first, between(roll, 4, 24)) : addDays(last, between(roll, 3, 25))
      const believed = believedOf(person)
      return paidOn > span.last ? [] : [{ month, personNo: person.no, believed, paid: believed, paidOn }]
    })
  })
}

const LESSONS = [
  '党章学习',
  '安全生产法律法规',
  '支部工作条例',
  '煤矿安全规程新变化',
  '典型案例警示',
  '形势任务教育',
]

/** The study plan; a row is done when a party lecture or theme day of its month was held and it was not put off. */
export function demoStudy(roll: Roll, span: Span, meetings: readonly MeetingRow[]): StudyRow[] {
  const lessons = new Map(
    meetings
      .filter(({ kind }) => kind === 'themeDay')
      .map((row) => [`${row.orgCode} ${row.heldOn.slice(0, 7)}`, row.no]),
  )
  return BRANCHES.flatMap((plan) =>
    monthsWithin(span).flatMap((month): StudyRow[] => {
      if (roll() > plan.habit.study + 0.1) return []
      const done = roll() < plan.habit.study ? lessons.get(`${plan.code} ${month}`) : undefined
      return [
        {
          orgCode: plan.code,
          month,
          subject: pick(roll, LESSONS),
          content: null,
          form: '集中学习',
          lecturer: null,
          hours: '1.5' as Decimal,
          prepared: roll() < plan.habit.study + 0.05 ? 'yes' : 'no',
          meetingNo: done ?? null,
        },
      ]
    }),
  )
}

const TASKS = [
  ['全年召开支部党员大会不少于4次', 'meeting.held(generalMeeting)', '4'],
  ['党员到会率不低于90%', 'meeting.attendance', '90'],
] as const

/** Two tasks a branch for the year. */
export function demoTargets(deadline: Day): TargetRow[] {
  return BRANCHES.flatMap((plan) =>
    TASKS.flatMap(([task, key, goal], at): TargetRow[] => {
      const fact = parseFactKey(key)
      return fact
        ? [
            {
              no: `RW-${plan.code}-${at + 1}`,
              orgCode: plan.code,
              task,
              fact,
              goal: goal as Decimal,
              deadline,
            },
          ]
        : []
    }),
  )
}
