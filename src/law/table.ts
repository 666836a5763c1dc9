import { type Day, day } from '../kit/day.ts'
import type { Clause } from './clauses.ts'

/** One version of a rule of the field: what it says, in which unit, the clause that uses it, where it is written, from and to which day it holds. */
export type RuleRow<Value = unknown> = {
  readonly value: Value
  readonly unit: string
  readonly clause: Clause
  readonly source: string
  readonly from: Day
  readonly to?: Day
}

/** A bracket of dues: a base up to and including `upToFen` pays this many thousandths of the whole base (A3.2). */
export type DuesBracket = { readonly upToFen: number; readonly perMille: number }

/** What a branch does after so many months without dues; removal is always people's decision (R3.2). */
export type UnpaidStep = { readonly months: number; readonly step: 'remind' | 'talk' | 'warn' | 'openCase' }

/**
 * How a decision is carried: present at least `num`/`den` of those expected (`strict`: more than that); `countsWritten`: opinions handed in
 * before the meeting count; `isSecret`: by ballot.
 */
export type VoteTerms = {
  readonly num: number
  readonly den: number
  readonly strict: boolean
  readonly countsWritten: boolean
  readonly isSecret: boolean
}

const BRANCH = day('2018-10-28') // 支部条例
const ADMISSION = day('2014-05-28') // 发展细则
const DUES = day('2008-04-01') // 党费规定
const ELECTION = day('2020-07-13') // 选举条例
const EDUCATION = day('2019-05-06') // 教管条例
const TRAINING = day('2024-01-01') // 培训规划 2024—2028
const STATE_FIRMS = day('2019-12-30') // 国企条例

const employed: readonly DuesBracket[] = [
  { upToFen: 300_000, perMille: 5 },
  { upToFen: 500_000, perMille: 10 },
  { upToFen: 1_000_000, perMille: 15 },
  { upToFen: Number.POSITIVE_INFINITY, perMille: 20 },
]
const retired: readonly DuesBracket[] = [
  { upToFen: 500_000, perMille: 5 },
  { upToFen: Number.POSITIVE_INFINITY, perMille: 10 },
]
const unpaid: readonly UnpaidStep[] = [
  { months: 1, step: 'remind' },
  { months: 3, step: 'talk' },
  { months: 5, step: 'warn' },
  { months: 6, step: 'openCase' },
]

const byHalf: VoteTerms = { num: 1, den: 2, strict: false, countsWritten: false, isSecret: false }
const byMoreThanHalf: VoteTerms = { num: 1, den: 2, strict: true, countsWritten: true, isSecret: true }
const byFourFifths: VoteTerms = { num: 4, den: 5, strict: false, countsWritten: false, isSecret: true }

/** Every number the rules rest on, with its source; an article is named only where its text was confirmed. A new version is a new row behind the old, with a later `from`; no row is ever edited. */
// biome-ignore format: one rule, one line
const LAW = {
  'branch.leastFullMembers': [{ value: 3, unit: 'full members', clause: 'R1.1', source: '支部条例 第4条', from: BRANCH }],
  'branch.usualMostMembers': [{ value: 50, unit: 'members', clause: 'R1.1', source: '支部条例 第4条', from: BRANCH }],
  'branch.usualMostJointUnits': [{ value: 5, unit: 'units', clause: 'R1.1', source: '支部条例 第5条', from: BRANCH }],
  'org.generalBranchFrom': [{ value: 50, unit: 'members', clause: 'R1.1', source: '国企条例 第4条', from: STATE_FIRMS }],
  'org.committeeFrom': [{ value: 100, unit: 'members', clause: 'R1.1', source: '国企条例 第4条', from: STATE_FIRMS }],
  'branch.committeeFrom': [{ value: 7, unit: 'full members', clause: 'R1.2', source: '支部条例 第20条', from: BRANCH }],
  'branch.committeeLeast': [{ value: 3, unit: 'people', clause: 'R1.2', source: '支部条例 第20条', from: BRANCH }],
  'branch.committeeUsualMost': [{ value: 5, unit: 'people', clause: 'R1.2', source: '支部条例 第20条', from: BRANCH }],
  'branch.committeeMost': [{ value: 7, unit: 'people', clause: 'R1.2', source: '支部条例 第20条', from: BRANCH }],
  'term.years': [{ value: 3, unit: 'years', clause: 'R1.2', source: '支部条例 第21条', from: BRANCH }],
  'term.reminders': [{ value: [180, 90, 30], unit: 'days before the end', clause: 'R1.2', source: '支部条例 第21条；选举条例 第3条', from: BRANCH }],
  'term.extendMost': [{ value: 1, unit: 'years', clause: 'R1.2', source: '支部条例 第21条', from: BRANCH }],
  'every.generalMeeting': [{ value: 'quarter', unit: 'window', clause: 'R1.3', source: '支部条例 第11条、第14条', from: BRANCH }],
  'every.committeeMeeting': [{ value: 'month', unit: 'window', clause: 'R1.3', source: '支部条例 第12条', from: BRANCH }],
  'every.groupMeeting': [{ value: 'month', unit: 'window', clause: 'R1.3', source: '支部条例 第13条、第14条', from: BRANCH }],
  'every.partyLecture': [{ value: 'quarter', unit: 'window', clause: 'R1.3', source: '支部条例 第16条（次数按惯例）', from: BRANCH }],
  'every.themeDay': [{ value: 'month', unit: 'window', clause: 'R1.3', source: '支部条例 第16条', from: BRANCH }],
  'every.orgLifeMeeting': [{ value: 'year', unit: 'window', clause: 'R1.3', source: '支部条例 第17条', from: BRANCH }],
  'every.memberAppraisal': [{ value: 'year', unit: 'window', clause: 'R1.4', source: '支部条例 第18条', from: BRANCH }],
  'vote.ordinary': [{ value: byHalf, unit: 'of those expected', clause: 'R1.3', source: '支部条例 第11条：讨论决定其他重要事项', from: BRANCH }],
  'vote.committeeReport': [{ value: byHalf, unit: 'of those expected', clause: 'R1.3', source: '支部条例 第11条：听取和审查党支部委员会的工作报告', from: BRANCH }],
  'vote.election': [{ value: byFourFifths, unit: 'of those expected', clause: 'R5', source: '支部条例 第11条：开展党支部选举工作；选举条例', from: ELECTION }],
  'vote.delegates': [{ value: byFourFifths, unit: 'of those expected', clause: 'R5', source: '支部条例 第11条：推荐出席上级党代表大会的代表候选人，选举出席上级党代表大会的代表；选举条例', from: ELECTION }],
  'vote.admission': [{ value: byMoreThanHalf, unit: 'of those expected', clause: 'R2', source: '支部条例 第11条：讨论和表决接收预备党员；发展细则 第20条、第21条', from: ADMISSION }],
  'vote.conversion': [{ value: byMoreThanHalf, unit: 'of those expected', clause: 'R2', source: '支部条例 第11条：预备党员转正；发展细则：到会与赞成人数要求与接收预备党员相同', from: ADMISSION }],
  'vote.probationExtension': [{ value: byMoreThanHalf, unit: 'of those expected', clause: 'R2', source: '支部条例 第11条：延长预备期；发展细则：与预备党员转正同', from: ADMISSION }],
  'vote.probationCancel': [{ value: byMoreThanHalf, unit: 'of those expected', clause: 'R2', source: '支部条例 第11条：取消预备党员资格；发展细则：与预备党员转正同', from: ADMISSION }],
  'vote.commendation': [{ value: byHalf, unit: 'of those expected', clause: 'R1.3', source: '支部条例 第11条：讨论决定对党员的表彰表扬', from: BRANCH }],
  'vote.disposal': [{ value: byHalf, unit: 'of those expected', clause: 'R1.3', source: '支部条例 第11条：讨论决定对党员的组织处置', from: BRANCH }],
  'vote.discipline': [{ value: byHalf, unit: 'of those expected', clause: 'R1.3', source: '支部条例 第11条：讨论决定对党员的纪律处分', from: BRANCH }],
  'vote.exclusion': [{ value: byHalf, unit: 'of those expected', clause: 'R1.3', source: '支部条例 第11条：讨论决定其他重要事项；不计算在应到会人数之内，须经上级党委批准并经支部大会通过', from: BRANCH }],
  'vote.electionPresent': [{ value: { num: 4, den: 5 }, unit: 'of those expected', clause: 'R5', source: '选举条例', from: ELECTION }],
  'appraisal.excellentMost': [{ value: { num: 1, den: 3 }, unit: 'of full members', clause: 'R1.4', source: '民主评议党员工作年度通知', from: BRANCH }],
  'admission.leastAgeMonths': [{ value: 216, unit: 'months of age', clause: 'J11', source: '党章', from: ADMISSION }],
  'admission.talkMonths': [{ value: 1, unit: 'months', clause: 'J2', source: '发展细则', from: ADMISSION }],
  'admission.cultivateMonths': [{ value: 12, unit: 'months', clause: 'J3', source: '发展细则', from: ADMISSION }],
  'admission.mentors': [{ value: { least: 1, most: 2 }, unit: 'full members', clause: 'J4', source: '发展细则', from: ADMISSION }],
  'admission.sponsors': [{ value: { least: 2, most: 2 }, unit: 'full members', clause: 'J5', source: '党章 第5条；发展细则', from: ADMISSION }],
  'admission.trainingHours': [{ value: 24, unit: 'hours', clause: 'J6', source: '发展细则', from: ADMISSION }],
  'admission.approvalMonths': [{ value: 3, unit: 'months', clause: 'J9', source: '发展细则', from: ADMISSION }],
  'admission.probationMonths': [{ value: 12, unit: 'months', clause: 'J10', source: '发展细则', from: ADMISSION }],
  'admission.conversionApprovalMonths': [{ value: 3, unit: 'months', clause: 'J13', source: '发展细则', from: ADMISSION }],
  'dues.employed': [{ value: employed, unit: 'thousandths of the whole base', clause: 'A3.2', source: '党费规定 第1条、第2条', from: DUES }],
  'dues.retired': [{ value: retired, unit: 'thousandths of the whole base', clause: 'A3.2', source: '党费规定', from: DUES }],
  'dues.flatFen': [{ value: 20, unit: 'fen a month', clause: 'A3.2', source: '党费规定', from: DUES }],
  'dues.arrearsMonths': [{ value: 6, unit: 'months in a row', clause: 'A3', source: '党章 第9条；党费规定', from: DUES }],
  'dues.backPayMonths': [{ value: 6, unit: 'months', clause: 'R3.2', source: '党费规定', from: DUES }],
  'dues.largeFromFen': [{ value: 100_000, unit: 'fen at once', clause: 'R3.2', source: '党费规定', from: DUES }],
  'dues.unpaidSteps': [{ value: unpaid, unit: 'months in a row', clause: 'R3.2', source: '党章 第9条（此前各步为本产品建议）', from: DUES }],
  'study.memberHours': [{ value: 32, unit: 'hours a year', clause: 'R4', source: '教管条例；培训规划', from: EDUCATION }],
  'study.secretaryHours': [{ value: 56, unit: 'hours a year', clause: 'R4', source: '培训规划 2024—2028', from: TRAINING }],
  'study.newSecretaryMonths': [{ value: 6, unit: 'months', clause: 'R4', source: '培训规划 2024—2028', from: TRAINING }],
} as const satisfies Record<string, readonly RuleRow[]>

export type RuleKey = keyof typeof LAW
type Plain<V> = V extends number ? number : V
/** The type of each rule's value. */
export type RuleValues = { readonly [K in RuleKey]: Plain<(typeof LAW)[K][number]['value']> }

/** The rule table: for each rule its versions, oldest first (R0). */
export const RULES: { readonly [K in RuleKey]: readonly RuleRow<RuleValues[K]>[] } = LAW

/** Of versions, oldest first, the latest that has begun by a day, else the first: the table looks no further back. Throws when there is none. */
export function latestOf<Value>(rows: readonly RuleRow<Value>[], on: Day): RuleRow<Value> {
  const found = rows.findLast(({ from }) => from <= on) ?? rows[0]
  if (!found) throw new Error('a rule has no version')
  return found
}

/** The version of a rule in force on a day (R0). */
export const rowAt = <K extends RuleKey>(key: K, on: Day): RuleRow<RuleValues[K]> => latestOf(RULES[key], on)

/** The value of a rule in force on a day (R0). */
export const ruleAt = <K extends RuleKey>(key: K, on: Day): RuleValues[K] => rowAt(key, on).value
