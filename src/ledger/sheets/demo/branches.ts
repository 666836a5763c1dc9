/** How a branch keeps house: each share is of what it should have done. */
export type Habit = {
  /** Meetings held of those due. */
  readonly held: number
  /** Members present of those expected. */
  readonly present: number
  /** Minutes written within a week. */
  readonly prompt: number
  /** Dues paid within their month. */
  readonly paid: number
  /** Study rows planned, prepared and done. */
  readonly study: number
}

const HABITS: Readonly<Record<string, Habit>> = {
  exemplary: { held: 1, present: 0.97, prompt: 1, paid: 1, study: 1 },
  steady: { held: 0.97, present: 0.93, prompt: 0.95, paid: 0.98, study: 0.92 },
  stretched: { held: 0.88, present: 0.84, prompt: 0.8, paid: 0.93, study: 0.75 },
  slack: { held: 0.66, present: 0.76, prompt: 0.55, paid: 0.82, study: 0.5 },
  cobbled: { held: 0.95, present: 0.99, prompt: 0.1, paid: 0.9, study: 0.6 },
}

export type BranchPlan = {
  readonly code: string
  readonly name: string
  readonly kind: 'branch' | 'jointBranch'
  readonly parent: 'GEN1' | 'GEN2' | 'GEN3' | 'MINE'
  readonly members: number
  readonly groups: number
  readonly shifts: string
  readonly habit: Habit
}

type Line = readonly [
  name: string,
  parent: BranchPlan['parent'],
  members: number,
  groups: number,
  habit: string,
]

const LINES: readonly Line[] = [
  ['综采一队党支部', 'GEN1', 46, 4, 'steady'],
  ['综采二队党支部', 'GEN1', 44, 4, 'stretched'],
  ['综掘一队党支部', 'GEN1', 38, 3, 'exemplary'],
  ['综掘二队党支部', 'GEN1', 36, 3, 'slack'],
  ['开拓一队党支部', 'GEN1', 33, 3, 'steady'],
  ['开拓二队党支部', 'GEN1', 31, 3, 'cobbled'],
  ['准备队党支部', 'GEN1', 29, 2, 'stretched'],
  ['安装队党支部', 'GEN1', 27, 2, 'steady'],
  ['机电一队党支部', 'GEN2', 41, 3, 'exemplary'],
  ['机电二队党支部', 'GEN2', 34, 3, 'steady'],
  ['运输一队党支部', 'GEN2', 39, 3, 'stretched'],
  ['运输二队党支部', 'GEN2', 32, 2, 'slack'],
  ['通风队党支部', 'GEN2', 37, 3, 'steady'],
  ['防突队党支部', 'GEN2', 26, 2, 'exemplary'],
  ['瓦斯抽采队党支部', 'GEN2', 28, 2, 'steady'],
  ['地测防治水党支部', 'GEN2', 24, 2, 'steady'],
  ['监测监控党支部', 'GEN2', 18, 1, 'exemplary'],
  ['救护队党支部', 'GEN2', 22, 2, 'steady'],
  ['选煤厂第一党支部', 'GEN3', 42, 3, 'steady'],
  ['选煤厂第二党支部', 'GEN3', 35, 3, 'stretched'],
  ['煤质运销党支部', 'GEN3', 21, 1, 'steady'],
  ['物资供应党支部', 'GEN3', 19, 1, 'cobbled'],
  ['后勤服务党支部', 'GEN3', 40, 3, 'slack'],
  ['职工医院党支部', 'GEN3', 23, 2, 'steady'],
  ['机关第一党支部', 'MINE', 48, 4, 'exemplary'],
  ['机关第二党支部', 'MINE', 43, 3, 'steady'],
  ['培训中心党支部', 'MINE', 17, 1, 'steady'],
  ['离退休第一党支部', 'MINE', 49, 4, 'stretched'],
  ['离退休第二党支部', 'MINE', 45, 4, 'steady'],
  ['地面单位联合党支部', 'MINE', 6, 0, 'stretched'],
]

const UNDERGROUND = new Set(['GEN1', 'GEN2'])

/** The thirty branches of the demo mine. */
export const BRANCHES: readonly BranchPlan[] = LINES.map(([name, parent, members, groups, habit], at) => ({
  code: `ZB${String(at + 1).padStart(2, '0')}`,
  name,
  kind: name.includes('联合') ? 'jointBranch' : 'branch',
  parent,
  members,
  groups,
  shifts: UNDERGROUND.has(parent) ? (at % 2 === 0 ? '三八制' : '四六制') : '常白班',
  habit: HABITS[habit] ?? { held: 1, present: 1, prompt: 1, paid: 1, study: 1 },
}))

/** What the demo mine scores by: the seven usual heads, each row a fact. */
export const SCHEME: readonly (readonly [
  heading: string,
  title: string,
  of: string,
  fact: string,
  rule: string,
  parameters: string,
  basis: string,
])[] = [
  ['政治学习', '年度学习计划每月有安排', '5', 'study.monthsUnplanned', 'each', 'k=1', '教管条例'],
  ['政治学习', '学习计划按期完成', '8', 'study.planDone', 'below', 'target=95;step=5;k=1', '教管条例'],
  ['政治学习', '学习材料提前准备', '3', 'study.unprepared', 'each', 'k=0.5', '教管条例'],
  [
    '组织生活',
    '支部党员大会每季度召开',
    '8',
    'meeting.missed(generalMeeting)',
    'each',
    'k=4',
    '支部条例第十一条',
  ],
  [
    '组织生活',
    '支部委员会每月召开',
    '8',
    'meeting.missed(committeeMeeting)',
    'each',
    'k=2',
    '支部条例第十二条',
  ],
  ['组织生活', '党小组会每月召开', '6', 'meeting.missed(groupMeeting)', 'each', 'k=0.5', '支部条例第十三条'],
  ['组织生活', '党课每季度一次', '6', 'meeting.missed(partyLecture)', 'each', 'k=3', '支部条例第十六条'],
  ['组织生活', '主题党日每月一次', '8', 'meeting.missed(themeDay)', 'each', 'k=2', '支部条例第十六条'],
  ['组织生活', '会议记录要素齐全、到会过半', '6', 'meeting.invalid', 'each', 'k=1', '支部条例第十一条'],
  ['组织生活', '党员到会率', '8', 'meeting.attendance', 'below', 'target=90;step=2;k=1', '本矿办法'],
  ['组织生活', '七日内完成会议记录', '6', 'meeting.late(7)', 'each', 'k=0.5', '本矿办法'],
  ['党费', '党费按月足额交纳', '10', 'dues.onTime', 'below', 'target=98;step=2;k=1', '党费规定'],
  ['党费', '无连续六个月未交党费党员', '4', 'dues.arrears', 'each', 'k=2', '党章第九条'],
  ['党员发展', '发展党员程序无缺陷', '8', 'joining.defects', 'each', 'k=2', '发展细则'],
  ['班子建设', '按期换届', '3', 'org.termOverdue', 'threshold', 'op=<=;t=0', '支部条例第二十一条'],
  ['班子建设', '支部委员配备齐全', '3', 'org.vacancies', 'each', 'k=1', '支部条例第二十条'],
  ['加分', '组织学习交流会', '3', 'meeting.held(studyExchange)', 'bonus', 'k=1;cap=3', '本矿办法'],
  ['加分', '发展党员', '4', 'joining.admitted', 'bonus', 'k=1;cap=4', '本矿办法'],
  ['否决', '发展程序严重缺陷', '0', 'joining.defects', 'veto', 't=5;ceiling=一般', '发展细则'],
]
