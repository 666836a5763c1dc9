import type { Day } from '../../kit/day.ts'
import type { Paper } from '../../kit/paper.ts'
import type { MarkState } from '../../kit/strip.ts'
import { CATEGORY_NAMES, type Category } from '../../people/rules.ts'
import { columnDay, paperDay, paperWindow } from './dates.ts'
import { dutyName, LEGEND, MONTH_COLUMNS, marksOf, type PaperDuty, yearTable } from './marks.ts'

/** One line of a roster. */
export type RosterLine = {
  readonly no: string
  readonly name: string
  readonly sex: string
  readonly category: Category
  readonly orgName: string
  readonly posts: string
  readonly joinedOn: Day | null
}

/** A group's name without what it shares with its branch: 综采一队第1党小组 → 第1党小组; '' for the branch itself. */
export function groupIn(orgName: string, branch: string): string {
  if (orgName === branch) return ''
  const shared = [...orgName].findIndex((letter, at) => letter !== branch[at])
  return shared >= 2 ? orgName.slice(shared) : orgName
}

/** The roster of a branch as it stood on a day: numbered lines, and how many of each category. */
export function rosterPaper(of: {
  readonly branch: string
  readonly on: Day
  readonly people: readonly RosterLine[]
}): Paper {
  const { branch, on, people } = of
  const counted = Object.entries(CATEGORY_NAMES).flatMap(([category, name]) => {
    const count = people.filter((one) => one.category === category).length
    return count > 0 ? [`${name} ${count} 人`] : []
  })
  const sum = people.length === 0 ? '名册上没有人。' : `共 ${people.length} 人：${counted.join('，')}。`
  return {
    title: `${branch}党员名册`,
    lies: 'upright',
    pieces: [
      { kind: 'note', text: `截至 ${paperDay(on)}　${sum}` },
      {
        kind: 'table',
        columns: [
          { head: '序号', share: 5, side: 'middle' },
          { head: '编号', share: 9 },
          { head: '姓名', share: 8 },
          { head: '性别', share: 5, side: 'middle' },
          { head: '类别', share: 10 },
          { head: '党小组', share: 11 },
          { head: '党内职务', share: 13 },
          { head: '入党时间', share: 11 },
        ],
        rows: people.map((one, at) => [
          String(at + 1),
          one.no,
          one.name,
          one.sex,
          CATEGORY_NAMES[one.category],
          groupIn(one.orgName, branch),
          one.posts,
          one.joinedOn ? columnDay(one.joinedOn) : '',
        ]),
      },
    ],
  }
}

const OPEN: readonly (readonly [MarkState, string])[] = [
  ['missed', '未开展'],
  ['late', '开展，登记晚于 7 天'],
  ['due', '未到期'],
]

/** Windows that began, of one state, in words: `党课：第三季度`. */
function openSays(duties: readonly PaperDuty[], state: MarkState, today: Day): string {
  const said = duties.flatMap((duty) => {
    const windows = duty.windows.filter((window) => window.state === state && window.first <= today)
    return windows.length > 0
      ? [`${dutyName(duty)}：${windows.map(({ window }) => paperWindow(window)).join('、')}`]
      : []
  })
  return said.length > 0 ? `${said.join('；')}。` : '无。'
}

/** The year of a branch: its strip, and by name what is missed, late and due. */
export function branchDutiesPaper(of: {
  readonly branch: string
  readonly year: number
  readonly today: Day
  readonly duties: readonly PaperDuty[]
}): Paper {
  const { branch, year, today, duties } = of
  return {
    title: `${branch}\n${year}年组织生活一览`,
    lies: 'upright',
    pieces: [
      { kind: 'note', text: `截至 ${paperDay(today)}` },
      yearTable(duties, year),
      { kind: 'note', text: LEGEND },
      ...OPEN.flatMap(([state, name]) => [
        { kind: 'heading' as const, text: name },
        { kind: 'text' as const, text: openSays(duties, state, today) },
      ]),
    ],
  }
}

/** A branch in the overview of a committee. */
export type BranchYear = {
  readonly code: string
  readonly name: string
  readonly duties: readonly PaperDuty[]
}

/** The year of every branch, one row each, by code: the heaviest mark of each month, and how many windows are open. */
export function overviewPaper(of: {
  readonly committee: string
  readonly year: number
  readonly today: Day
  readonly branches: readonly BranchYear[]
}): Paper {
  const { committee, year, today, branches } = of
  const count = ({ duties }: BranchYear, state: MarkState): string =>
    String(
      duties.flatMap(({ windows }) => windows).filter((one) => one.state === state && one.first <= today)
        .length,
    )
  return {
    title: `${committee}\n${year}年各党支部组织生活一览`,
    lies: 'across',
    pieces: [
      {
        kind: 'note',
        text: `截至 ${paperDay(today)}，${branches.length} 个党支部，按编码排列，不排名。每月标最要紧的一项。`,
      },
      { kind: 'note', text: LEGEND },
      {
        kind: 'table',
        columns: [
          { head: '编码', share: 4 },
          { head: '党支部／月', share: 11 },
          ...MONTH_COLUMNS,
          { head: '未开展', share: 4, side: 'right' },
          { head: '补录', share: 3, side: 'right' },
          { head: '待开展', share: 4, side: 'right' },
        ],
        rows: branches.map((branch) => [
          branch.code,
          branch.name,
          ...marksOf(
            branch.duties.flatMap(({ windows }) => windows),
            year,
          ),
          count(branch, 'missed'),
          count(branch, 'late'),
          count(branch, 'due'),
        ]),
      },
    ],
  }
}
